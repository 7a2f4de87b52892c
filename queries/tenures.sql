-- title = "Offices held"
-- question = "Which leader held which office of which country, from when to when?"
-- subject = "Correspondents"
-- order = "country, role_rank, office, started_on, leader"
-- shown = ["country", "office", "leader", "started_on", "ended_on", "is_acting"]
-- [filters]
-- leader = "leader"
-- country = "country"
-- year = "started_on"
-- since = "started_on"
-- until = "started_on"
-- role = "role"

-- role_rank is 1 for heads of state, 2 monarchs, 3 heads of government, 4 party leaders, 5 others.
SELECT
    leader.slug AS leader,
    office.slug AS office,
    country.code AS country,
    office.role,
    tenure.started_on,
    tenure.ended_on,
    tenure.is_acting,
    CAST(
        CASE office.role
            WHEN 'head_of_state' THEN 1 WHEN 'monarch' THEN 2 WHEN 'head_of_government' THEN 3
            WHEN 'party_leader' THEN 4 ELSE 5
        END AS integer
    ) AS role_rank,
    leader.full_name AS leader_name,
    office.title AS office_name,
    tenure.leader_id,
    country.name AS country_name,
    tenure.office_id
FROM tenure
JOIN office ON office.id = tenure.office_id
LEFT JOIN leader ON leader.id = tenure.leader_id
LEFT JOIN country ON country.id = office.country_id

-- title = "Letters to come"
-- question = "Which letters may be expected of a leader, on which day, to whom and for what, by what was written before and by the anniversaries that come?"
-- only = "leaders in office who wrote for the occasion in two years at least, and anniversaries of countries whose leaders write to each other here"
-- subject = "Anniversaries"
-- order = "due_on, sender, recipient, occasion NULLS LAST, milestone NULLS LAST"
-- shown = ["due_on", "sender", "recipient", "occasion", "milestone", "ordinal", "times_before", "last_on"]
-- [filters]
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- country = ["sender_country", "recipient_country"]
-- occasion = "occasion"
-- milestone = "milestone"
-- year = "due_year"
-- since = "due_on"
-- until = "due_on"
-- [columns]
-- due_on = "Day on which the letter may be expected: that of the last one for the occasion, or of the anniversary"
-- milestone = "Slug of the dated event whose anniversary comes; empty for yearly occasions"
-- due_year = "Year of due_on"
-- times_before = "Number of years in which the sender wrote to the recipient for the occasion; of an anniversary, of letters of the sender to the recipient for one of the milestone, or with words of one"
-- last_on = "Day of the last of these letters, where known"
-- occasion = "Slug of the yearly occasion; empty for anniversaries"

-- Occasions for which a leader in office has written to the same one of another country in two years at least, on the day
-- of the year of the last such letter, and anniversaries in multiples of five of the two countries, by their heads of
-- state of today. Letters between the same two on the milestone before, for its sake or in words, are the precedents. What is
-- usual may not come: the days are what happened before, no forecast.
WITH RECURSIVE today AS (
    SELECT CAST(substr(CAST(CURRENT_DATE AS text), 1, 4) AS integer) AS year, CAST(CURRENT_DATE AS text) AS day
),
in_office AS (
    SELECT DISTINCT leader_id
    FROM tenure
    WHERE started_on <= CURRENT_DATE AND (ended_on IS NULL OR ended_on > CURRENT_DATE)
),
precedent AS (
    SELECT sender_id, recipient_id, milestone_id, count(DISTINCT message_id) AS letters, max(sent_on) AS last_on
    FROM kept_milestone_mention
    GROUP BY sender_id, recipient_id, milestone_id
),
to_come AS (
    SELECT
        usual.sender_id,
        usual.recipient_id,
        occasion.slug AS occasion,
        occasion.name AS occasion_name,
        CAST(NULL AS text) AS milestone,
        CAST(NULL AS text) AS milestone_name,
        CAST(NULL AS integer) AS ordinal,
        CAST(
            CASE WHEN substr(CAST(usual.last_on AS text), 5, 6) >= substr(today.day, 5, 6) THEN today.year ELSE today.year + 1 END
            AS text
        ) || CASE substr(CAST(usual.last_on AS text), 5, 6)
            WHEN '-02-29' THEN '-02-28' ELSE substr(CAST(usual.last_on AS text), 5, 6)
        END AS due,
        usual.years,
        usual.last_on
    FROM kept_usual_letters AS usual
    JOIN occasion ON occasion.id = usual.occasion_id
    JOIN in_office AS sending ON sending.leader_id = usual.sender_id
    JOIN in_office AS receiving ON receiving.leader_id = usual.recipient_id
    CROSS JOIN today
    WHERE occasion.slug IN ('new-year', 'spring-festival', 'national-day', 'birthday', 'victory-day')
    UNION ALL
    SELECT
        writer.id,
        partner.id,
        CAST(NULL AS text),
        CAST(NULL AS text),
        upcoming.milestone,
        upcoming.milestone_name,
        upcoming.ordinal,
        CAST(upcoming.due_on AS text),
        coalesce(precedent.letters, 0),
        precedent.last_on
    FROM report_upcoming_anniversaries AS upcoming
    JOIN milestone ON milestone.slug = upcoming.milestone
    JOIN leader AS writer ON writer.slug IN (upcoming.writer_a, upcoming.writer_b)
    JOIN leader AS partner ON partner.slug IN (upcoming.writer_a, upcoming.writer_b) AND partner.id <> writer.id
    LEFT JOIN precedent
        ON precedent.sender_id = writer.id
        AND precedent.recipient_id = partner.id
        AND precedent.milestone_id = milestone.id
    WHERE upcoming.due_on IS NOT NULL AND upcoming.pair_exchanges > 0
)
SELECT
    CAST(to_come.due AS date) AS due_on,
    sender.slug AS sender,
    recipient.slug AS recipient,
    CAST(to_come.occasion AS text) AS occasion,
    CAST(to_come.milestone AS text) AS milestone,
    CAST(to_come.ordinal AS integer) AS ordinal,
    CAST(to_come.years AS integer) AS times_before,
    CAST(to_come.last_on AS date) AS last_on,
    sender.full_name AS sender_name,
    recipient.full_name AS recipient_name,
    CAST(to_come.occasion_name AS text) AS occasion_name,
    CAST(to_come.milestone_name AS text) AS milestone_name,
    sender_country.code AS sender_country,
    recipient_country.code AS recipient_country,
    CAST(to_come.sender_id AS bigint) AS sender_id,
    CAST(to_come.recipient_id AS bigint) AS recipient_id,
    CAST(substr(to_come.due, 1, 4) AS integer) AS due_year
FROM to_come
JOIN leader AS sender ON sender.id = to_come.sender_id
JOIN leader AS recipient ON recipient.id = to_come.recipient_id
LEFT JOIN country AS sender_country ON sender_country.id = sender.country_id
LEFT JOIN country AS recipient_country ON recipient_country.id = recipient.country_id

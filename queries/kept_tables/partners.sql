-- grain = "pair"
-- keys = ["leader_a_id", "leader_b_id"]
-- indexes = ["leader_a_id, leader_b_id", "country_1_id, country_2_id, leader_a_id, leader_b_id, exchanges", "country_2_id"]

-- Which leaders of which two countries, of these the one with the smaller key first, have exchanges, how many, and from
-- which year to which they wrote, or greeted: what is of two countries is then found without a look at all their leaders.
SELECT
    exchange.leader_a_id,
    exchange.leader_b_id,
    CASE WHEN leader_a.country_id < leader_b.country_id THEN leader_a.country_id ELSE leader_b.country_id END
        AS country_1_id,
    CASE WHEN leader_a.country_id < leader_b.country_id THEN leader_b.country_id ELSE leader_a.country_id END
        AS country_2_id,
    count(*) AS exchanges,
    min(exchange.written_year) AS first_year,
    max(
        CASE
            WHEN exchange.occasion_year > exchange.written_year THEN exchange.occasion_year
            ELSE exchange.written_year
        END
    ) AS last_year
FROM exchange
JOIN leader AS leader_a ON leader_a.id = exchange.leader_a_id
JOIN leader AS leader_b ON leader_b.id = exchange.leader_b_id
WHERE leader_a.country_id <> leader_b.country_id
GROUP BY exchange.leader_a_id, exchange.leader_b_id, leader_a.country_id, leader_b.country_id

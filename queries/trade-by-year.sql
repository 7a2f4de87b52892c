-- title = "Trade told and counted, year by year"
-- question = "What was told of the trade of two countries for each year, what was counted, and how many messages speak of trade?"
-- subject = "Trade"
-- order = "year, country_a, country_b"
-- shown = ["year", "country_a", "country_b", "lowest_told_usd", "highest_told_usd", "passed_usd", "official_usd", "target_usd", "messages", "messages_on_trade"]
-- [filters]
-- country = ["country_a", "country_b"]
-- year = "year"
-- since = "year"
-- until = "year"
-- [columns]
-- passed_usd = "The highest bound that is told to have been passed: more than 200 billion, or a goal reached"
-- messages = "Number of messages between leaders of the two countries, written in the year"

-- Amounts are of the year, messages those written in it: where messages_on_trade is 0 and messages is not, no report here
-- has a word on trade from them. The official series begins with the first year that is told of or written in.
WITH target AS NOT MATERIALIZED (
    SELECT
        first_country.id AS country_a_id,
        other_country.id AS country_b_id,
        trade_target.due_year AS year,
        max(trade_target.value_usd) AS value_usd
    FROM trade_target
    JOIN country AS first_country ON first_country.id IN (trade_target.country_a_id, trade_target.country_b_id)
    JOIN country AS other_country ON other_country.id IN (trade_target.country_a_id, trade_target.country_b_id)
    WHERE trade_target.due_year IS NOT NULL
        AND trade_target.flow = 'total'
        AND trade_target.span_years = 1
        AND trade_target.kind IN ('signed', 'stated')
        AND first_country.code < other_country.code
    GROUP BY first_country.id, other_country.id, trade_target.due_year
),
counted AS NOT MATERIALIZED (
    SELECT series.country_a_id, series.country_b_id, series.year
    FROM kept_official_series AS series
    JOIN country AS country_a ON country_a.id = series.country_a_id
    JOIN country AS country_b ON country_b.id = series.country_b_id
    WHERE series.flow = 'total' AND country_a.code < country_b.code
    UNION
    SELECT country_a_id, country_b_id, year FROM target
),
-- the first year that is told of or written in, of countries whose trade was counted
begun AS MATERIALIZED (
    SELECT
        pair.country_a_id,
        pair.country_b_id,
        (
            SELECT min(known.year)
            FROM (
                SELECT written.year
                FROM kept_partners AS partners
                JOIN kept_correspondence AS written
                    ON written.sender_id = partners.leader_a_id AND written.recipient_id = partners.leader_b_id
                WHERE partners.country_1_id = pair.country_1_id AND partners.country_2_id = pair.country_2_id
                UNION ALL
                SELECT written.year
                FROM kept_partners AS partners
                JOIN kept_correspondence AS written
                    ON written.sender_id = partners.leader_b_id AND written.recipient_id = partners.leader_a_id
                WHERE partners.country_1_id = pair.country_1_id AND partners.country_2_id = pair.country_2_id
                UNION ALL
                SELECT trade_figure.year
                FROM trade_figure
                WHERE trade_figure.country_a_id = pair.country_a_id
                    AND trade_figure.country_b_id = pair.country_b_id
                    AND trade_figure.flow = 'total'
                UNION ALL
                SELECT trade_figure.year
                FROM trade_figure
                WHERE trade_figure.country_a_id = pair.country_b_id
                    AND trade_figure.country_b_id = pair.country_a_id
                    AND trade_figure.flow = 'total'
            ) AS known
        ) AS year
    FROM (
        SELECT DISTINCT
            country_a_id,
            country_b_id,
            CASE WHEN country_a_id < country_b_id THEN country_a_id ELSE country_b_id END AS country_1_id,
            CASE WHEN country_a_id < country_b_id THEN country_b_id ELSE country_a_id END AS country_2_id
        FROM counted
    ) AS pair
),
-- what is known of two countries and a year: figures told, messages written; and that there is a figure or a goal,
-- from the first year on that is told of or written in. The columns of all parts have one type, without which SQLite
-- reads all of them first.
known AS NOT MATERIALIZED (
    SELECT
        CAST(CASE WHEN country_a.code < country_b.code THEN country_a.id ELSE country_b.id END AS bigint)
            AS country_a_id,
        CAST(CASE WHEN country_a.code < country_b.code THEN country_b.id ELSE country_a.id END AS bigint)
            AS country_b_id,
        trade_figure.year,
        CAST(1 AS bigint) AS figures,
        CAST(
            CASE
                WHEN trade_figure.claim = 'level' AND trade_figure.currency = 'USD' AND trade_figure.first_month IS NULL
                THEN trade_figure.amount
            END AS numeric
        ) AS level_usd,
        CAST((
            SELECT told.is_threshold FROM report_trade_figures AS told WHERE told.trade_figure_id = trade_figure.id
        ) AS boolean) AS is_threshold,
        CAST(0 AS bigint) AS messages,
        CAST(0 AS bigint) AS messages_on_trade,
        CAST(0 AS bigint) AS messages_with_figures
    FROM trade_figure
    JOIN country AS country_a ON country_a.id = trade_figure.country_a_id
    JOIN country AS country_b ON country_b.id = trade_figure.country_b_id
    WHERE trade_figure.flow = 'total' AND trade_figure.year IS NOT NULL
    UNION ALL
    SELECT
        CAST(CASE WHEN country_a.code < country_b.code THEN country_a.id ELSE country_b.id END AS bigint),
        CAST(CASE WHEN country_a.code < country_b.code THEN country_b.id ELSE country_a.id END AS bigint),
        written.year,
        CAST(0 AS bigint),
        CAST(NULL AS numeric),
        CAST(NULL AS boolean),
        CAST(written.messages AS bigint),
        CAST(written.messages_on_trade AS bigint),
        CAST(written.messages_with_figures AS bigint)
    FROM kept_correspondence AS written
    JOIN leader AS sender ON sender.id = written.sender_id
    JOIN leader AS recipient ON recipient.id = written.recipient_id
    JOIN country AS country_a ON country_a.id = sender.country_id
    JOIN country AS country_b ON country_b.id = recipient.country_id
    WHERE country_a.id <> country_b.id
    UNION ALL
    SELECT
        CAST(counted.country_a_id AS bigint),
        CAST(counted.country_b_id AS bigint),
        counted.year,
        CAST(0 AS bigint),
        CAST(NULL AS numeric),
        CAST(NULL AS boolean),
        CAST(0 AS bigint),
        CAST(0 AS bigint),
        CAST(0 AS bigint)
    FROM counted
    JOIN begun
        ON begun.country_a_id = counted.country_a_id
        AND begun.country_b_id = counted.country_b_id
        AND begun.year <= counted.year
),
-- sums over windows: a filter on what these are parted by reaches the parts, behind a GROUP BY SQLite would read them
-- whole; "more than 200 billion" is no level
summed AS NOT MATERIALIZED (
    SELECT DISTINCT
        country_a_id,
        country_b_id,
        year,
        sum(figures) OVER same AS figures,
        min(CASE WHEN is_threshold IS NOT TRUE THEN level_usd END) OVER same AS lowest_usd,
        max(CASE WHEN is_threshold IS NOT TRUE THEN level_usd END) OVER same AS highest_usd,
        max(CASE WHEN is_threshold THEN level_usd END) OVER same AS bound_usd,
        sum(messages) OVER same AS messages,
        sum(messages_on_trade) OVER same AS messages_on_trade,
        sum(messages_with_figures) OVER same AS messages_with_figures
    FROM known
    WINDOW same AS (PARTITION BY country_a_id, country_b_id, year)
)
SELECT
    country_a.code AS country_a,
    country_b.code AS country_b,
    summed.year,
    CAST(summed.figures AS integer) AS figures,
    CAST(summed.lowest_usd AS numeric) AS lowest_told_usd,
    CAST(summed.highest_usd AS numeric) AS highest_told_usd,
    CAST(official.official_usd AS numeric) AS official_usd,
    CAST(official.growth_percent AS numeric) AS growth_percent,
    CAST(official.is_record AS boolean) AS is_record,
    CAST(target.value_usd AS numeric) AS target_usd,
    CAST(summed.messages AS integer) AS messages,
    CAST(summed.messages_on_trade AS integer) AS messages_on_trade,
    official.issuer,
    CAST(summed.messages_with_figures AS integer) AS messages_with_figures,
    country_a.name AS country_a_name,
    country_b.name AS country_b_name,
    CAST(summed.country_a_id AS bigint) AS country_a_id,
    CAST(summed.country_b_id AS bigint) AS country_b_id,
    CAST(summed.bound_usd AS numeric) AS passed_usd
FROM summed
JOIN country AS country_a ON country_a.id = summed.country_a_id
JOIN country AS country_b ON country_b.id = summed.country_b_id
LEFT JOIN kept_official_series AS official
    ON official.country_a_id = summed.country_a_id
    AND official.country_b_id = summed.country_b_id
    AND official.flow = 'total'
    AND official.year = summed.year
LEFT JOIN target
    ON target.country_a_id = summed.country_a_id
    AND target.country_b_id = summed.country_b_id
    AND target.year = summed.year

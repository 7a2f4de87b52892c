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
WITH target AS (
    SELECT
        first_country.code AS country_a,
        other_country.code AS country_b,
        first_country.id AS country_a_id,
        other_country.id AS country_b_id,
        trade_target.due_year,
        max(trade_target.value_usd) AS value_usd
    FROM trade_target
    JOIN country AS first_country ON first_country.id IN (trade_target.country_a_id, trade_target.country_b_id)
    JOIN country AS other_country ON other_country.id IN (trade_target.country_a_id, trade_target.country_b_id)
    WHERE trade_target.due_year IS NOT NULL
        AND trade_target.flow = 'total'
        AND trade_target.span_years = 1
        AND trade_target.kind IN ('signed', 'stated')
        AND first_country.code < other_country.code
    GROUP BY first_country.code, other_country.code, first_country.id, other_country.id, trade_target.due_year
),
-- of each message whether it speaks of trade, by a figure or by the theme, and whether it gives a figure
spoken AS (
    SELECT message_id, max(has_figure) AS has_figure
    FROM (
        SELECT statement.message_id, 1 AS has_figure
        FROM trade_figure
        JOIN statement ON statement.id = trade_figure.statement_id
        UNION ALL
        SELECT theme_mention.message_id, 0
        FROM theme_mention
        JOIN theme ON theme.id = theme_mention.theme_id
        WHERE theme.slug = 'trade-economy'
    ) AS said
    WHERE message_id IS NOT NULL
    GROUP BY message_id
),
message_of AS (
    SELECT
        message.sender_id,
        message.recipient_id,
        message.written_year,
        count(*) AS messages,
        count(spoken.message_id) AS messages_on_trade,
        sum(coalesce(spoken.has_figure, 0)) AS messages_with_figures
    FROM message
    LEFT JOIN spoken ON spoken.message_id = message.id
    WHERE message.written_year IS NOT NULL
    GROUP BY message.sender_id, message.recipient_id, message.written_year
),
-- what is known of two countries and a year: figures told, messages written; and that there is a figure or a goal,
-- from the first year on that is told of or written in; "more than 200 billion" is no level
known AS (
    SELECT
        CASE WHEN country_a < country_b THEN country_a ELSE country_b END AS country_a,
        CASE WHEN country_a < country_b THEN country_b ELSE country_a END AS country_b,
        year,
        1 AS figures,
        CASE WHEN is_threshold IS NOT TRUE THEN level_usd END AS told_usd,
        CASE WHEN is_threshold THEN level_usd END AS bound_usd,
        0 AS messages,
        0 AS messages_on_trade,
        0 AS messages_with_figures
    FROM (
        SELECT
            told.*,
            CASE WHEN claim = 'level' AND currency = 'USD' AND first_month IS NULL THEN amount END AS level_usd
        FROM report_trade_figures AS told
    ) AS figure
    WHERE flow = 'total' AND year IS NOT NULL AND country_a IS NOT NULL AND country_b IS NOT NULL
    UNION ALL
    SELECT
        CASE WHEN one.code < other.code THEN one.code ELSE other.code END,
        CASE WHEN one.code < other.code THEN other.code ELSE one.code END,
        message_of.written_year,
        0,
        NULL,
        NULL,
        message_of.messages,
        message_of.messages_on_trade,
        message_of.messages_with_figures
    FROM message_of
    JOIN leader AS sender ON sender.id = message_of.sender_id
    JOIN leader AS recipient ON recipient.id = message_of.recipient_id
    JOIN country AS one ON one.id = sender.country_id
    JOIN country AS other ON other.id = recipient.country_id
    WHERE one.id <> other.id
    UNION ALL
    SELECT counted.country_a, counted.country_b, counted.year, 0, NULL, NULL, 0, 0, 0
    FROM (
        SELECT country_a, country_b, country_a_id, country_b_id, year
        FROM report_official_trade
        WHERE flow = 'total' AND country_a < country_b
        UNION
        SELECT country_a, country_b, country_a_id, country_b_id, due_year
        FROM target
    ) AS counted
    WHERE EXISTS (
            SELECT 1
            FROM leader AS one
            CROSS JOIN leader AS other
            JOIN message ON message.sender_id = one.id AND message.recipient_id = other.id
            WHERE one.country_id = counted.country_a_id AND other.country_id = counted.country_b_id AND message.written_year <= counted.year
        )
        OR EXISTS (
            SELECT 1
            FROM leader AS one
            CROSS JOIN leader AS other
            JOIN message ON message.sender_id = one.id AND message.recipient_id = other.id
            WHERE one.country_id = counted.country_b_id AND other.country_id = counted.country_a_id AND message.written_year <= counted.year
        )
        OR EXISTS (
            SELECT 1
            FROM trade_figure
            WHERE trade_figure.country_a_id = counted.country_a_id
                AND trade_figure.country_b_id = counted.country_b_id
                AND trade_figure.flow = 'total'
                AND trade_figure.year <= counted.year
        )
        OR EXISTS (
            SELECT 1
            FROM trade_figure
            WHERE trade_figure.country_a_id = counted.country_b_id
                AND trade_figure.country_b_id = counted.country_a_id
                AND trade_figure.flow = 'total'
                AND trade_figure.year <= counted.year
        )
),
summed AS (
    SELECT
        country_a,
        country_b,
        year,
        sum(figures) AS figures,
        min(told_usd) AS lowest_usd,
        max(told_usd) AS highest_usd,
        max(bound_usd) AS bound_usd,
        sum(messages) AS messages,
        sum(messages_on_trade) AS messages_on_trade,
        sum(messages_with_figures) AS messages_with_figures
    FROM known
    GROUP BY country_a, country_b, year
)
SELECT
    CAST(summed.country_a AS text) AS country_a,
    CAST(summed.country_b AS text) AS country_b,
    CAST(summed.year AS integer) AS year,
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
    country_a.id AS country_a_id,
    country_b.id AS country_b_id,
    CAST(summed.bound_usd AS numeric) AS passed_usd
FROM summed
JOIN country AS country_a ON country_a.code = summed.country_a
JOIN country AS country_b ON country_b.code = summed.country_b
LEFT JOIN kept_official_series AS official
    ON official.country_a_id = country_a.id
    AND official.country_b_id = country_b.id
    AND official.flow = 'total'
    AND official.year = summed.year
LEFT JOIN target
    ON target.country_a = summed.country_a AND target.country_b = summed.country_b AND target.due_year = summed.year

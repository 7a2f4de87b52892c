-- title = "Trade told and counted, year by year"
-- question = "What was told of the trade of two countries for each year, what was counted, and when was trade not mentioned?"
-- subject = "Trade"
-- order = "country_a, country_b, year"
-- shown = ["country_a", "country_b", "year", "lowest_told_usd", "highest_told_usd", "official_usd", "growth_percent", "target_usd", "messages", "messages_on_trade"]
-- [filters]
-- country = ["country_a", "country_b"]
-- year = "year"
-- since = "year"
-- until = "year"
-- [chart]
-- transform = [
--   {calculate = "datum.country_a + ' and ' + datum.country_b", as = "pair"},
--   {joinaggregate = [{op = "sum", field = "figures", as = "told_of_pair"}], groupby = ["pair"]},
--   {filter = "datum.told_of_pair > 0"},
--   {fold = ["official_usd", "lowest_told_usd", "highest_told_usd", "target_usd"], as = ["series", "usd"]},
--   {filter = "datum.usd != null"},
--   {calculate = "datum.usd / 1e9", as = "billions"},
--   {calculate = "datum.series == 'official_usd' ? 'counted by the official statistics' : datum.series == 'target_usd' ? 'goal due in the year' : 'told by leaders and reports'", as = "what"},
-- ]
-- facet = {field = "pair", type = "nominal", title = ""}
-- columns = 1
-- resolve = {scale = {y = "independent"}}
-- [chart.spec]
-- width = 640
-- height = 260
-- encoding.x = {field = "year", type = "quantitative", title = "Year of the figure", axis = {format = "d", tickMinStep = 1}, scale = {zero = false, nice = false, padding = 20}}
-- encoding.y = {field = "billions", type = "quantitative", title = "Goods trade, billion US dollars"}
-- encoding.color = {field = "what", type = "nominal", title = "", scale = {domain = ["counted by the official statistics", "told by leaders and reports", "goal due in the year"], range = ["#5D5D5D", "#D55E00", "#0072B2"]}, legend = {orient = "top"}}
-- encoding.shape = {field = "what", type = "nominal", title = "", scale = {domain = ["counted by the official statistics", "told by leaders and reports", "goal due in the year"], range = ["stroke", "circle", "triangle-up"]}, legend = {orient = "top"}}
-- layer = [
--   {transform = [{filter = "datum.series == 'official_usd'"}], mark = {type = "line", point = {size = 25, shape = "circle"}}},
--   {transform = [{filter = "datum.series == 'lowest_told_usd' || datum.series == 'highest_told_usd'"}], mark = {type = "point", size = 90}},
--   {transform = [{filter = "datum.series == 'target_usd'"}], mark = {type = "point", size = 110}},
-- ]
-- [chart.rough]
-- y = ["country_a", "country_b"]
-- x = "year"
-- value = "official_usd"
-- [columns]
-- messages = "Number of messages between leaders of the two countries, written in the year"

-- Amounts are of the year, messages those written in it: where messages_on_trade is 0 and messages is not, trade was
-- passed over. The official series begins with the first year that is told of or written in.
WITH told AS (
    SELECT
        CASE WHEN country_a < country_b THEN country_a ELSE country_b END AS country_a,
        CASE WHEN country_a < country_b THEN country_b ELSE country_a END AS country_b,
        year,
        min(CASE WHEN claim = 'level' AND currency = 'USD' AND first_month IS NULL THEN amount END) AS lowest_usd,
        max(CASE WHEN claim = 'level' AND currency = 'USD' AND first_month IS NULL THEN amount END) AS highest_usd,
        count(*) AS figures
    FROM report_trade_figures
    WHERE flow = 'total' AND year IS NOT NULL AND country_a IS NOT NULL AND country_b IS NOT NULL
    GROUP BY 1, 2, 3
),
written AS (
    SELECT
        CASE WHEN sender_country < recipient_country THEN sender_country ELSE recipient_country END AS country_a,
        CASE WHEN sender_country < recipient_country THEN recipient_country ELSE sender_country END AS country_b,
        written_year AS year,
        count(*) AS messages,
        sum(
            CASE WHEN EXISTS (
                SELECT 1
                FROM statement
                JOIN trade_figure ON trade_figure.statement_id = statement.id
                WHERE statement.message_id = report_messages.message_id
            ) THEN 1 ELSE 0 END
        ) AS messages_on_trade
    FROM report_messages
    WHERE written_year IS NOT NULL AND sender_country <> recipient_country
    GROUP BY 1, 2, 3
),
spoken_of AS (
    SELECT country_a, country_b, min(year) AS first_year
    FROM (
        SELECT country_a, country_b, year FROM told
        UNION ALL
        SELECT country_a, country_b, year FROM written
    ) AS either
    GROUP BY country_a, country_b
),
official AS (
    SELECT report_official_trade.*
    FROM report_official_trade
    JOIN spoken_of
        ON spoken_of.country_a = report_official_trade.country_a
        AND spoken_of.country_b = report_official_trade.country_b
        AND spoken_of.first_year <= report_official_trade.year
    WHERE report_official_trade.flow = 'total'
),
target AS (
    SELECT
        CASE WHEN country_a.code < country_b.code THEN country_a.code ELSE country_b.code END AS country_a,
        CASE WHEN country_a.code < country_b.code THEN country_b.code ELSE country_a.code END AS country_b,
        trade_target.due_year AS year,
        max(trade_target.value_usd) AS value_usd
    FROM trade_target
    JOIN country AS country_a ON country_a.id = trade_target.country_a_id
    JOIN country AS country_b ON country_b.id = trade_target.country_b_id
    WHERE trade_target.due_year IS NOT NULL
    GROUP BY 1, 2, 3
),
pair_year AS (
    SELECT country_a, country_b, year FROM told
    UNION
    SELECT country_a, country_b, year FROM written
    UNION
    SELECT country_a, country_b, year FROM official
    UNION
    SELECT target.country_a, target.country_b, target.year
    FROM target
    JOIN spoken_of
        ON spoken_of.country_a = target.country_a
        AND spoken_of.country_b = target.country_b
        AND spoken_of.first_year <= target.year
)
SELECT
    CAST(pair_year.country_a AS text) AS country_a,
    CAST(pair_year.country_b AS text) AS country_b,
    CAST(pair_year.year AS integer) AS year,
    CAST(coalesce(told.figures, 0) AS integer) AS figures,
    CAST(told.lowest_usd AS numeric) AS lowest_told_usd,
    CAST(told.highest_usd AS numeric) AS highest_told_usd,
    official.official_usd,
    official.growth_percent,
    official.is_record,
    CAST(target.value_usd AS numeric) AS target_usd,
    CAST(coalesce(written.messages, 0) AS integer) AS messages,
    CAST(coalesce(written.messages_on_trade, 0) AS integer) AS messages_on_trade,
    official.issuer
FROM pair_year
LEFT JOIN told
    ON told.country_a = pair_year.country_a AND told.country_b = pair_year.country_b AND told.year = pair_year.year
LEFT JOIN written
    ON written.country_a = pair_year.country_a
    AND written.country_b = pair_year.country_b
    AND written.year = pair_year.year
LEFT JOIN official
    ON official.country_a = pair_year.country_a
    AND official.country_b = pair_year.country_b
    AND official.year = pair_year.year
LEFT JOIN target
    ON target.country_a = pair_year.country_a
    AND target.country_b = pair_year.country_b
    AND target.year = pair_year.year

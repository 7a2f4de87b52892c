-- title = "Goals of trade and when they were reached"
-- question = "Which goals were set for the trade of two countries, when were they really reached, and how often were they told?"
-- subject = "Trade"
-- order = "country_a, country_b, set_year NULLS LAST, value_usd, target"
-- shown = ["country_a", "country_b", "value_usd", "set_year", "due_year", "counted_reached_year", "in_time", "times_told"]
-- [filters]
-- country = ["country_a", "country_b"]
-- year = "due_year"
-- [chart]
-- transform = [
--   {filter = "datum.due_year != null || datum.counted_reached_year != null"},
--   {calculate = "datum.country_a + ' and ' + datum.country_b + ', ' + format(datum.value_usd / 1e9, ',') + ' bn' + (datum.set_year ? ' (' + datum.set_year + ')' : '')", as = "goal"},
--   {calculate = "datum.in_time == null ? 'no year was set' : datum.in_time ? 'yes' : 'no'", as = "kept"},
-- ]
-- encoding.y = {field = "goal", type = "nominal", title = "", sort = {field = "due_year", op = "min"}, axis = {grid = true, gridColor = "#ececec"}}
-- layer = [
--   {mark = {type = "bar", height = 6, color = "#bdbdbd"}, encoding = {x = {field = "set_year", type = "quantitative", title = "Grey: from the year the goal was set to the year it was due; mark: the first year whose official trade came to it", axis = {format = "d", tickMinStep = 1}, scale = {zero = false, nice = false, padding = 20}}, x2 = {field = "due_year"}}},
--   {transform = [{filter = "datum.due_year != null"}], mark = {type = "tick", color = "#5D5D5D", thickness = 3, height = 16}, encoding = {x = {field = "due_year", type = "quantitative"}}},
--   {transform = [{filter = "datum.counted_reached_year != null"}], mark = {type = "point", size = 90}, encoding = {x = {field = "counted_reached_year", type = "quantitative"}, color = {field = "kept", type = "nominal", title = "In time", scale = {domain = ["yes", "no", "no year was set"], range = ["#0072B2", "#D55E00", "#000000"]}}, shape = {field = "kept", type = "nominal", title = "In time", scale = {domain = ["yes", "no", "no year was set"], range = ["circle", "diamond", "square"]}}}},
-- ]
-- rough = {y = ["country_a", "country_b"], x = "due_year", value = "value_usd"}
-- [columns]
-- due_year = "Year by which the goal was to be reached"
-- source = "Where the goal was looked up"

-- counted_reached_year is the first year, not before the goal was set, whose official total came to it; in_time is NULL
-- where the goal has no year, or is neither reached nor due by the last year of the series.
WITH counted AS (
    SELECT
        trade_target.id,
        country_a.code AS country_a,
        country_b.code AS country_b,
        min(CASE
            WHEN official.official_usd >= trade_target.value_usd
                AND official.year >= coalesce(trade_target.set_year, official.year)
                THEN official.year
        END) AS reached_year,
        max(official.year) AS last_year
    FROM trade_target
    JOIN country AS country_a ON country_a.id = trade_target.country_a_id
    JOIN country AS country_b ON country_b.id = trade_target.country_b_id
    LEFT JOIN report_official_trade AS official
        ON official.country_a = country_a.code AND official.country_b = country_b.code AND official.flow = 'total'
    GROUP BY trade_target.id, country_a.code, country_b.code
)
SELECT
    trade_target.slug AS target,
    counted.country_a,
    counted.country_b,
    trade_target.value_usd,
    trade_target.set_year,
    trade_target.due_year,
    trade_target.reached_year,
    CAST(counted.reached_year AS integer) AS counted_reached_year,
    CAST(
        CASE
            WHEN trade_target.due_year IS NULL THEN NULL
            WHEN counted.reached_year <= trade_target.due_year THEN true
            WHEN counted.last_year >= trade_target.due_year THEN false
        END AS boolean
    ) AS in_time,
    CAST((
        SELECT count(*)
        FROM trade_figure
        WHERE trade_figure.claim IN ('target', 'target_reached')
            AND trade_figure.currency = 'USD'
            AND trade_figure.amount = trade_target.value_usd
            AND (
                (trade_figure.country_a_id = trade_target.country_a_id
                    AND trade_figure.country_b_id = trade_target.country_b_id)
                OR (trade_figure.country_a_id = trade_target.country_b_id
                    AND trade_figure.country_b_id = trade_target.country_a_id)
            )
    ) AS integer) AS times_told,
    trade_target.deadline,
    trade_target.source
FROM counted
JOIN trade_target ON trade_target.id = counted.id

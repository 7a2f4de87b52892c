-- title = "Anniversaries invoked and to come"
-- question = "When was each anniversary invoked, by whom, and which comes next for the milestones spoken of?"
-- subject = "Anniversaries"
-- order = "milestone, year, kind DESC, ordinal, speaker NULLS LAST"
-- shown = ["milestone_name", "year", "ordinal", "kind", "speaker", "messages"]
-- [filters]
-- milestone = "milestone"
-- leader = "speaker"
-- speaker = "speaker"
-- year = "year"
-- since = "year"
-- until = "year"
-- kind = "kind"
-- [chart]
-- transform = [
--   {calculate = "datum.speaker_name || 'the journalist'", as = "who"},
--   {window = [{op = "dense_rank", as = "place"}], sort = [{field = "who"}], groupby = ["milestone", "kind"]},
--   {joinaggregate = [{op = "max", field = "place", as = "places"}], groupby = ["milestone", "kind"]},
--   {calculate = "datum.place - (datum.places + 1) / 2", as = "slot"},
-- ]
-- height = {step = 44, for = "position"}
-- encoding.x = {field = "year", type = "quantitative", title = "Year observed; the number is the anniversary", axis = {format = "d", tickMinStep = 1}, scale = {zero = false, nice = false, padding = 24}}
-- encoding.y = {field = "milestone_name", type = "nominal", title = "", sort = {field = "year", op = "min"}, axis = {grid = true, gridColor = "#ececec"}}
-- encoding.shape = {field = "kind", type = "nominal", title = "", scale = {domain = ["invoked", "coming"], range = ["circle", "diamond"]}}
-- layer = [
--   {transform = [{filter = "datum.kind == 'coming'"}], mark = {type = "point", size = 110, color = "#1b1b1b"}},
--   {transform = [{filter = "datum.kind == 'coming'"}], mark = {type = "text", align = "left", dx = 9, fontSize = 11}, encoding = {text = {field = "ordinal"}}},
--   {transform = [{filter = "datum.kind == 'invoked'"}], mark = "point", encoding = {yOffset = {field = "slot", type = "quantitative", scale = {domain = [-2, 2]}}, color = {field = "who", type = "nominal", title = "Invoked by"}}},
--   {transform = [{filter = "datum.kind == 'invoked'"}], mark = {type = "text", align = "left", dx = 7, fontSize = 10}, encoding = {yOffset = {field = "slot", type = "quantitative", scale = {domain = [-2, 2]}}, text = {field = "ordinal"}}},
-- ]
-- rough = {y = "milestone", x = "year", value = "messages"}

-- Anniversaries to come stand for milestones invoked before, without a speaker.
SELECT
    milestone,
    milestone_name,
    CAST(observed_year AS integer) AS year,
    ordinal,
    CAST('invoked' AS text) AS kind,
    speaker,
    speaker_name,
    CAST(count(DISTINCT message_id) AS integer) AS messages
FROM report_anniversaries
WHERE milestone IS NOT NULL AND observed_year IS NOT NULL
GROUP BY milestone, milestone_name, observed_year, ordinal, speaker, speaker_name
UNION ALL
SELECT milestone, milestone_name, due_year, ordinal, 'coming', NULL, NULL, 0
FROM report_upcoming_anniversaries
WHERE milestone IN (SELECT milestone FROM report_anniversaries)

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
--   {joinaggregate = [{op = "sum", field = "messages", as = "in_all"}], groupby = ["milestone"]},
--   {window = [{op = "dense_rank", as = "rank"}], sort = [{field = "in_all", order = "descending"}, {field = "milestone"}]},
--   {filter = "datum.rank <= 40"},
--   {calculate = "datum.speaker_name || 'the journalist'", as = "who"},
--   {window = [{op = "dense_rank", as = "place"}], sort = [{field = "who"}], groupby = ["milestone", "kind"]},
--   {joinaggregate = [{op = "max", field = "place", as = "places"}], groupby = ["milestone", "kind"]},
--   {calculate = "datum.place - (datum.places + 1) / 2", as = "slot"},
-- ]
-- height = {step = 44, for = "position"}
-- encoding.x = {field = "year", type = "quantitative", title = "Year observed; the number is the anniversary (at most forty milestones, those most spoken of)", axis = {format = "d", tickMinStep = 1}, scale = {zero = false, nice = false, padding = 24}}
-- encoding.y = {field = "milestone_name", type = "nominal", title = "", sort = {field = "year", op = "min"}, axis = {grid = true, gridColor = "#ececec"}}
-- encoding.shape = {field = "kind", type = "nominal", title = "", scale = {domain = ["invoked", "coming"], range = ["circle", "diamond"]}}
-- layer = [
--   {transform = [{filter = "datum.kind == 'coming'"}], mark = {type = "point", size = 110, color = "#1b1b1b"}},
--   {transform = [{filter = "datum.kind == 'coming'"}], mark = {type = "text", align = "left", dx = 9, fontSize = 11}, encoding = {text = {field = "ordinal"}}},
--   {transform = [{filter = "datum.kind == 'invoked'"}], mark = "point", encoding = {yOffset = {field = "slot", type = "quantitative", scale = {domain = [-2, 2]}}, color = {field = "who", type = "nominal", title = "Invoked by"}}},
--   {transform = [{filter = "datum.kind == 'invoked'"}], mark = {type = "text", align = "left", dx = 7, fontSize = 10}, encoding = {yOffset = {field = "slot", type = "quantitative", scale = {domain = [-2, 2]}}, text = {field = "ordinal"}}},
-- ]
-- rough = {y = "milestone", x = "year", value = "messages"}
-- [columns]
-- kind = "invoked, or coming: the next one of a milestone invoked before"
-- year = "Year in which the anniversary was observed, or will be"
-- speaker = "Slug of the leader who invoked it; empty where the journalist did, and for those to come"
-- messages = "Number of messages that invoke it; 0 for those to come"

-- Anniversaries to come stand for milestones invoked before, without a speaker.
WITH told AS (
    SELECT
        milestone,
        milestone_name,
        observed_year AS year,
        ordinal,
        'invoked' AS kind,
        speaker,
        speaker_name,
        speaker_id,
        count(DISTINCT message_id) AS messages
    FROM report_anniversaries
    WHERE milestone IS NOT NULL AND observed_year IS NOT NULL
    GROUP BY milestone, milestone_name, observed_year, ordinal, speaker, speaker_name, speaker_id
    UNION ALL
    SELECT milestone, milestone_name, due_year, ordinal, 'coming', NULL, NULL, NULL, 0
    FROM report_upcoming_anniversaries AS upcoming
    WHERE EXISTS (
        SELECT 1
        FROM milestone
        JOIN anniversary_mention ON anniversary_mention.milestone_id = milestone.id
        WHERE milestone.slug = upcoming.milestone
    )
)
SELECT
    milestone,
    milestone_name,
    CAST(year AS integer) AS year,
    CAST(ordinal AS integer) AS ordinal,
    CAST(kind AS text) AS kind,
    speaker,
    speaker_name,
    CAST(messages AS integer) AS messages,
    CAST(speaker_id AS bigint) AS speaker_id
FROM told

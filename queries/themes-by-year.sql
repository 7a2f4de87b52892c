-- title = "Themes by year and speaker"
-- question = "How many messages of each leader touch each theme, year by year?"
-- subject = "Themes"
-- order = "year, messages DESC, theme, speaker"
-- shown = ["year", "speaker", "theme", "kind", "messages", "mentions"]
-- [filters]
-- leader = "speaker"
-- speaker = "speaker"
-- theme = "theme"
-- kind = "kind"
-- year = "year"
-- since = "year"
-- until = "year"
-- [chart]
-- transform = [
--   {joinaggregate = [{op = "sum", field = "messages", as = "in_all"}], groupby = ["theme"]},
--   {window = [{op = "dense_rank", as = "place"}], sort = [{field = "in_all", order = "descending"}, {field = "theme"}]},
--   {filter = "datum.place <= 30"},
-- ]
-- encoding.x = {field = "year", type = "ordinal", title = "Year of writing", axis = {labelAngle = 0}}
-- width = {step = 38}
-- encoding.y = {field = "theme_name", type = "nominal", title = "", sort = {field = "messages", op = "sum", order = "descending"}}
-- encoding.color = {aggregate = "sum", field = "messages", type = "quantitative", title = "Messages", scale = {domainMin = 0}, legend = {tickMinStep = 1}}
-- mark = {type = "rect", stroke = "white"}
-- rough = {y = "theme", x = "year", value = "messages"}
-- [columns]
-- messages = "Number of messages of the speaker in the year that touch the theme"

SELECT
    CAST(messages.written_year AS integer) AS year,
    messages.sender AS speaker,
    theme.slug AS theme,
    theme.name AS theme_name,
    theme.kind,
    CAST(count(DISTINCT messages.message_id) AS integer) AS messages,
    CAST(count(*) AS integer) AS mentions
FROM theme_mention
JOIN theme ON theme.id = theme_mention.theme_id
JOIN statement ON statement.id = theme_mention.statement_id
JOIN report_messages AS messages ON messages.message_id = statement.message_id
WHERE messages.written_year IS NOT NULL
GROUP BY messages.written_year, messages.sender, theme.slug, theme.name, theme.kind

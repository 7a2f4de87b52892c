-- title = "Set phrases by year"
-- question = "Which set phrases does each leader use, in what share of the messages of a year, and since when?"
-- subject = "Correspondents"
-- order = "year, speaker, formulation, recipient"
-- shown = ["year", "speaker", "recipient", "formulation", "messages", "messages_with_it", "share_percent", "first_year", "last_year"]
-- [filters]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- year = "year"
-- since = "year"
-- until = "year"
-- formulation = "formulation"
-- [chart]
-- transform = [
--   {joinaggregate = [{op = "sum", field = "messages_with_it", as = "in_all"}], groupby = ["formulation"]},
--   {window = [{op = "dense_rank", as = "place"}], sort = [{field = "in_all", order = "descending"}, {field = "formulation"}]},
--   {filter = "datum.place <= 25"},
-- ]
-- encoding.x = {field = "year", type = "ordinal", title = "Year of writing", axis = {labelAngle = 0}}
-- width = {step = 38}
-- encoding.y = {field = "formulation_name", type = "nominal", title = "", sort = {field = "first_year", op = "min"}}
-- encoding.color = {aggregate = "sum", field = "messages_with_it", type = "quantitative", title = "Messages with it", scale = {domainMin = 0}, legend = {tickMinStep = 1}}
-- mark = {type = "rect", stroke = "white"}
-- rough = {y = "formulation", x = "year", value = "messages_with_it"}
-- [columns]
-- messages = "Number of messages of the year to this recipient whose words are known"
-- first_year = "First year in which the speaker is known to have used the phrase to this recipient"
-- last_year = "Last year in which the speaker is known to have used the phrase to this recipient"

-- messages are those of the year whose words are known; first_year and last_year are those in which this speaker is
-- known to have used the phrase to this recipient: where one ends and another begins, the formula changed.
WITH worded AS (
    SELECT sender, recipient, written_year AS year, count(*) AS messages
    FROM report_messages
    WHERE statements > 0 AND written_year IS NOT NULL
    GROUP BY sender, recipient, written_year
),
used AS (
    SELECT
        theme.slug AS formulation,
        theme.name AS formulation_name,
        messages.sender,
        messages.recipient,
        messages.written_year AS year,
        count(DISTINCT messages.message_id) AS messages
    FROM theme_mention
    JOIN theme ON theme.id = theme_mention.theme_id
    JOIN statement ON statement.id = theme_mention.statement_id
    JOIN report_messages AS messages ON messages.message_id = statement.message_id
    WHERE theme.kind = 'formulation' AND messages.written_year IS NOT NULL
    GROUP BY theme.slug, theme.name, messages.sender, messages.recipient, messages.written_year
)
SELECT
    CAST(used.year AS integer) AS year,
    used.sender AS speaker,
    used.recipient,
    used.formulation,
    used.formulation_name,
    CAST(worded.messages AS integer) AS messages,
    CAST(used.messages AS integer) AS messages_with_it,
    CAST(round(CAST(100.0 * used.messages / worded.messages AS numeric), 1) AS numeric) AS share_percent,
    CAST(min(used.year) OVER spoken AS integer) AS first_year,
    CAST(max(used.year) OVER spoken AS integer) AS last_year
FROM used
JOIN worded ON worded.sender = used.sender AND worded.recipient = used.recipient AND worded.year = used.year
WINDOW spoken AS (PARTITION BY used.formulation, used.sender, used.recipient)

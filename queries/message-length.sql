-- title = "Length of the reported messages"
-- question = "How many words of each message are reported, and how many of them in direct speech?"
-- subject = "Correspondents"
-- order = "written_year NULLS LAST, sent_on NULLS LAST, sender, recipient, message_id"
-- shown = ["sent_on", "occasion", "sender", "recipient", "words", "direct_words", "sentences", "outlet"]
-- [filters]
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- occasion = "occasion"
-- year = "written_year"
-- since = "sent_on"
-- until = "sent_on"
-- outlet = "outlet"
-- [chart]
-- transform = [
--   {joinaggregate = [{op = "count", as = "written"}], groupby = ["sender"]},
--   {window = [{op = "dense_rank", as = "place"}], sort = [{field = "written", order = "descending"}, {field = "sender"}]},
--   {filter = "datum.place <= 4 && datum.written_year != null"},
-- ]
-- encoding.x = {field = "written_year", type = "quantitative", title = "Year of writing", axis = {format = "d", tickMinStep = 1}, scale = {zero = false, nice = false, padding = 20}}
-- encoding.color = {field = "sender_name", type = "nominal", title = "Senders of most messages", sort = {field = "place"}}
-- layer = [
--   {mark = {type = "point", size = 35, opacity = 0.5}, encoding = {y = {field = "words", type = "quantitative", title = "Words reported (dots: messages, lines: their mean)"}}},
--   {mark = {type = "line"}, encoding = {y = {aggregate = "mean", field = "words", type = "quantitative"}}},
-- ]
-- rough = {y = "sender", x = "written_year", value = "words"}
-- [columns]
-- words = "Number of reported words, by the report that gives most of the message"

-- Of the report that gives most of the message; words are what stands between spaces.
WITH quoted AS (
    SELECT
        statement.message_id,
        statement.source_report_id,
        statement.mode,
        substr(source_report.body, statement.start_char + 1, statement.end_char - statement.start_char) AS quote
    FROM statement
    JOIN source_report ON source_report.id = statement.source_report_id
    WHERE statement.message_id IS NOT NULL
),
sentence AS (
    SELECT message_id, source_report_id, mode, length(quote) - length(replace(quote, ' ', '')) + 1 AS words
    FROM quoted
),
told AS (
    SELECT
        message_id,
        source_report_id,
        sum(words) AS words,
        sum(CASE WHEN mode = 'direct' THEN words ELSE 0 END) AS direct_words,
        count(*) AS sentences,
        row_number() OVER (PARTITION BY message_id ORDER BY sum(words) DESC, source_report_id) AS place
    FROM sentence
    GROUP BY message_id, source_report_id
)
SELECT
    messages.message_id,
    messages.exchange_id,
    messages.sent_on,
    messages.written_year,
    messages.sender,
    messages.recipient,
    messages.occasion,
    messages.occasion_year,
    CAST(told.words AS integer) AS words,
    CAST(told.direct_words AS integer) AS direct_words,
    CAST(told.sentences AS integer) AS sentences,
    told.source_report_id,
    outlet.slug AS outlet,
    messages.sender_name,
    messages.recipient_name
FROM told
JOIN report_messages AS messages ON messages.message_id = told.message_id
JOIN source_report ON source_report.id = told.source_report_id
LEFT JOIN outlet ON outlet.id = source_report.outlet_id
WHERE told.place = 1

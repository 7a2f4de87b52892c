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

-- Of the report that gives most of the message; words are what stands between spaces.
WITH fullest AS (
    SELECT
        message.id AS message_id,
        (
            SELECT statement.source_report_id
            FROM statement
            WHERE statement.message_id = message.id
            GROUP BY statement.source_report_id
            ORDER BY sum(statement.end_char - statement.start_char) DESC, statement.source_report_id
            LIMIT 1
        ) AS source_report_id
    FROM message
),
told AS (
    SELECT
        message_id,
        source_report_id,
        mode,
        length(quote) - length(replace(quote, ' ', '')) + 1 AS words
    FROM report_statements
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
    CAST((
        SELECT sum(told.words)
        FROM told
        WHERE told.message_id = messages.message_id AND told.source_report_id = fullest.source_report_id
    ) AS integer) AS words,
    CAST((
        SELECT coalesce(sum(told.words), 0)
        FROM told
        WHERE told.message_id = messages.message_id
            AND told.source_report_id = fullest.source_report_id
            AND told.mode = 'direct'
    ) AS integer) AS direct_words,
    CAST((
        SELECT count(*)
        FROM statement
        WHERE statement.message_id = messages.message_id AND statement.source_report_id = fullest.source_report_id
    ) AS integer) AS sentences,
    CAST(fullest.source_report_id AS bigint) AS source_report_id,
    outlet.slug AS outlet,
    messages.sender_name,
    messages.recipient_name
FROM report_messages AS messages
JOIN fullest ON fullest.message_id = messages.message_id
JOIN source_report ON source_report.id = fullest.source_report_id
LEFT JOIN outlet ON outlet.id = source_report.outlet_id

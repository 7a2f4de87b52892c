-- title = "Forms of address"
-- question = "How does each message address its recipient, and how does the share of each form change by year?"
-- subject = "Correspondents"
-- order = "written_year NULLS LAST, sender, recipient, form, message_id"
-- shown = ["written_year", "occasion", "sender", "recipient", "form", "share_percent"]
-- [filters]
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- occasion = "occasion"
-- year = "written_year"
-- form = "form"
-- since = "sent_on"
-- until = "sent_on"
-- [chart]
-- encoding.x = {field = "written_year", type = "ordinal", title = "Year of writing", axis = {labelAngle = 0}}
-- width = {step = 38}
-- encoding.y = {aggregate = "count", stack = "normalize", title = "Share of the messages whose words are known", axis = {format = "%"}}
-- encoding.color = {field = "form", type = "nominal", title = "Form of address", scale = {domain = ["dear friend", "old friend", "friend", "comrade", "title only"], range = ["#D55E00", "#E69F00", "#F0E442", "#CC79A7", "#bdbdbd"]}}
-- transform = [{filter = "datum.written_year != null"}]
-- mark = "bar"
-- rough = {y = "form", x = "written_year"}

-- The warmest form in the reported words; "title only" where none of the forms stands in them. share_percent is that
-- of the form among the sender's messages to this recipient in the year, as far as their words are known.
WITH told AS (
    SELECT
        statement.message_id,
        lower(
            substr(source_report.body, statement.start_char + 1, statement.end_char - statement.start_char)
        ) AS quote
    FROM statement
    JOIN source_report ON source_report.id = statement.source_report_id
    WHERE statement.message_id IS NOT NULL
),
worded AS (
    SELECT
        message_id,
        min(
            CASE
                WHEN quote LIKE '%dear friend%' THEN 1
                WHEN quote LIKE '%old friend%' THEN 2
                WHEN quote LIKE '%my friend%' OR quote LIKE '%close friend%' THEN 3
                WHEN quote LIKE '%comrade%' THEN 4
                ELSE 5
            END
        ) AS rank
    FROM told
    GROUP BY message_id
),
addressed AS (
    SELECT
        messages.message_id,
        messages.exchange_id,
        messages.written_year,
        messages.sent_on,
        messages.occasion,
        messages.sender,
        messages.recipient,
        CASE worded.rank
            WHEN 1 THEN 'dear friend' WHEN 2 THEN 'old friend' WHEN 3 THEN 'friend' WHEN 4 THEN 'comrade'
            ELSE 'title only'
        END AS form
    FROM worded
    JOIN report_messages AS messages ON messages.message_id = worded.message_id
)
SELECT
    message_id,
    exchange_id,
    written_year,
    sent_on,
    occasion,
    sender,
    recipient,
    CAST(form AS text) AS form,
    CAST(
        round(
            CAST(
                100.0 * count(*) OVER (PARTITION BY sender, recipient, written_year, form)
                / count(*) OVER (PARTITION BY sender, recipient, written_year) AS numeric
            ), 1
        ) AS numeric
    ) AS share_percent
FROM addressed

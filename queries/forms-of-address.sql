-- title = "Forms of address"
-- question = "How does each message address its recipient, and how does the share of each form change by year?"
-- subject = "Correspondents"
-- order = "written_year NULLS LAST, sender, recipient, sent_on NULLS LAST, message_id"
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
WITH told AS NOT MATERIALIZED (
    SELECT
        message_id,
        CASE
            WHEN lower(quote) LIKE '%dear friend%' THEN 1
            WHEN lower(quote) LIKE '%old friend%' THEN 2
            WHEN lower(quote) LIKE '%my friend%' OR lower(quote) LIKE '%close friend%' THEN 3
            WHEN lower(quote) LIKE '%comrade%' THEN 4
            ELSE 5
        END AS form_rank
    FROM report_statements
)
SELECT
    message_id,
    exchange_id,
    written_year,
    sent_on,
    occasion,
    sender,
    recipient,
    CAST(
        CASE form_rank
            WHEN 1 THEN 'dear friend' WHEN 2 THEN 'old friend' WHEN 3 THEN 'friend' WHEN 4 THEN 'comrade'
            ELSE 'title only'
        END AS text
    ) AS form,
    CAST(
        round(
            CAST(
                100.0 * (
                    SELECT count(*)
                    FROM message AS alike
                    WHERE alike.sender_id = addressed.sender_id
                        AND alike.recipient_id = addressed.recipient_id
                        AND alike.written_year IS NOT DISTINCT FROM addressed.written_year
                        AND addressed.form_rank = (
                            SELECT min(told.form_rank) FROM told WHERE told.message_id = alike.id
                        )
                ) / (
                    SELECT count(*)
                    FROM message AS worded
                    WHERE worded.sender_id = addressed.sender_id
                        AND worded.recipient_id = addressed.recipient_id
                        AND worded.written_year IS NOT DISTINCT FROM addressed.written_year
                        AND EXISTS (SELECT 1 FROM statement WHERE statement.message_id = worded.id)
                ) AS numeric
            ), 1
        ) AS numeric
    ) AS share_percent,
    sender_id,
    recipient_id
FROM (
    SELECT
        messages.*,
        (
            SELECT min(told.form_rank) FROM told WHERE told.message_id = messages.message_id
        ) AS form_rank
    FROM report_messages AS messages
    WHERE EXISTS (SELECT 1 FROM statement WHERE statement.message_id = messages.message_id)
) AS addressed

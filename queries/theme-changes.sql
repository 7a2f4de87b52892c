-- title = "Themes new and no longer told"
-- question = "Which themes are new in what is reported of a leader's message, and which are gone, against the one before for the same occasion?"
-- only = "messages that a report here gives words of, and of which an earlier one for the same occasion is known by words, too"
-- subject = "Themes"
-- order = "year, sent_on NULLS LAST, recipient, occasion, message_id, change, theme"
-- walk = [["messages-before", "message_id"]]
-- shown = ["year", "year_before", "speaker", "recipient", "occasion", "change", "theme", "kind", "reports", "reports_before"]
-- [filters]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- country = ["speaker_country", "recipient_country"]
-- occasion = "occasion"
-- theme = "theme"
-- year = "year"
-- since = "sent_on"
-- until = "sent_on"
-- kind = "kind"
-- change = "change"
-- [values]
-- change = ["new", "not told here"]
-- [columns]
-- reports = "Number of reports here that give words of the message"
-- reports_before = "Number of reports here that give words of the message before"
-- year = "Year greeted or observed by the message"

-- By the words that reports here give of both messages, which are parts of them: what is not told of one may stand in it.
-- A theme that a message touches several times stands once: by the first of its mentions. Who wrote and when stands
-- within changed, where a filter reaches it before anything is compared.
WITH touched AS NOT MATERIALIZED (
    SELECT theme_mention.message_id, theme_mention.theme_id
    FROM theme_mention
    WHERE theme_mention.id = (
        SELECT min(first.id)
        FROM theme_mention AS first
        WHERE first.message_id = theme_mention.message_id AND first.theme_id = theme_mention.theme_id
    )
),
changed AS (
    SELECT worded.*, touched.theme_id, 'new' AS change
    FROM report_messages_before AS worded
    JOIN touched ON touched.message_id = worded.message_id
    WHERE NOT EXISTS (
        SELECT 1
        FROM theme_mention
        WHERE theme_mention.message_id = worded.message_before_id AND theme_mention.theme_id = touched.theme_id
    )
    UNION ALL
    SELECT worded.*, touched.theme_id, 'not told here' AS change
    FROM report_messages_before AS worded
    JOIN touched ON touched.message_id = worded.message_before_id
    WHERE NOT EXISTS (
        SELECT 1
        FROM theme_mention
        WHERE theme_mention.message_id = worded.message_id AND theme_mention.theme_id = touched.theme_id
    )
)
SELECT
    changed.message_id,
    changed.sender AS speaker,
    changed.recipient,
    changed.occasion,
    changed.year,
    changed.year_before,
    CAST(changed.change AS text) AS change,
    theme.slug AS theme,
    theme.name AS theme_name,
    theme.kind,
    changed.sender_id AS speaker_id,
    changed.recipient_id,
    changed.sent_on,
    changed.sender_name AS speaker_name,
    changed.recipient_name,
    changed.occasion_name,
    changed.sender_country AS speaker_country,
    changed.recipient_country,
    CAST((
        SELECT count(*)
        FROM message_report
        WHERE message_report.message_id = changed.message_id AND message_report.statement_count > 0
    ) AS integer) AS reports,
    CAST((
        SELECT count(*)
        FROM message_report
        WHERE message_report.message_id = changed.message_before_id AND message_report.statement_count > 0
    ) AS integer) AS reports_before
FROM changed
JOIN theme ON theme.id = changed.theme_id

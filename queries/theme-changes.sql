-- title = "Themes new and no longer reported"
-- question = "Which themes are new in what is reported of a leader's message, and which are gone, against the one before for the same occasion?"
-- subject = "Themes"
-- order = "year, sent_on NULLS LAST, recipient, occasion, message_id, change DESC, theme"
-- walk = [["messages-before", "message_id"]]
-- shown = ["year", "year_before", "speaker", "recipient", "occasion", "change", "theme", "kind"]
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
-- [columns]
-- year = "Year greeted or observed by the message"

-- A theme that a message touches
-- several times stands once: by the first of its mentions.
WITH touched AS NOT MATERIALIZED (
    SELECT theme_mention.message_id, theme_mention.theme_id
    FROM theme_mention
    WHERE NOT EXISTS (
        SELECT 1
        FROM theme_mention AS earlier
        WHERE earlier.message_id = theme_mention.message_id
            AND earlier.theme_id = theme_mention.theme_id
            AND earlier.id < theme_mention.id
    )
),
changed AS (
    SELECT worded.message_id, touched.theme_id, 'new' AS change
    FROM report_messages_before AS worded
    JOIN touched ON touched.message_id = worded.message_id
    WHERE NOT EXISTS (
        SELECT 1
        FROM theme_mention
        WHERE theme_mention.message_id = worded.message_before_id AND theme_mention.theme_id = touched.theme_id
    )
    UNION ALL
    SELECT worded.message_id, touched.theme_id, 'dropped'
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
    worded.sender AS speaker,
    worded.recipient,
    worded.occasion,
    worded.year,
    worded.year_before,
    CAST(changed.change AS text) AS change,
    theme.slug AS theme,
    theme.name AS theme_name,
    theme.kind,
    worded.sender_id AS speaker_id,
    worded.recipient_id,
    worded.sent_on,
    worded.sender_name AS speaker_name,
    worded.recipient_name,
    worded.occasion_name,
    worded.sender_country AS speaker_country,
    worded.recipient_country
FROM changed
JOIN report_messages_before AS worded ON worded.message_id = changed.message_id
JOIN theme ON theme.id = changed.theme_id

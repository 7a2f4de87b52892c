-- title = "Themes new and dropped"
-- question = "What came new in a leader's message, and what was dropped, against the one before for the same occasion?"
-- subject = "Themes"
-- order = "year, speaker, recipient, occasion, change DESC, theme"
-- shown = ["year", "year_before", "speaker", "recipient", "change", "theme", "kind"]
-- [filters]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- theme = "theme"
-- kind = "kind"
-- occasion = "occasion"
-- year = "year"
-- change = "change"
-- [columns]
-- year = "Year greeted or observed by the message"

-- Messages without reported words are passed over: nothing is known to be dropped in them.
WITH worded AS (
    SELECT
        message_id,
        sender,
        recipient,
        occasion,
        occasion_year AS year,
        lag(message_id) OVER same_kind AS id_before,
        lag(occasion_year) OVER same_kind AS year_before
    FROM report_messages
    WHERE statements > 0 AND occasion_year IS NOT NULL
    WINDOW same_kind AS (PARTITION BY sender, recipient, occasion ORDER BY occasion_year)
),
touched AS (
    SELECT DISTINCT statement.message_id, theme_mention.theme_id
    FROM theme_mention
    JOIN statement ON statement.id = theme_mention.statement_id
    WHERE statement.message_id IS NOT NULL
),
changed AS (
    SELECT worded.message_id, touched.theme_id, 'new' AS change
    FROM worded
    JOIN touched ON touched.message_id = worded.message_id
    LEFT JOIN touched AS before ON before.message_id = worded.id_before AND before.theme_id = touched.theme_id
    WHERE worded.id_before IS NOT NULL AND before.theme_id IS NULL
    UNION ALL
    SELECT worded.message_id, before.theme_id, 'dropped'
    FROM worded
    JOIN touched AS before ON before.message_id = worded.id_before
    LEFT JOIN touched ON touched.message_id = worded.message_id AND touched.theme_id = before.theme_id
    WHERE touched.theme_id IS NULL
)
SELECT
    worded.message_id,
    worded.sender AS speaker,
    worded.recipient,
    worded.occasion,
    CAST(worded.year AS integer) AS year,
    CAST(worded.year_before AS integer) AS year_before,
    CAST(changed.change AS text) AS change,
    theme.slug AS theme,
    theme.name AS theme_name,
    theme.kind
FROM changed
JOIN worded ON worded.message_id = changed.message_id
JOIN theme ON theme.id = changed.theme_id

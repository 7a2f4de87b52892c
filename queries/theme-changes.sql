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

-- Messages without reported words are passed over: nothing is known to be dropped in them. A theme that a message touches
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
worded AS NOT MATERIALIZED (
    SELECT
        message.id AS message_id,
        message.sender_id,
        message.recipient_id,
        exchange.occasion_id,
        exchange.occasion_year AS year,
        before.id AS id_before,
        exchange_before.occasion_year AS year_before
    FROM message
    JOIN exchange ON exchange.id = message.exchange_id
    JOIN message AS before ON before.id = (
        SELECT worded_before.id
        FROM exchange AS earlier
        JOIN message AS worded_before
            ON worded_before.exchange_id = earlier.id AND worded_before.sender_id = message.sender_id
        WHERE earlier.leader_a_id = exchange.leader_a_id
            AND earlier.leader_b_id = exchange.leader_b_id
            AND earlier.occasion_id = exchange.occasion_id
            AND earlier.occasion_year < exchange.occasion_year
            AND EXISTS (SELECT 1 FROM statement WHERE statement.message_id = worded_before.id)
        ORDER BY earlier.occasion_year DESC
        LIMIT 1
    )
    JOIN exchange AS exchange_before ON exchange_before.id = before.exchange_id
    WHERE EXISTS (SELECT 1 FROM statement WHERE statement.message_id = message.id)
),
changed AS (
    SELECT worded.*, touched.theme_id, 'new' AS change
    FROM worded
    JOIN touched ON touched.message_id = worded.message_id
    WHERE NOT EXISTS (
        SELECT 1
        FROM theme_mention
        WHERE theme_mention.message_id = worded.id_before AND theme_mention.theme_id = touched.theme_id
    )
    UNION ALL
    SELECT worded.*, touched.theme_id, 'dropped'
    FROM worded
    JOIN touched ON touched.message_id = worded.id_before
    WHERE NOT EXISTS (
        SELECT 1
        FROM theme_mention
        WHERE theme_mention.message_id = worded.message_id AND theme_mention.theme_id = touched.theme_id
    )
)
SELECT
    changed.message_id,
    speaker.slug AS speaker,
    recipient.slug AS recipient,
    occasion.slug AS occasion,
    CAST(changed.year AS integer) AS year,
    CAST(changed.year_before AS integer) AS year_before,
    CAST(changed.change AS text) AS change,
    theme.slug AS theme,
    theme.name AS theme_name,
    theme.kind,
    changed.sender_id AS speaker_id,
    changed.recipient_id
FROM changed
JOIN theme ON theme.id = changed.theme_id
JOIN occasion ON occasion.id = changed.occasion_id
JOIN leader AS speaker ON speaker.id = changed.sender_id
JOIN leader AS recipient ON recipient.id = changed.recipient_id

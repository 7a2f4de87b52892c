-- title = "Themes that one side leaves out"
-- question = "What does one leader speak of in an exchange, and the other does not?"
-- subject = "Themes"
-- order = "occasion_year NULLS LAST, exchange_id, speaker, theme"
-- shown = ["occasion", "occasion_year", "theme", "kind", "speaker", "silent"]
-- [filters]
-- leader = ["speaker", "silent"]
-- speaker = "speaker"
-- theme = "theme"
-- kind = "kind"
-- occasion = "occasion"
-- year = "occasion_year"
-- [columns]
-- speaker = "Slug of the leader whose message touches the theme"

-- Only where some words of both messages are known.
WITH touched AS (
    SELECT DISTINCT message.exchange_id, message.sender_id, message.recipient_id, theme_mention.theme_id
    FROM theme_mention
    JOIN statement ON statement.id = theme_mention.statement_id
    JOIN message ON message.id = statement.message_id
)
SELECT
    touched.exchange_id,
    occasion.slug AS occasion,
    exchange.occasion_year,
    theme.slug AS theme,
    theme.name AS theme_name,
    theme.kind,
    speaker.slug AS speaker,
    silent.slug AS silent
FROM touched
JOIN exchange ON exchange.id = touched.exchange_id
JOIN occasion ON occasion.id = exchange.occasion_id
JOIN theme ON theme.id = touched.theme_id
JOIN leader AS speaker ON speaker.id = touched.sender_id
JOIN leader AS silent ON silent.id = touched.recipient_id
WHERE EXISTS (
    SELECT 1
    FROM message
    JOIN statement ON statement.message_id = message.id
    WHERE message.exchange_id = touched.exchange_id AND message.sender_id = touched.recipient_id
)
AND NOT EXISTS (
    SELECT 1
    FROM touched AS other
    WHERE other.exchange_id = touched.exchange_id
        AND other.sender_id = touched.recipient_id
        AND other.theme_id = touched.theme_id
)

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
-- An exchange has two messages at most: a theme of one message is one that the other leaves out.
WITH touched AS (
    SELECT
        exchange.id AS exchange_id,
        exchange.occasion_id,
        exchange.occasion_year,
        exchange.leader_a_id,
        exchange.leader_b_id,
        theme_mention.theme_id,
        min(message.sender_id) AS speaker_id,
        min(message.recipient_id) AS silent_id
    FROM exchange
    JOIN message ON message.exchange_id = exchange.id
    JOIN statement ON statement.message_id = message.id
    JOIN theme_mention ON theme_mention.statement_id = statement.id
    GROUP BY
        exchange.id,
        exchange.occasion_id,
        exchange.occasion_year,
        exchange.leader_a_id,
        exchange.leader_b_id,
        theme_mention.theme_id
    HAVING min(message.sender_id) = max(message.sender_id)
)
SELECT
    touched.exchange_id,
    occasion.slug AS occasion,
    touched.occasion_year,
    theme.slug AS theme,
    theme.name AS theme_name,
    theme.kind,
    speaker.slug AS speaker,
    silent.slug AS silent,
    touched.leader_a_id,
    touched.leader_b_id
FROM touched
JOIN occasion ON occasion.id = touched.occasion_id
JOIN theme ON theme.id = touched.theme_id
JOIN leader AS speaker ON speaker.id = touched.speaker_id
JOIN leader AS silent ON silent.id = touched.silent_id
WHERE EXISTS (
    SELECT 1
    FROM message
    JOIN statement ON statement.message_id = message.id
    WHERE message.exchange_id = touched.exchange_id AND message.sender_id = touched.silent_id
)

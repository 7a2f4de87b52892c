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

-- Only where some words of both messages are known. A theme that a message touches several times stands once: by the
-- first of its mentions.
SELECT
    message.exchange_id,
    occasion.slug AS occasion,
    exchange.occasion_year,
    theme.slug AS theme,
    theme.name AS theme_name,
    theme.kind,
    speaker.slug AS speaker,
    silent.slug AS silent,
    exchange.leader_a_id,
    exchange.leader_b_id,
    message.sender_id AS speaker_id
FROM theme_mention
JOIN message ON message.id = theme_mention.message_id
JOIN message AS other ON other.exchange_id = message.exchange_id AND other.sender_id = message.recipient_id
JOIN exchange ON exchange.id = message.exchange_id
JOIN occasion ON occasion.id = exchange.occasion_id
JOIN theme ON theme.id = theme_mention.theme_id
JOIN leader AS speaker ON speaker.id = message.sender_id
JOIN leader AS silent ON silent.id = message.recipient_id
WHERE NOT EXISTS (
    SELECT 1
    FROM theme_mention AS earlier
    WHERE earlier.message_id = theme_mention.message_id
        AND earlier.theme_id = theme_mention.theme_id
        AND earlier.id < theme_mention.id
)
AND NOT EXISTS (
    SELECT 1
    FROM theme_mention AS touched
    WHERE touched.message_id = other.id AND touched.theme_id = theme_mention.theme_id
)
AND EXISTS (SELECT 1 FROM statement WHERE statement.message_id = other.id)

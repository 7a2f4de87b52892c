-- title = "Themes known from one side only"
-- question = "Which themes are reported of one leader's letter in an exchange and not of the other's, whose words are known too?"
-- only = "exchanges that reports here give words of both letters of"
-- subject = "Themes"
-- order = "occasion_year NULLS LAST, exchanged_on NULLS LAST, exchange_id, speaker, theme"
-- walk = [["messages", "exchange_id"], ["one-sided-themes", "exchange_id"]]
-- shown = ["occasion_year", "speaker", "recipient", "occasion", "theme", "kind", "recipient_statements", "recipient_reports"]
-- [filters]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- country = ["speaker_country", "recipient_country"]
-- occasion = "occasion"
-- theme = "theme"
-- year = "occasion_year"
-- since = "exchanged_on"
-- until = "exchanged_on"
-- kind = "kind"
-- [columns]
-- speaker = "Slug of the leader whose message touches the theme; no report here tells it of the recipient's own"

-- Only where some words of both messages are known: what the recipient wrote may touch the theme in words not told here. A theme that a message touches several times stands once: by the
-- first of its mentions.
SELECT
    message.exchange_id,
    occasion.slug AS occasion,
    exchange.occasion_year,
    theme.slug AS theme,
    theme.name AS theme_name,
    theme.kind,
    speaker.slug AS speaker,
    recipient.slug AS recipient,
    exchange.leader_a_id,
    exchange.leader_b_id,
    message.sender_id AS speaker_id,
    speaker.full_name AS speaker_name,
    recipient.full_name AS recipient_name,
    occasion.name AS occasion_name,
    CAST((SELECT country.code FROM country WHERE country.id = speaker.country_id) AS text) AS speaker_country,
    CAST((SELECT country.code FROM country WHERE country.id = recipient.country_id) AS text) AS recipient_country,
    exchange.exchanged_on,
    message.recipient_id,
    CAST((SELECT count(*) FROM statement WHERE statement.message_id = other.id) AS integer) AS recipient_statements,
    CAST((
        SELECT count(*)
        FROM message_report
        WHERE message_report.message_id = other.id AND message_report.statement_count > 0
    ) AS integer) AS recipient_reports
FROM theme_mention
JOIN message ON message.id = theme_mention.message_id
JOIN message AS other ON other.exchange_id = message.exchange_id AND other.sender_id = message.recipient_id
JOIN exchange ON exchange.id = message.exchange_id
JOIN occasion ON occasion.id = exchange.occasion_id
JOIN theme ON theme.id = theme_mention.theme_id
LEFT JOIN leader AS speaker ON speaker.id = message.sender_id
LEFT JOIN leader AS recipient ON recipient.id = message.recipient_id
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

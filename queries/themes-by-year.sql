-- title = "Themes by year and speaker"
-- question = "How many messages of each leader to each other one touch each theme, year by year?"
-- subject = "Themes"
-- order = "year, messages DESC, theme, speaker, recipient"
-- listed = true
-- shown = ["year", "speaker", "recipient", "theme", "kind", "messages", "mentions"]
-- [filters]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- country = ["speaker_country", "recipient_country"]
-- theme = "theme"
-- year = "year"
-- since = "year"
-- until = "year"
-- kind = "kind"
-- [columns]
-- messages = "Number of messages of the speaker to the recipient in the year that touch the theme"
-- year = "Year of writing"

WITH touched AS (
    SELECT
        message.written_year AS year,
        message.sender_id,
        message.recipient_id,
        theme_mention.theme_id,
        count(DISTINCT message.id) AS messages,
        count(*) AS mentions
    FROM message
    JOIN theme_mention ON theme_mention.message_id = message.id
    WHERE message.written_year IS NOT NULL
    GROUP BY message.written_year, message.sender_id, message.recipient_id, theme_mention.theme_id
)
SELECT
    touched.year,
    speaker.slug AS speaker,
    recipient.slug AS recipient,
    theme.slug AS theme,
    theme.name AS theme_name,
    theme.kind,
    CAST(touched.messages AS integer) AS messages,
    CAST(touched.mentions AS integer) AS mentions,
    speaker.full_name AS speaker_name,
    recipient.full_name AS recipient_name,
    speaker_country.code AS speaker_country,
    recipient_country.code AS recipient_country,
    touched.sender_id AS speaker_id,
    touched.recipient_id
FROM touched
JOIN theme ON theme.id = touched.theme_id
JOIN leader AS speaker ON speaker.id = touched.sender_id
JOIN leader AS recipient ON recipient.id = touched.recipient_id
LEFT JOIN country AS speaker_country ON speaker_country.id = speaker.country_id
LEFT JOIN country AS recipient_country ON recipient_country.id = recipient.country_id

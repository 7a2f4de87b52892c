-- title = "Themes by year and speaker"
-- question = "How many messages of each leader touch each theme, year by year?"
-- subject = "Themes"
-- order = "year, messages DESC, theme, speaker"
-- shown = ["year", "speaker", "theme", "kind", "messages", "mentions"]
-- [filters]
-- leader = "speaker"
-- speaker = "speaker"
-- theme = "theme"
-- kind = "kind"
-- year = "year"
-- since = "year"
-- until = "year"
-- [columns]
-- messages = "Number of messages of the speaker in the year that touch the theme"

WITH touched AS (
    SELECT
        message.written_year AS year,
        message.sender_id,
        theme_mention.theme_id,
        count(DISTINCT message.id) AS messages,
        count(*) AS mentions
    FROM message
    JOIN theme_mention ON theme_mention.message_id = message.id
    WHERE message.written_year IS NOT NULL
    GROUP BY message.written_year, message.sender_id, theme_mention.theme_id
)
SELECT
    CAST(touched.year AS integer) AS year,
    speaker.slug AS speaker,
    theme.slug AS theme,
    theme.name AS theme_name,
    theme.kind,
    CAST(touched.messages AS integer) AS messages,
    CAST(touched.mentions AS integer) AS mentions,
    touched.sender_id AS speaker_id
FROM touched
JOIN theme ON theme.id = touched.theme_id
JOIN leader AS speaker ON speaker.id = touched.sender_id

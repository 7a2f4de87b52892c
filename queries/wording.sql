-- title = "Set phrases by year"
-- question = "Which set phrases does each leader use, word for word, in what share of the messages of a year, and since when?"
-- subject = "Themes"
-- order = "year, first_on NULLS LAST, speaker, phrase, recipient"
-- shown = ["year", "speaker", "recipient", "phrase", "messages", "messages_with_it", "first_year", "last_year", "first_used_by", "last_used_by"]
-- [filters]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- country = ["speaker_country", "recipient_country"]
-- year = "year"
-- since = "year"
-- until = "year"
-- phrase = "phrase"
-- formulation = "formulation"
-- [columns]
-- messages = "Number of messages of the year to this recipient whose words are known"
-- first_year = "First year in which the speaker is known to have used this very phrase to this recipient"
-- last_year = "Last year in which the speaker is known to have used this very phrase to this recipient"
-- first_on = "Day of the first message of the year with it"
-- year = "Year of writing"

-- A phrase is the words as they stand, in small letters. messages are those of the year whose words are known; first_year
-- and last_year are those in which this speaker is known to have used this very phrase to this recipient, first_used_by
-- and last_used_by tell who is the first and the last of all to use it in the reports here.
WITH used AS (
    SELECT
        phrase,
        theme_id,
        speaker_id AS sender_id,
        recipient_id,
        written_year AS year,
        count(DISTINCT message_id) AS messages,
        min(sent_on) AS first_on
    FROM report_phrases
    WHERE written_year IS NOT NULL
    GROUP BY phrase, theme_id, speaker_id, recipient_id, written_year
),
dated AS (
    SELECT
        used.*,
        min(year) OVER (PARTITION BY phrase, sender_id, recipient_id) AS first_year,
        max(year) OVER (PARTITION BY phrase, sender_id, recipient_id) AS last_year,
        first_value(sender_id) OVER (PARTITION BY phrase ORDER BY year, first_on NULLS LAST, sender_id) AS first_id,
        first_value(sender_id) OVER (PARTITION BY phrase ORDER BY year DESC, first_on DESC NULLS LAST, sender_id)
            AS last_id
    FROM used
),
shared AS (
    SELECT
        dated.*,
        (
            SELECT count(*)
            FROM message
            WHERE message.sender_id = dated.sender_id
                AND message.recipient_id = dated.recipient_id
                AND message.written_year = dated.year
                AND EXISTS (SELECT 1 FROM statement WHERE statement.message_id = message.id)
        ) AS worded
    FROM dated
)
SELECT
    CAST(shared.year AS integer) AS year,
    speaker.slug AS speaker,
    recipient.slug AS recipient,
    CAST(shared.phrase AS text) AS phrase,
    theme.slug AS formulation,
    theme.name AS formulation_name,
    CAST(shared.worded AS integer) AS messages,
    CAST(shared.messages AS integer) AS messages_with_it,
    CAST(round(CAST(100.0 * shared.messages / shared.worded AS numeric), 1) AS numeric) AS share_percent,
    CAST(shared.first_year AS integer) AS first_year,
    CAST(shared.last_year AS integer) AS last_year,
    first_speaker.slug AS first_used_by,
    last_speaker.slug AS last_used_by,
    CAST(shared.first_on AS date) AS first_on,
    speaker.full_name AS speaker_name,
    recipient.full_name AS recipient_name,
    first_speaker.full_name AS first_used_by_name,
    last_speaker.full_name AS last_used_by_name,
    speaker_country.code AS speaker_country,
    recipient_country.code AS recipient_country,
    shared.sender_id AS speaker_id,
    shared.recipient_id
FROM shared
JOIN theme ON theme.id = shared.theme_id
JOIN leader AS speaker ON speaker.id = shared.sender_id
JOIN leader AS recipient ON recipient.id = shared.recipient_id
JOIN leader AS first_speaker ON first_speaker.id = shared.first_id
JOIN leader AS last_speaker ON last_speaker.id = shared.last_id
LEFT JOIN country AS speaker_country ON speaker_country.id = speaker.country_id
LEFT JOIN country AS recipient_country ON recipient_country.id = recipient.country_id

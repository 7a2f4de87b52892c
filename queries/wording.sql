-- title = "Set phrases by year"
-- question = "Which set phrases does each leader use, word for word, in what share of the messages of a year, and since when?"
-- only = "phrases of the themes of the kind formulation, in messages of which the year is known"
-- subject = "Themes"
-- order = "year, first_on NULLS LAST, speaker, phrase, recipient"
-- listed = true
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
WITH shared AS MATERIALIZED (
    SELECT
        known.phrase,
        (
            SELECT other.speaker_id
            FROM kept_phrase_use AS other
            WHERE other.phrase = known.phrase
            ORDER BY other.year, other.day, other.speaker_id
            LIMIT 1
        ) AS first_id,
        (
            SELECT other.speaker_id
            FROM kept_phrase_use AS other
            WHERE other.phrase = known.phrase
            ORDER BY other.year DESC, other.last_day DESC, other.speaker_id
            LIMIT 1
        ) AS last_id
    FROM (SELECT DISTINCT phrase FROM kept_phrase_use) AS known
)
SELECT
    used.year,
    speaker.slug AS speaker,
    recipient.slug AS recipient,
    CAST(used.phrase AS text) AS phrase,
    theme.slug AS formulation,
    theme.name AS formulation_name,
    CAST(used.worded AS integer) AS messages,
    CAST(used.messages AS integer) AS messages_with_it,
    CAST(round(CAST(100.0 * used.messages / used.worded AS numeric), 1) AS numeric) AS share_percent,
    CAST((
        SELECT min(same.year)
        FROM kept_phrase_use AS same
        WHERE same.speaker_id = used.speaker_id AND same.recipient_id = used.recipient_id AND same.phrase = used.phrase
    ) AS integer) AS first_year,
    CAST((
        SELECT max(same.year)
        FROM kept_phrase_use AS same
        WHERE same.speaker_id = used.speaker_id AND same.recipient_id = used.recipient_id AND same.phrase = used.phrase
    ) AS integer) AS last_year,
    first_speaker.slug AS first_used_by,
    last_speaker.slug AS last_used_by,
    CAST(used.first_on AS date) AS first_on,
    speaker.full_name AS speaker_name,
    recipient.full_name AS recipient_name,
    first_speaker.full_name AS first_used_by_name,
    last_speaker.full_name AS last_used_by_name,
    speaker_country.code AS speaker_country,
    recipient_country.code AS recipient_country,
    used.speaker_id,
    used.recipient_id
FROM kept_phrase_use AS used
JOIN theme ON theme.id = used.theme_id
JOIN leader AS speaker ON speaker.id = used.speaker_id
JOIN leader AS recipient ON recipient.id = used.recipient_id
JOIN shared ON shared.phrase = used.phrase
JOIN leader AS first_speaker ON first_speaker.id = shared.first_id
JOIN leader AS last_speaker ON last_speaker.id = shared.last_id
LEFT JOIN country AS speaker_country ON speaker_country.id = speaker.country_id
LEFT JOIN country AS recipient_country ON recipient_country.id = recipient.country_id

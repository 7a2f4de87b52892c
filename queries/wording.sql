-- title = "Set phrases by year"
-- question = "Which set phrases does each leader use, in what share of the messages of a year, and since when?"
-- subject = "Correspondents"
-- order = "year, speaker, formulation, recipient"
-- shown = ["year", "speaker", "recipient", "formulation", "messages", "messages_with_it", "share_percent", "first_year", "last_year"]
-- [filters]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- year = "year"
-- since = "year"
-- until = "year"
-- formulation = "formulation"
-- [columns]
-- messages = "Number of messages of the year to this recipient whose words are known"
-- first_year = "First year in which the speaker is known to have used the phrase to this recipient"
-- last_year = "Last year in which the speaker is known to have used the phrase to this recipient"

-- messages are those of the year whose words are known; first_year and last_year are those in which this speaker is
-- known to have used the phrase to this recipient: where one ends and another begins, the formula changed.
WITH used AS (
    SELECT
        theme_mention.theme_id,
        message.sender_id,
        message.recipient_id,
        message.written_year AS year,
        count(DISTINCT message.id) AS messages
    FROM theme_mention
    JOIN theme ON theme.id = theme_mention.theme_id
    JOIN message ON message.id = theme_mention.message_id
    WHERE theme.kind = 'formulation' AND message.written_year IS NOT NULL
    GROUP BY theme_mention.theme_id, message.sender_id, message.recipient_id, message.written_year
),
shared AS (
    SELECT
        used.*,
        (
            SELECT count(*)
            FROM message
            WHERE message.sender_id = used.sender_id
                AND message.recipient_id = used.recipient_id
                AND message.written_year = used.year
                AND EXISTS (SELECT 1 FROM statement WHERE statement.message_id = message.id)
        ) AS worded
    FROM used
)
SELECT
    CAST(shared.year AS integer) AS year,
    speaker.slug AS speaker,
    recipient.slug AS recipient,
    theme.slug AS formulation,
    theme.name AS formulation_name,
    CAST(shared.worded AS integer) AS messages,
    CAST(shared.messages AS integer) AS messages_with_it,
    CAST(round(CAST(100.0 * shared.messages / shared.worded AS numeric), 1) AS numeric) AS share_percent,
    CAST((
        SELECT min(message.written_year)
        FROM message
        JOIN theme_mention ON theme_mention.message_id = message.id
        WHERE message.sender_id = shared.sender_id
            AND message.recipient_id = shared.recipient_id
            AND theme_mention.theme_id = shared.theme_id
    ) AS integer) AS first_year,
    CAST((
        SELECT max(message.written_year)
        FROM message
        JOIN theme_mention ON theme_mention.message_id = message.id
        WHERE message.sender_id = shared.sender_id
            AND message.recipient_id = shared.recipient_id
            AND theme_mention.theme_id = shared.theme_id
    ) AS integer) AS last_year,
    shared.sender_id AS speaker_id,
    shared.recipient_id
FROM shared
JOIN theme ON theme.id = shared.theme_id
JOIN leader AS speaker ON speaker.id = shared.sender_id
JOIN leader AS recipient ON recipient.id = shared.recipient_id

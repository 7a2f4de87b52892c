-- grain = "pair"
-- keys = ["speaker_id", "recipient_id"]
-- indexes = ["speaker_id, recipient_id, phrase, year", "recipient_id", "year", "phrase, year, day, speaker_id", "phrase, year DESC, last_day DESC, speaker_id"]

-- In how many messages of a year a speaker uses a set phrase to a recipient, of how many whose words are known. By day and
-- last_day the first and the last use of a phrase are found: days not known come last among both.
SELECT
    used.phrase,
    used.theme_id,
    used.speaker_id,
    used.recipient_id,
    message.written_year AS year,
    count(DISTINCT used.message_id) AS messages,
    min(message.sent_on) AS first_on,
    coalesce(min(message.sent_on), CAST('9999-12-31' AS date)) AS day,
    coalesce(min(message.sent_on), CAST('0001-01-01' AS date)) AS last_day,
    (
        SELECT count(*)
        FROM message AS written
        WHERE written.sender_id = used.speaker_id
            AND written.recipient_id = used.recipient_id
            AND written.written_year = message.written_year
            AND EXISTS (SELECT 1 FROM statement WHERE statement.message_id = written.id)
    ) AS worded
FROM kept_phrase_mention AS used
JOIN message ON message.id = used.message_id
WHERE message.written_year IS NOT NULL
GROUP BY used.phrase, used.theme_id, used.speaker_id, used.recipient_id, message.written_year

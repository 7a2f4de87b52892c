-- grain = "pair"
-- keys = ["speaker_id", "recipient_id"]
-- indexes = ["speaker_id, recipient_id", "recipient_id", "message_id"]

-- Which set phrases came with a message, against the message before of the same leader to the same one for the same
-- occasion, by the words known of both, and which went.
WITH changed AS NOT MATERIALIZED (
    SELECT
        pair.sender_id AS speaker_id,
        pair.recipient_id,
        pair.message_id,
        pair.message_before_id,
        used.phrase,
        used.theme_id,
        used.statement_id,
        used.message_id AS told_in_id,
        'came' AS change
    FROM report_messages_before AS pair
    JOIN report_phrases AS used ON used.message_id = pair.message_id
    WHERE NOT EXISTS (
        SELECT 1
        FROM report_phrases AS same
        WHERE same.message_id = pair.message_before_id AND same.phrase = used.phrase
    )
    UNION ALL
    SELECT
        pair.sender_id,
        pair.recipient_id,
        pair.message_id,
        pair.message_before_id,
        used.phrase,
        used.theme_id,
        used.statement_id,
        used.message_id,
        'went'
    FROM report_messages_before AS pair
    JOIN report_phrases AS used ON used.message_id = pair.message_before_id
    WHERE NOT EXISTS (
        SELECT 1
        FROM report_phrases AS same
        WHERE same.message_id = pair.message_id AND same.phrase = used.phrase
    )
)
SELECT
    speaker_id, recipient_id, message_id, message_before_id, phrase, theme_id, statement_id,
    CAST(change AS text) AS change
FROM changed
-- a phrase that stands in several statements of a message is told by the first
WHERE NOT EXISTS (
    SELECT 1
    FROM report_phrases AS earlier
    WHERE earlier.message_id = changed.told_in_id
        AND earlier.phrase = changed.phrase
        AND earlier.statement_id < changed.statement_id
)

-- grain = "pair"
-- keys = ["speaker_id", "recipient_id"]
-- indexes = ["speaker_id, recipient_id", "recipient_id", "message_id, phrase, language, statement_id", "theme_mention_id"]

-- Each set phrase of a message word for word, in small letters: who reads it need not read the body of the report. Kept
-- tables are worked out in the order of their names: this one before phrase_use, which is made from it.
SELECT
    message.sender_id AS speaker_id,
    message.recipient_id,
    theme_mention.message_id,
    CAST(lower(replace(
        substr(source_report.body, theme_mention.start_char + 1, theme_mention.end_char - theme_mention.start_char), '
', ' '
    ) COLLATE binary) AS text) AS phrase,
    source_report.language,
    theme_mention.theme_id,
    theme_mention.statement_id,
    theme_mention.id AS theme_mention_id
FROM theme_mention
JOIN theme ON theme.id = theme_mention.theme_id
JOIN message ON message.id = theme_mention.message_id
JOIN statement ON statement.id = theme_mention.statement_id
JOIN source_report ON source_report.id = statement.source_report_id
WHERE theme.kind = 'formulation'

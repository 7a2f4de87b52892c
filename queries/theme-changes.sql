-- title = "Themes new and dropped"
-- question = "What came new in a leader's message, and what was dropped, against the one before for the same occasion?"
-- subject = "Themes"
-- order = "year, speaker, recipient, occasion, change DESC, theme"
-- shown = ["year", "year_before", "speaker", "recipient", "change", "theme", "kind"]
-- [filters]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- theme = "theme"
-- kind = "kind"
-- occasion = "occasion"
-- year = "year"
-- change = "change"

-- Messages without reported words are passed over: nothing is known to be dropped in them.
WITH worded AS (
    SELECT
        messages.message_id,
        messages.sender,
        messages.recipient,
        messages.occasion,
        messages.occasion_year,
        (
            SELECT before.id
            FROM exchange AS earlier
            JOIN message AS before ON before.exchange_id = earlier.id
            WHERE earlier.leader_a_id = exchange.leader_a_id
                AND earlier.leader_b_id = exchange.leader_b_id
                AND earlier.occasion_id = exchange.occasion_id
                AND earlier.occasion_year < exchange.occasion_year
                AND before.sender_id = message.sender_id
                AND EXISTS (SELECT 1 FROM statement WHERE statement.message_id = before.id)
            ORDER BY earlier.occasion_year DESC
            LIMIT 1
        ) AS id_before
    FROM report_messages AS messages
    JOIN message ON message.id = messages.message_id
    JOIN exchange ON exchange.id = message.exchange_id
    WHERE messages.statements > 0
),
changed AS (
    SELECT
        worded.message_id, worded.sender, worded.recipient, worded.occasion, worded.occasion_year, worded.id_before,
        theme_mention.theme_id,
        'new' AS change
    FROM worded
    JOIN statement ON statement.message_id = worded.message_id
    JOIN theme_mention ON theme_mention.statement_id = statement.id
    WHERE worded.id_before IS NOT NULL AND NOT EXISTS (
        SELECT 1
        FROM statement AS other
        JOIN theme_mention AS other_mention ON other_mention.statement_id = other.id
        WHERE other.message_id = worded.id_before AND other_mention.theme_id = theme_mention.theme_id
    )
    UNION
    SELECT
        worded.message_id, worded.sender, worded.recipient, worded.occasion, worded.occasion_year, worded.id_before,
        theme_mention.theme_id,
        'dropped'
    FROM worded
    JOIN statement ON statement.message_id = worded.id_before
    JOIN theme_mention ON theme_mention.statement_id = statement.id
    WHERE NOT EXISTS (
        SELECT 1
        FROM statement AS other
        JOIN theme_mention AS other_mention ON other_mention.statement_id = other.id
        WHERE other.message_id = worded.message_id AND other_mention.theme_id = theme_mention.theme_id
    )
)
SELECT
    changed.message_id,
    changed.sender AS speaker,
    changed.recipient,
    changed.occasion,
    CAST(changed.occasion_year AS integer) AS year,
    CAST(exchange_before.occasion_year AS integer) AS year_before,
    CAST(changed.change AS text) AS change,
    theme.slug AS theme,
    theme.name AS theme_name,
    theme.kind
FROM changed
JOIN message AS message_before ON message_before.id = changed.id_before
JOIN exchange AS exchange_before ON exchange_before.id = message_before.exchange_id
JOIN theme ON theme.id = changed.theme_id

-- grain = "pair"
-- keys = ["sender_id", "recipient_id"]
-- indexes = ["sender_id, recipient_id, year, messages, messages_on_trade, messages_with_figures", "recipient_id", "year"]

-- How many messages of a year somebody wrote to whom, and in what words. words are those of the report that gives most of a
-- message, averaged over the messages whose words are known, characters those of the Chinese report that does; warm are the
-- messages with a form of address; on trade are those that speak of it, by a figure or by the theme. What is counted of a
-- message is looked up for each: so engines begin with the pairs asked for.
SELECT
    written.sender_id,
    written.recipient_id,
    written.year,
    count(*) AS messages,
    min(written.sent_on) AS first_on,
    CAST(round(CAST(avg(written.words) AS numeric), 0) AS integer) AS words,
    CAST(round(CAST(avg(written.characters) AS numeric), 0) AS integer) AS characters,
    count(CASE WHEN written.words IS NOT NULL OR written.characters IS NOT NULL THEN 1 END) AS worded,
    count(CASE WHEN written.is_warm THEN 1 END) AS warm,
    count(CASE WHEN written.has_figure OR written.has_theme THEN 1 END) AS messages_on_trade,
    count(CASE WHEN written.has_figure THEN 1 END) AS messages_with_figures
FROM (
    SELECT
        message.sender_id,
        message.recipient_id,
        message.written_year AS year,
        message.sent_on,
        (
            SELECT sum(statement.word_count)
            FROM statement
            JOIN source_report ON source_report.id = statement.source_report_id
            WHERE statement.message_id = message.id AND source_report.language IS DISTINCT FROM 'zh'
            GROUP BY statement.source_report_id
            ORDER BY 1 DESC
            LIMIT 1
        ) AS words,
        (
            SELECT sum(statement.end_char - statement.start_char)
            FROM statement
            JOIN source_report ON source_report.id = statement.source_report_id
            WHERE statement.message_id = message.id AND source_report.language = 'zh'
            GROUP BY statement.source_report_id
            ORDER BY 1 DESC
            LIMIT 1
        ) AS characters,
        EXISTS (
            SELECT 1 FROM statement WHERE statement.message_id = message.id AND statement.address IS NOT NULL
        ) AS is_warm,
        EXISTS (
            SELECT 1
            FROM statement
            JOIN trade_figure ON trade_figure.statement_id = statement.id
            WHERE statement.message_id = message.id
        ) AS has_figure,
        EXISTS (
            SELECT 1
            FROM theme_mention
            JOIN theme ON theme.id = theme_mention.theme_id
            WHERE theme_mention.message_id = message.id AND theme.slug = 'trade-economy'
        ) AS has_theme
    FROM message
    WHERE message.written_year IS NOT NULL
) AS written
GROUP BY written.sender_id, written.recipient_id, written.year

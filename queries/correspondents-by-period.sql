-- title = "Who writes to whom, by period"
-- question = "Who wrote most to whom in a year, half-year, quarter or month?"
-- subject = "Correspondents"
-- order = "period_kind, period, place, sender, recipient"
-- shown = ["period", "place", "sender", "recipient", "messages", "answers", "pair_messages"]
-- [filters]
-- period = "period"
-- period_kind = "period_kind"
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- country = ["sender_country", "recipient_country"]
-- year = "year"
-- [columns]
-- place = "Rank by messages among all who wrote in the period; equals share a place"

-- Periods are written 2021, 2021-H1, 2021-Q2 and 2021-06, by the day of writing; messages of unknown day count in
-- their year only. answers are the messages the other way in the period, pair_messages both together;
-- place is the rank among all who wrote in the period, by messages.
WITH monthly AS (
    SELECT
        message.sender_id,
        message.recipient_id,
        message.written_year AS year,
        CAST(substr(CAST(coalesce(message.sent_on, exchange.exchanged_on) AS text), 6, 2) AS integer) AS month,
        count(*) AS messages
    FROM message
    JOIN exchange ON exchange.id = message.exchange_id
    WHERE message.written_year IS NOT NULL
    GROUP BY 1, 2, 3, 4
),
counted AS (
    SELECT
        CAST(year AS text) AS period,
        'year' AS period_kind,
        year,
        1 AS first_month,
        12 AS last_month,
        sender_id,
        recipient_id,
        sum(messages) AS messages
    FROM monthly
    GROUP BY year, sender_id, recipient_id
    UNION ALL
    SELECT
        CAST(year AS text) || CASE WHEN month <= 6 THEN '-H1' ELSE '-H2' END,
        'half',
        year,
        CASE WHEN month <= 6 THEN 1 ELSE 7 END,
        CASE WHEN month <= 6 THEN 6 ELSE 12 END,
        sender_id,
        recipient_id,
        sum(messages)
    FROM monthly
    WHERE month IS NOT NULL
    GROUP BY 1, 3, 4, 5, 6, 7
    UNION ALL
    SELECT
        CAST(year AS text) || '-Q' || CAST((month + 2) / 3 AS text),
        'quarter',
        year,
        (month + 2) / 3 * 3 - 2,
        (month + 2) / 3 * 3,
        sender_id,
        recipient_id,
        sum(messages)
    FROM monthly
    WHERE month IS NOT NULL
    GROUP BY 1, 3, 4, 5, 6, 7
    UNION ALL
    SELECT
        CAST(year AS text) || CASE WHEN month < 10 THEN '-0' ELSE '-' END || CAST(month AS text),
        'month',
        year,
        month,
        month,
        sender_id,
        recipient_id,
        messages
    FROM monthly
    WHERE month IS NOT NULL
),
placed AS (
    SELECT counted.*, rank() OVER (PARTITION BY year, period ORDER BY messages DESC) AS place
    FROM counted
),
answered AS (
    SELECT
        placed.*,
        (
            SELECT count(*)
            FROM message AS answer
            JOIN exchange ON exchange.id = answer.exchange_id
            WHERE answer.sender_id = placed.recipient_id
                AND answer.recipient_id = placed.sender_id
                AND answer.written_year = placed.year
                AND CAST(
                    substr(CAST(coalesce(answer.sent_on, exchange.exchanged_on) AS text), 6, 2) AS integer
                ) BETWEEN placed.first_month AND placed.last_month
        ) + (
            SELECT count(*)
            FROM message AS answer
            JOIN exchange ON exchange.id = answer.exchange_id
            WHERE placed.period_kind = 'year'
                AND answer.sender_id = placed.recipient_id
                AND answer.recipient_id = placed.sender_id
                AND answer.written_year = placed.year
                AND coalesce(answer.sent_on, exchange.exchanged_on) IS NULL
        ) AS answers
    FROM placed
)
SELECT
    CAST(answered.period AS text) AS period,
    CAST(answered.period_kind AS text) AS period_kind,
    CAST(answered.year AS integer) AS year,
    sender.slug AS sender,
    sender_country.code AS sender_country,
    recipient.slug AS recipient,
    recipient_country.code AS recipient_country,
    CAST(answered.messages AS integer) AS messages,
    CAST(answered.answers AS integer) AS answers,
    CAST(answered.messages + answered.answers AS integer) AS pair_messages,
    CAST(answered.place AS integer) AS place,
    answered.sender_id,
    answered.recipient_id
FROM answered
JOIN leader AS sender ON sender.id = answered.sender_id
JOIN leader AS recipient ON recipient.id = answered.recipient_id
LEFT JOIN country AS sender_country ON sender_country.id = sender.country_id
LEFT JOIN country AS recipient_country ON recipient_country.id = recipient.country_id

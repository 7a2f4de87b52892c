-- title = "Who writes to whom, by period"
-- question = "Who wrote most to whom in a year, half-year, quarter or month?"
-- subject = "Correspondents"
-- order = "period_kind, period, place, sender, recipient"
-- listed = true
-- shown = ["period", "place", "sender", "recipient", "messages", "answers", "pair_messages"]
-- [filters]
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- country = ["sender_country", "recipient_country"]
-- year = "year"
-- since = "year"
-- until = "year"
-- period = "period"
-- period_kind = "period_kind"
-- [columns]
-- place = "Rank by messages among all who wrote in the period; equals share a place"
-- year = "Year of writing"

-- Periods are written 2021, 2021-H1, 2021-Q2 and 2021-06, by the day of writing; messages of unknown day count in
-- their year only. answers are the messages the other way in the period, pair_messages both together;
-- place is the rank among all who wrote in the period, by messages.
WITH kind AS (
    SELECT 'year' AS period_kind, 12 AS months, '' AS mark
    UNION ALL
    SELECT 'half', 6, '-H'
    UNION ALL
    SELECT 'quarter', 3, '-Q'
    UNION ALL
    SELECT 'month', 1, '-'
),
dated AS NOT MATERIALIZED (
    SELECT
        message.sender_id,
        message.recipient_id,
        message.written_year AS year,
        CAST(substr(CAST(coalesce(
            message.sent_on, (SELECT exchange.exchanged_on FROM exchange WHERE exchange.id = message.exchange_id)
        ) AS text), 6, 2) AS integer) AS month
    FROM message
),
-- part 0 is the first of the year's halves, quarters or months
written AS NOT MATERIALIZED (
    SELECT
        dated.sender_id,
        dated.recipient_id,
        dated.year,
        kind.period_kind,
        kind.months,
        kind.mark,
        coalesce((dated.month - 1) / kind.months, 0) AS part
    FROM dated
    CROSS JOIN kind
    WHERE dated.year IS NOT NULL AND (kind.months = 12 OR dated.month IS NOT NULL)
),
counted AS (
    SELECT sender_id, recipient_id, year, period_kind, months, mark, part, count(*) AS messages
    FROM written
    GROUP BY sender_id, recipient_id, year, period_kind, months, mark, part
),
-- Whoever wrote one message has nobody below, so that places follow from those alone who wrote several in a period.
ranked AS (
    SELECT
        year,
        months,
        part,
        messages,
        1 + coalesce(sum(writers) OVER (
            PARTITION BY year, months, part
            ORDER BY messages DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ), 0) AS place
    FROM (
        SELECT year, months, part, messages, count(*) AS writers
        FROM kept_frequent_correspondence
        GROUP BY year, months, part, messages
        UNION ALL
        SELECT year, months, part, 1, 0
        FROM kept_frequent_correspondence
        GROUP BY year, months, part
    ) AS tally
),
-- GROUP BY changes no row, but has SQLite look places up in an index of its own making, not go through them each time
placed AS (
    SELECT year, months, part, messages, place
    FROM ranked
    GROUP BY year, months, part, messages, place
),
answered AS (
    SELECT
        counted.*,
        (
            SELECT count(*)
            FROM dated AS answer
            WHERE answer.sender_id = counted.recipient_id
                AND answer.recipient_id = counted.sender_id
                AND answer.year = counted.year
                AND (counted.months = 12 OR (answer.month - 1) / counted.months = counted.part)
        ) AS answers
    FROM counted
)
SELECT
    CAST(
        CAST(answered.year AS text) || answered.mark
        || CASE
            WHEN answered.months = 12 THEN ''
            WHEN answered.months = 1 AND answered.part < 9 THEN '0' || CAST(answered.part + 1 AS text)
            ELSE CAST(answered.part + 1 AS text)
        END
        AS text
    ) AS period,
    CAST(answered.period_kind AS text) AS period_kind,
    answered.year,
    sender.slug AS sender,
    sender_country.code AS sender_country,
    recipient.slug AS recipient,
    recipient_country.code AS recipient_country,
    CAST(answered.messages AS integer) AS messages,
    CAST(answered.answers AS integer) AS answers,
    CAST(answered.messages + answered.answers AS integer) AS pair_messages,
    CAST(coalesce(placed.place, 1) AS integer) AS place,
    answered.sender_id,
    answered.recipient_id,
    sender.full_name AS sender_name,
    recipient.full_name AS recipient_name
FROM answered
JOIN leader AS sender ON sender.id = answered.sender_id
JOIN leader AS recipient ON recipient.id = answered.recipient_id
LEFT JOIN country AS sender_country ON sender_country.id = sender.country_id
LEFT JOIN country AS recipient_country ON recipient_country.id = recipient.country_id
LEFT JOIN placed
    ON placed.year = answered.year
    AND placed.months = answered.months
    AND placed.part = answered.part
    AND placed.messages = answered.messages

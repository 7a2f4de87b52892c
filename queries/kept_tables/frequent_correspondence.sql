-- grain = "pair"
-- keys = ["sender_id", "recipient_id"]
-- indexes = ["sender_id, recipient_id", "months, year, part, messages"]

-- Who wrote several messages to whom in a year, half-year, quarter or month (12, 6, 3 or 1 months, of which part 0 is the
-- first of the year); by the day of writing, messages of unknown day in their year only. Of all years together months is 0.
WITH kind AS (
    SELECT 12 AS months
    UNION ALL
    SELECT 6
    UNION ALL
    SELECT 3
    UNION ALL
    SELECT 1
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
written AS NOT MATERIALIZED (
    SELECT
        dated.sender_id,
        dated.recipient_id,
        dated.year,
        kind.months,
        coalesce((dated.month - 1) / kind.months, 0) AS part
    FROM dated
    CROSS JOIN kind
    WHERE dated.year IS NOT NULL AND (kind.months = 12 OR dated.month IS NOT NULL)
)
SELECT sender_id, recipient_id, year, months, part, count(*) AS messages
FROM written
GROUP BY sender_id, recipient_id, year, months, part
HAVING count(*) > 1
UNION ALL
SELECT sender_id, recipient_id, 0, 0, 0, count(*)
FROM message
GROUP BY sender_id, recipient_id
HAVING count(*) > 1

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
        sender,
        sender_country,
        recipient,
        recipient_country,
        written_year AS year,
        CAST(substr(CAST(coalesce(sent_on, exchanged_on) AS text), 6, 2) AS integer) AS month,
        count(*) AS messages
    FROM report_messages
    WHERE written_year IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6
),
placed AS (
    SELECT monthly.*, CAST(year AS text) AS period, 'year' AS period_kind
    FROM monthly
    UNION ALL
    SELECT monthly.*, CAST(year AS text) || CASE WHEN month <= 6 THEN '-H1' ELSE '-H2' END, 'half'
    FROM monthly
    WHERE month IS NOT NULL
    UNION ALL
    SELECT monthly.*, CAST(year AS text) || '-Q' || CAST((month + 2) / 3 AS text), 'quarter'
    FROM monthly
    WHERE month IS NOT NULL
    UNION ALL
    SELECT
        monthly.*,
        CAST(year AS text) || CASE WHEN month < 10 THEN '-0' ELSE '-' END || CAST(month AS text),
        'month'
    FROM monthly
    WHERE month IS NOT NULL
),
counted AS (
    SELECT
        period, period_kind, year, sender, sender_country, recipient, recipient_country, sum(messages) AS messages
    FROM placed
    GROUP BY period, period_kind, year, sender, sender_country, recipient, recipient_country
)
SELECT
    CAST(counted.period AS text) AS period,
    CAST(counted.period_kind AS text) AS period_kind,
    CAST(counted.year AS integer) AS year,
    counted.sender,
    counted.sender_country,
    counted.recipient,
    counted.recipient_country,
    CAST(counted.messages AS integer) AS messages,
    CAST(coalesce(answer.messages, 0) AS integer) AS answers,
    CAST(counted.messages + coalesce(answer.messages, 0) AS integer) AS pair_messages,
    CAST(rank() OVER (PARTITION BY counted.period ORDER BY counted.messages DESC) AS integer) AS place
FROM counted
LEFT JOIN counted AS answer
    ON answer.period = counted.period AND answer.sender = counted.recipient AND answer.recipient = counted.sender

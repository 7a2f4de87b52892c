-- title = "Who writes to whom"
-- question = "Over all years, who wrote most to whom, how much was written the other way, and from when to when?"
-- subject = "Correspondents"
-- order = "messages DESC, sender, recipient"
-- listed = true
-- shown = ["place", "sender", "recipient", "messages", "answers", "pair_messages", "first_year", "last_year"]
-- [filters]
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- country = ["sender_country", "recipient_country"]
-- [columns]
-- place = "Rank by messages among all who wrote; equals share a place"
-- first_year = "First year in which the sender wrote to the recipient"
-- last_year = "Last year in which the sender wrote to the recipient"

-- All is counted over all years, and no filter takes some of them: that is correspondents-by-year.
-- answers are the messages the other way, pair_messages both together; place is the rank among all who wrote.
WITH counted AS (
    SELECT
        sender_id,
        recipient_id,
        count(*) AS messages,
        min(written_year) AS first_year,
        max(written_year) AS last_year
    FROM message
    GROUP BY sender_id, recipient_id
),
-- The rank is one more than those who write more; whoever wrote one message has nobody below.
ranked AS MATERIALIZED (
    SELECT
        messages,
        1 + coalesce(sum(writers) OVER (
            ORDER BY messages DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ), 0) AS place
    FROM (
        SELECT messages, count(*) AS writers
        FROM kept_frequent_correspondence
        WHERE months = 0
        GROUP BY messages
        UNION ALL
        SELECT 1, 0
    ) AS tally
),
answered AS (
    SELECT
        counted.*,
        (
            SELECT count(*)
            FROM message AS answer
            WHERE answer.sender_id = counted.recipient_id AND answer.recipient_id = counted.sender_id
        ) AS answers
    FROM counted
)
SELECT
    sender.slug AS sender,
    sender_country.code AS sender_country,
    recipient.slug AS recipient,
    recipient_country.code AS recipient_country,
    CAST(answered.messages AS integer) AS messages,
    CAST(answered.answers AS integer) AS answers,
    CAST(answered.messages + answered.answers AS integer) AS pair_messages,
    CAST((SELECT ranked.place FROM ranked WHERE ranked.messages = answered.messages) AS integer) AS place,
    CAST(answered.first_year AS integer) AS first_year,
    CAST(answered.last_year AS integer) AS last_year,
    sender.full_name AS sender_name,
    recipient.full_name AS recipient_name,
    answered.sender_id,
    answered.recipient_id
FROM answered
JOIN leader AS sender ON sender.id = answered.sender_id
JOIN leader AS recipient ON recipient.id = answered.recipient_id
LEFT JOIN country AS sender_country ON sender_country.id = sender.country_id
LEFT JOIN country AS recipient_country ON recipient_country.id = recipient.country_id

-- title = "Correspondents ranked by year"
-- question = "Who wrote most to whom in each year, how long are the letters as reported, and how warmly do they address the other?"
-- subject = "Correspondents"
-- order = "year, place, first_on NULLS LAST, sender, recipient"
-- shown = ["year", "place", "sender", "recipient", "messages", "answers", "mean_words", "warm", "worded"]
-- [filters]
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- country = ["sender_country", "recipient_country"]
-- year = "year"
-- since = "year"
-- until = "year"
-- [columns]
-- place = "Rank by messages among all who wrote in the year; equals share a place"
-- first_on = "Day of the first message of the year"
-- year = "Year of writing"

-- words are those of the report that gives most of a message, averaged over the messages whose words are known; warm are
-- the messages with a form of address such as dear friend in the words reported.
WITH counted AS (
    SELECT
        message.sender_id,
        message.recipient_id,
        message.written_year AS year,
        count(*) AS messages,
        min(message.sent_on) AS first_on,
        count(length.message_id) AS worded,
        avg(length.words) AS words,
        sum(CASE WHEN address.form <> 'none reported' THEN 1 ELSE 0 END) AS warm
    FROM message
    LEFT JOIN report_message_length AS length ON length.message_id = message.id
    LEFT JOIN report_forms_of_address AS address ON address.message_id = message.id
    WHERE message.written_year IS NOT NULL
    GROUP BY message.sender_id, message.recipient_id, message.written_year
)
SELECT
    CAST(counted.year AS integer) AS year,
    CAST(rank() OVER (PARTITION BY counted.year ORDER BY counted.messages DESC) AS integer) AS place,
    sender.slug AS sender,
    recipient.slug AS recipient,
    CAST(counted.messages AS integer) AS messages,
    CAST((
        SELECT count(*)
        FROM message AS answer
        WHERE answer.sender_id = counted.recipient_id
            AND answer.recipient_id = counted.sender_id
            AND answer.written_year = counted.year
    ) AS integer) AS answers,
    CAST(round(CAST(counted.words AS numeric), 0) AS integer) AS mean_words,
    CAST(CASE WHEN counted.worded > 0 THEN counted.warm END AS integer) AS warm,
    CAST(counted.worded AS integer) AS worded,
    CAST(counted.first_on AS date) AS first_on,
    sender.full_name AS sender_name,
    recipient.full_name AS recipient_name,
    sender_country.code AS sender_country,
    recipient_country.code AS recipient_country,
    counted.sender_id,
    counted.recipient_id
FROM counted
JOIN leader AS sender ON sender.id = counted.sender_id
JOIN leader AS recipient ON recipient.id = counted.recipient_id
LEFT JOIN country AS sender_country ON sender_country.id = sender.country_id
LEFT JOIN country AS recipient_country ON recipient_country.id = recipient.country_id

-- title = "Correspondents ranked by year"
-- question = "Who wrote most to whom in each year, how long are the letters as reported, and how warmly do they address the other?"
-- subject = "Correspondents"
-- order = "year, place, first_on NULLS LAST, sender, recipient"
-- listed = true
-- shown = ["year", "place", "sender", "recipient", "messages", "answers", "mean_words", "mean_characters", "warm", "worded"]
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

-- words are those of the report that gives most of a message, averaged over the messages whose words are known, characters
-- those of the Chinese report that does; warm are
-- the messages with a form of address such as dear friend in the words reported.
-- Whoever wrote one message has nobody below, so that places follow from those alone who wrote several in the year.
WITH ranked AS (
    SELECT
        year,
        messages,
        1 + coalesce(sum(writers) OVER (
            PARTITION BY year
            ORDER BY messages DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ), 0) AS place
    FROM (
        SELECT year, messages, count(*) AS writers
        FROM kept_frequent_correspondence
        WHERE months = 12
        GROUP BY year, messages
        UNION ALL
        SELECT DISTINCT year, 1, 0
        FROM kept_frequent_correspondence
        WHERE months = 12
    ) AS tally
),
-- GROUP BY changes no row, but has SQLite look places up in an index of its own making, not go through them each time
placed AS (
    SELECT year, messages, place
    FROM ranked
    GROUP BY year, messages, place
)
SELECT
    counted.year,
    CAST(coalesce(placed.place, 1) AS integer) AS place,
    sender.slug AS sender,
    recipient.slug AS recipient,
    CAST(counted.messages AS integer) AS messages,
    CAST(coalesce((
        SELECT answer.messages
        FROM kept_correspondence AS answer
        WHERE answer.sender_id = counted.recipient_id
            AND answer.recipient_id = counted.sender_id
            AND answer.year = counted.year
    ), 0) AS integer) AS answers,
    CAST(counted.words AS integer) AS mean_words,
    CAST(CASE WHEN counted.worded > 0 THEN counted.warm END AS integer) AS warm,
    CAST(counted.worded AS integer) AS worded,
    CAST(counted.first_on AS date) AS first_on,
    sender.full_name AS sender_name,
    recipient.full_name AS recipient_name,
    sender_country.code AS sender_country,
    recipient_country.code AS recipient_country,
    counted.sender_id,
    counted.recipient_id,
    CAST(counted.characters AS integer) AS mean_characters
FROM kept_correspondence AS counted
JOIN leader AS sender ON sender.id = counted.sender_id
JOIN leader AS recipient ON recipient.id = counted.recipient_id
LEFT JOIN country AS sender_country ON sender_country.id = sender.country_id
LEFT JOIN country AS recipient_country ON recipient_country.id = recipient.country_id
LEFT JOIN placed ON placed.year = counted.year AND placed.messages = counted.messages

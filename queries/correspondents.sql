-- title = "Who writes to whom"
-- question = "Who wrote most to whom, how often was it answered, and from when to when?"
-- subject = "Correspondents"
-- order = "messages DESC, sender, recipient"
-- shown = ["place", "sender", "recipient", "messages", "answers", "pair_messages", "first_year", "last_year"]
-- [filters]
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- country = ["sender_country", "recipient_country"]
-- [chart]
-- transform = [
--   {window = [{op = "row_number", as = "row"}], sort = [{field = "messages", order = "descending"}]},
--   {filter = "datum.row <= 120"},
--   {joinaggregate = [{op = "max", field = "messages", as = "most"}]},
-- ]
-- encoding.x = {field = "recipient_name", type = "nominal", title = "Recipient", axis = {orient = "top", labelAngle = -45, labelLimit = 200, labelOverlap = false}, sort = {field = "messages", op = "sum", order = "descending"}}
-- encoding.y = {field = "sender_name", type = "nominal", title = "Sender", sort = {field = "messages", op = "sum", order = "descending"}}
-- layer = [
--   {mark = {type = "rect", stroke = "white"}, encoding = {color = {field = "messages", type = "quantitative", title = "Messages", scale = {domainMin = 0}, legend = {tickMinStep = 1}}}},
--   {mark = {type = "text", fontSize = 10}, encoding = {text = {field = "messages"}, color = {condition = {test = "datum.messages > 0.5 * datum.most", value = "white"}, value = "#1b1b1b"}}},
-- ]
-- rough = {y = "sender", x = "recipient_country", value = "messages"}
-- [columns]
-- place = "Rank by messages among all who wrote; equals share a place"
-- first_year = "First year in which the sender wrote to the recipient"
-- last_year = "Last year in which the sender wrote to the recipient"

-- answers are the messages the other way, pair_messages both together; place is the rank among all who wrote.
WITH counted AS (
    SELECT
        sender,
        sender_name,
        sender_country,
        recipient,
        recipient_name,
        recipient_country,
        count(*) AS messages,
        min(written_year) AS first_year,
        max(written_year) AS last_year
    FROM report_messages
    GROUP BY sender, sender_name, sender_country, recipient, recipient_name, recipient_country
)
SELECT
    counted.sender,
    counted.sender_country,
    counted.recipient,
    counted.recipient_country,
    CAST(counted.messages AS integer) AS messages,
    CAST(coalesce(answer.messages, 0) AS integer) AS answers,
    CAST(counted.messages + coalesce(answer.messages, 0) AS integer) AS pair_messages,
    CAST(rank() OVER (ORDER BY counted.messages DESC) AS integer) AS place,
    CAST(counted.first_year AS integer) AS first_year,
    CAST(counted.last_year AS integer) AS last_year,
    counted.sender_name,
    counted.recipient_name
FROM counted
LEFT JOIN counted AS answer ON answer.sender = counted.recipient AND answer.recipient = counted.sender

-- title = "Anniversaries that one side passes over"
-- question = "Which leader speaks of an anniversary that the other one's message passes over?"
-- subject = "Anniversaries"
-- order = "occasion_year NULLS LAST, milestone, ordinal, speaker, exchange_id"
-- shown = ["occasion", "occasion_year", "milestone", "ordinal", "speaker", "recipient", "recipient_statements"]
-- [filters]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- milestone = "milestone"
-- occasion = "occasion"
-- year = "occasion_year"
-- [columns]
-- speaker = "Slug of the leader who speaks of the anniversary"

-- Where recipient_statements is 0, no report gives the words of the other side: it may have spoken of it too.
WITH invoked AS (
    SELECT DISTINCT
        anniversary_mention.milestone_id,
        anniversary_mention.ordinal,
        message.exchange_id,
        message.sender_id,
        message.recipient_id
    FROM anniversary_mention
    JOIN statement ON statement.id = anniversary_mention.statement_id
    JOIN message ON message.id = statement.message_id
    WHERE anniversary_mention.milestone_id IS NOT NULL
)
SELECT
    milestone.slug AS milestone,
    milestone.name AS milestone_name,
    invoked.ordinal,
    speaker.slug AS speaker,
    recipient.slug AS recipient,
    CAST((
        SELECT count(*)
        FROM statement
        JOIN message ON message.id = statement.message_id
        WHERE message.exchange_id = invoked.exchange_id AND message.sender_id = invoked.recipient_id
    ) AS integer) AS recipient_statements,
    invoked.exchange_id,
    occasion.slug AS occasion,
    exchange.occasion_year
FROM invoked
JOIN milestone ON milestone.id = invoked.milestone_id
JOIN exchange ON exchange.id = invoked.exchange_id
JOIN occasion ON occasion.id = exchange.occasion_id
JOIN leader AS speaker ON speaker.id = invoked.sender_id
JOIN leader AS recipient ON recipient.id = invoked.recipient_id
WHERE NOT EXISTS (
    SELECT 1
    FROM invoked AS other
    WHERE other.exchange_id = invoked.exchange_id
        AND other.milestone_id = invoked.milestone_id
        AND other.ordinal = invoked.ordinal
        AND other.sender_id = invoked.recipient_id
)

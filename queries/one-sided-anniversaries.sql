-- title = "Anniversaries known from one side only"
-- question = "Which anniversary is reported of one leader's letter and not of the other's?"
-- only = "exchanges that reports here give words of both letters of"
-- subject = "Anniversaries"
-- order = "occasion_year NULLS LAST, exchanged_on NULLS LAST, milestone, ordinal, speaker, exchange_id"
-- shown = ["occasion_year", "speaker", "recipient", "occasion", "milestone", "ordinal", "recipient_statements", "recipient_reports"]
-- [filters]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- country = ["speaker_country", "recipient_country"]
-- occasion = "occasion"
-- milestone = "milestone"
-- year = "occasion_year"
-- since = "exchanged_on"
-- until = "exchanged_on"
-- [columns]
-- speaker = "Slug of the leader who speaks of the anniversary; no report here tells it of the recipient's own message"

-- Only where some words of both messages are known: the recipient may have spoken of it in words not told here. Who speaks
-- and who does not is told of each message, which a filter finds first.
WITH invoked AS (
    SELECT
        exchange.id AS exchange_id,
        exchange.occasion_id,
        exchange.occasion_year,
        exchange.exchanged_on,
        exchange.leader_a_id,
        exchange.leader_b_id,
        anniversary_mention.milestone_id,
        anniversary_mention.ordinal,
        message.sender_id AS speaker_id,
        message.recipient_id
    FROM message
    JOIN exchange ON exchange.id = message.exchange_id
    JOIN statement ON statement.message_id = message.id
    JOIN anniversary_mention ON anniversary_mention.statement_id = statement.id
    WHERE anniversary_mention.milestone_id IS NOT NULL
    GROUP BY
        exchange.id,
        exchange.occasion_id,
        exchange.occasion_year,
        exchange.exchanged_on,
        exchange.leader_a_id,
        exchange.leader_b_id,
        anniversary_mention.milestone_id,
        anniversary_mention.ordinal,
        message.sender_id,
        message.recipient_id
)
SELECT
    milestone.slug AS milestone,
    milestone.name AS milestone_name,
    invoked.ordinal,
    speaker.slug AS speaker,
    recipient.slug AS recipient,
    CAST((SELECT count(*) FROM statement WHERE statement.message_id = other.id) AS integer) AS recipient_statements,
    invoked.exchange_id,
    occasion.slug AS occasion,
    invoked.occasion_year,
    invoked.leader_a_id,
    invoked.leader_b_id,
    speaker.full_name AS speaker_name,
    recipient.full_name AS recipient_name,
    occasion.name AS occasion_name,
    speaker_country.code AS speaker_country,
    recipient_country.code AS recipient_country,
    invoked.exchanged_on,
    CAST(invoked.speaker_id AS bigint) AS speaker_id,
    CAST(invoked.recipient_id AS bigint) AS recipient_id,
    CAST((
        SELECT count(*)
        FROM message_report
        WHERE message_report.message_id = other.id AND message_report.statement_count > 0
    ) AS integer) AS recipient_reports
FROM invoked
JOIN message AS other ON other.exchange_id = invoked.exchange_id AND other.sender_id = invoked.recipient_id
JOIN milestone ON milestone.id = invoked.milestone_id
JOIN occasion ON occasion.id = invoked.occasion_id
JOIN leader AS speaker ON speaker.id = invoked.speaker_id
JOIN leader AS recipient ON recipient.id = invoked.recipient_id
LEFT JOIN country AS speaker_country ON speaker_country.id = speaker.country_id
LEFT JOIN country AS recipient_country ON recipient_country.id = recipient.country_id
WHERE EXISTS (SELECT 1 FROM statement WHERE statement.message_id = other.id)
    AND NOT EXISTS (
        SELECT 1
        FROM statement
        JOIN anniversary_mention ON anniversary_mention.statement_id = statement.id
        WHERE statement.message_id = other.id
            AND anniversary_mention.milestone_id = invoked.milestone_id
            AND anniversary_mention.ordinal = invoked.ordinal
    )

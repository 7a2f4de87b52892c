-- title = "Anniversaries invoked and to come"
-- question = "When was each anniversary invoked, by whom, and which comes next for the milestones spoken of?"
-- only = "milestones of which a report here tells an anniversary"
-- subject = "Anniversaries"
-- order = "milestone, year, first_on NULLS LAST, kind DESC, ordinal, speaker NULLS LAST, recipient NULLS LAST"
-- shown = ["milestone", "year", "ordinal", "kind", "agrees", "speaker", "recipient", "messages"]
-- [filters]
-- leader = ["speaker", "recipient", "writer_a", "writer_b"]
-- speaker = "speaker"
-- country = ["speaker_country", "recipient_country", "country_a", "country_b"]
-- milestone = "milestone"
-- year = "year"
-- since = "year"
-- until = "year"
-- kind = "kind"
-- agrees = "agrees"
-- [columns]
-- kind = "invoked, or coming: the next one of a milestone invoked before"
-- year = "Year in which the anniversary was observed, or will be"
-- speaker = "Slug of the leader who invoked it; empty where the journalist did, and for those to come"
-- messages = "Number of messages that invoke it; 0 for those to come"
-- writer_a = "Slug of the head of state of country_a today, who would write; for those to come"
-- writer_b = "Slug of the head of state of country_b today, who would write; for those to come"
-- country_a = "ISO 3166 code of the first of the two countries whose milestone it is; for those to come"
-- country_b = "ISO 3166 code of the second of the two countries whose milestone it is; for those to come"
-- first_on = "Day of the year's first message that invokes it, or on which it is due"

-- Anniversaries to come stand for milestones invoked before, without a speaker: they are of those who would write.
WITH told AS (
    SELECT
        anniversary_mention.milestone_id,
        anniversary_mention.observed_year AS year,
        anniversary_mention.ordinal,
        'invoked' AS kind,
        message.sender_id AS speaker_id,
        message.recipient_id,
        min(message.sent_on) AS first_on,
        count(DISTINCT message.id) AS messages,
        CAST(NULL AS text) AS writer_a,
        CAST(NULL AS text) AS writer_b,
        CAST(NULL AS text) AS country_a,
        CAST(NULL AS text) AS country_b,
        CAST(NULL AS text) AS writer_a_name,
        CAST(NULL AS text) AS writer_b_name,
        CAST(NULL AS text) AS country_a_name,
        CAST(NULL AS text) AS country_b_name
    FROM anniversary_mention
    JOIN statement ON statement.id = anniversary_mention.statement_id
    JOIN message ON message.id = statement.message_id
    WHERE anniversary_mention.milestone_id IS NOT NULL AND anniversary_mention.observed_year IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6
    UNION ALL
    SELECT DISTINCT
        anniversary_mention.milestone_id,
        anniversary_mention.observed_year,
        anniversary_mention.ordinal,
        'invoked',
        CAST(NULL AS bigint),
        CAST(NULL AS bigint),
        CAST(NULL AS date),
        0,
        CAST(NULL AS text),
        CAST(NULL AS text),
        CAST(NULL AS text),
        CAST(NULL AS text),
        CAST(NULL AS text),
        CAST(NULL AS text),
        CAST(NULL AS text),
        CAST(NULL AS text)
    FROM anniversary_mention
    JOIN statement ON statement.id = anniversary_mention.statement_id
    WHERE statement.message_id IS NULL
        AND anniversary_mention.milestone_id IS NOT NULL
        AND anniversary_mention.observed_year IS NOT NULL
    UNION ALL
    SELECT
        milestone.id,
        upcoming.due_year,
        upcoming.ordinal,
        'coming',
        CAST(NULL AS bigint),
        CAST(NULL AS bigint),
        upcoming.due_on,
        0,
        upcoming.writer_a,
        upcoming.writer_b,
        upcoming.country_a,
        upcoming.country_b,
        upcoming.writer_a_name,
        upcoming.writer_b_name,
        upcoming.country_a_name,
        upcoming.country_b_name
    FROM report_upcoming_anniversaries AS upcoming
    JOIN milestone ON milestone.slug = upcoming.milestone
    WHERE EXISTS (SELECT 1 FROM anniversary_mention WHERE anniversary_mention.milestone_id = milestone.id)
)
SELECT
    milestone.slug AS milestone,
    milestone.name AS milestone_name,
    CAST(told.year AS integer) AS year,
    CAST(told.ordinal AS integer) AS ordinal,
    CAST(told.kind AS text) AS kind,
    speaker.slug AS speaker,
    speaker.full_name AS speaker_name,
    CAST(told.messages AS integer) AS messages,
    CAST(told.speaker_id AS bigint) AS speaker_id,
    CAST(milestone.year + told.ordinal = told.year AS boolean) AS agrees,
    CAST(told.first_on AS date) AS first_on,
    recipient.slug AS recipient,
    recipient.full_name AS recipient_name,
    speaker_country.code AS speaker_country,
    recipient_country.code AS recipient_country,
    CAST(told.recipient_id AS bigint) AS recipient_id,
    told.writer_a,
    told.writer_b,
    told.country_a,
    told.country_b,
    told.writer_a_name,
    told.writer_b_name,
    told.country_a_name,
    told.country_b_name
FROM told
JOIN milestone ON milestone.id = told.milestone_id
LEFT JOIN leader AS speaker ON speaker.id = told.speaker_id
LEFT JOIN leader AS recipient ON recipient.id = told.recipient_id
LEFT JOIN country AS speaker_country ON speaker_country.id = speaker.country_id
LEFT JOIN country AS recipient_country ON recipient_country.id = recipient.country_id

-- title = "Anniversaries invoked and to come"
-- question = "When was each anniversary invoked, by whom, and which comes next for the milestones spoken of?"
-- subject = "Anniversaries"
-- order = "milestone, year, kind DESC, ordinal, speaker NULLS LAST"
-- shown = ["milestone_name", "year", "ordinal", "kind", "speaker", "messages"]
-- [filters]
-- milestone = "milestone"
-- leader = "speaker"
-- speaker = "speaker"
-- year = "year"
-- since = "year"
-- until = "year"
-- kind = "kind"
-- [columns]
-- kind = "invoked, or coming: the next one of a milestone invoked before"
-- year = "Year in which the anniversary was observed, or will be"
-- speaker = "Slug of the leader who invoked it; empty where the journalist did, and for those to come"
-- messages = "Number of messages that invoke it; 0 for those to come"

-- Anniversaries to come stand for milestones invoked before, without a speaker.
WITH told AS (
    SELECT
        anniversary_mention.milestone_id,
        anniversary_mention.observed_year AS year,
        anniversary_mention.ordinal,
        'invoked' AS kind,
        message.sender_id AS speaker_id,
        count(DISTINCT message.id) AS messages
    FROM anniversary_mention
    JOIN statement ON statement.id = anniversary_mention.statement_id
    JOIN message ON message.id = statement.message_id
    WHERE anniversary_mention.milestone_id IS NOT NULL AND anniversary_mention.observed_year IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5
    UNION ALL
    SELECT DISTINCT
        anniversary_mention.milestone_id,
        anniversary_mention.observed_year,
        anniversary_mention.ordinal,
        'invoked',
        CAST(NULL AS bigint),
        0
    FROM anniversary_mention
    JOIN statement ON statement.id = anniversary_mention.statement_id
    WHERE statement.message_id IS NULL
        AND anniversary_mention.milestone_id IS NOT NULL
        AND anniversary_mention.observed_year IS NOT NULL
    UNION ALL
    SELECT milestone.id, upcoming.due_year, upcoming.ordinal, 'coming', CAST(NULL AS bigint), 0
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
    CAST(told.speaker_id AS bigint) AS speaker_id
FROM told
JOIN milestone ON milestone.id = told.milestone_id
LEFT JOIN leader AS speaker ON speaker.id = told.speaker_id

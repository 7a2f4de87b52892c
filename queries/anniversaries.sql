-- title = "Anniversaries invoked"
-- question = "Which anniversaries were invoked, by whom, for which year, in which words, and does the count add up?"
-- subject = "Anniversaries"
-- order = "observed_year NULLS LAST, sent_on NULLS LAST, published_on NULLS LAST, milestone NULLS LAST, speaker NULLS LAST, statement_id, ordinal, anniversary_mention_id"
-- rows = ["anniversaries", "anniversary_mention_id"]
-- shown = ["observed_year", "sent_on", "speaker", "recipient", "ordinal", "milestone", "agrees", "outlet", "quote"]
-- [filters]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- country = ["speaker_country", "recipient_country"]
-- occasion = "occasion"
-- milestone = "milestone"
-- year = "observed_year"
-- since = "published_on"
-- until = "published_on"
-- outlet = "outlet"
-- language = "language"
-- milestone_kind = "milestone_kind"
-- agrees = "agrees"

SELECT
    milestone.slug AS milestone,
    milestone.name AS milestone_name,
    anniversary_mention.ordinal,
    anniversary_mention.observed_year,
    CAST(milestone.year + anniversary_mention.ordinal AS integer) AS counted_year,
    CAST(milestone.year + anniversary_mention.ordinal = anniversary_mention.observed_year AS boolean) AS agrees,
    anniversary_mention.statement_id,
    message.exchange_id,
    source_report.locator,
    outlet.slug AS outlet,
    speaker.slug AS speaker,
    CAST(
        substr(source_report.body, statement.start_char + 1, statement.end_char - statement.start_char) AS text
    ) AS quote,
    CAST(
        substr(
            source_report.body,
            anniversary_mention.start_char + 1,
            anniversary_mention.end_char - anniversary_mention.start_char
        ) AS text
    ) AS words,
    milestone.kind AS milestone_kind,
    statement.message_id,
    recipient.slug AS recipient,
    outlet.name AS outlet_name,
    speaker.full_name AS speaker_name,
    statement.speaker_id,
    message.recipient_id,
    recipient.full_name AS recipient_name,
    CAST((SELECT country.code FROM country WHERE country.id = speaker.country_id) AS text) AS speaker_country,
    CAST((SELECT country.code FROM country WHERE country.id = recipient.country_id) AS text) AS recipient_country,
    occasion.slug AS occasion,
    occasion.name AS occasion_name,
    exchange.occasion_year,
    message.sent_on,
    source_report.published_on,
    source_report.language,
    source_report.headline,
    source_report.url,
    anniversary_mention.id AS anniversary_mention_id
FROM anniversary_mention
JOIN statement ON statement.id = anniversary_mention.statement_id
LEFT JOIN source_report ON source_report.id = statement.source_report_id
LEFT JOIN milestone ON milestone.id = anniversary_mention.milestone_id
LEFT JOIN outlet ON outlet.id = source_report.outlet_id
LEFT JOIN message ON message.id = statement.message_id
LEFT JOIN leader AS speaker ON speaker.id = statement.speaker_id
LEFT JOIN leader AS recipient ON recipient.id = message.recipient_id
LEFT JOIN exchange ON exchange.id = message.exchange_id
LEFT JOIN occasion ON occasion.id = exchange.occasion_id

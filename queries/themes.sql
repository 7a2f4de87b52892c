-- title = "Themes"
-- question = "Which themes does each statement touch, in which words?"
-- subject = "Themes"
-- order = "occasion_year NULLS LAST, sent_on NULLS LAST, message_id NULLS LAST, published_on NULLS LAST, theme, speaker NULLS LAST, statement_id, start_char, theme_mention_id"
-- walk = [["messages", "message_id"]]
-- rows = ["themes", "theme_mention_id"]
-- shown = ["occasion_year", "sent_on", "speaker", "recipient", "theme", "outlet", "quote"]
-- [filters]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- country = ["speaker_country", "recipient_country"]
-- occasion = "occasion"
-- theme = "theme"
-- year = "occasion_year"
-- since = "published_on"
-- until = "published_on"
-- outlet = "outlet"
-- language = "language"
-- kind = "kind"
-- [columns]
-- ordinal = "Which meeting of a series, where the words say so"
-- words = "The words of the sentence that touch the theme"
-- start_char = "First character of the words in the stored body, counted from 0"

SELECT
    theme.slug AS theme,
    theme.kind,
    theme_mention.statement_id,
    statement.message_id,
    message.exchange_id,
    exchange.occasion_year,
    source_report.locator,
    outlet.slug AS outlet,
    speaker.slug AS speaker,
    theme_mention.ordinal,
    CAST(
        substr(source_report.body, statement.start_char + 1, statement.end_char - statement.start_char) AS text
    ) AS quote,
    CAST(
        substr(source_report.body, theme_mention.start_char + 1, theme_mention.end_char - theme_mention.start_char)
        AS text
    ) AS words,
    recipient.slug AS recipient,
    theme.name AS theme_name,
    outlet.name AS outlet_name,
    speaker.full_name AS speaker_name,
    theme_mention.start_char,
    statement.speaker_id,
    message.recipient_id,
    recipient.full_name AS recipient_name,
    CAST((SELECT country.code FROM country WHERE country.id = speaker.country_id) AS text) AS speaker_country,
    CAST((SELECT country.code FROM country WHERE country.id = recipient.country_id) AS text) AS recipient_country,
    occasion.slug AS occasion,
    occasion.name AS occasion_name,
    message.sent_on,
    source_report.published_on,
    source_report.language,
    source_report.headline,
    source_report.url,
    theme_mention.id AS theme_mention_id
FROM theme_mention
LEFT JOIN theme ON theme.id = theme_mention.theme_id
JOIN statement ON statement.id = theme_mention.statement_id
LEFT JOIN source_report ON source_report.id = statement.source_report_id
LEFT JOIN outlet ON outlet.id = source_report.outlet_id
LEFT JOIN message ON message.id = statement.message_id
LEFT JOIN exchange ON exchange.id = message.exchange_id
LEFT JOIN leader AS speaker ON speaker.id = statement.speaker_id
LEFT JOIN leader AS recipient ON recipient.id = message.recipient_id
LEFT JOIN occasion ON occasion.id = exchange.occasion_id

-- title = "Set phrases word for word"
-- question = "Which set phrase stands in which message, word for word?"
-- only = "phrases of the themes of the kind formulation, in messages"
-- subject = "Base"
-- order = "written_year NULLS LAST, sent_on NULLS LAST, speaker, recipient, phrase, statement_id, theme_mention_id"
-- rows = ["phrases", "theme_mention_id"]
-- shown = ["sent_on", "speaker", "recipient", "phrase", "outlet", "quote"]
-- [filters]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- country = ["speaker_country", "recipient_country"]
-- occasion = "occasion"
-- year = "written_year"
-- since = "sent_on"
-- until = "sent_on"
-- outlet = "outlet"
-- language = "language"
-- phrase = "phrase"
-- formulation = "formulation"

-- A phrase is the words as they stand, in small letters, as they are kept ready.
SELECT
    used.phrase,
    theme.slug AS formulation,
    theme.name AS formulation_name,
    used.statement_id,
    used.message_id,
    message.exchange_id,
    message.written_year,
    message.sent_on,
    speaker.slug AS speaker,
    recipient.slug AS recipient,
    outlet.slug AS outlet,
    source_report.language,
    CAST(
        substr(source_report.body, statement.start_char + 1, statement.end_char - statement.start_char) AS text
    ) AS quote,
    speaker.full_name AS speaker_name,
    recipient.full_name AS recipient_name,
    outlet.name AS outlet_name,
    CAST((SELECT country.code FROM country WHERE country.id = speaker.country_id) AS text) AS speaker_country,
    CAST((SELECT country.code FROM country WHERE country.id = recipient.country_id) AS text) AS recipient_country,
    used.speaker_id,
    used.recipient_id,
    used.theme_id,
    source_report.headline,
    source_report.url,
    occasion.slug AS occasion,
    occasion.name AS occasion_name,
    used.theme_mention_id
FROM kept_phrase_mention AS used
JOIN theme ON theme.id = used.theme_id
JOIN message ON message.id = used.message_id
JOIN exchange ON exchange.id = message.exchange_id
JOIN occasion ON occasion.id = exchange.occasion_id
JOIN statement ON statement.id = used.statement_id
JOIN source_report ON source_report.id = statement.source_report_id
LEFT JOIN outlet ON outlet.id = source_report.outlet_id
LEFT JOIN leader AS speaker ON speaker.id = used.speaker_id
LEFT JOIN leader AS recipient ON recipient.id = used.recipient_id

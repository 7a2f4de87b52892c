-- title = "Set phrases that came and went"
-- question = "Which set phrases came and which went in what is reported of a pair's letters, from one to the next for the same occasion?"
-- subject = "Themes"
-- order = "year, sent_on NULLS LAST, speaker, recipient, occasion, change, phrase"
-- shown = ["year", "year_before", "speaker", "recipient", "occasion", "change", "phrase", "quote"]
-- [filters]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- country = ["speaker_country", "recipient_country"]
-- occasion = "occasion"
-- year = "year"
-- since = "sent_on"
-- until = "sent_on"
-- outlet = "outlet"
-- change = "change"
-- phrase = "phrase"
-- formulation = "formulation"
-- [columns]
-- year = "Year greeted or observed by the message"
-- change = "came (in this message, not in the one before) or went (the other way)"
-- quote = "The sentence with the phrase: of this message, or of the one before where the phrase went"

-- Against the message before of the same leader to the same one for the same occasion, by the words known of both.
SELECT
    exchange.occasion_year AS year,
    exchange_before.occasion_year AS year_before,
    message.sent_on,
    speaker.slug AS speaker,
    recipient.slug AS recipient,
    occasion.slug AS occasion,
    changed.change,
    changed.phrase,
    theme.slug AS formulation,
    theme.name AS formulation_name,
    changed.statement_id,
    changed.message_id,
    CAST(
        substr(source_report.body, statement.start_char + 1, statement.end_char - statement.start_char) AS text
    ) AS quote,
    speaker.full_name AS speaker_name,
    recipient.full_name AS recipient_name,
    occasion.name AS occasion_name,
    speaker_country.code AS speaker_country,
    recipient_country.code AS recipient_country,
    changed.speaker_id,
    changed.recipient_id,
    outlet.slug AS outlet,
    outlet.name AS outlet_name,
    source_report.headline,
    source_report.url
FROM kept_phrase_change AS changed
JOIN message ON message.id = changed.message_id
JOIN exchange ON exchange.id = message.exchange_id
JOIN message AS message_before ON message_before.id = changed.message_before_id
JOIN exchange AS exchange_before ON exchange_before.id = message_before.exchange_id
LEFT JOIN occasion ON occasion.id = exchange.occasion_id
LEFT JOIN leader AS speaker ON speaker.id = changed.speaker_id
LEFT JOIN leader AS recipient ON recipient.id = changed.recipient_id
LEFT JOIN country AS speaker_country ON speaker_country.id = speaker.country_id
LEFT JOIN country AS recipient_country ON recipient_country.id = recipient.country_id
JOIN theme ON theme.id = changed.theme_id
JOIN statement ON statement.id = changed.statement_id
JOIN source_report ON source_report.id = statement.source_report_id
LEFT JOIN outlet ON outlet.id = source_report.outlet_id

-- title = "Set phrases that came and went"
-- question = "Which set phrases came and which went in what is reported of a pair's letters, from one to the next for the same occasion?"
-- only = "messages of which an earlier one for the same occasion is known by words in the same language"
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
-- language = "language"
-- change = "change"
-- phrase = "phrase"
-- formulation = "formulation"
-- [columns]
-- year = "Year greeted or observed by the message"
-- change = "came (told of this message, not of the one before) or went (the other way), in reports of the same language"
-- language = "ISO 639-1 code of the language of the phrase, in which reports give words of both messages"
-- quote = "The sentence with the phrase: of this message, or of the one before where the phrase went"

-- Against the message before of the same leader to the same one for the same occasion, by the words known of both: in a
-- language in which a report here gives words of each. Where none does of one of them, nothing is known to have come or gone.
-- A phrase that stands in several statements of a message is told by the first of its language. Who wrote and when
-- stands within changed, where a filter reaches it before anything is compared.
WITH given AS NOT MATERIALIZED (
    SELECT message_report.message_id, source_report.language
    FROM message_report
    JOIN source_report ON source_report.id = message_report.source_report_id
    WHERE message_report.statement_count > 0
),
told AS NOT MATERIALIZED (
    SELECT used.message_id, used.phrase, used.theme_id, used.statement_id, used.language
    FROM kept_phrase_mention AS used
    WHERE NOT EXISTS (
        SELECT 1
        FROM kept_phrase_mention AS earlier
        WHERE earlier.message_id = used.message_id
            AND earlier.phrase = used.phrase
            AND earlier.language = used.language
            AND earlier.statement_id < used.statement_id
    )
),
changed AS (
    SELECT
        pair.*,
        told.phrase,
        told.theme_id,
        told.statement_id,
        told.language,
        'came' AS change
    FROM report_messages_before AS pair
    JOIN told ON told.message_id = pair.message_id
    WHERE NOT EXISTS (
            SELECT 1
            FROM kept_phrase_mention AS same
            WHERE same.message_id = pair.message_before_id AND same.phrase = told.phrase
        )
        AND EXISTS (
            SELECT 1 FROM given WHERE given.message_id = pair.message_before_id AND given.language = told.language
        )
    UNION ALL
    SELECT
        pair.*,
        told.phrase,
        told.theme_id,
        told.statement_id,
        told.language,
        'went' AS change
    FROM report_messages_before AS pair
    JOIN told ON told.message_id = pair.message_before_id
    WHERE NOT EXISTS (
            SELECT 1
            FROM kept_phrase_mention AS same
            WHERE same.message_id = pair.message_id AND same.phrase = told.phrase
        )
        AND EXISTS (
            SELECT 1 FROM given WHERE given.message_id = pair.message_id AND given.language = told.language
        )
)
SELECT
    changed.year,
    changed.year_before,
    changed.sent_on,
    changed.sender AS speaker,
    changed.recipient,
    changed.occasion,
    CAST(changed.change AS text) AS change,
    changed.phrase,
    theme.slug AS formulation,
    theme.name AS formulation_name,
    changed.statement_id,
    changed.message_id,
    CAST(
        substr(source_report.body, statement.start_char + 1, statement.end_char - statement.start_char) AS text
    ) AS quote,
    changed.sender_name AS speaker_name,
    changed.recipient_name,
    changed.occasion_name,
    changed.sender_country AS speaker_country,
    changed.recipient_country,
    changed.sender_id AS speaker_id,
    changed.recipient_id,
    outlet.slug AS outlet,
    outlet.name AS outlet_name,
    source_report.headline,
    source_report.url,
    changed.language
FROM changed
JOIN theme ON theme.id = changed.theme_id
JOIN statement ON statement.id = changed.statement_id
JOIN source_report ON source_report.id = statement.source_report_id
LEFT JOIN outlet ON outlet.id = source_report.outlet_id

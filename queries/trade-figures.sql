-- title = "Trade figures told"
-- question = "What do leaders and reports say of trade: how much, of which year, whose words?"
-- subject = "Trade"
-- order = "year NULLS LAST, first_month NULLS LAST, sent_on NULLS LAST, published_on NULLS LAST, country_a, country_b, claim, amount NULLS LAST, percent NULLS LAST, statement_id, trade_figure_id"
-- rows = ["trade-figures", "trade_figure_id"]
-- shown = ["year", "country_a", "country_b", "claim", "flow", "is_threshold", "amount", "currency", "percent", "base_year", "first_month", "last_month", "speaker", "outlet", "quote"]
-- [filters]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- country = ["country_a", "country_b"]
-- occasion = "occasion"
-- year = "year"
-- since = "published_on"
-- until = "published_on"
-- outlet = "outlet"
-- language = "language"
-- claim = "claim"
-- flow = "flow"

-- A goal that the same message calls reached is a bound, too: "trade came to 200 billion, the goal" of 240.
SELECT
    trade_figure.claim,
    trade_figure.flow,
    trade_figure.amount,
    trade_figure.currency,
    trade_figure.percent,
    trade_figure.year,
    country_a.code AS country_a,
    country_b.code AS country_b,
    trade_figure.statement_id,
    message.exchange_id,
    source_report.locator,
    outlet.slug AS outlet,
    speaker.slug AS speaker,
    CAST(
        substr(source_report.body, statement.start_char + 1, statement.end_char - statement.start_char) AS text
    ) AS quote,
    trade_figure.id AS trade_figure_id,
    statement.message_id,
    recipient.slug AS recipient,
    country_a.name AS country_a_name,
    country_b.name AS country_b_name,
    outlet.name AS outlet_name,
    speaker.full_name AS speaker_name,
    trade_figure.first_month,
    trade_figure.last_month,
    CAST(
        CASE
            WHEN trade_figure.claim = 'level' AND EXISTS (
                SELECT 1
                FROM statement AS of_message
                JOIN trade_figure AS goal ON goal.statement_id = of_message.id
                WHERE of_message.message_id = statement.message_id
                    AND goal.claim = 'target_reached'
                    AND goal.amount = trade_figure.amount
            ) THEN true
            ELSE trade_figure.is_threshold
        END AS boolean
    ) AS is_threshold,
    statement.speaker_id,
    message.recipient_id,
    trade_figure.country_a_id,
    trade_figure.country_b_id,
    statement.source_report_id,
    recipient.full_name AS recipient_name,
    message.sent_on,
    source_report.published_on,
    source_report.language,
    occasion.slug AS occasion,
    occasion.name AS occasion_name,
    source_report.headline,
    source_report.url,
    trade_figure.base_year
FROM trade_figure
JOIN statement ON statement.id = trade_figure.statement_id
LEFT JOIN source_report ON source_report.id = statement.source_report_id
LEFT JOIN country AS country_a ON country_a.id = trade_figure.country_a_id
LEFT JOIN country AS country_b ON country_b.id = trade_figure.country_b_id
LEFT JOIN outlet ON outlet.id = source_report.outlet_id
LEFT JOIN message ON message.id = statement.message_id
LEFT JOIN leader AS speaker ON speaker.id = statement.speaker_id
LEFT JOIN leader AS recipient ON recipient.id = message.recipient_id
LEFT JOIN exchange ON exchange.id = message.exchange_id
LEFT JOIN occasion ON occasion.id = exchange.occasion_id

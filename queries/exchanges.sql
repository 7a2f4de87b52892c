-- title = "Exchanges"
-- question = "Which leaders wrote to each other, when, for what, and how many reports tell of it?"
-- subject = "Exchanges"
-- order = "coalesce(written_year, occasion_year) NULLS LAST, exchanged_on NULLS LAST, occasion_year NULLS LAST, leader_a, leader_b, exchange_id"
-- rows = ["exchanges", "exchange_id"]
-- shown = ["exchanged_on", "who_to_whom", "occasion", "occasion_year", "milestone", "ordinal", "messages", "reports", "accounts", "exchange_id"]
-- [filters]
-- leader = ["leader_a", "leader_b"]
-- country = ["country_a", "country_b"]
-- occasion = "occasion"
-- milestone = "milestone"
-- year = "occasion_year"
-- since = "exchanged_on"
-- until = "exchanged_on"
-- evidence = "evidence"

-- Joins that every row has are left ones too: the engines pass over those whose columns nobody asks for.
SELECT
    exchange.id AS exchange_id,
    occasion.slug AS occasion,
    exchange.occasion_year,
    exchange.exchanged_on,
    leader_a.slug AS leader_a,
    leader_b.slug AS leader_b,
    country_a.code AS country_a,
    country_b.code AS country_b,
    milestone.slug AS milestone,
    exchange.ordinal,
    CAST((SELECT count(*) FROM message WHERE message.exchange_id = exchange.id) AS integer) AS messages,
    CAST((SELECT count(*) FROM exchange_report WHERE exchange_report.exchange_id = exchange.id) AS integer) AS reports,
    CAST((
        SELECT count(DISTINCT source_report.outlet_id)
        FROM exchange_report
        JOIN source_report ON source_report.id = exchange_report.source_report_id
        WHERE exchange_report.exchange_id = exchange.id
    ) AS integer) AS outlets,
    -- the same text on several outlets is one account
    CAST((
        SELECT count(DISTINCT coalesce(source_report.account_id, source_report.id))
        FROM exchange_report
        JOIN source_report ON source_report.id = exchange_report.source_report_id
        WHERE exchange_report.exchange_id = exchange.id
    ) AS integer) AS accounts,
    -- the best that any report of any of its messages gives
    CAST((
        SELECT
            CASE min(CASE message_report.evidence WHEN 'message' THEN 1 WHEN 'greeting' THEN 2 ELSE 3 END)
                WHEN 1 THEN 'message'
                WHEN 2 THEN 'greeting'
                WHEN 3 THEN 'headline'
            END
        FROM message
        JOIN message_report ON message_report.message_id = message.id
        WHERE message.exchange_id = exchange.id AND message_report.evidence IS NOT NULL
    ) AS text) AS evidence,
    exchange.written_year,
    occasion.name AS occasion_name,
    leader_a.full_name AS leader_a_name,
    leader_b.full_name AS leader_b_name,
    country_a.name AS country_a_name,
    country_b.name AS country_b_name,
    milestone.name AS milestone_name,
    exchange.leader_a_id,
    exchange.leader_b_id,
    CAST(
        CASE
            WHEN from_a.id IS NULL THEN leader_b.full_name || ' to ' || leader_a.full_name
            WHEN from_b.id IS NULL THEN leader_a.full_name || ' to ' || leader_b.full_name
            WHEN from_b.sent_on < from_a.sent_on THEN leader_b.full_name || ' and ' || leader_a.full_name
            ELSE leader_a.full_name || ' and ' || leader_b.full_name
        END AS text
    ) AS who_to_whom,
    CAST(
        CASE
            WHEN from_a.id IS NULL THEN leader_b.slug || ' to ' || leader_a.slug
            WHEN from_b.id IS NULL THEN leader_a.slug || ' to ' || leader_b.slug
            WHEN from_b.sent_on < from_a.sent_on THEN leader_b.slug || ' and ' || leader_a.slug
            ELSE leader_a.slug || ' and ' || leader_b.slug
        END AS text
    ) AS who_to_whom_slugs
FROM exchange
LEFT JOIN occasion ON occasion.id = exchange.occasion_id
LEFT JOIN leader AS leader_a ON leader_a.id = exchange.leader_a_id
LEFT JOIN leader AS leader_b ON leader_b.id = exchange.leader_b_id
LEFT JOIN country AS country_a ON country_a.id = leader_a.country_id
LEFT JOIN country AS country_b ON country_b.id = leader_b.country_id
LEFT JOIN milestone ON milestone.id = exchange.milestone_id
LEFT JOIN message AS from_a ON from_a.exchange_id = exchange.id AND from_a.sender_id = exchange.leader_a_id
LEFT JOIN message AS from_b ON from_b.exchange_id = exchange.id AND from_b.sender_id = exchange.leader_b_id

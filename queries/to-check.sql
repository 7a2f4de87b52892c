-- title = "What to check next"
-- question = "What is likeliest wrong or matters most, the best of each kind first, with the sentence and the command that corrects it?"
-- subject = "Data quality"
-- order = "place, problem, command"
-- shown = ["problem", "fact", "quote", "outlet", "command", "command_if_right"]
-- [filters]
-- problem = "problem"
-- outlet = "outlet"
-- country = ["country_a", "country_b"]
-- [values]
-- problem = [
--   "provisional leader",
--   "anniversary that does not add up",
--   "trade figure far from the official one",
--   "message told by a headline alone",
--   "greeting without a letter",
--   "reports differ on the day",
--   "reports differ on a figure",
--   "message read by a pattern that was often corrected",
--   "correction that no longer fits",
-- ]
-- [columns]
-- place = "Place among the rows of the same problem: there are the first ten, and the first ten of each two countries; as they are put right, the next ones come"
-- fact = "What is to be looked at"
-- fact_slugs = "The same, people and occasions by their slugs"
-- weight = "What they are sorted by: exchanges of a leader, years or percent by which a count or a figure is off, reports that differ"
-- command = "What corrects it; the words in capitals are yours, and --why says why"
-- command_if_right = "What says that you looked and it is right as it stands: it is not to be checked again"
-- quote = "The sentence that tells it, or the headline where only that does"
-- statement_id = "The sentence that tells it; empty where only a headline does"
-- country_a = "ISO 3166 code of the first country of the pair: that of the trade, else of the exchange"

-- The queue of a day: the first ten of each kind; and of each two countries, for who asks for them alone. What a command
-- has put right, or found right, is gone from it.
WITH checked AS (
    SELECT message_report.message_id AS id FROM message_report WHERE message_report.is_checked
    UNION
    SELECT anniversary_mention.id FROM anniversary_mention WHERE anniversary_mention.is_checked
    UNION
    SELECT trade_figure.id FROM trade_figure WHERE trade_figure.is_checked
),
settled AS (
    SELECT correction_report.exchange_id, report_corrections.property
    FROM report_corrections
    JOIN correction_report ON correction_report.correction_id = report_corrections.correction_id
    WHERE report_corrections.state = 'holds' AND correction_report.exchange_id IS NOT NULL
),
weak AS (
    SELECT
        message_report.message_id,
        min(CASE message_report.evidence WHEN 'message' THEN 1 WHEN 'greeting' THEN 2 ELSE 3 END) AS best,
        min(message_report.statement_id) AS statement_id,
        min(message_report.source_report_id) AS source_report_id
    FROM message_report
    WHERE message_report.evidence IS NOT NULL
    GROUP BY message_report.message_id
    HAVING min(CASE message_report.evidence WHEN 'message' THEN 1 WHEN 'greeting' THEN 2 ELSE 3 END) > 1
),
-- a letter and its answer may be of two days; it is the day of one letter on which reports differ
dated AS (
    SELECT message_id, min(sent_on) AS first_day, max(sent_on) AS last_day
    FROM message_report
    WHERE sent_on IS NOT NULL
    GROUP BY message_id
    HAVING min(sent_on) < max(sent_on)
),
differing AS (
    SELECT
        message.exchange_id,
        max((
            SELECT count(DISTINCT message_report.sent_on)
            FROM message_report
            WHERE message_report.message_id = dated.message_id
        )) AS days,
        min(dated.first_day) AS first_day,
        max(dated.last_day) AS last_day
    FROM dated
    JOIN message ON message.id = dated.message_id
    GROUP BY message.exchange_id
),
-- exchanges as a row tells of them: who wrote, and the first sentence that tells it
named AS NOT MATERIALIZED (
    SELECT
        exchange.id,
        exchange.occasion_id,
        exchange.occasion_year,
        exchange.milestone_id,
        exchange.ordinal,
        leader_a.full_name || ' and ' || leader_b.full_name AS pair,
        leader_a.slug || ' and ' || leader_b.slug AS pair_slugs,
        (
            SELECT min(message_report.statement_id)
            FROM message_report
            JOIN message ON message.id = message_report.message_id
            WHERE message.exchange_id = exchange.id
        ) AS statement_id
    FROM exchange
    JOIN leader AS leader_a ON leader_a.id = exchange.leader_a_id
    JOIN leader AS leader_b ON leader_b.id = exchange.leader_b_id
),
often AS (
    SELECT correction_report.read_by, count(DISTINCT correction_report.correction_id) AS corrections
    FROM correction_report
    WHERE correction_report.is_applied AND correction_report.read_by IS NOT NULL
    GROUP BY correction_report.read_by
    HAVING count(DISTINCT correction_report.correction_id) > 2
),
found AS (
    SELECT
        'provisional leader' AS problem,
        leader.full_name || coalesce(', ' || country.name, '') AS fact,
        count(DISTINCT exchange.id) AS weight,
        min(message_report.statement_id) AS statement_id,
        min(message_report.source_report_id) AS source_report_id,
        min(exchange.id) AS exchange_id,
        CAST(NULL AS bigint) AS id,
        'chancery correct leader ' || leader.slug AS command,
        '--same-as LEADER' AS put_right,
        CAST(NULL AS text) AS country_a,
        CAST(NULL AS text) AS country_b,
        leader.slug || coalesce(', ' || country.code, '') AS fact_slugs
    FROM leader
    CROSS JOIN exchange
    JOIN message ON message.exchange_id = exchange.id
    JOIN message_report ON message_report.message_id = message.id
    LEFT JOIN country ON country.id = leader.country_id
    -- few leaders are provisional: CROSS JOIN has SQLite begin with them
    WHERE leader.provisional
        AND (exchange.leader_a_id = leader.id OR exchange.leader_b_id = leader.id)
        -- once a person has said who this is, there is nothing left to say
        AND NOT EXISTS (
            SELECT 1 FROM correction WHERE correction.fact = 'leader' AND correction.leader = leader.slug
        )
    GROUP BY leader.id, leader.slug, leader.full_name, country.name, country.code
    UNION ALL
    SELECT
        'anniversary that does not add up',
        CAST(ordinal AS text) || ' years of ' || milestone || ' in ' || CAST(observed_year AS text)
        || ', by the milestone ' || CAST(counted_year AS text),
        abs(counted_year - observed_year),
        statement_id,
        NULL,
        exchange_id,
        anniversary_mention_id,
        'chancery correct anniversary ' || CAST(anniversary_mention_id AS text),
        '--milestone SLUG',
        NULL,
        NULL,
        NULL
    FROM report_anniversaries
    WHERE counted_year <> observed_year
    UNION ALL
    SELECT
        'anniversary that does not add up',
        named.pair || ': ' || CAST(named.ordinal AS text) || ' years of '
        || milestone.slug || ' in ' || CAST(named.occasion_year AS text)
        || ', by the milestone ' || CAST(milestone.year + named.ordinal AS text),
        abs(milestone.year + named.ordinal - named.occasion_year),
        named.statement_id,
        NULL,
        named.id,
        named.id,
        'chancery correct exchange ' || CAST(named.id AS text),
        '--ordinal NUMBER',
        NULL,
        NULL,
        named.pair_slugs || ': ' || CAST(named.ordinal AS text) || ' years of '
        || milestone.slug || ' in ' || CAST(named.occasion_year AS text)
        || ', by the milestone ' || CAST(milestone.year + named.ordinal AS text)
    FROM named
    JOIN milestone ON milestone.id = named.milestone_id
    WHERE milestone.year + named.ordinal <> named.occasion_year
        AND named.id NOT IN (SELECT settled.exchange_id FROM settled WHERE settled.property = 'ordinal')
    UNION ALL
    SELECT
        'trade figure far from the official one',
        country_a_name || ' and ' || country_b_name || ' ' || CAST(year AS text) || ': '
        || CAST(CAST(amount / 1000000000 AS integer) AS text) || ' billion told, '
        || CAST(CAST(official_usd / 1000000000 AS integer) AS text) || ' billion official',
        CAST(100.0 * abs(amount - official_usd) / official_usd AS integer),
        statement_id,
        NULL,
        exchange_id,
        trade_figure_id,
        'chancery correct trade ' || CAST(trade_figure_id AS text),
        '--amount NUMBER',
        country_a,
        country_b,
        NULL
    FROM report_trade_against_official
    WHERE is_far
    UNION ALL
    SELECT
        CASE weak.best WHEN 3 THEN 'message told by a headline alone' ELSE 'greeting without a letter' END,
        sender.full_name || ' to ' || recipient.full_name || ', ' || occasion.name,
        1,
        weak.statement_id,
        weak.source_report_id,
        message.exchange_id,
        message.id,
        'chancery correct message ' || CAST(message.id AS text),
        '--is-none',
        NULL,
        NULL,
        sender.slug || ' to ' || recipient.slug || ', ' || occasion.slug
    FROM weak
    JOIN message ON message.id = weak.message_id
    JOIN exchange ON exchange.id = message.exchange_id
    JOIN occasion ON occasion.id = exchange.occasion_id
    JOIN leader AS sender ON sender.id = message.sender_id
    JOIN leader AS recipient ON recipient.id = message.recipient_id
    UNION ALL
    SELECT
        'reports differ on the day',
        occasion.name || ', ' || named.pair || ': '
        || CAST(differing.first_day AS text) || ' to ' || CAST(differing.last_day AS text),
        differing.days,
        named.statement_id,
        NULL,
        named.id,
        named.id,
        'chancery correct exchange ' || CAST(named.id AS text),
        '--on DAY',
        NULL,
        NULL,
        occasion.slug || ', ' || named.pair_slugs || ': '
        || CAST(differing.first_day AS text) || ' to ' || CAST(differing.last_day AS text)
    FROM differing
    JOIN named ON named.id = differing.exchange_id
        AND named.id NOT IN (SELECT settled.exchange_id FROM settled WHERE settled.property = 'exchanged_on')
    JOIN occasion ON occasion.id = named.occasion_id
    UNION ALL
    SELECT
        'reports differ on a figure',
        country_a_name || ' and ' || country_b_name || ' ' || CAST(year AS text) || ', ' || claim,
        CAST(abs(difference_percent) AS integer),
        statement_id,
        NULL,
        exchange_id,
        trade_figure_id,
        'chancery correct trade ' || CAST(trade_figure_id AS text),
        CASE WHEN claim IN ('growth', 'decline') THEN '--percent NUMBER' ELSE '--amount NUMBER' END,
        country_a,
        country_b,
        NULL
    FROM report_contradicting_figures
    WHERE is_far
    UNION ALL
    SELECT
        'message read by a pattern that was often corrected',
        sender.full_name || ' to ' || recipient.full_name || ', by ' || often.read_by,
        often.corrections,
        message_report.statement_id,
        message_report.source_report_id,
        message.exchange_id,
        message.id,
        'chancery correct message ' || CAST(message.id AS text),
        '--is-none',
        NULL,
        NULL,
        sender.slug || ' to ' || recipient.slug || ', by ' || often.read_by
    FROM often
    CROSS JOIN message_report
    JOIN message ON message.id = message_report.message_id
    JOIN leader AS sender ON sender.id = message.sender_id
    JOIN leader AS recipient ON recipient.id = message.recipient_id
    -- few patterns were often corrected: here, too, SQLite begins with them
    WHERE message_report.read_by = often.read_by
    UNION ALL
    SELECT
        'correction that no longer fits',
        fact || ': ' || property || ' was ' || coalesce(read_value, 'nothing') || ', is read as '
        || coalesce(read_now, 'nothing'),
        reports,
        NULL,
        NULL,
        NULL,
        NULL,
        'chancery correct undo ' || CAST(correction_id AS text),
        NULL,
        country_a,
        country_b,
        NULL
    FROM report_corrections
    WHERE state = 'to be looked at again'
),
located AS (
    SELECT
        found.problem,
        found.fact,
        coalesce(found.fact_slugs, found.fact) AS fact_slugs,
        found.weight,
        found.statement_id,
        found.source_report_id,
        found.exchange_id,
        found.command,
        found.put_right,
        coalesce(found.country_a, country_a.code) AS country_a,
        coalesce(found.country_b, country_b.code) AS country_b
    FROM found
    LEFT JOIN exchange ON exchange.id = found.exchange_id
    LEFT JOIN leader AS leader_a ON leader_a.id = exchange.leader_a_id
    LEFT JOIN leader AS leader_b ON leader_b.id = exchange.leader_b_id
    LEFT JOIN country AS country_a ON country_a.id = leader_a.country_id
    LEFT JOIN country AS country_b ON country_b.id = leader_b.country_id
    WHERE found.id IS NULL OR found.id NOT IN (SELECT checked.id FROM checked)
),
ranked AS (
    SELECT
        located.*,
        row_number() OVER (
            PARTITION BY located.problem
            ORDER BY located.weight DESC, coalesce(located.statement_id, 0), located.command
        ) AS place,
        row_number() OVER (
            PARTITION BY located.problem, located.country_a, located.country_b
            ORDER BY located.weight DESC, coalesce(located.statement_id, 0), located.command
        ) AS place_of_pair
    FROM located
)
SELECT
    CAST(ranked.place AS integer) AS place,
    CAST(ranked.problem AS text) AS problem,
    CAST(ranked.fact AS text) AS fact,
    CAST(
        coalesce(
            substr(source_report.body, statement.start_char + 1, statement.end_char - statement.start_char),
            source_report.headline
        ) AS text
    ) AS quote,
    outlet.slug AS outlet,
    CAST(ranked.command || coalesce(' ' || ranked.put_right || ' --why WHY', '') AS text) AS command,
    CAST(CASE WHEN ranked.put_right IS NOT NULL THEN ranked.command || ' --is-right --why WHY' END AS text)
        AS command_if_right,
    source_report.headline,
    source_report.url,
    source_report.locator,
    CAST(ranked.weight AS integer) AS weight,
    CAST(ranked.statement_id AS bigint) AS statement_id,
    CAST(ranked.exchange_id AS bigint) AS exchange_id,
    outlet.name AS outlet_name,
    CAST(ranked.country_a AS text) AS country_a,
    CAST(ranked.country_b AS text) AS country_b,
    country_a.name AS country_a_name,
    country_b.name AS country_b_name,
    CAST(ranked.fact_slugs AS text) AS fact_slugs
FROM ranked
LEFT JOIN statement ON statement.id = ranked.statement_id
LEFT JOIN source_report ON source_report.id = coalesce(statement.source_report_id, ranked.source_report_id)
LEFT JOIN outlet ON outlet.id = source_report.outlet_id
LEFT JOIN country AS country_a ON country_a.code = ranked.country_a
LEFT JOIN country AS country_b ON country_b.code = ranked.country_b
WHERE ranked.place <= 10 OR ranked.place_of_pair <= 10

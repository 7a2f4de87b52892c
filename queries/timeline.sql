-- title = "Timeline of a pair"
-- question = "What did a pair of leaders write, in the order of days: who wrote first, and of what did they speak?"
-- subject = "Exchanges"
-- order = "coalesce(written_year, occasion_year) NULLS LAST, exchanged_on NULLS LAST, occasion_year NULLS LAST, leader_a, leader_b, exchange_id"
-- rows = ["timeline", "exchange_id"]
-- shown = ["exchanged_on", "who_to_whom", "occasion", "occasion_year", "first_writer", "statements", "reports", "anniversaries", "trade_figures"]
-- [filters]
-- leader = ["leader_a", "leader_b"]
-- country = ["country_a", "country_b"]
-- occasion = "occasion"
-- year = "occasion_year"
-- since = "exchanged_on"
-- until = "exchanged_on"

SELECT
    exchanges.exchange_id,
    exchanges.occasion,
    exchanges.occasion_year,
    exchanges.exchanged_on,
    exchanges.leader_a,
    exchanges.leader_b,
    exchanges.country_a,
    exchanges.country_b,
    exchanges.leader_a_name,
    exchanges.leader_b_name,
    CAST((
        SELECT max(before.exchanged_on)
        FROM exchange AS before
        WHERE before.leader_a_id = exchanges.leader_a_id
            AND before.leader_b_id = exchanges.leader_b_id
            AND before.exchanged_on < exchanges.exchanged_on
    ) AS date) AS previous_on,
    -- NULL where a day is not known, or both wrote on the same
    CAST((
        SELECT leader.slug
        FROM message
        JOIN message AS answer ON answer.exchange_id = message.exchange_id AND answer.sender_id = message.recipient_id
        JOIN leader ON leader.id = message.sender_id
        WHERE message.exchange_id = exchanges.exchange_id AND message.sent_on < answer.sent_on
    ) AS text) AS first_writer,
    exchanges.messages,
    CAST((
        SELECT count(*)
        FROM message
        JOIN statement ON statement.message_id = message.id
        WHERE message.exchange_id = exchanges.exchange_id
    ) AS integer) AS statements,
    exchanges.reports,
    exchanges.accounts,
    CAST((
        SELECT count(*)
        FROM message
        JOIN statement ON statement.message_id = message.id
        JOIN anniversary_mention ON anniversary_mention.statement_id = statement.id
        WHERE message.exchange_id = exchanges.exchange_id
    ) AS integer) AS anniversaries,
    CAST((
        SELECT count(*)
        FROM message
        JOIN statement ON statement.message_id = message.id
        JOIN trade_figure ON trade_figure.statement_id = statement.id
        WHERE message.exchange_id = exchanges.exchange_id
    ) AS integer) AS trade_figures,
    exchanges.leader_a_id,
    exchanges.leader_b_id,
    exchanges.occasion_name,
    exchanges.who_to_whom,
    CAST((
        SELECT leader.full_name
        FROM message
        JOIN message AS answer ON answer.exchange_id = message.exchange_id AND answer.sender_id = message.recipient_id
        JOIN leader ON leader.id = message.sender_id
        WHERE message.exchange_id = exchanges.exchange_id AND message.sent_on < answer.sent_on
    ) AS text) AS first_writer_name,
    exchanges.written_year,
    exchanges.who_to_whom_slugs
FROM report_exchanges AS exchanges

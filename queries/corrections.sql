-- title = "Corrections"
-- question = "What did people put right, why, and which of it is to be looked at again?"
-- only = "what was put right with chancery correct, or brought by chancery import corrections"
-- subject = "Data quality"
-- order = "state, made_at, correction_id"
-- shown = ["correction_id", "state", "fact_kind", "fact", "property", "read_value", "right_value", "why", "made_by"]
-- [filters]
-- fact_kind = "fact_kind"
-- state = "state"
-- made_by = "made_by"
-- country = ["country_a", "country_b"]
-- year = "made_on"
-- since = "made_on"
-- until = "made_on"
-- [values]
-- state = ["holds", "read so now", "to be looked at again", "no report here"]
-- fact_kind = ["report", "exchange", "message", "statement", "trade_figure", "anniversary", "theme", "leader"]
-- [columns]
-- fact_kind = "report, exchange, message, statement, trade_figure, anniversary, theme or leader"
-- fact = "The fact: an exchange by its occasion, year and pair, a place in a report by its words, a leader by the slug"
-- read_by = "Name of a pattern that read what was corrected; empty where none did by itself"
-- source = "What the correction rests on: a document, an address"
-- reports = "Number of reports here in which it was met"
-- country_a = "ISO 3166 code of the country of the leader, or of the first of the two leaders whose exchange it is of; of a report, or words in it, of the first exchange that it tells of"
-- country_b = "ISO 3166 code of the country of the other leader; empty where it is of a leader alone"

-- A correction holds where the machine still reads what was corrected. Of what hangs on all reports of an exchange
-- (its day, its milestone, its ordinal), it holds where the exchange has what is right. An office holds where it is
-- among the tenures; else another holder leaves no room for it.
SELECT
    correction.id AS correction_id,
    CAST(
        CASE
            WHEN correction.property = 'office' AND office.held > 0 THEN 'holds'
            WHEN correction.property = 'office' AND office.leader_id IS NULL THEN 'no report here'
            WHEN correction.property = 'office' THEN 'to be looked at again'
            WHEN correction.property = 'never_same_as' OR met.applied > 0 OR met.settled_right > 0 THEN 'holds'
            WHEN met.reports IS NULL THEN 'no report here'
            WHEN met.differing = 0 AND met.settled = 0 THEN 'read so now'
            ELSE 'to be looked at again'
        END AS text
    ) AS state,
    correction.fact AS fact_kind,
    CAST(
        trim(coalesce(correction.leader, '')
        || coalesce(
            correction.occasion || ' ' || coalesce(CAST(correction.occasion_year AS text) || ' ', '')
            || correction.leader_a || ' and ' || correction.leader_b,
            ''
        )
        || coalesce(' from ' || correction.sender, '')
        || coalesce(' "' || correction.quote || '"', '')
        || coalesce(' ' || correction.claim, '')
        || CASE WHEN correction.fact = 'report' THEN coalesce(correction.locator, correction.report_sha256) ELSE '' END)
        AS text
    ) AS fact,
    correction.property,
    correction.read_value,
    correction.right_value,
    CAST(coalesce(met.read_now, office.holder) AS text) AS read_now,
    CAST(met.read_by AS text) AS read_by,
    correction.why,
    correction.source,
    correction.made_by,
    correction.made_at,
    correction.locator,
    CAST(coalesce(met.reports, 0) AS integer) AS reports,
    CAST(substr(CAST(correction.made_at AS text), 1, 10) AS date) AS made_on,
    CAST(country_a.code AS text) AS country_a,
    CAST(country_b.code AS text) AS country_b,
    country_a.name AS country_a_name,
    country_b.name AS country_b_name
FROM correction
LEFT JOIN (
    SELECT
        correction_report.correction_id,
        count(*) AS reports,
        sum(CASE WHEN correction_report.is_applied AND correction_report.exchange_id IS NULL THEN 1 ELSE 0 END)
            AS applied,
        sum(CASE WHEN correction_report.exchange_id IS NULL THEN 0 ELSE 1 END) AS settled,
        sum(
            CASE
                WHEN correction_report.is_applied
                    OR coalesce(correction_report.read_now, '') = coalesce(corrected.right_value, '')
                    OR (corrected.right_value = 'no' AND correction_report.read_now IS NULL)
                THEN 0
                ELSE 1
            END
        ) AS differing,
        sum(
            CASE
                WHEN exchange.id IS NULL THEN 0
                WHEN corrected.property = 'exchanged_on'
                    AND coalesce(CAST(exchange.exchanged_on AS text), '') = coalesce(corrected.right_value, '') THEN 1
                WHEN corrected.property = 'ordinal'
                    AND coalesce(CAST(exchange.ordinal AS text), '') = coalesce(corrected.right_value, '') THEN 1
                WHEN corrected.property = 'milestone'
                    AND coalesce(milestone.slug, '') = coalesce(corrected.right_value, '') THEN 1
                ELSE 0
            END
        ) AS settled_right,
        min(correction_report.read_now) AS read_now,
        min(correction_report.read_by) AS read_by
    FROM correction_report
    JOIN correction AS corrected ON corrected.id = correction_report.correction_id
    LEFT JOIN exchange ON exchange.id = correction_report.exchange_id
    LEFT JOIN milestone ON milestone.id = exchange.milestone_id
    GROUP BY correction_report.correction_id
) AS met ON met.correction_id = correction.id
LEFT JOIN (
    SELECT
        said.id,
        max(leader.id) AS leader_id,
        count(own.id) AS held,
        min(CASE WHEN own.id IS NULL THEN holder.slug END) AS holder
    FROM correction AS said
    LEFT JOIN leader ON leader.slug = said.leader
    LEFT JOIN office ON said.right_value LIKE office.slug || ' %'
    LEFT JOIN tenure AS own ON own.office_id = office.id AND own.leader_id = leader.id AND own.supplied_by = 'report'
        AND said.right_value LIKE office.slug || ' ' || CAST(own.started_on AS text) || '%'
    -- whoever else holds it on some of these days
    LEFT JOIN tenure ON tenure.office_id = office.id AND tenure.supplied_by <> 'report'
        AND coalesce(CAST(tenure.ended_on AS text), '9999-12-31') > substr(said.right_value, length(office.slug) + 2, 10)
        AND CAST(tenure.started_on AS text)
        < coalesce(nullif(substr(said.right_value, length(office.slug) + 13, 10), ''), '9999-12-31')
    LEFT JOIN leader AS holder ON holder.id = tenure.leader_id
    WHERE said.property = 'office'
    GROUP BY said.id
) AS office ON office.id = correction.id
LEFT JOIN exchange AS told ON correction.leader_a IS NULL AND correction.leader IS NULL AND told.id = (
    SELECT min(exchange_report.exchange_id)
    FROM source_report
    JOIN exchange_report ON exchange_report.source_report_id = source_report.id
    WHERE source_report.sha256 = correction.report_sha256
)
LEFT JOIN leader AS named_a ON named_a.slug = coalesce(correction.leader_a, correction.leader)
LEFT JOIN leader AS named_b ON named_b.slug = correction.leader_b
LEFT JOIN leader AS told_a ON told_a.id = told.leader_a_id
LEFT JOIN leader AS told_b ON told_b.id = told.leader_b_id
LEFT JOIN country AS country_a ON country_a.id = coalesce(named_a.country_id, told_a.country_id)
LEFT JOIN country AS country_b ON country_b.id = coalesce(named_b.country_id, told_b.country_id)

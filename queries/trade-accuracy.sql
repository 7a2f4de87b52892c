-- title = "How well told trade agrees with trade counted"
-- question = "Over all years, how many of the trade figures that each leader or outlet tells agree with the official ones, and how far are they off?"
-- only = "levels of total trade that are told in US dollars for a year"
-- subject = "Trade"
-- order = "country_a, country_b, figures DESC, speaker NULLS LAST, outlet NULLS LAST"
-- shown = ["country_a", "country_b", "speaker", "outlet", "figures", "compared", "agreeing", "mean_difference_percent", "greatest_difference_percent", "first_year", "last_year"]
-- [filters]
-- leader = "speaker"
-- speaker = "speaker"
-- country = ["country_a", "country_b"]
-- outlet = "outlet"
-- [columns]
-- figures = "Number of levels of total trade told"
-- speaker = "Slug of the leader who tells the figures; empty where outlets do in their own words"
-- outlet = "Slug of the outlet that tells the figures in its own words"
-- first_year = "First year that a figure is of"
-- last_year = "Last year that a figure is of"

-- All is counted over all years, and no filter takes some of them: that is trade-against-official.
-- Levels of total trade in US dollars that leaders, or outlets in their own words, tell, beside the official totals.
WITH told AS (
    SELECT
        country_a,
        country_b,
        country_a_name,
        country_b_name,
        country_a_id,
        country_b_id,
        speaker,
        speaker_name,
        speaker_id,
        outlet,
        outlet_name,
        year,
        difference_percent,
        agrees,
        official_usd
    FROM report_trade_against_official
    WHERE claim = 'level' AND flow = 'total' AND currency = 'USD' AND year IS NOT NULL
)
SELECT
    told.country_a,
    told.country_b,
    told.speaker,
    CAST(CASE WHEN told.speaker IS NULL THEN told.outlet END AS text) AS outlet,
    CAST(count(*) AS integer) AS figures,
    CAST(count(told.official_usd) AS integer) AS compared,
    CAST(sum(CASE WHEN told.agrees THEN 1 ELSE 0 END) AS integer) AS agreeing,
    CAST(round(CAST(avg(told.difference_percent) AS numeric), 1) AS numeric) AS mean_difference_percent,
    CAST(max(abs(told.difference_percent)) AS numeric) AS greatest_difference_percent,
    CAST(min(told.year) AS integer) AS first_year,
    CAST(max(told.year) AS integer) AS last_year,
    told.country_a_name,
    told.country_b_name,
    told.speaker_name,
    CAST(CASE WHEN told.speaker IS NULL THEN told.outlet_name END AS text) AS outlet_name,
    told.country_a_id,
    told.country_b_id,
    told.speaker_id
FROM told
GROUP BY
    told.country_a,
    told.country_b,
    told.country_a_name,
    told.country_b_name,
    told.country_a_id,
    told.country_b_id,
    told.speaker,
    told.speaker_name,
    told.speaker_id,
    CASE WHEN told.speaker IS NULL THEN told.outlet END,
    CASE WHEN told.speaker IS NULL THEN told.outlet_name END

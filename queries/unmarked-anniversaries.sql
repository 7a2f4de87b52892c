-- title = "Anniversaries of which no report here tells"
-- question = "Which anniversaries in multiples of five passed without a report here of a message on them, and how many reports of that year are there?"
-- only = "anniversaries of two countries whose leaders write to each other in the reports here, of the years from the first of their letters to the last"
-- subject = "Anniversaries"
-- order = "year, due_on NULLS LAST, milestone, ordinal"
-- shown = ["due_on", "year", "milestone", "ordinal", "country_a", "country_b", "exchanges_that_year", "reports_that_year"]
-- [filters]
-- country = ["country_a", "country_b"]
-- milestone = "milestone"
-- year = "year"
-- since = "year"
-- until = "year"
-- milestone_kind = "milestone_kind"
-- [columns]
-- year = "Year in which the anniversary fell"
-- due_on = "Day on which the anniversary fell; empty where only the year of the milestone is known"

SELECT
    milestone,
    milestone_name,
    milestone_kind,
    ordinal,
    year,
    country_a,
    country_b,
    exchanges_that_year,
    reports_that_year,
    country_a_name,
    country_b_name,
    country_a_id,
    country_b_id,
    due_on
FROM report_anniversaries_kept
WHERE kept <> 'kept'

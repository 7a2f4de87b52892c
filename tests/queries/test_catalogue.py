from pathlib import Path

import pytest

from models.database import InputError
from queries.catalogue import SUBJECTS, read_own, shipped_reports
from queries.check import check, fields_of
from queries.select import columns_of, for_engine, parse_select

HEAD = """\
-- title = "Letters by year"
-- question = "How many?"
-- [filters]
-- year = "year"
-- leader = ["leader_a", "leader_b"]

SELECT 2021 AS year, leader_a.slug AS leader_a, leader_b.slug AS leader_b FROM x;
"""


def written(folder: Path, text: str, name: str = "letters_by_year.sql") -> Path:
    file = folder / name
    file.write_text(text)
    return file


def test_a_report_is_read_from_its_file(tmp_path: Path) -> None:
    report = read_own(written(tmp_path, HEAD))
    assert (report.name, report.title, report.view) == ("letters-by-year", "Letters by year", "report_letters_by_year")
    assert report.filters == {"year": ("year",), "leader": ("leader_a", "leader_b")}
    assert report.sql.startswith("SELECT 2021")
    assert report.sql.endswith("FROM x")


def test_a_file_with_a_plain_comment_or_none_is_named_by_its_file(tmp_path: Path) -> None:
    assert read_own(written(tmp_path, "-- mine\nSELECT 1 AS one")).title == "letters-by-year"
    assert read_own(written(tmp_path, "SELECT 1 AS one")).filters == {}


def test_a_head_that_is_no_toml_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"letters_by_year\.sql: the head is no TOML: .*line 2"):
        read_own(written(tmp_path, '-- title = "x"\n-- question = what\nSELECT 1'))


def test_a_field_that_means_nothing_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"letters_by_year\.sql:2: the head has no field 'titel'"):
        read_own(written(tmp_path, '-- question = "x"\n-- titel = "x"\nSELECT 1'))


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / "x.sql"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="it is no UTF-8 text"):
        read_own(file)


def test_a_filter_on_a_column_that_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    report = read_own(written(tmp_path, HEAD.replace("2021 AS year", "2021 AS occasion_year")))
    assert check(report) == [
        f"{tmp_path}/letters_by_year.sql:4: year names the column year, which the SELECT does not have"
    ]


def test_values_of_a_filter_that_is_not_there_are_told_with_their_line(tmp_path: Path) -> None:
    report = read_own(written(tmp_path, HEAD.replace("\n\n", '\n-- [values]\n-- state = ["old"]\n\n')))
    assert check(report) == [
        f"{tmp_path}/letters_by_year.sql:7: state has values, and the head declares no filter state"
    ]


@pytest.mark.parametrize(
    ("name", "filter_name"), [("to-check", "problem"), ("corrections", "state"), ("theme-changes", "change")]
)
def test_the_select_writes_the_values_of_a_filter(name: str, filter_name: str) -> None:
    report = shipped_reports()[name]
    assert [value for value in report.values[filter_name] if f"'{value}'" not in report.sql] == []


def test_a_column_that_a_filter_fits_and_the_head_forgets_is_told(tmp_path: Path) -> None:
    report = read_own(written(tmp_path, HEAD.replace('-- year = "year"\n', "")))
    assert check(report) == [f"{tmp_path}/letters_by_year.sql: the SELECT has year, the head declares no filter year"]


def test_a_chart_stands_in_a_file_of_its_own(tmp_path: Path) -> None:
    report = written(tmp_path, HEAD)
    (tmp_path / "charts").mkdir()
    chart = tmp_path / "charts" / "letters_by_year.json"
    chart.write_text('{"mark": "bar", "encoding": {"x": {"field": "yaer"}}}')
    assert check(read_own(report)) == [f"{report}: chart names the column yaer, which the SELECT does not have"]
    chart.write_text('{"mark": "bar",\n}')
    with pytest.raises(InputError, match=r"letters_by_year\.json:2: the chart is no JSON: .*, column 1"):
        read_own(report)
    chart.write_text("[]")
    with pytest.raises(InputError, match="a chart is one JSON object"):
        read_own(report)


def test_every_chart_is_of_a_report() -> None:
    charts = {file.stem for file in Path("queries/charts").iterdir()}
    assert charts == {name for name, report in shipped_reports().items() if report.chart}


def test_columns_named_by_a_chart_are_found_in_all_its_layers() -> None:
    chart = {"encoding": {"x": {"field": "a"}}, "layer": [{"encoding": {"y": {"field": "b"}}}], "mark": "bar"}
    assert list(fields_of(chart)) == ["a", "b"]


@pytest.mark.parametrize("name", shipped_reports())
def test_heads_and_columns_of_shipped_reports_agree(name: str) -> None:
    report = shipped_reports()[name]
    assert check(report) == []
    assert report.subject in SUBJECTS
    assert report.question.endswith("?")
    assert report.order
    assert report.title


@pytest.mark.parametrize("name", [name for name, report in shipped_reports().items() if "quote" in report.columns])
def test_what_is_quoted_can_be_cited(name: str) -> None:
    assert {"statement_id", "headline", "url", "outlet"} <= shipped_reports()[name].columns.keys()


@pytest.mark.parametrize("name", shipped_reports())
def test_what_a_report_lists_only_stands_in_its_help(name: str) -> None:
    only = shipped_reports()[name].only
    assert not only or (only[0].islower() and not only.endswith("."))


@pytest.mark.parametrize("name", shipped_reports())
def test_computed_columns_have_a_type(name: str) -> None:
    query = parse_select(shipped_reports()[name].sql, name)
    untyped = [part.alias_or_name for part in query.selects if part.unalias().key not in ("cast", "column")]
    assert untyped == []


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM leader",
        "SELECT 1; SELECT 2",
        "CREATE TABLE x AS SELECT 1",
        "WITH gone AS (DELETE FROM leader RETURNING id) SELECT * FROM gone",
        "SELECT * INTO x FROM leader",
        "PRAGMA writable_schema = 1",
        "SELECT FROM WHERE",
        "SELECT 'open",
        "",
    ],
)
def test_only_a_single_select_is_a_report(sql: str) -> None:
    with pytest.raises(InputError, match=r"^x\.sql: "):
        parse_select(sql, "x.sql")


def test_columns_are_named_with_the_types_of_their_casts() -> None:
    sql = "WITH a AS (SELECT 1 AS x) SELECT a.x, CAST(1 AS boolean) AS b, CAST('2020-01-01' AS date) AS c FROM a"
    assert columns_of(sql, "x.sql") == {"x": "", "b": "boolean", "c": "date"}


def test_dates_stay_text_on_sqlite_only() -> None:
    sql = "SELECT CAST(x\n AS date) AS due_on"
    assert for_engine(sql, "sqlite") == "SELECT CAST(x\n AS text) AS due_on"
    assert for_engine(sql, "postgresql") == sql


def test_no_filter_of_days_seems_to_cut_what_is_counted_over_all_years() -> None:
    for report in shipped_reports().values():
        looked_at = {column for name in ("year", "since", "until") for column in report.filters.get(name, ())}
        assert not looked_at & {"first_year", "last_year"}, report.name


def test_every_report_is_asked_by_country_where_its_rows_are_of_any() -> None:
    without = {name for name, report in shipped_reports().items() if "country" not in report.filters}
    assert without == {"patterns"}  # which counts what each pattern read in all reports


def test_every_report_with_a_day_or_a_year_is_asked_by_it() -> None:
    of_all_years = {"correspondents", "trade-accuracy"}
    for name, report in shipped_reports().items():
        days = [column for column in report.columns if column.endswith("_on") or column.endswith("year")]
        if days and name not in of_all_years:
            assert report.filters.keys() >= {"year", "since", "until"}, name

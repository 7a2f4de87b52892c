import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import Result
from sqlalchemy import Engine

from models.database import InputError
from queries.answer import Answer, ask, reading
from queries.catalogue import SavedReport, shipped_reports
from queries.chart import MOST_IN_PANELS, as_html, as_png, as_svg, specification, write_chart
from queries.rough_chart import rough_chart, shade

Chancery = Callable[..., Result]
DRAWN = [name for name, report in shipped_reports().items() if report.chart]


def asked(engine: Engine, name: str) -> Answer:
    with reading(engine) as connection:
        return ask(connection, shipped_reports()[name])


def words_of(svg: bytes) -> set[str]:
    texts = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return {line for text in texts for line in text.itertext()}


def test_the_reports_that_are_better_looked_at_have_charts() -> None:
    assert {"anniversary-timeline", "trade-by-year", "themes-by-year", "correspondents"} <= set(DRAWN)


@pytest.mark.parametrize("name", DRAWN)
def test_every_chart_is_drawn_with_its_title_and_source(world_engine: Engine, name: str) -> None:
    answer = asked(world_engine, name)
    words = words_of(as_svg(specification(answer)))
    assert answer.report.title in words
    assert any(f"rows of {answer.report.view}" in line for line in words)
    assert "undefined" not in words
    assert "null" not in words


@pytest.mark.parametrize("name", DRAWN)
def test_every_chart_has_a_rough_one_no_wider_than_the_terminal(
    world_engine: Engine, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    lines = "".join(rough_chart(asked(world_engine, name))).splitlines()
    assert lines[0] == shipped_reports()[name].title
    assert len(lines) > 1
    assert max(map(len, lines)) <= 100


def test_a_chart_of_too_many_panels_is_refused(world_engine: Engine) -> None:
    answer = asked(world_engine, "trade-by-year")
    many = replace(answer, rows=answer.rows * (MOST_IN_PANELS // len(answer.rows) + 1))
    with pytest.raises(InputError, match="choose some of them by a filter"):
        specification(many)


def test_axes_say_what_they_are_and_in_which_unit(world_engine: Engine) -> None:
    words = words_of(as_svg(specification(asked(world_engine, "trade-by-year"))))
    assert {
        "Goods trade, billion US dollars",
        "Year of the figure",
        "goal due in the year",
        "China and Russia",
    } <= words


def test_a_timeline_has_the_anniversaries_to_come(world_engine: Engine) -> None:
    words = words_of(as_svg(specification(asked(world_engine, "anniversary-timeline"))))
    assert {"invoked", "coming", "Xi Jinping", "Treaty between China and Russia", "75", "80"} <= words


def test_the_matrix_names_senders_and_recipients(world_engine: Engine) -> None:
    words = words_of(as_svg(specification(asked(world_engine, "correspondents"))))
    assert {"Sender", "Recipient", "Kim Jong Un", "Ibrahim Mohamed Solih"} <= words


def test_png_and_html_are_written_and_html_needs_no_network(world_engine: Engine, tmp_path: Path) -> None:
    spec = specification(asked(world_engine, "exchanges-by-year"))
    assert as_png(spec).startswith(b"\x89PNG")
    page = as_html(spec).decode()
    assert re.search(r"<(script|link)[^>]+(src|href)=", page) is None
    write_chart(asked(world_engine, "wording"), tmp_path / "wording.SVG")
    assert (tmp_path / "wording.SVG").read_bytes().startswith(b"<svg")


def test_what_is_left_out_stands_under_the_title(world_engine: Engine) -> None:
    told = specification(asked(world_engine, "coverage"))["title"]["subtitle"]
    assert "At most thirty outlets, those that tell of most." in told


def test_filters_stand_in_the_source_line(world_engine: Engine) -> None:
    with reading(world_engine) as connection:
        answer = ask(connection, shipped_reports()["themes-by-year"], {"speaker": ["xi-jinping"]})
    assert "Only speaker Xi Jinping." in json.dumps(specification(answer)["title"])


def test_what_cannot_be_drawn_is_told(chancery: Chancery, world_address: str, tmp_path: Path) -> None:
    for words, line in {
        ("exchanges", "--chart", "-"): "the report exchanges has no chart",
        ("wording", "--chart", "x.gif"): "a chart is written as .svg, .pdf, .png or .html, not as x.gif",
        ("wording", "--year", "1999", "--chart", "-"): "the report wording has no rows to draw",
        ("wording", "--chart", str(tmp_path / "no" / "x.svg")): "cannot be written: No such file",
    }.items():
        refused = chancery("report", *words, "--db", world_address)
        assert refused.exit_code == 2
        assert line in refused.output


def test_a_chart_alone_prints_no_rows_and_with_a_format_it_does(
    chancery: Chancery, world_address: str, tmp_path: Path
) -> None:
    file = str(tmp_path / "x.svg")
    assert chancery("report", "wording", "--chart", file, "--db", world_address).output == ""
    both = chancery("report", "wording", "--chart", file, "--format", "csv", "--db", world_address).output
    assert both.startswith("year,speaker,")
    assert "Set phrases by year\n" in chancery("report", "wording", "--chart", "-", "--db", world_address).output


def test_a_report_of_ones_own_may_have_a_chart(chancery: Chancery, world_address: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.sql"
    file.write_text('-- title = "Mine"\nSELECT sender, count(*) AS n FROM report_messages GROUP BY sender')
    (tmp_path / "charts").mkdir()
    encoding = {"x": {"field": "n", "type": "quantitative"}, "y": {"field": "sender", "type": "nominal"}}
    (tmp_path / "charts" / "mine.json").write_text(json.dumps({"mark": "bar", "encoding": encoding}))
    assert chancery("report", str(file), "--chart", str(tmp_path / "mine.svg"), "--db", world_address).exit_code == 0
    assert "xi-jinping" in words_of((tmp_path / "mine.svg").read_bytes())


def test_bars_are_as_long_as_their_sums(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    report = SavedReport(
        name="x", path="x.sql", sql="", title="X", chart={"usermeta": {"rough": {"y": "who", "value": "n"}}}
    )
    answer = Answer(report, ("who", "n"), [("a", 10), ("b", 5), ("a", 10), (None, 3)], 4, {}, "db")
    assert "".join(rough_chart(answer)) == f"X\na  20  {'█' * 33}\nb   5  {'█' * 8}\n"


def test_shades_tell_nothing_from_little() -> None:
    assert [shade(value, 100) for value in (0, 1, 50, 100)] == [0, 1, 2, 4]


def test_a_chart_whose_rows_have_nothing_to_draw_says_so(world_engine: Engine) -> None:
    answer = asked(world_engine, "timeline")
    undated = replace(answer, rows=[row for row in answer.rows if row[answer.columns.index("exchanged_on")] is None])
    assert undated.rows
    words = words_of(as_svg(specification(undated)))
    assert {"Timeline of a pair", "Nothing to draw: none of these rows has what the chart shows."} <= words


def test_years_without_a_row_stand_on_the_axis_too(world_engine: Engine) -> None:
    words = words_of(as_svg(specification(asked(world_engine, "themes-by-year"))))
    assert {"2020", "2021"} <= words
    report = replace(shipped_reports()["wording"])
    answer = asked(world_engine, "wording")
    place = answer.columns.index("year")
    apart = [(*row[:place], 2020 if row[place] == 2020 else 2024, *row[place + 1 :]) for row in answer.rows]
    words = words_of(as_svg(specification(replace(answer, report=report, rows=apart))))
    assert {"2020", "2021", "2022", "2023", "2024"} <= words


def test_letters_of_other_scripts_are_drawn_and_pdf_is_written(world_engine: Engine, tmp_path: Path) -> None:
    answer = asked(world_engine, "wording")
    place = answer.columns.index("phrase")
    told = replace(answer, rows=[(*row[:place], "新时代 новая эра", *row[place + 1 :]) for row in answer.rows])
    assert "新时代 новая эра" in words_of(as_svg(specification(told)))
    write_chart(told, tmp_path / "wording.pdf")
    assert (tmp_path / "wording.pdf").read_bytes().startswith(b"%PDF")

import datetime
import itertools
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import Result
from sqlalchemy import Engine

from models.database import InputError
from queries.answer import Answer, Value, ask, reading
from queries.catalogue import SavedReport, shipped_reports
from queries.chart import MOST_IN_PANELS, as_html, as_png, as_svg, specification, write_chart
from queries.rough_chart import SHADES, fitted, rough_chart, scale_of, shade
from queries.terminal import room_of

Chancery = Callable[..., Result]
DRAWN = [name for name, report in shipped_reports().items() if report.chart]


def asked(engine: Engine, name: str) -> Answer:
    with reading(engine) as connection:
        return ask(connection, shipped_reports()[name])


def words_of(svg: bytes) -> set[str]:
    texts = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return {line for text in texts for line in text.itertext()}


SVG = "{http://www.w3.org/2000/svg}"


def with_rows(answer: Answer, rows: list[dict[str, Any]]) -> Answer:
    """The answer with its first row again and again, but for these values."""
    first = answer.as_dicts()[0]
    return replace(answer, rows=[tuple((first | row)[column] for column in answer.columns) for row in rows])


def symbols(svg: bytes, role: str) -> list[tuple[float, float, str]]:
    """Where the symbols of a chart, or of its legends, stand, and the outline of each."""
    found = []
    for group in ElementTree.fromstring(svg).iter(f"{SVG}g"):
        if {"mark-symbol", role} <= set(group.get("class", "").split()):
            for path in group.iter(f"{SVG}path"):
                place = re.fullmatch(r"translate\((.+?),(.+?)\)", path.get("transform", ""))
                assert place is not None
                found.append((float(place[1]), float(place[2]), path.get("d", "")))
    return found


def brightness(colour: str) -> float:
    """How bright a colour is in a print without colours, from 0 to 1."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


@pytest.mark.parametrize("name", ["exchanges-by-year", "forms-of-address"])
def test_parts_of_bars_are_told_apart_in_grey(name: str) -> None:
    by_brightness = sorted(map(brightness, shipped_reports()[name].chart["encoding"]["color"]["scale"]["range"]))
    assert min(above - below for below, above in itertools.pairwise(by_brightness)) > 0.1


def test_lines_of_trade_are_told_apart_by_their_marks(world_engine: Engine) -> None:
    pairs = [{"country_a_name": name, "country_a": "AA", "country_b": "BB"} for name in "ABCDEFG"]
    every = [pair | {"flow": "total", "official_usd": 1e9, "year": 2020} for pair in pairs]
    drawn = as_svg(specification(with_rows(asked(world_engine, "official-trade"), every)))
    assert len({shape for _, _, shape in symbols(drawn, "role-legend-symbol")}) == len(pairs)


def hidden(marks: list[tuple[float, float, str]]) -> list[tuple[float, float]]:
    """The places of marks that lie over another's middle."""
    places = [(x, y) for x, y, _ in marks]
    return [
        place
        for number, place in enumerate(places)
        if any(abs(place[0] - x) < 4 and abs(place[1] - y) < 4 for x, y in places[:number])
    ]


def test_marks_of_many_speakers_stay_in_their_row_and_have_shapes(world_engine: Engine) -> None:
    answer = asked(world_engine, "anniversary-timeline")
    told = {"kind": "invoked", "year": 2024, "ordinal": 76, "agrees": True, "messages": 1}
    spoken = [
        told | {"speaker_name": f"Leader {number}", "milestone": "one", "milestone_name": "One"} for number in range(9)
    ]
    other = told | {"speaker_name": None, "milestone": "two", "milestone_name": "Two", "ordinal": 40, "agrees": False}
    svg = as_svg(specification(with_rows(answer, [*spoken, other])))
    marks = symbols(svg, "role-mark")
    assert len(marks) == 8  # of six leaders, the others together, and the journalist
    assert hidden(marks) == []
    assert len({outline for _, _, outline in symbols(svg, "role-legend-symbol")}) == 8
    assert {"One", "Two", "another leader", "the journalist", "40 (does not add up)"} <= words_of(svg)


def test_the_title_of_a_short_axis_ends_where_the_axis_does(world_engine: Engine) -> None:
    answer = asked(world_engine, "coverage")
    told = {"occasion_year": 2024, "outlet_name": "Xinhua"}
    svg = ElementTree.fromstring(as_svg(specification(with_rows(answer, [told]))))
    [title] = [text for text in svg.iter(f"{SVG}text") if text.text == "Year greeted or observed"]
    assert title.get("text-anchor") == "end"


def test_a_timeline_tells_the_year_and_hides_no_mark(world_engine: Engine) -> None:
    answer = asked(world_engine, "timeline")
    days = [datetime.date(2024, 1, 16), *(datetime.date(2024, 9, day) for day in (7, 9, 9))]
    rows: list[dict[str, Any]] = [
        {"exchanged_on": day, "occasion": f"o{number}", "occasion_name": f"Occasion {number}", "reports": 2}
        for number, day in enumerate(days)
    ]
    svg = as_svg(specification(with_rows(answer, [*rows, {"exchanged_on": None}])))
    assert hidden(symbols(svg, "role-mark")) == []
    words = words_of(svg)
    assert {"Sep 2024", "Reports", "2"} <= words
    assert not {"3", "5", "10"} & words
    assert "Left out: 1 row without a day." in words


def test_pairs_that_have_as_many_exchanges_as_others_stand_with_them(world_engine: Engine) -> None:
    answer = asked(world_engine, "exchanges-by-year")
    rows = [
        {"leader_a_name": name, "leader_b_name": "X", "year": 2024, "exchanges": number}
        for name, number in (("A", 3), ("B", 2), ("C", 1), ("D", 1), ("E", 1))
    ]
    words = words_of(as_svg(specification(with_rows(answer, rows))))
    assert {"A and X", "B and X", "all others"} <= words
    assert "C and X" not in words


def test_lengths_have_the_marks_of_their_senders_and_those_of_all_others(world_engine: Engine) -> None:
    answer = asked(world_engine, "message-length")
    rows = [
        {"sender": name, "sender_name": name, "written_year": 2024 if number else 2023, "words": 10 * number + 10}
        for name in "ABCDE"
        for number in range(1 if name == "E" else 3)
    ]
    svg = as_svg(specification(with_rows(answer, rows)))
    assert len(symbols(svg, "role-mark")) == len(rows)
    legend = symbols(svg, "role-legend-symbol")
    assert len(legend) == len({outline for _, _, outline in legend}) == 5
    assert {"A", "D", "another sender"} <= words_of(svg)
    assert "E" not in words_of(svg)


def test_goals_are_marked_however_they_ended_and_those_without_a_year_are_counted(world_engine: Engine) -> None:
    answer = asked(world_engine, "trade-targets")
    rows = [
        {"set_year": 2010, "due_year": 2020, "passed_by_year": None, "outcome": outcome, "country_a_name": str(outcome)}
        for outcome in ("in_time", "late", "missed", None)
    ]
    svg = as_svg(specification(with_rows(answer, [*rows, rows[0] | {"due_year": None}])))
    assert len({outline for _, _, outline in symbols(svg, "role-mark")}) == 4
    assert "Left out: 1 row without a year in which it was due or passed." in words_of(svg)


def test_figures_that_agree_stand_beside_each_other(world_engine: Engine) -> None:
    answer = asked(world_engine, "trade-against-official")
    figure = {"flow": "total", "claim": "level", "year": 2023, "difference_percent": 0}
    rows = [figure | {"speaker_name": name} for name in ("Xi Jinping", "Vladimir Putin", "Vladimir Putin")]
    marks = symbols(as_svg(specification(with_rows(answer, rows))), "role-mark")
    assert len(marks) == 2
    assert hidden(marks) == []


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
    assert {"Invoked by", "Xi Jinping", "Treaty between China and Russia", "75", "80"} <= words


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


def test_a_rough_chart_has_names_and_a_scale(world_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    pairs = "".join(rough_chart(asked(world_engine, "correspondents")))
    assert re.search(r"^Xi Jinping, Vladimir Putin +\d+  █", pairs, re.MULTILINE)
    months = "".join(rough_chart(asked(world_engine, "coverage")))
    assert "Xinhua " in months
    assert re.search(r"^rows: .*█ up to \d+$", months, re.MULTILINE)


def test_the_scale_of_shades_tells_which_sums_have_them() -> None:
    sums: dict[tuple[str, Value], float] = {("a", 2020): 1, ("a", 2021): 6, ("b", 2020): 10}
    assert list(scale_of(sums, "messages")) == ["░ up to 2", "▒ up to 5", "▓ up to 7", "█ up to 10"]
    assert [SHADES[shade(value, 10)] for value in (1, 2, 3, 5, 6, 7, 8, 10)] == list("░░▒▒▓▓██")
    assert list(scale_of({("a", ""): 1.0}, "messages")) == ["█ up to 1"]
    assert list(scale_of({}, "messages")) == []


@pytest.mark.parametrize("label", ["Relations of one and another", "中华人民共和国与俄罗斯联邦建交周年", "Short"])
def test_labels_take_the_places_that_there_are_and_keep_their_ends(label: str) -> None:
    told = fitted(label, 16)
    assert room_of(told) == 16
    assert told.strip() == label or (label.startswith(told.split("…")[0].strip()) and label[-3:] in told)


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

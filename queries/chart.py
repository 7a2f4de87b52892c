"""Charts of answers: the Vega-Lite of a report, dressed for print, and drawn without a browser.

charts/NAME.json says what is drawn (mark, encoding, layers, transforms); this file gives all charts their colours,
letters, title and source line.
"""

import datetime
import json
import re
import textwrap
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from models.database import InputError
from models.extras import how_to_install
from queries.answer import Answer
from queries.formats import about, nothing_to_draw
from queries.relations import view_relation

SUBTITLE_WIDTH = 105  # characters of a line under the title
MOST_IN_PANELS = 5_000  # rows of a chart with a panel for each pair: some hundred panels, and seconds to draw
DOTS = 2.0  # how many times finer than the screen pictures in PNG are

# After Okabe and Ito, which people of any colour vision tell apart, light and dark by turns for prints in grey
COLOURS = ["#004D80", "#E69F00", "#009E73", "#1B1B1B", "#D55E00", "#9CCBE8", "#7F7F7F", "#CC79A7"]
# with letters of Chinese and Russian reports
FONT = "Liberation Sans, Arial, Helvetica, Noto Sans, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif"
STYLE: dict[str, Any] = {
    "font": FONT,
    "background": "white",
    "padding": 16,
    "view": {"continuousWidth": 640, "continuousHeight": 360, "step": 22, "stroke": None},
    "title": {"anchor": "start", "fontSize": 17, "subtitleFontSize": 12, "subtitleColor": "#505050", "offset": 14},
    "axis": {"labelFontSize": 12, "titleFontSize": 12, "labelLimit": 0, "titleFontWeight": "normal"},
    "axisX": {
        "grid": False,
        "labelOverlap": "greedy",
        "labelSeparation": 8,
        "labelFlush": False,  # the first and the last label stand under their ticks, not against their neighbours
        "titleAnchor": "end",  # the title of a short axis goes to the left, where no legend is
    },
    "axisQuantitative": {"grid": True, "gridColor": "#e4e4e4"},
    "legend": {
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "labelLimit": 0,
        "titleLimit": 0,
    },
    "header": {"labelFontSize": 13, "labelFontWeight": "bold", "labelAnchor": "start"},
    "range": {"category": COLOURS, "heatmap": {"scheme": "blues"}, "ramp": {"scheme": "blues"}},
    "mark": {"tooltip": True},
    "point": {"filled": True, "size": 70, "opacity": 0.85},
    "line": {"strokeWidth": 2},
}

WHOLE = {"tickMinStep": 1, "labelExpr": "datum.value % 1 == 0 ? datum.value : ''"}  # labels of what has no halves
SHOWN_IF_WHOLE = {"condition": {"test": "datum.value % 1 == 0", "value": 1}, "value": 0}
WHOLE_PARTS: dict[str, dict[str, Any]] = {
    "axis": WHOLE | {"tickOpacity": SHOWN_IF_WHOLE, "gridOpacity": SHOWN_IF_WHOLE},
    "legend": WHOLE,
}
NOTHING: dict[str, Any] = {
    "data": {"values": [{"told": "Nothing to draw: none of these rows has what the chart shows."}]},
    "mark": {"type": "text", "fontSize": 13, "align": "left", "x": 0},
    "encoding": {"text": {"field": "told", "type": "nominal"}},
    "height": 40,
}


def write_chart(answer: Answer, file: Path) -> None:
    """Draw an answer into a file, as its ending says: .svg, .pdf, .png, or .html, which needs no network.

    Raises InputError where the report has no chart, the answer no rows, or the file another ending.
    """
    drawing = {".svg": as_svg, ".pdf": as_pdf, ".png": as_png, ".html": as_html}.get(file.suffix.lower())
    if drawing is None:
        endings = ".svg, .pdf, .png or .html"
        raise InputError(f"a chart is written as {endings}, not as {file.name}; - draws it in the terminal")
    picture = drawing(specification(answer))
    try:
        file.write_bytes(picture)
    except OSError as error:
        raise InputError(f"{file} cannot be written: {error.strerror}") from None


def specification(answer: Answer) -> dict[str, Any]:
    """Return the Vega-Lite specification of an answer's chart, with its rows in it."""
    require_chart(answer)
    spec = {
        **titled(answer),
        **dressed(answer, answer.report.chart),
        "data": {"values": [json_row(answer, row) for row in answer.rows]},
    }
    return spec if draws_something(spec) else {**titled(answer), **NOTHING}


def titled(answer: Answer) -> dict[str, Any]:
    """Return what all charts have: the title, the question, what was asked, the style."""
    told = about(answer)
    note = answer.report.chart.get("usermeta", {}).get("note", "")  # on what is drawn, and what is not
    filters = f" Only {told['Filters']}." if answer.filters else ""
    parts = (answer.report.question, note, not_drawn(answer))
    source = f"Source: Chancery, {told['Rows']} rows of {answer.report.view}, {told['Date']}.{filters}"
    subtitle = [line for part in (*parts, source) for line in textwrap.wrap(part, SUBTITLE_WIDTH)]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": {"text": answer.report.title, "subtitle": subtitle},
        "config": STYLE,
    }


def not_drawn(answer: Answer) -> str:
    """Return how many rows the chart leaves out: those with none of the columns that usermeta names as needed."""
    needs = answer.report.chart.get("usermeta", {}).get("needs", {"columns": ()})
    places = [answer.columns.index(column) for column in needs["columns"]]
    count = sum(all(row[place] is None for place in places) for row in answer.rows) if places else 0
    return f"Left out: {count:,} row{'s' if count > 1 else ''} without {needs['told']}." if count else ""


def draws_something(spec: Mapping[str, Any]) -> bool:
    """Return whether the picture has any mark: what a chart leaves out may be all there is."""
    return re.search(rb"role-mark[^>]*(?<!/)><", as_svg(spec)) is not None


def dressed(answer: Answer, part: Any) -> Any:
    """Return a part of a chart's specification with axes that leave out no year and show no half of what is counted."""
    if isinstance(part, list):
        return [dressed(answer, content) for content in part]
    if not isinstance(part, dict):
        return part
    found = {name: dressed(answer, content) for name, content in part.items()}
    if found.get("type") == "ordinal" and "year" in str(found.get("field")):
        return found | {"scale": {"domain": years_of(answer, found["field"])} | found.get("scale", {})}
    if found.get("type") == "quantitative" and is_counted(answer, found):
        return found | {name: whole | found.get(name, {}) for name, whole in WHOLE_PARTS.items()}
    return found


def years_of(answer: Answer, column: str) -> list[int]:
    """Return all years from the first in a column to the last, also those without a row."""
    values = [row[answer.columns.index(column)] for row in answer.rows]
    years = [value for value in values if isinstance(value, int)]
    return list(range(min(years), max(years) + 1)) if years else []


def is_counted(answer: Answer, encoding: Mapping[str, Any]) -> bool:
    """Return whether an encoding is of whole numbers."""
    types = {column.name: column.type for column in view_relation(answer.report).columns}
    return encoding.get("aggregate") == "count" or (
        encoding.get("aggregate") != "mean" and types.get(str(encoding.get("field"))) == "integer"
    )


def require_chart(answer: Answer) -> None:
    """Raise InputError where there is nothing to draw, or too much."""
    if not answer.report.chart:
        raise InputError(f"the report {answer.report.name} has no chart")
    if not answer.rows:
        raise InputError(nothing_to_draw(answer))
    if "facet" in answer.report.chart and len(answer.rows) > MOST_IN_PANELS:
        raise InputError(f"{len(answer.rows):,} rows would make too many panels; choose some of them by a filter")


def json_row(answer: Answer, row: tuple[Any, ...]) -> dict[str, Any]:
    """Return a row as JSON has it, its days as ISO text."""
    values = (value.isoformat() if isinstance(value, datetime.date) else value for value in row)
    return dict(zip(answer.columns, values, strict=True))


def renderer() -> Any:
    """Return the library that draws. Raises InputError where it is not installed."""
    try:
        import vl_convert
    except ImportError:
        raise InputError(f"charts need vl-convert; install it with: {how_to_install('charts')}") from None
    return vl_convert


def as_svg(spec: Mapping[str, Any]) -> bytes:
    """Return the chart as SVG."""
    return drawn(json.dumps(spec))


@lru_cache(maxsize=1)  # whether it draws something is asked first, and drawing takes longer than all else
def drawn(spec: str) -> bytes:
    """Return the chart of a specification in JSON as SVG."""
    return str(renderer().vegalite_to_svg(spec)).encode()


def as_png(spec: Mapping[str, Any]) -> bytes:
    """Return the chart as PNG."""
    return bytes(renderer().vegalite_to_png(json.dumps(spec), scale=DOTS))


def as_pdf(spec: Mapping[str, Any]) -> bytes:
    """Return the chart as PDF."""
    return bytes(renderer().vegalite_to_pdf(json.dumps(spec)))


def as_html(spec: Mapping[str, Any]) -> bytes:
    """Return the chart as a page with the scripts that draw it, so that values show under the pointer."""
    return str(renderer().vegalite_to_html(json.dumps(spec), bundle=True)).encode()

"""Charts of answers: the Vega-Lite of a report, dressed for print, and drawn without a browser.

charts/NAME.json says what is drawn (mark, encoding, layers, transforms); this file gives all charts their colours,
letters, title and source line.
"""

import datetime
import json
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from models.database import InputError
from models.extras import how_to_install
from queries.answer import Answer
from queries.formats import about

SUBTITLE_WIDTH = 105  # characters of a line under the title
MOST_IN_PANELS = 5_000  # rows of a chart with a panel for each pair: some hundred panels, and seconds to draw
DOTS = 2.0  # how many times finer than the screen pictures in PNG are

# Okabe and Ito's colours, which people of any colour vision tell apart; grey for their yellow, too weak on white
COLOURS = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#7F7F7F", "#000000"]
STYLE: dict[str, Any] = {
    "font": "Liberation Sans, Arial, Helvetica, sans-serif",
    "background": "white",
    "padding": 16,
    "view": {"continuousWidth": 640, "continuousHeight": 360, "step": 22, "stroke": None},
    "title": {"anchor": "start", "fontSize": 17, "subtitleFontSize": 12, "subtitleColor": "#505050", "offset": 14},
    "axis": {"labelFontSize": 12, "titleFontSize": 12, "labelLimit": 440, "titleFontWeight": "normal"},
    "axisX": {"grid": False, "labelOverlap": "greedy"},
    "axisQuantitative": {"grid": True, "gridColor": "#e4e4e4"},
    "legend": {
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "labelLimit": 260,
        "titleLimit": 320,
    },
    "header": {"labelFontSize": 13, "labelFontWeight": "bold", "labelAnchor": "start"},
    "range": {"category": COLOURS, "heatmap": {"scheme": "blues"}, "ramp": {"scheme": "blues"}},
    "mark": {"tooltip": True},
    "point": {"filled": True, "size": 70, "opacity": 0.85},
    "line": {"strokeWidth": 2},
}


def write_chart(answer: Answer, file: Path) -> None:
    """Draw an answer into a file, as its ending says: .svg, .png, or .html, which needs no network.

    Raises InputError where the report has no chart, the answer no rows, or the file another ending.
    """
    drawing = {".svg": as_svg, ".png": as_png, ".html": as_html}.get(file.suffix.lower())
    if drawing is None:
        raise InputError(f"a chart is written as .svg, .png or .html, not as {file.name}; - draws it in the terminal")
    picture = drawing(specification(answer))
    try:
        file.write_bytes(picture)
    except OSError as error:
        raise InputError(f"{file} cannot be written: {error.strerror}") from None


def specification(answer: Answer) -> dict[str, Any]:
    """Return the Vega-Lite specification of an answer's chart, with its rows in it."""
    require_chart(answer)
    told = about(answer)
    filters = f" Only {told['Filters']}." if answer.filters else ""
    source = f"Source: Chancery, {told['Rows']} rows of {answer.report.view}, {told['Date']}.{filters}"
    subtitle = [*textwrap.wrap(answer.report.question, SUBTITLE_WIDTH), *textwrap.wrap(source, SUBTITLE_WIDTH)]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        **answer.report.chart,
        "title": {"text": answer.report.title, "subtitle": subtitle},
        "data": {"values": [json_row(answer, row) for row in answer.rows]},
        "config": STYLE,
    }


def require_chart(answer: Answer) -> None:
    """Raise InputError where there is nothing to draw, or too much."""
    if not answer.report.chart:
        raise InputError(f"the report {answer.report.name} has no chart")
    if not answer.rows:
        raise InputError(f"the report {answer.report.name} has no rows to draw")
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
    return str(renderer().vegalite_to_svg(json.dumps(spec))).encode()


def as_png(spec: Mapping[str, Any]) -> bytes:
    """Return the chart as PNG."""
    return bytes(renderer().vegalite_to_png(json.dumps(spec), scale=DOTS))


def as_html(spec: Mapping[str, Any]) -> bytes:
    """Return the chart as a page with the scripts that draw it, so that values show under the pointer."""
    return str(renderer().vegalite_to_html(json.dumps(spec), bundle=True)).encode()

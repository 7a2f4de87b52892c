"""What Chancery adds to Datasette: charts of reports, values of filters, and the page that shows a quote."""

import asyncio
import json
import textwrap
from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import Any

from datasette import NotFound, Response, hookimpl
from markupsafe import Markup
from sqlalchemy import Connection, Engine, text

from models.database import InputError
from queries.answer import ask, reading
from queries.catalogue import SavedReport, shipped_reports
from queries.chart import as_html, as_svg, specification
from queries.choices import values_of
from queries.conditions import day_in
from queries.exchange import page_of_exchange
from queries.filters import FILTERS
from queries.formats import readable
from queries.matching import statements_with
from queries.names import choices_of, meant
from queries.page import templates
from queries.query import all_asked
from queries.relations import usual_columns
from queries.served import DATABASE, SEARCH, columns_of_view

STATEMENT = """
    SELECT statements.*, body, source_report.url FROM report_statements AS statements
    JOIN source_report ON source_report.id = statements.source_report_id WHERE statement_id = :statement
"""
WORDS_KEPT = 1000  # of filters, with what they mean
SEARCHES_KEPT = 2  # with the keys of all statements found
PAGES = {
    "statement_id": Markup('<a href="/-/quote/{0}#quote">{0}</a>'),
    "exchange_id": Markup('<a href="/-/exchange/{0}">{0}</a>'),
}
QUOTE = Markup('<a class="chancery-quote" href="/-/quote/{}#quote">{}</a>')
COMMANDS = ("command", "command_if_right")
WORD = Markup("<span>{}</span>")
MOST_BYTES = 5_000_000  # of a picture on a page; above it browsers are slow, and marks cover each other
WORDS_IN_A_LINE = 60  # characters of a line that a phone shows whole
LINE_HEIGHT = 20
NO_PICTURE = Markup('<svg xmlns="http://www.w3.org/2000/svg" width="480" height="{}">{}</svg>')
LINE = Markup('<text y="{}">{}</text>')


class Pages:
    """The pages and links of a database, for Datasette to register."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.found = lru_cache(SEARCHES_KEPT)(self.statements_found)
        self.__name__ = "chancery"  # Datasette lists its plugins by the names of modules

    @hookimpl
    def register_routes(self) -> list[tuple[str, Callable[..., Any]]]:
        """Name the addresses of the pages."""
        return [
            (r"^/-/chart/(?P<name>[\w-]+)\.svg$", as_function(self.picture)),
            (r"^/-/chart/(?P<name>[\w-]+)$", as_function(self.chart)),
            (r"^/-/choices/(?P<name>[\w-]+)/(?P<filter_name>\w+)$", as_function(self.choices)),
            (r"^/-/chancery\.css$", as_function(self.style)),
            (r"^/-/exchange/(?P<key>\d{1,18})$", as_function(self.exchange)),
            (r"^/-/quote/(?P<statement>\d{1,18})$", as_function(self.quote)),
        ]

    @hookimpl
    def prepare_connection(self, conn: Any) -> None:
        """Teach a connection what words of filters mean, as when first asked for, and which statements have words."""
        conn.create_function("chancery_keys", 2, lru_cache(WORDS_KEPT)(self.keys_of), deterministic=True)
        conn.create_function("chancery_said", 3, self.has_words, deterministic=True)
        conn.create_function("chancery_day", 2, day_meant, deterministic=True)

    def has_words(self, words: str, last_import: int | None, statement: int) -> bool:
        """Return whether a statement has all of these words, as the command `chancery search` looks for them."""
        return statement in self.found(words, last_import)

    def statements_found(self, words: str, last_import: int | None) -> frozenset[int]:
        """Return the keys of the statements that have all of these words after an import; none for no word."""
        try:
            with reading(self.engine) as connection:
                return frozenset(statements_with(connection, words))
        except InputError:
            return frozenset()

    def keys_of(self, filter_name: str, typed: str) -> str:
        """Return as JSON, for each of the words of a filter, the keys that it may mean; the word itself where none."""
        words = [word.strip() for word in typed.split(",") if word.strip()] or [typed]
        if filter_name not in FILTERS or not FILTERS[filter_name].table:
            return json.dumps([[word] for word in words])
        with reading(self.engine) as connection:
            choices = choices_of(connection, text(""), filter_name, "")
        return json.dumps([[choice.key for choice in meant(word, choices)] for word in words])

    @hookimpl
    def render_cell(self, row: Any, value: Any, column: str) -> Markup | None:
        """Link quotes and keys to their pages, keep the words of commands whole, and write numbers out for people."""
        if isinstance(value, int) and column in PAGES:
            return PAGES[column].format(value)
        if value and column == "quote" and "statement_id" in row.keys() and row["statement_id"]:  # noqa: SIM118 - sqlite3.Row
            return QUOTE.format(row["statement_id"], value)
        if value and column in COMMANDS:
            return Markup("<code>{}</code>").format(Markup(" ").join(map(WORD.format, value.split())))
        known = usual_columns().get(column)
        if known is None or not isinstance(value, int | float):
            return None
        told = readable(column, bool(value) if known.type == "boolean" else value)
        return Markup('<span title="{}">{}</span>').format(value, told) if told != str(value) else None

    @hookimpl
    async def extra_body_script(self, request: Any, table: str | None) -> str:
        """Return the script that shows charts above rows, folds descriptions and offers the values of filters."""
        charts = [name for name, report in shipped_reports().items() if report.chart]
        viewed = next((report for report in shipped_reports().values() if report.view == table), None)
        told = {
            "charts": charts,
            "order": columns_of_view(viewed) if viewed else [],
            "refused": await asyncio.to_thread(self.refused, request) if request else "",
        }
        return templates().get_template("served.js").render(told, database=DATABASE, search=SEARCH)

    def refused(self, request: Any) -> str:
        """Return what the command line would say of the filters of a page that it does not take; nothing if all do."""
        report = shipped_reports().get(report_of_page(request.path))
        filters = filters_of(request, report) if report else {}
        if report is None or not any(filters.values()):
            return ""
        try:
            with reading(self.engine) as connection:
                all_asked(connection, report, filters)
        except InputError as error:
            return error.message[:1].upper() + error.message[1:]
        return ""

    @hookimpl
    def extra_css_urls(self) -> list[str]:
        """Name the address of the style."""
        return ["/-/chancery.css"]

    async def style(self, request: Any) -> Response:
        """Return the style of what is ours on the pages."""
        return Response(templates().get_template("served.css").render(), content_type="text/css; charset=utf-8")

    async def choices(self, request: Any) -> Response:
        """Return the values that a filter takes, each with its name."""
        name, filter_name = request.url_vars["name"], request.url_vars["filter_name"]
        if filter_name not in report_named(name).filters:
            raise NotFound(f"The report {name} has no filter {filter_name}.")
        return Response.json(await asyncio.to_thread(self.choices_of, name, filter_name))

    def choices_of(self, name: str, filter_name: str) -> list[tuple[str, str]]:
        """Return the values that a filter of a report takes, each with its name; none where they are not listed."""
        with reading(self.engine) as connection:
            found = values_of(connection, report_named(name), filter_name)
            return [(choice.key, choice.name) for choice in found]

    async def picture(self, request: Any) -> Response:
        """Draw a report; where that cannot be, say why in the picture."""
        try:
            drawn = await asyncio.to_thread(self.draw, request, as_svg)
        except InputError as error:
            drawn = no_picture(error.message).encode()
        if len(drawn) > MOST_BYTES:
            drawn = no_picture("there is too much to draw; choose some of the rows by a filter").encode()
        return Response(drawn.decode(), content_type="image/svg+xml; charset=utf-8")

    async def chart(self, request: Any) -> Response:
        """Return a page with the chart of a report that shows its values under the pointer."""
        try:
            return Response.html((await asyncio.to_thread(self.draw, request, as_html)).decode())
        except InputError as error:
            return Response.text(error.message, status=400)

    def draw(self, request: Any, drawing: Callable[[dict[str, Any]], bytes]) -> bytes:
        """Return the chart of a report with the filters of a request."""
        report = report_named(request.url_vars["name"])
        with reading(self.engine) as connection:
            return drawing(specification(ask(connection, report, filters_of(request, report))))

    async def exchange(self, request: Any) -> Response:
        """Return the page of one exchange."""
        try:
            return Response.html(await asyncio.to_thread(self.exchange_page, int(request.url_vars["key"])))
        except InputError as error:
            raise NotFound(error.message) from None

    def exchange_page(self, key: int) -> str:
        """Return an exchange as HTML. Raises InputError where there is none with this key."""
        with reading(self.engine) as connection:
            page = page_of_exchange(connection, key)
        return templates().get_template("exchange.html").render(page=page, home="/")

    async def quote(self, request: Any) -> Response:
        """Return the page of a report with one statement highlighted."""
        page = await asyncio.to_thread(self.quote_page, int(request.url_vars["statement"]))
        if page is None:
            raise NotFound("There is no such statement.")
        return Response.html(page)

    def quote_page(self, statement: int) -> str | None:
        """Return the report of a statement as HTML, None where there is no such statement."""
        with reading(self.engine) as connection:
            return page_of(connection, statement)


def no_picture(words: str) -> Markup:
    """Return a picture with words in the place of a chart, in as many lines as they need."""
    lines = textwrap.wrap(words, WORDS_IN_A_LINE)
    told = Markup("").join(LINE.format(place * LINE_HEIGHT, line) for place, line in enumerate(lines, 1))
    return NO_PICTURE.format((len(lines) + 1) * LINE_HEIGHT, told)


def report_of_page(path: str) -> str:
    """Return the name of the report whose filters the page at an address has; of no report's page, another word."""
    name = path.removeprefix(f"/{DATABASE}/")
    return "statements" if name == SEARCH else name


def filters_of(request: Any, report: SavedReport) -> dict[str, list[str]]:
    """Return the words that a request has for the filters of a report."""
    return {name: [word for word in request.args.getlist(name) if word.strip()] for name in report.filters}


def day_meant(filter_name: str, typed: str) -> str | None:
    """Return the first, or last, day that the word of a filter of days means; None where it is no day."""
    try:
        return day_in(typed, last=filter_name == "until").isoformat()
    except InputError:
        return None


def report_named(name: str) -> SavedReport:
    """Return a saved report. Raises NotFound where there is none of the name."""
    if name not in shipped_reports():
        raise NotFound(f"There is no report {name}.")
    return shipped_reports()[name]


def as_function(answer: Callable[[Any], Awaitable[Response]]) -> Callable[[Any], Awaitable[Response]]:
    """Return a method as a function, which alone Datasette 1.0 takes for an address."""

    async def function(request: Any) -> Response:
        return await answer(request)

    return function


def page_of(connection: Connection, statement: int) -> str | None:
    """Return the page that shows a statement in its report."""
    row = connection.execute(text(STATEMENT), {"statement": statement}).mappings().first()
    if row is None:
        return None
    start, end = row["start_char"], row["end_char"]
    parts = (row["body"][:start], row["body"][start:end], row["body"][end:])
    return templates().get_template("quote.html").render(row=row, parts=parts)

"""A page saved by a real browser, as one file or as HTML, or printed by it, is imported as a person reads it."""

import base64
import functools
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from importers.import_reports import import_reports
from tests import browser

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Xi, Tokayev greet each other on 30 years of ties - Morning Post</title>
<meta property="og:site_name" content="Morning Post">
<meta property="article:published_time" content="2022-01-03T09:30:00+06:00">
<style>nav { background: #eee } aside { float: right }</style></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>Xi, Tokayev greet each other on 30 years of ties</h1><p class="byline">Our staff, January 3, 2022</p>
<p>ASTANA, January 3 -- Chinese President Xi Jinping and Kazakh President Kassym-Jomart Tokayev on Monday exchanged
congratulations on the 30th anniversary of the establishment of diplomatic relations between their countries.</p>
<p>In his message, Xi said that China stood ready to work with Kazakhstan for a community of good neighbours.</p>
<p>Tokayev wrote that &ldquo;bilateral trade has grown for many years, and our peoples know each other better than
ever.&rdquo;</p>
</article></main><aside><h2>Most read</h2><ul><li><a href="/1">Snow closes the pass</a></li></ul></aside>
<footer>Morning Post. All rights reserved. Terms of use</footer>
<script>document.title = document.title + ''; document.body.dataset.ready = 'yes';</script></body></html>
"""


class Silent(SimpleHTTPRequestHandler):
    """A web server that says nothing."""

    def log_message(self, *_: Any) -> None:
        """Nothing is told."""


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A browser that has the page open."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "news.html").write_text(PAGE, "utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Silent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    driver = browser.opened(tmp_path_factory.mktemp("profile"))
    driver.get(f"http://127.0.0.1:{server.server_port}/news.html")
    yield driver
    driver.quit()
    server.shutdown()
    server.server_close()


def as_one_file(driver: Any) -> bytes:
    """The page as the browser saves it with all its parts."""
    saved: str = driver.execute_cdp_cmd("Page.captureSnapshot", {"format": "mhtml"})["data"]
    return saved.encode()


def as_html(driver: Any) -> bytes:
    """The page as it stands after its scripts ran."""
    return f"<!DOCTYPE html>\n{driver.execute_script('return document.documentElement.outerHTML')}".encode()


def printed(driver: Any) -> bytes:
    """The page as the browser prints it, with its own head and foot."""
    options = {"displayHeaderFooter": True, "printBackground": True}
    return base64.b64decode(driver.execute_cdp_cmd("Page.printToPDF", options)["data"])


@browser.needs_browser
@pytest.mark.parametrize(("name", "saved"), [("a.mhtml", as_one_file), ("a.html", as_html), ("a.pdf", printed)])
def test_a_page_saved_by_a_browser_tells_what_stands_on_it(
    engine: Engine, tmp_path: Path, chromium: Any, name: str, saved: Callable[[Any], bytes]
) -> None:
    (tmp_path / name).write_bytes(saved(chromium))
    assert import_reports(engine, [str(tmp_path)]).counts.inserted == 1
    with engine.connect() as connection:
        report = connection.execute(text("SELECT headline, published_on, body FROM source_report")).one()
        exchange = connection.execute(text("SELECT * FROM report_exchanges")).one()
        speakers = set(connection.execute(text("SELECT speaker FROM report_statements")).scalars())
    assert str(report.published_on) == "2022-01-03"
    assert "Xi, Tokayev greet each other" in (report.headline or report.body)
    assert (exchange.leader_a, exchange.leader_b) == ("kassym-jomart-tokayev", "xi-jinping")
    assert (exchange.occasion, str(exchange.exchanged_on)) == ("diplomatic-anniversary", "2022-01-03")
    assert {"kassym-jomart-tokayev", "xi-jinping"} <= speakers
    if not name.endswith("pdf"):
        assert "Snow closes" not in report.body
        assert "All rights reserved" not in report.body

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from importers.raw_report import RawReport, UnreadableError
from importers.readers import addresses
from importers.readers.addresses import fetched
from importers.readers.formats import raw_report
from tests.importers.readers.documents import KIM_XI, page

ASKED: list[str] = []


class News(BaseHTTPRequestHandler):
    """A small news site with all that can go wrong."""

    def do_GET(self) -> None:
        ASKED.append(self.headers["User-Agent"])
        ask = {
            "/kim-xi": self.page,
            "/moved": self.moved,
            "/round": self.round,
            "/large": self.large,
            "/slow": self.slow,
        }
        ask.get(self.path, self.gone)()

    def answer(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def page(self) -> None:
        self.answer(200, Content_Type="text/html")
        self.wfile.write(page("Kim and Xi greet each other", KIM_XI, "Both named 2024 a year of friendship.").encode())

    def moved(self) -> None:
        self.answer(302, Location="/kim-xi")

    def round(self) -> None:
        self.answer(302, Location="/round")

    def gone(self) -> None:
        self.answer(404)

    def large(self) -> None:
        self.answer(200)
        try:
            while True:
                self.wfile.write(b"greetings " * 10_000)
        except OSError:
            pass

    def slow(self) -> None:
        self.answer(200)
        try:
            for _ in range(100):
                self.wfile.write(b"greetings ")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), News) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_page_is_fetched_and_read_under_its_address(site: str) -> None:
    raw = raw_report(fetched(f"{site}/kim-xi", {}))
    assert isinstance(raw, RawReport)
    assert (raw.locator, raw.url) == (f"{site}/kim-xi", f"{site}/kim-xi")
    assert KIM_XI in raw.text
    assert ASKED[-1].startswith("Chancery/")


def test_a_page_that_has_moved_is_found(site: str) -> None:
    assert KIM_XI in raw_report(fetched(f"{site}/moved", {})).text


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/round", "the server redirects more than 5 times"),
        ("/large", "the page is larger than 20 MB, which no report is"),
        ("/slow", "the page took longer than 1 seconds"),
        ("/none", "the server answers 404 Not Found"),
    ],
)
def test_a_page_beyond_the_limits_is_refused(
    site: str, monkeypatch: pytest.MonkeyPatch, path: str, reason: str
) -> None:
    if path == "/slow":
        monkeypatch.setattr(addresses, "WITHIN", 1)
    with pytest.raises(UnreadableError) as refused:
        fetched(site + path, {})
    assert str(refused.value) == reason


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # urllib3 leaves the socket to the collector
def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(UnreadableError, match="the server cannot be reached"):
        fetched("http://127.0.0.1:9/", {})

from pathlib import Path

import pytest

from importers.raw_report import LeftOut, RawReport, Rejected
from importers.readers.document import Document
from importers.readers.formats import raw_report, work_in
from tests.importers.readers.documents import KIM_XI, PUTIN_XI, page, pdf, read, texts, warc

HEAD = "01/01/2024, 10:15 Kim and Xi greet each other"


def test_a_page_printed_as_pdf_is_read_without_what_the_browser_printed_around_it() -> None:
    first = [
        HEAD,
        "Kim and Xi greet each other",
        "PYONGYANG, Jan. 1 -- Kim Jong Un and Xi",
        "https://news.example/kim-xi 1/2",
    ]
    second = [HEAD, "Jinping exchanged greetings for the New Year.", "https://news.example/kim-xi 2/2"]
    (found,) = read("printed.pdf", pdf([first, second], title="Kim and Xi greet each other"))
    assert isinstance(found, RawReport)
    assert found.text.splitlines() == [*first[1:3], second[1]]
    assert (found.title, found.url) == ("Kim and Xi greet each other", "https://news.example/kim-xi")


def test_a_pdf_of_pictures_is_refused_with_what_to_do() -> None:
    (found,) = texts("scan.pdf", pdf([[]]))
    assert found == "there is no text in it, only pictures; run text recognition on it first"


def test_a_broken_pdf_and_a_page_without_report_are_refused() -> None:
    assert texts("broken.pdf", b"%PDF-1.7\nnothing")[0]
    assert texts("empty.html", b"<!doctype html><html><body></body></html>") == ["no report was found on the page"]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_a_web_archive_gives_only_the_pages_that_may_tell_of_an_exchange(tmp_path: Path, name: str) -> None:
    path = warc(tmp_path / name, {
        "https://news.example/kim-xi": page("Kim and Xi greet each other", KIM_XI, "A year of friendship began."),
        "https://news.example/weather": page("Weather", "Rain is expected in the north at the weekend."),
    })  # fmt: skip
    with path.open("rb") as file:
        found = list(work_in(Document(name, name, file)))
    assert [one.locator for one in found] == [f"{name}!https://news.example/kim-xi 2024-01-02T03:04:05Z", name]
    assert found[-1] == LeftOut(name, 1)
    assert isinstance(found[0], Document)
    assert found[0].only_exchanges
    raw = raw_report(found[0])
    assert raw.url == "https://news.example/kim-xi"
    assert KIM_XI in raw.text
    assert "Home" not in raw.text


def test_answers_that_are_no_pages_are_passed_over(tmp_path: Path) -> None:
    path = warc(
        tmp_path / "crawl.warc", {"https://news.example/gone": page("Greetings", PUTIN_XI)}, status="404 Not Found"
    )
    with path.open("rb") as file:
        assert list(work_in(Document("crawl.warc", "crawl.warc", file))) == []


def test_a_web_archive_cut_short_gives_what_is_whole_and_a_reason(tmp_path: Path) -> None:
    pages = {f"https://news.example/{n}": page(f"Greetings {n}", PUTIN_XI + " " * n) for n in range(3)}
    content = warc(tmp_path / "crawl.warc.gz", pages).read_bytes()
    found = list(read("crawl.warc.gz", content[: len(content) - 300]))
    assert [type(one) for one in found] == [RawReport, RawReport, Rejected]

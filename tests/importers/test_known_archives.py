"""A web archive that did not change is not gone through again, as long as what is left out of it would be the same."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from importers import read_with
from importers.import_reports import Options, import_reports
from importers.undo import undo
from models.database import writing
from tests.importers.contents import contents, differences, history
from tests.importers.readers.documents import KIM_XI, PUTIN_XI, page, warc

PAGES = {
    "https://news.example/kim-xi": page("Kim and Xi", KIM_XI, "Both named 2024 a year of friendship."),
    "https://news.example/visit": page("A visit", "The president of the club sent greetings to the members. " * 5),
    "https://news.example/weather": page("Weather", "Rain is expected in the north."),
}


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    return warc(tmp_path / "crawl.warc.gz", PAGES)


@pytest.fixture
def gone_through(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The archives that are gone through, in their order."""
    from importers.readers.web_archives import WebArchive

    seen: list[str] = []
    read = WebArchive.read

    def noted(self: WebArchive, document: Any) -> Any:
        seen.append(Path(document.locator).name)
        return read(self, document)

    monkeypatch.setattr(WebArchive, "read", noted)
    return seen


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.warc"])
def test_an_archive_as_it_was_is_known_as_a_whole(
    engine: Engine, tmp_path: Path, name: str, gone_through: list[str]
) -> None:
    path = warc(tmp_path / name, PAGES)
    first = import_reports(engine, [str(path)]).counts
    assert (first.inserted, first.left_out) == (1, 2)
    before = contents(engine)
    foreseen = import_reports(engine, [str(path)], Options(is_dry_run=True)).counts
    again = import_reports(engine, [str(path)]).counts
    assert foreseen == again
    assert (again.unchanged, again.left_out, again.inserted, again.updated) == (1, 2, 0, 0)
    assert gone_through == [name]
    assert differences(before, contents(engine)) == {}
    assert [number for _, number in history(engine)["met"]] == [0, 1]


def test_another_archive_at_its_place_is_gone_through(engine: Engine, crawl: Path, gone_through: list[str]) -> None:
    import_reports(engine, [str(crawl)])
    warc(crawl, PAGES | {"https://news.example/putin-xi": page("Putin and Xi", PUTIN_XI, "Both spoke of trade.")})
    counts = import_reports(engine, [str(crawl)]).counts
    assert (counts.inserted, counts.unchanged, counts.left_out) == (1, 1, 2)
    assert len(gone_through) == 2


def test_with_new_reference_data_a_page_that_was_left_out_may_tell_of_an_exchange(
    engine: Engine, tmp_path: Path, gone_through: list[str]
) -> None:
    told = "President Xi Jinping of China and Zork Blimfeld exchanged New Year greetings for 2024 on Dec. 31."
    path = warc(tmp_path / "crawl.warc", {"https://news.example/zork": page("Greetings", told, "Both were glad.")})
    assert import_reports(engine, [str(path)]).counts.left_out == 1
    with writing(engine) as connection:
        renamed = "UPDATE leader_name SET name = 'Zork Blimfeld' WHERE name = 'Kim Jong Un'"
        connection.execute(text(renamed))
    assert import_reports(engine, [str(path)]).counts.inserted == 1
    assert len(gone_through) == 2


def test_a_new_program_goes_through_it_again(
    engine: Engine, crawl: Path, gone_through: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import_reports(engine, [str(crawl)])
    monkeypatch.setattr(read_with, "program_digest", lambda: "another")
    import_reports(engine, [str(crawl)])
    assert len(gone_through) == 2


def test_what_breaks_off_is_gone_through_until_it_is_whole(
    engine: Engine, crawl: Path, gone_through: list[str]
) -> None:
    crawl.write_bytes(crawl.read_bytes()[:-200])
    for _ in range(2):
        assert import_reports(engine, [str(crawl)]).counts.rejected == 1
    assert len(gone_through) == 2
    warc(crawl, PAGES)
    for _ in range(2):
        assert import_reports(engine, [str(crawl)]).counts.rejected == 0
    assert len(gone_through) == 3
    assert not contents(engine)["rejection"]


def test_a_page_that_says_something_else_since_goes_back_with_its_archive(engine: Engine, crawl: Path) -> None:
    other = {"https://news.example/kim-xi": PAGES["https://news.example/kim-xi"].replace("<title>Kim", "<title>Mr Kim")}
    counted = []
    for pages in (PAGES, PAGES | other, PAGES, PAGES):
        counts = import_reports(engine, [str(warc(crawl, pages))]).counts
        counted.append((counts.inserted, counts.updated, counts.unchanged))
    assert counted == [(1, 0, 0), (0, 1, 0), (0, 1, 0), (0, 0, 1)]


def test_the_import_that_went_through_it_is_taken_back(
    engine: Engine, empty_engine: Engine, crawl: Path, gone_through: list[str]
) -> None:
    for _ in range(3):
        import_reports(engine, [str(crawl)])
    undo(engine, 1)
    undo(engine, 3)
    import_reports(empty_engine, [str(crawl)])
    assert differences(contents(empty_engine), contents(engine)) == {}
    assert history(empty_engine) == history(engine)
    import_reports(engine, [str(crawl)])
    assert gone_through == ["crawl.warc.gz"] * 2  # once for each database

"""What is read on other machines and loaded later is what an import of the same archives gives."""

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from sqlalchemy import Engine, text

from importers import read_with
from importers.cluster import read_there
from importers.import_reports import import_reports
from importers.outcomes import Found
from importers.part_rows import line_of, outcomes_of, part_schema
from importers.parts import UNFINISHED, PartFolder, head_of, record_batch
from importers.raw_report import ColumnsUsed, LeftOut, RawReport, Rejected
from importers.read_archives import Job
from importers.read_with import ReadWith
from importers.readers.places import Place
from importers.work import outcome_of
from models.database import InputError, writing
from tests.importers.contents import SAMPLES, contents, differences, english_samples, history
from tests.importers.readers.documents import KIM_XI, PUTIN_XI, page, warc
from tests.importers.reading_fixture import shipped_lexicon

Chancery = Callable[..., Result]
PAGES = {
    "https://news.example/kim-xi": page("Kim and Xi", KIM_XI, "Both named 2024 a year of friendship."),
    "https://news.example/visit": page("A visit", "The president of the club sent greetings to the members. " * 5),
    "https://news.example/weather": page("Weather", "Rain is expected in the north."),
}


@pytest.fixture
def archives(tmp_path: Path) -> list[str]:
    """A crawl, one that breaks off, a table and some sample reports in one file."""
    broken = warc(
        tmp_path / "broken.warc.gz", {"https://news.example/p": page("Putin", PUTIN_XI, "He spoke of trade.")}
    )
    broken.write_bytes(broken.read_bytes()[:-200])
    (tmp_path / "table.csv").write_text(f'title,text\nKim and Xi,"{KIM_XI}"\n')
    with zipfile.ZipFile(tmp_path / "samples.zip", "w") as samples:
        for path in english_samples()[:3]:
            samples.write(path, path.name)
    names = ["crawl.warc.gz", "broken.warc.gz", "table.csv", "samples.zip"]
    warc(tmp_path / names[0], PAGES)
    return [str(tmp_path / name) for name in names]


def test_every_outcome_comes_back_from_its_line() -> None:
    outcomes: list[Any] = [
        outcome_of(RawReport(path.name, path.read_text(), content_sha256="0" * 64, origin=7), shipped_lexicon())
        for path in sorted(SAMPLES.iterdir())
    ]
    outcomes += [Rejected("a.txt", "it is empty", 3), LeftOut("b.warc", 12), ColumnsUsed("c", {"text": ("x",)}, ("y",))]
    schema = part_schema({})
    lines = record_batch([line_of(outcome) for outcome in outcomes], schema).to_pylist()
    for outcome, back in zip(outcomes, outcomes_of(lines), strict=True):
        if isinstance(outcome, Found):
            assert isinstance(back, Found)
            assert (back.raw, back.sketch) == (outcome.raw, outcome.sketch)
            assert back.rows == {table: rows for table, rows in outcome.rows.items() if rows}
        else:
            assert back == outcome


def test_the_database_is_that_of_an_import_of_the_archives(
    chancery: Chancery, engine: Engine, address: str, empty_engine: Engine, tmp_path: Path, archives: list[str]
) -> None:
    folder = str(tmp_path / "readings")
    result = chancery("read", *archives, "--to", folder, "--workers", "1", "--db", address)
    assert result.output.splitlines()[0] == "4 archives read, 0 were read before, 0 could not be"
    assert result.exit_code == 1  # for what breaks off
    assert not contents(engine)["source_report"]
    loaded = chancery("import", "readings", folder, "--db", address)
    assert "other" not in loaded.output
    import_reports(empty_engine, archives)
    assert differences(contents(empty_engine), contents(engine)) == {}
    assert history(empty_engine) == history(engine)
    assert "0 inserted, 0 updated" in chancery("import", "readings", folder, "--db", address).output
    again = chancery("read", *archives, "--to", folder, "--workers", "1", "--db", address)
    assert again.output.splitlines()[0] == "0 archives read, 4 were read before, 0 could not be"


def test_a_crawl_in_another_file_system_is_read_from_there(
    chancery: Chancery, engine: Engine, address: str, tmp_path: Path
) -> None:
    import fsspec

    store = fsspec.filesystem("memory")
    store.makedirs("/crawls", exist_ok=True)
    store.pipe("/crawls/one.warc.gz", warc(tmp_path / "one.warc.gz", PAGES).read_bytes())
    try:
        to = ("--to", "memory://readings", "--workers", "1", "--db", address)
        assert chancery("read", "memory://crawls/*.warc.gz", *to).exit_code == 0
        chancery("import", "readings", "memory://readings", "--db", address)
        read = contents(engine)
        assert [row["locator"].partition("!")[0] for row in read["source_report"].values()] == [
            "memory:///crawls/one.warc.gz"
        ]
        assert (
            "0 inserted, 0 updated, 1 unchanged"
            in chancery("import", "reports", "memory://crawls", "--quiet", "--db", address).output
        )
        assert differences(read, contents(engine)) == {}
        assert "there is no file at memory://other" in chancery("read", "memory://other", *to).output
    finally:
        store.rm("/", recursive=True)


def test_what_was_read_with_something_else_is_told(
    chancery: Chancery,
    engine: Engine,
    address: str,
    tmp_path: Path,
    archives: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = str(tmp_path / "readings")
    chancery("read", archives[0], "--to", folder, "--workers", "1", "--db", address)
    with writing(engine) as connection:
        connection.execute(text("UPDATE leader_name SET name = 'Zork Blimfeld' WHERE name = 'Kim Jong Un'"))
    again = chancery("read", archives[0], "--to", folder, "--workers", "1", "--db", address)
    assert "1 of those before were read with other reference data or rules" in again.output
    loaded = chancery("import", "readings", folder, "--db", address)
    assert "1 of 1 parts were read with other reference data than this database" in loaded.output
    monkeypatch.setattr(read_with, "program_digest", lambda: "another")
    assert "1 of 1 parts were read with other rules" in chancery("import", "readings", folder, "--db", address).output


def test_a_part_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    folder = PartFolder(str(tmp_path / "readings"))
    head = head_of("a.warc", "0" * 64, ReadWith("p", "r"), is_web_archive=True)

    def breaking() -> Iterator[Any]:
        yield LeftOut("a.warc", 1)
        raise UnicodeError("in the middle")

    with pytest.raises(UnicodeError):
        folder.write(head, breaking())
    assert list((tmp_path / "readings").iterdir()) == []
    (tmp_path / "readings" / f".{head.name}.of-a-killed-reader{UNFINISHED}").write_text("half of it")
    folder.write(head, [LeftOut("a.warc", 2)])
    assert [path.name for path in (tmp_path / "readings").iterdir()] == folder.names() == [head.name]


def test_of_two_readers_of_one_archive_the_first_to_end_stands(tmp_path: Path) -> None:
    one, other = (PartFolder(str(tmp_path / "readings")) for _ in range(2))
    head = head_of("a.warc", "0" * 64, ReadWith("p", "r"), is_web_archive=True)

    def while_another_reads_it() -> Iterator[Any]:
        yield LeftOut("a.warc", 1)
        other.write(head, [LeftOut("a.warc", 1)])  # which takes away what looks left behind

    one.write(head, while_another_reads_it())
    assert [path.name for path in (tmp_path / "readings").iterdir()] == [head.name]
    assert next(one.read(head.name)) == LeftOut("a.warc", 1)


def test_what_is_wrong_is_told_in_one_line(
    chancery: Chancery, address: str, tmp_path: Path, archives: list[str]
) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "a.parquet").write_text("no Parquet")
    for words, told in (
        (("import", "readings", str(tmp_path / "none")), "no readings are in"),
        (("import", "readings", str(tmp_path / "text")), "cannot be read"),
        (("import", "readings", "nowhere://x"), "cannot be reached"),
        (("read", str(tmp_path / "missing.warc"), "--to", str(tmp_path)), "does not exist"),
        (("read", "-", "--to", str(tmp_path)), "standard input cannot be read"),
        (("read", "a.warc", "--to", str(tmp_path), "--scheduler", "tcp://127.0.0.1:9"), "does not exist"),
    ):
        result = chancery(*words, "--db", address)
        assert result.exit_code == 2, words
        assert told in result.output
        assert len(result.output.splitlines()) == 1


def test_machines_with_another_version_read_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="another version of Chancery"):
        read_there(Place("/a.warc"), b"", Job(str(tmp_path), ReadWith("of another version", "r")))

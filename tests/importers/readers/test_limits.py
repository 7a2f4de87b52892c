"""Limits: small files that ask for much are refused by what they ask for, and what is good beside them is read."""

import csv
import gzip
import json
import tarfile
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from importers import time_limit
from importers.raw_report import UnreadableError
from importers.readers.markup import first_tag, looks_like_markup
from importers.readers.web_archives import may_tell
from tests.importers.readers.documents import KIM_XI, PUTIN_XI, page, texts, warc


def test_any_number_of_comments_before_a_page_is_passed_over() -> None:
    comments = b"<!-- a -->\n" * 3000
    assert first_tag(comments + b"<html>") == ("html", len(comments))
    assert first_tag(b"<?a?><!-- x" * 3000)[0] == ""
    assert first_tag(b"<?xml version='1.0'?>\n<!DOCTYPE rss>\n<rss>")[0] == "rss"
    assert first_tag(b"<!doctype html><body>")[0] == "html"


def test_a_page_behind_comments_is_read() -> None:
    kim = page("Kim and Xi", KIM_XI, "Both named 2024 a year of friendship.").encode()
    content = b"<!-- saved by hand -->\n" * 50 + kim
    (told,) = texts("a.html", content)
    assert KIM_XI in told


def test_tags_that_never_end_and_words_without_end_are_looked_through_once() -> None:
    assert not looks_like_markup("<p " * 200_000)
    assert not may_tell(b"president exchanged " + b"word " * 400_000)
    assert may_tell(b"The president and the king exchanged New Year messages")


def tar_of(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    return b"".join(head.tobuf(tarfile.GNU_FORMAT) + body + b"\0" * (-len(body) % 512) for head, body in members)


def member(name: str, size: int, kind: bytes = tarfile.REGTYPE) -> tarfile.TarInfo:
    found = tarfile.TarInfo(name)
    found.size, found.type = size, kind
    return found


def test_a_member_that_claims_what_no_disk_holds_ends_the_archive_with_a_word() -> None:
    good = (member("kim.txt", len(KIM_XI)), KIM_XI.encode())
    read, reason = texts("a.tar", tar_of(good, (member("b.txt", 2**60), b"")))
    assert read == KIM_XI
    assert "claims to be of 1152921504606846976 bytes" in reason


def test_a_name_of_many_megabytes_is_not_held() -> None:
    size = 190_000_000
    head = member("././@LongLink", size, tarfile.GNUTYPE_LONGNAME).tobuf(tarfile.GNU_FORMAT)
    content = gzip.compress(head + b"n" * 1_000_000, 1)
    tracemalloc.start()
    (reason,) = texts("a.tar.gz", content)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert reason == "a member's name is longer than any is"
    assert most < 20_000_000


def test_a_json_file_of_empty_records_is_given_up_and_not_held() -> None:
    content = b'[{"text": "' + PUTIN_XI.encode() + b'"}' + b",{}" * 400_000 + b"]"
    tracemalloc.start()
    found = texts("a.json", content)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found[0] == PUTIN_XI
    assert found[-1] == "more than 10000 of its records cannot be read; the rest is left"
    assert len(found) == 10_003
    assert most < 30_000_000


def test_a_record_of_a_million_parts_is_refused() -> None:
    (reason,) = texts("a.json", b'{"a": [' + b"[],".join([b""] * 1_100_000) + b'[]], "text": "Greetings"}')
    assert reason == "a record is larger than any report; write one record a line"


@pytest.fixture
def field_limit_as_before() -> Iterator[None]:
    """The limit of a field, which is the same for all readers of CSV, as it was."""
    before = csv.field_size_limit()
    yield
    csv.field_size_limit(before)


@pytest.mark.usefixtures("field_limit_as_before")
def test_a_field_larger_than_any_report_costs_its_row_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importers.readers.tables.LARGEST_REPORT", 2000)
    content = f"text,day\n{'x' * 9000},1\n{PUTIN_XI.replace(',', '')},2024-01-01\n".encode()
    assert texts("a.csv", content) == ["the line is longer than 0 MB, which no report is", PUTIN_XI.replace(",", "")]


def test_records_nested_beyond_measure_cost_themselves_only() -> None:
    nested = '{"text": ' + '{"value": ' * 100 + '"x"' + "}" * 100 + "}"
    lines = "\n".join((json.dumps({"text": PUTIN_XI}), nested, json.dumps({"text": KIM_XI})))
    assert texts("a.jsonl", lines.encode()) == [PUTIN_XI, "its values are nested too deep", KIM_XI]


def test_what_takes_too_long_to_unpack_ends_like_what_takes_too_long_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "LONGEST", 0.05)

    def endless() -> Iterator[int]:
        yield 1
        while True:
            pass

    found = time_limit.each_in_time(endless())
    assert next(found) == 1
    with pytest.raises(UnreadableError, match="takes longer than"):
        next(found)


def test_time_in_which_a_machine_is_busy_with_other_things_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "LONGEST", 0.05)
    with time_limit.time_limit():
        time.sleep(0.2)


def test_records_of_a_web_archive_whose_lengths_lie_are_told(tmp_path: Path) -> None:
    pages = {f"http://a.example/{n}": page(f"{n}", KIM_XI, "A year of friends.") for n in (1, 2)}
    path = warc(tmp_path / "a.warc", pages)
    content = path.read_bytes()
    at = content.index(b"Content-Length: ", content.index(b"WARC-Type: response")) + len(b"Content-Length: ")
    end = content.index(b"\r\n", at)
    longer, shorter = (content[:at] + size + content[end:] for size in (b"100000", b"150"))
    (reason,) = texts("a.warc", longer)
    assert reason.startswith("another record stands within it")
    assert "it is longer than its head says; what is beyond is lost" in texts("a.warc", shorter)

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

import pytest

from importers.raw_report import RawReport, Rejected
from importers.readers import document as limits
from tests.importers.readers.documents import KIM_XI, PUTIN_XI, read, texts


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w:") -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return file.getvalue()


TWO = {"2024/kim-xi.txt": KIM_XI.encode(), "putin-xi.txt": PUTIN_XI.encode()}


@pytest.mark.parametrize(
    "content", [zipped(TWO), tarred(TWO), tarred(TWO, "w:gz"), tarred(TWO, "w:xz"), tarred(TWO, "w:bz2")]
)
def test_the_members_of_an_archive_are_read_each_with_its_place(content: bytes) -> None:
    found = read("kept", content)
    assert {(one.locator, one.text) for one in found if isinstance(one, RawReport)} == {
        ("kept!2024/kim-xi.txt", KIM_XI),
        ("kept!putin-xi.txt", PUTIN_XI),
    }


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_keeps_its_own_place(compress: object) -> None:
    (found,) = read("kim-xi.txt.gz", compress(KIM_XI.encode()))  # type: ignore[operator]
    assert (found.locator, found.text) == ("kim-xi.txt.gz", KIM_XI)  # type: ignore[union-attr]


def test_archives_within_archives_are_read() -> None:
    (found,) = read("a.zip", zipped({"b.tar.gz": gzip.compress(tarred({"c.zip": zipped({"d.txt": KIM_XI.encode()})}))}))
    assert found.locator == "a.zip!b.tar.gz!c.zip!d.txt"


def test_archives_too_deep_within_each_other_are_refused() -> None:
    content = KIM_XI.encode()
    for _ in range(limits.DEEPEST + 1):
        content = zipped({"in.zip": content})
    (found,) = read("a.zip", content)
    assert isinstance(found, Rejected)
    assert "deep within each other" in found.reason


@pytest.mark.parametrize(
    "name", ["../outside.txt", "/etc/outside.txt", "a/../../outside.txt", "C:\\outside.txt", "..\\outside.txt"]
)
def test_paths_that_leave_the_archive_are_refused_and_the_rest_is_read(name: str) -> None:
    for content in (
        zipped({name: b"out", "kim.txt": KIM_XI.encode()}),
        tarred({name: b"out", "kim.txt": KIM_XI.encode()}),
    ):
        assert sorted(texts("a", content)) == [KIM_XI, "its path leaves the archive"]


def test_links_in_a_tar_are_refused() -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert texts("a.tar", file.getvalue()) == ["it is a link or a device, no file"]


def test_what_systems_put_into_archives_is_passed_over() -> None:
    assert texts("a.zip", zipped({"__MACOSX/._kim.txt": b"\0\1", ".DS_Store": b"\0", "kim.txt": KIM_XI.encode()})) == [
        KIM_XI
    ]


def test_a_file_of_an_office_suite_is_refused_with_what_to_do() -> None:
    assert texts("a.docx", zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})) == [
        "it is a file of an office suite; save it as PDF or as text, a table as XLSX"
    ]


def test_an_encrypted_member_is_refused() -> None:
    content = bytearray(zipped({"kim.txt": KIM_XI.encode()}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert texts("a.zip", bytes(content)) == ["it is encrypted; unpack it by hand"]


def test_a_broken_archive_gives_what_is_whole_and_a_reason() -> None:
    found = texts("a.tar", tarred(TWO)[:1560])
    assert found[0] == KIM_XI
    assert found[1] == "ReadError: unexpected end of data"


@pytest.mark.parametrize("length", [1024, 1124, 1536, 1636, 2048])
def test_a_tar_that_ends_before_its_end_is_told(length: int) -> None:
    whole = tarred({"kim.txt": b"x" * 512, "xi.txt": b"y" * 512})  # each with a head of 512 bytes
    found = texts("a.tar", whole[:length])
    assert found[0] == "x" * 512
    assert found[-1] in ("it breaks off; what follows is lost", "ReadError: unexpected end of data")


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.txt.gz"])
def test_a_bomb_is_refused_before_it_fills_memory_or_time(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(limits, "LARGEST_ARCHIVE", 3_000_000)
    spaces = b"x" * 900_000
    members = {f"{n}.txt": spaces for n in range(9)} | {"z.txt": KIM_XI.encode()}
    content = {
        "a.zip": lambda: zipped(members),
        "a.tar.gz": lambda: tarred(members, "w:gz"),
        "a.txt.gz": lambda: gzip.compress(b"x" * 90_000_000),
    }
    found = texts(name, content[name]())
    assert "unpacks to more than 100 times its size" in found[-1] or "larger than 20 MB" in found[-1]
    assert KIM_XI not in found
    assert len(found) < len(members)


def test_a_member_larger_than_any_report_is_refused_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits.Document.held, "__defaults__", ("", 1000))
    found = texts("a.zip", zipped({"a.txt": b"word " * 1000, "b.txt": KIM_XI.encode()}))
    assert found == ["it is larger than 0 MB, which no report is", KIM_XI]

import os
import sys
from pathlib import Path

import pytest

from importers.raw_report import Rejected
from importers.readers.places import Place, check, places_in
from models.database import InputError
from tests.importers.readers.documents import KIM_XI, texts


def names(folder: Path) -> list[str]:
    return [place.locator.removeprefix(f"{folder}/") for place in places_in([str(folder)])]


def test_a_folder_is_walked_in_the_order_of_names_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.txt", ".git/config", "c.txt~"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    assert names(tmp_path) == ["a/y.txt", "a/z.txt", "b.txt", "c.txt~"]


def test_a_folder_written_with_a_dot_is_the_same_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "kim.txt").write_text(KIM_XI)
    monkeypatch.chdir(tmp_path)
    for written in (".", "./", "./in", "in/"):
        assert [place.locator for place in places_in([written])] == ["in/kim.txt"]


def test_the_folder_beside_a_saved_page_belongs_to_it(tmp_path: Path) -> None:
    (tmp_path / "Kim and Xi.html").write_text("<html>")
    for folder in ("Kim and Xi_files", "other_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "jquery.js").write_text("var a")
    assert names(tmp_path) == ["Kim and Xi.html", "other_files/jquery.js"]


def test_links_are_followed_but_not_round_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "kim.txt").write_text(KIM_XI)
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "aside").symlink_to(tmp_path / "in")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    found = list(places_in([str(tmp_path)]))
    read = [place.locator for place in found if isinstance(place, Place)]
    assert read == [str(tmp_path / "aside" / "kim.txt"), str(tmp_path / "in" / "kim.txt")]
    reasons = {place.locator: place.reason for place in found if isinstance(place, Rejected)}
    assert reasons[str(tmp_path / "in" / "up")] == "it links back to a folder that it is in"
    assert reasons[str(tmp_path / "gone")] == "No such file or directory"


def test_what_is_no_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert list(places_in([str(tmp_path)])) == [Rejected(str(tmp_path / "pipe"), "it is no file")]


def test_a_path_that_does_not_exist_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        check([str(tmp_path), str(tmp_path / "none")])
    check(["-", "https://news.example/", str(tmp_path)])


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b" \n ", "the file is empty"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0", "its format is not known"),
        ("a.css", b"body { color: red }", "its format is not known"),
        ("a.xml", b"<?xml version='1.0'?><catalogue/>", "its format is not known"),
    ],
)
def test_what_holds_no_report_is_refused_with_a_reason(name: str, content: bytes, reason: str) -> None:
    (told,) = texts(name, content)
    assert reason in told


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    assert list(places_in([str(tmp_path)])) == [Rejected(str(tmp_path / "closed"), "Permission denied")]

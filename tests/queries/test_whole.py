import os
import threading
from pathlib import Path

import pytest

from queries.whole import PART, whole_file, whole_folder


def test_a_file_that_was_not_written_to_its_end_is_not_there_and_the_one_before_stays(tmp_path: Path) -> None:
    for before in (None, b"before"):
        if before:
            (tmp_path / "rows.csv").write_bytes(before)
        with pytest.raises(KeyboardInterrupt), whole_file(tmp_path / "rows.csv") as file:
            file.write(b"half")
            raise KeyboardInterrupt
        assert [path.read_bytes() for path in tmp_path.iterdir()] == ([before] if before else [])


def test_a_file_keeps_its_permissions_and_a_link_its_target(tmp_path: Path) -> None:
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    target.write_text("before")
    target.chmod(0o640)
    link.symlink_to(target)
    with whole_file(link) as file:
        file.write(b"after")
    assert link.is_symlink()
    assert (target.read_text(), target.stat().st_mode & 0o777) == ("after", 0o640)


def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    with whole_file(tmp_path / "pipe") as file:
        file.write(b"rows")
    reader.join()
    assert read == [b"rows"]
    assert (tmp_path / "pipe").is_fifo()


def test_what_a_killed_program_left_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / PART).mkdir()
    (tmp_path / PART / "half.csv").write_text("half")
    with whole_folder(tmp_path) as part:
        (part / "rows.csv").write_text("all")
    assert [path.name for path in tmp_path.iterdir()] == ["rows.csv"]


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").mkdir()
    with pytest.raises(IsADirectoryError), whole_file(tmp_path / "rows.csv"):
        raise AssertionError("it was opened")

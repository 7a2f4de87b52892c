"""Files and folders that are written as a whole, or not at all: what was there before stays until all is written."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

PART = ".unfinished"  # what is not whole yet; where a program was killed, the next one takes it away
LAST = "datapackage.json"  # tells what the other files are: as long as it is not there, nothing is


@contextmanager
def whole_file(file: Path) -> Iterator[BinaryIO]:
    """Give a file to write that takes its name once all is in it; a pipe or a device is written at once."""
    file = Path(os.path.realpath(file))
    if file.exists() and not file.is_file():
        with file.open("wb") as opened:
            yield opened
        return
    part = file.with_name(f".{file.name}{PART}")
    try:
        with part.open("wb") as opened:
            yield opened
        if file.exists():
            shutil.copymode(file, part)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """Give a folder to write files into that move to `folder`, beside what else is there, once all are written."""
    is_new = not folder.exists()
    part = folder / PART
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        yield part
        move_all(part, folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
        if is_new and not any(folder.iterdir()):
            folder.rmdir()


def move_all(part: Path, folder: Path) -> None:
    """Move what is in one folder into another, in which the file that tells of it stands last."""
    if (part / LAST).exists():
        (folder / LAST).unlink(missing_ok=True)
    for file in sorted(part.iterdir(), key=lambda file: file.name == LAST):
        if file.is_dir():
            shutil.rmtree(folder / file.name, ignore_errors=True)
        file.replace(folder / file.name)

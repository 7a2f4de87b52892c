"""Each input beside what is read from it. CHANCERY_REWRITE_GOLDEN=1 writes the expectations anew: read the diff."""

import dataclasses
import json
import os
from pathlib import Path
from typing import Any

import pytest

from importers.raw_report import RawReport
from importers.readers.document import Document
from importers.readers.formats import READERS, TEXT, raw_report, work_in

INPUTS = Path(__file__).parent / "inputs"
NAMES = sorted(path.name for path in INPUTS.iterdir() if path.suffix != ".expected")


def told(name: str) -> list[dict[str, Any]]:
    with (INPUTS / name).open("rb") as file:
        found = list(work_in(Document(name, name, file)))
    parts = [raw_report(part) if isinstance(part, RawReport | Document) else part for part in found]
    fields = [{k: str(v) for k, v in dataclasses.asdict(part).items() if v is not None} for part in parts]
    return [{k: v for k, v in one.items() if k not in ("content_sha256", "count", "origin")} for one in fields]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_is_what_stands_beside_the_input(name: str) -> None:
    expected = INPUTS / f"{name}.expected"
    if os.environ.get("CHANCERY_REWRITE_GOLDEN"):
        expected.write_text(json.dumps(told(name), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert told(name) == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_no_input_is_claimed_by_two_readers(name: str) -> None:
    document = Document(name, name, content=(INPUTS / name).read_bytes())
    claiming = [reader.name for reader in READERS if reader.identifies(document)]
    assert len(claiming) == 1 or (not claiming and TEXT.identifies(document))
    # The content tells the format, without the name.
    unnamed = Document("", "", content=document.content)
    assert [reader.name for reader in READERS if reader.identifies(unnamed)] == claiming

"""Ordinals that the reports of a corpus tell agree with the dates, where a corpus lies beside the project."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.importers.reference.shipped import lines_of
from tests.score import SHARED


def told() -> list[tuple[str, Any, Any, Any]]:
    """File, milestone, ordinal and year of every anniversary that a careful reader found."""
    files = sorted((SHARED / "gold").glob("*.json"))
    return [
        (path.name, found["milestone"], found["ordinal"], found["year"])
        for path in files
        for found in read(path).get("anniversaries", [])
        if found["milestone"] and found["year"]
    ]


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="no corpus lies beside the project")
def test_ordinals_told_agree_with_the_dates() -> None:
    years = {line["milestone_id"]: int(line["date"][:4]) for line in lines_of("milestones")}
    assert told()
    assert [found for found in told() if years[found[1]] + found[2] != found[3]] == []

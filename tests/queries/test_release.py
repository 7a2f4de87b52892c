"""What a release says of itself: a valid CITATION.cff, what was read with what, and how well, as the guide tells it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import Result

from queries.release import LANGUAGES, accuracy

HERE = Path(__file__).parent
GUIDE = (HERE.parents[1] / "docs" / "reading.md").read_text(encoding="utf-8")


def test_an_export_can_be_cited(chancery: Callable[..., Result], world_address: str, tmp_path: Path) -> None:
    assert chancery("export", str(tmp_path / "letters"), "--db", world_address).exit_code == 0
    told: dict[str, Any] = yaml.safe_load((tmp_path / "letters" / "CITATION.cff").read_text(encoding="utf-8"))
    schema = json.loads((HERE / "citation-file-format-1.2.0.json").read_text(encoding="utf-8"))  # CC BY 4.0
    jsonschema.validate(told, schema)
    assert "On picked texts, an upper bound: English: who wrote to whom" in told["abstract"]
    package = json.loads((tmp_path / "letters" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["accuracy"] == accuracy()
    assert package["read_with"] == []  # the small world was not read


@pytest.mark.parametrize("corpus", ["blind texts", "picked texts"])
def test_the_guide_shows_the_accuracy_that_exports_tell(corpus: str) -> None:
    judged = [row for row in accuracy() if row["corpus"] == corpus]
    kinds = list(dict.fromkeys(row["fact_kind"] for row in judged))
    assert f"| {corpus} | {' | '.join(kinds)} |" in GUIDE
    for language, name in LANGUAGES.items():
        rows = {row["fact_kind"]: row for row in judged if row["language"] == language}
        told = [
            f"{rows[kind]['precision']:.2f} / {rows[kind]['recall']:.2f}" if kind in rows else "none in them"
            for kind in kinds
        ]
        texts = next(iter(rows.values()))["texts"]
        assert f"| {name}, {texts} | {' | '.join(told)} |" in GUIDE, "queries/accuracy.csv and docs/reading.md differ"

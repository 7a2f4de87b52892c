from pathlib import Path

import pytest

from importers import read_with
from importers.read_with import program_digest


@pytest.mark.parametrize("name", ["parse.py", "languages/en/words.csv", "languages/en/trade.toml"])
def test_the_program_is_another_once_a_file_that_decides_what_is_read_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    monkeypatch.setattr(read_with, "__file__", str(tmp_path / "read_with.py"))
    digests = []
    for text in ("one", "other"):
        file.write_text(text)
        digests.append(program_digest.__wrapped__())
    assert digests[0] != digests[1]

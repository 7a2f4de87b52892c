"""The guide to corrections followed to the letter: each command as a new user types it, giving what it shows."""

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8")
BOXES = re.compile(r"```(sh|text)\n(.*?)```", re.DOTALL)
Chancery = Callable[..., Result]


def test_every_command_does_what_the_guide_shows(
    chancery: Chancery, address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "importers").mkdir()
    shutil.copytree(ROOT / "importers" / "samples", tmp_path / "importers" / "samples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    output: list[str] = []
    for kind, content in BOXES.findall(GUIDE):
        if kind == "text":
            shown = [line.strip() for line in content.splitlines()]
            assert [line for line in shown if line not in output] == [], "\n".join(output)
            continue
        output = []
        for line in content.splitlines():
            words = shlex.split(line)[1:]
            if words[:2] == ["import", "reports"]:
                words += ["--workers", "1"]  # what reads is made once for all tests of a process
            result = chancery(*words, "--db", address)
            assert result.exit_code == 0, f"{line}\n{result.output}"
            output += [told.strip() for told in result.output.splitlines()]

"""What a shell offers while one types."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import BashComplete

from chancery import main
from queries.catalogue import shipped_reports


def offered(*words: str) -> list[str]:
    """What a shell offers for the last word, the others being typed already."""
    completion = BashComplete(main, {}, "chancery", "_CHANCERY_COMPLETE")
    return [item.value for item in completion.get_completions(list(words[:-1]), words[-1])]


def test_commands_reports_and_filters_are_offered() -> None:
    assert offered("re") == ["read", "report", "refresh"]
    assert offered("report", "anniversaries-by") == [
        name for name in shipped_reports() if name.startswith("anniversaries-by")
    ]
    assert offered("report", "anniversaries", "--lea") == ["--leader"]
    assert offered("import", "le") == ["leaders"]


def test_leaders_and_the_values_of_other_filters_are_offered(world_address: str) -> None:
    for words in (
        ("--db", world_address, "report", "messages"),
        ("report", "--db", world_address, "messages"),
        ("report", "messages", "--db", world_address),
    ):
        assert offered(*words, "--leader", "kim-jong-u") == ["kim-jong-un"], words
        assert "CN" in offered(*words, "--country", "")
        assert offered(*words, "--since", "20") == []
    assert offered("report", "answers", "--db", world_address, "--is-answered", "") == ["yes", "no"]


def test_the_values_in_the_rows_of_a_report_of_ones_own_are_offered(world_address: str, tmp_path: Path) -> None:
    file = tmp_path / "modes.sql"
    file.write_text(
        '-- title = "Modes"\n-- [filters]\n-- manner = "manner"\nSELECT mode AS manner FROM report_statements;\n'
    )
    assert offered("report", str(file), "--db", world_address, "--manner", "d") == ["direct"]


@pytest.mark.parametrize("address", ["none.db", "", "postgresql://nobody@127.0.0.1:9/none", "://"])
def test_without_a_database_nothing_is_offered_and_nothing_made(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert offered("report", "messages", "--db", address, "--leader", "kim") == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_asks_the_program_itself(shell: str) -> None:
    program = [sys.executable, "-c", "import sys, chancery; sys.argv[0] = 'chancery'; chancery.main()"]
    root = Path(__file__).parents[2]

    def told(instruction: str, **more: str) -> str:
        asked = os.environ | {"_CHANCERY_COMPLETE": f"{shell}_{instruction}"} | more
        return subprocess.run(program, env=asked, cwd=root, capture_output=True, text=True, check=True).stdout

    assert "_CHANCERY_COMPLETE" in told("source")
    place = "trade-aga" if shell == "fish" else "2"  # fish hands over the word, others its place
    assert "trade-against-official" in told("complete", COMP_WORDS="chancery report trade-aga", COMP_CWORD=place)

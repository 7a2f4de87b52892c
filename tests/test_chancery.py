"""The command line as a whole: it answers at once, every part of it has help, and init makes a database."""

import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import Result

from chancery import COMMANDS, main

Chancery = Callable[..., Result]
ROOT = Path(__file__).parent.parent


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


ALL = list(commands(main))


@pytest.mark.parametrize(("path", "command"), ALL, ids=[" ".join(path) for path, _ in ALL])
def test_every_command_and_option_has_help(path: tuple[str, ...], command: click.Command) -> None:
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{' '.join(path)} {parameter.name}"


@pytest.mark.parametrize(("path", "command"), ALL, ids=[" ".join(path) for path, _ in ALL])
def test_every_command_shows_an_example(path: tuple[str, ...], command: click.Command) -> None:
    if not isinstance(command, click.Group):
        assert f"chancery {path[0]}" in (command.help or ""), path


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_their_own_help_says(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert (command.help or "").startswith(COMMANDS[name][1].rstrip("."))


def test_help_loads_nothing_that_it_does_not_show() -> None:
    program = "import sys\nfrom chancery import main\ntry:\n main(['--help'])\nfinally:\n print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "click" in loaded
    assert not loaded & HEAVY


HEAVY = {
    "sqlalchemy",
    "alembic",
    "importers",
    "models",
    "queries",
    "rich",
    "pymorphy3",
    "dateparser",
    "yaml",
    "chardet",
}


def test_init_says_that_the_database_is_ready(chancery: Chancery, empty_address: str) -> None:
    result = chancery("init", "--db", empty_address)
    assert result.exit_code == 0, result.output
    assert "is ready" in result.output


def test_a_path_that_does_not_exist_gets_one_line(chancery: Chancery, address: str) -> None:
    result = chancery("import", "reports", "nowhere", "--db", address)
    assert result.exit_code == 2
    assert "nowhere does not exist" in result.output


def test_a_mistyped_command_gets_a_suggestion(chancery: Chancery) -> None:
    assert "No such command 'staus'. Did you mean 'status'?" in chancery("staus").output
    assert "Did you mean 'reports'?" in chancery("import", "report").output


@pytest.mark.parametrize(
    "words",
    [
        ("correct", "exchange", "abc", "--is-none", "--why", "so"),
        ("correct", "exchange", "1", "--is-none"),
        ("import", "corrections", "nowhere.csv"),
        ("cite", "--accessed", "today", "1"),
    ],
)
def test_what_is_typed_wrongly_is_told_in_one_line(chancery: Chancery, words: tuple[str, ...]) -> None:
    result = chancery(*words)
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert result.output.startswith("Error: ")
    assert f"; see: chancery {words[0]}" in result.output


def test_the_database_may_stand_before_the_command_and_the_last_one_counts(
    chancery: Chancery, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHANCERY_DB", str(tmp_path / "none.db"))
    for words in (["status"], ["report", "exchanges"], ["import", "again"]):
        assert chancery("--db", address, *words).exit_code == 0, words
    assert chancery("--db", str(tmp_path / "other.db"), "status", "--db", address).exit_code == 0
    assert chancery("--db", str(tmp_path / "other.db"), "report", "--db", address, "exchanges").exit_code == 0
    assert "there is no database" in chancery("--db", address, "status", "--db", str(tmp_path / "no.db")).output


def run(*words: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, as a user does."""
    program = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); import chancery; chancery.main()"]
    given: dict[str, Any] = {"stdout": subprocess.PIPE} | options
    return subprocess.run([*program, *words], stderr=subprocess.PIPE, text=True, check=False, **given)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is full is a device of Linux")
@pytest.mark.parametrize("words", [["--help"], ["status"], ["report", "trade-targets", "--format", "csv"], ["report"]])
def test_a_full_disk_under_the_output_is_told_in_one_line(words: list[str], address: str) -> None:
    with Path("/dev/full").open("w") as full:
        told = run("--db", address, *words, stdout=full)
    assert told.returncode == 2
    assert "No space left on device" in told.stderr
    assert len(told.stderr.strip().splitlines()) == 1


def test_modules_of_the_same_names_elsewhere_are_none_of_ours(sqlite_template: Path, tmp_path: Path) -> None:
    address = str(shutil.copy(sqlite_template, tmp_path / "chancery.db"))  # where modules are found hangs on no engine
    for name in ("models.py", "queries.py", "initialise.py"):
        (tmp_path / name).write_text("raise RuntimeError('somebody else's')")
    (tmp_path / "importers").mkdir()
    (tmp_path / "importers" / "__init__.py").write_text("")
    greeting = "BEIJING, Dec. 31, 2023 -- Xi Jinping sent New Year greetings to Vladimir Putin, in {} lines."
    texts = tmp_path / "texts.jsonl"  # so many that a second process helps
    texts.write_text("\n".join(json.dumps({"text": greeting.format(lines)}) for lines in range(60)))
    for words in (["init"], ["import", "reports", str(texts), "--workers", "2"], ["report", "exchanges"]):
        done = run(*words, env=os.environ | {"PYTHONPATH": str(tmp_path), "CHANCERY_DB": address}, cwd=tmp_path)
        assert done.returncode == 0, done.stderr


def test_no_room_for_temporary_files_is_told_in_one_line(
    chancery: Chancery, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> str:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/tmp/chancery-serve-x")

    monkeypatch.setattr(tempfile, "mkdtemp", full)
    told = chancery("serve", "--db", address)
    assert told.exit_code == 2
    assert told.output == (
        "Error: /tmp/chancery-serve-x cannot be used: No space left on device; make room for what is written, the"
        " database and temporary files\n"
    )


def test_a_fault_of_the_program_itself_keeps_its_traceback(
    chancery: Chancery, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("a mistake")

    monkeypatch.setattr("importers.status.opened", broken)
    with pytest.raises(KeyError, match="a mistake"):
        chancery("status", "--db", address)


def test_what_was_typed_is_shown_and_not_obeyed(chancery: Chancery, address: str) -> None:
    for words in (["\x1b[2J"], ["report", "\x1b[2J"], ["import", "reports", "\x1b[2J"], ["status", "--\x1b[2J"]):
        told = chancery("--db", address, *words)
        assert told.exit_code == 2
        assert "\x1b" not in told.output
        assert r"\x1b[2J" in told.output

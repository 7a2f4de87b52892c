"""The command line as a whole: it answers at once, every part of it has help, and init makes a database."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import click
import pytest
from click.testing import Result

from chancery import COMMANDS, main

Chancery = Callable[..., Result]


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


def test_help_answers_at_once() -> None:
    fastest = min(timed([sys.executable, "-m", "chancery", "--help"]) for _ in range(3))
    bare = min(timed([sys.executable, "-c", "pass"]) for _ in range(3))
    assert fastest - bare < 0.3


def timed(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def test_init_says_that_the_database_is_ready(chancery: Chancery, empty_address: str) -> None:
    result = chancery("init", "--db", empty_address)
    assert result.exit_code == 0, result.output
    assert "is ready" in result.output


def test_a_path_that_does_not_exist_gets_one_line(chancery: Chancery, address: str) -> None:
    result = chancery("import", "reports", "nowhere", "--db", address)
    assert result.exit_code == 2
    assert "nowhere does not exist" in result.output

"""After something was put right its id is told, which may be another by then, and the command that shows it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.importers.corrections.conftest import Asked

Run = Callable[..., Result]
Ask = Callable[..., Asked]
WHERE = ("--report", "kim.txt", "--quote", "caravan roads")


def ids_told(made: Result, column: str) -> list[str]:
    assert made.exit_code == 0, made.output
    return re.findall(rf"^its {column}: (\d+)$", made.output, re.MULTILINE)


@pytest.mark.parametrize(
    ("command", "report", "column", "words"),
    [
        ("trade", "trade-figures", "trade_figure_id", ("--claim", "growth")),
        ("anniversary", "anniversaries", "anniversary_mention_id", ("--ordinal", "74")),
        ("message", "messages", "message_id", ("--from", "xi-jinping")),
    ],
)
def test_the_new_id_is_told_and_the_command_that_shows_it(
    archive: Path, ask: Ask, correct: Run, chancery: Run, command: str, report: str, column: str, words: tuple[str, ...]
) -> None:
    before = {row[column] for row in ask(report)}
    only = {"message": {"sender": "kim-jong-un"}, "trade": {"claim": "level"}}.get(command, {})
    made = correct(command, ask(report, **only)[0][column], *words)
    [key] = ids_told(made, column)
    assert key in {row[column] for row in ask(report)} - before
    [see] = re.findall(r"^see it: chancery (.*)$", made.output, re.MULTILINE)
    assert chancery(*see.split()).exit_code == 0


def test_it_is_told_of_every_kind_of_fact(archive: Path, ask: Ask, correct: Run) -> None:
    [told] = [row for row in ask("statements") if "75th" in row["quote"]]
    made = correct("statement", told["statement_id"], "--speaker", "vladimir-putin")
    [now] = [row for row in ask("statements") if "75th" in row["quote"]]
    assert ids_told(made, "statement_id") == [now["statement_id"]]
    made = correct("add", "theme", *WHERE, "--theme", "belt-and-road")
    assert ids_told(made, "theme_mention_id") == [ask("themes", theme="belt-and-road")[0]["theme_mention_id"]]
    assert "see it: chancery explain archive/czech.txt\n" in correct("report", "czech.txt", "--outlet", "kcna").output
    [exchange] = ask("exchanges", leader_a="milada-novotna")
    made = correct("exchange", exchange["exchange_id"], "--occasion", "birthday", "--report", "czech.txt")
    [now] = ask("exchanges", leader_a="milada-novotna")
    assert f"see it: chancery report exchange {now['exchange_id']}\n" in made.output


def test_of_what_is_none_there_is_nothing_to_see(archive: Path, ask: Ask, correct: Run) -> None:
    made = correct("anniversary", ask("anniversaries")[0]["anniversary_mention_id"], "--is-none")
    assert "see it" not in made.output

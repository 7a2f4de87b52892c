"""What somebody looked at and found right leaves the queue, and stays out as long as the machine reads the same."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy import Engine, text

from models.database import writing
from tests.importers.contents import contents, differences
from tests.importers.corrections.conftest import Asked

Run = Callable[..., Result]
Ask = Callable[..., Asked]
DOUBTFUL = {
    "count.txt": "---\ndate: 2023-12-31\n---\n"
    "Xi Jinping sent New Year greetings to Vladimir Putin on Dec. 31, 2023. Xi said in his message that 2024 marks the"
    " 74th anniversary of the establishment of diplomatic relations between China and Russia.",
    "trade.txt": "---\ndate: 2023-12-31\n---\n"
    "Vladimir Putin sent a New Year message to Xi Jinping on Dec. 31, 2023. Putin said in his message that trade"
    " between China and Russia had reached 90 billion dollars in 2022.",
    "later.txt": "---\ndate: 2024-01-05\n---\nKim Jong Un sent a New Year message to Xi Jinping on January 3, 2024.",
}
PROBLEMS = {
    "provisional leader": "leader",
    "anniversary that does not add up": "anniversary",
    "trade figure far from the official one": "trade",
    "greeting without a letter": "message",
    "reports differ on the day": "exchange",
}


@pytest.fixture
def doubtful(archive: Path, chancery: Run) -> Path:
    """The archive, with reports that are to be checked."""
    for name, body in DOUBTFUL.items():
        (archive / name).write_text(body, encoding="utf-8")
    assert chancery("import", "reports", "archive", "--workers", "1", "--quiet").exit_code == 0
    return archive


def undone(made: Result) -> tuple[str, ...]:
    """The words of the command that a correction names for taking it back."""
    return *re.findall(r"take it back: chancery correct (.*)", made.output)[0].split(), "--yes"


def test_it_leaves_the_queue_and_stays_out(doubtful: Path, ask: Ask, chancery: Run, engine: Engine) -> None:
    def facts(problem: str) -> list[str]:
        return [row["fact"] for row in ask("to-check", problem=problem)]

    queues = {problem: ask("to-check", problem=problem) for problem in PROBLEMS}
    before = contents(engine)
    made = []
    for problem, queue in queues.items():
        command = queue[0]["command_if_right"].removeprefix("chancery ").removesuffix(" WHY").split()
        assert command[1] == PROBLEMS[problem]
        made.append(chancery(*command, "it says so", "--yes"))
        assert made[-1].exit_code == 0, made[-1].output
        assert facts(problem) == [row["fact"] for row in queue[1:]]
    assert {row["state"] for row in ask("corrections")} == {"holds"}
    left = {problem: facts(problem) for problem in PROBLEMS}
    chancery("import", "again", "--all", "--workers", "1")
    chancery("import", "undo", "1")
    chancery("import", "undo", "2")
    chancery("import", "reports", "archive", "--workers", "1", "--quiet")
    assert {problem: facts(problem) for problem in PROBLEMS} == left
    for one in made:
        assert chancery("correct", *undone(one)).exit_code == 0
    assert {problem: ask("to-check", problem=problem) for problem in PROBLEMS} == queues
    told = ("message_report", "trade_figure", "anniversary_mention", "exchange", "leader", "correction")
    assert not differences(before, contents(engine)).keys() & set(told)


def test_it_is_no_mistake_of_the_pattern_that_read_it(doubtful: Path, ask: Ask, correct: Run) -> None:
    [row] = ask("to-check", problem="anniversary that does not add up")
    correct(*row["command_if_right"].split()[2:4], "--is-right")
    assert {row["corrected"] for row in ask("patterns", fact_kind="anniversary")} == {"0"}


def test_verify_takes_for_right_what_somebody_found_right(doubtful: Path, ask: Ask, chancery: Run) -> None:
    told = chancery("verify")
    assert told.exit_code == 1
    assert "74 years of cn-ru-diplomatic-relations (1949) fall in 2023, not in 2024" in told.output
    command = re.findall(r"chancery (correct anniversary \d+ --is-right)", told.output)[0].split()
    made = chancery(*command, "--why", "the letter has it so", "--yes")
    assert made.exit_code == 0, made.output
    assert chancery("verify").exit_code == 0
    chancery("correct", *undone(made))
    assert chancery("verify").exit_code == 1


def test_an_exchange_that_does_not_add_up_can_be_right_too(
    doubtful: Path, ask: Ask, correct: Run, chancery: Run
) -> None:
    (doubtful / "letter.txt").write_text(
        "Xi Jinping sent a congratulatory message to Vladimir Putin on Oct. 2, 2024, on the 74th anniversary of the"
        " establishment of diplomatic relations between China and Russia.",
        encoding="utf-8",
    )
    chancery("import", "reports", "archive", "--workers", "1", "--quiet")
    [exchange] = ask("exchanges", ordinal="74")
    [row] = ask("to-check", problem="anniversary that does not add up", exchange_id=exchange["exchange_id"])
    correct("exchange", exchange["exchange_id"], "--on", "2024-10-03")
    assert row in ask("to-check", problem="anniversary that does not add up")
    told = "74 years of cn-ru-diplomatic-relations (1949) fall in 2023"
    assert f"exchange {exchange['exchange_id']}: {told}" in chancery("verify").output
    correct(*row["command_if_right"].split()[2:4], "--is-right")
    assert row not in ask("to-check", problem="anniversary that does not add up")
    assert f"exchange {exchange['exchange_id']}: {told}" not in chancery("verify").output


def test_where_something_else_is_read_by_now_it_is_to_be_looked_at_again(
    doubtful: Path, ask: Ask, correct: Run, chancery: Run, engine: Engine
) -> None:
    [row] = ask("to-check", problem="anniversary that does not add up")
    key = row["command_if_right"].split()[3]
    correct("anniversary", key, "--is-right")
    other = "read_value = '2020', right_value = '2020'"  # as if older rules had read so, and it was found right
    with writing(engine) as connection:
        connection.execute(text(f"UPDATE correction SET {other} WHERE read_value = '2024'"))
    chancery("import", "again", "--all", "--workers", "1")
    assert len(ask("to-check", problem="anniversary that does not add up")) == 1
    assert [row["quote"] for row in ask("to-check", problem="correction that no longer fits")] == [""]
    correct("anniversary", key, "--is-right")
    assert ask("to-check", problem="anniversary that does not add up") == []
    assert {row["state"] for row in ask("corrections")} == {"holds"}


def test_another_verdict_takes_the_place_of_the_first(doubtful: Path, ask: Ask, correct: Run) -> None:
    [message] = ask("messages", sender="milada-novotna")
    correct("message", message["message_id"], "--is-right")
    correct("message", message["message_id"], "--is-none")
    assert ask("messages", sender="milada-novotna") == []
    assert [(row["right_value"], row["state"]) for row in ask("corrections")] == [("no", "holds")]


def test_what_was_put_right_needs_no_second_look(doubtful: Path, ask: Ask, correct: Run) -> None:
    [row] = ask("to-check", problem="reports differ on the day")
    correct(*row["command"].split()[2:4], "--on", "2024-01-03")
    assert ask("to-check", problem="reports differ on the day") == []
    [row] = ask("to-check", problem="trade figure far from the official one")
    correct(*row["command"].split()[2:4], "--amount", "91000000000")
    assert ask("to-check", problem="trade figure far from the official one") == []


def test_mistakes_are_told_in_one_line(doubtful: Path, ask: Ask, correct: Run) -> None:
    [message] = ask("messages", sender="milada-novotna")
    [exchange] = ask("exchanges", leader_a="milada-novotna")
    [corrected] = [row["exchange_id"] for row in ask("exchanges", leader_a="kim-jong-un")]
    correct("exchange", corrected, "--on", "2024-01-02")
    for words, told in (
        (("message", message["message_id"], "--is-right", "--is-none"), "leave the other options out"),
        (("exchange", exchange["exchange_id"], "--is-right", "--report", "czech.txt"), "leave out --report"),
        (("exchange", corrected, "--is-right"), "it was put right already; nothing is left to be found right"),
        (("leader", "xi-jinping", "--is-right"), "xi-jinping is of the reference data"),
    ):
        result = correct(*words)
        assert result.exit_code == 2
        assert told in result.output
        assert result.output.count("\n") == 1

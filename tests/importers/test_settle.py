"""What hangs on all reports of an exchange: its day, and the day of each of its messages."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy import Engine, text

Chancery = Callable[..., Result]
SENT = "On August 13, 2024, Vladimir Putin sent a message of greetings on Liberation Day to Kim Jong Un."
ANSWERED = "On August 15, 2024, Kim Jong Un sent a reply message on Liberation Day to Vladimir Putin."


def days(engine: Engine) -> dict[str, str]:
    """The day of each message, by its sender, and that of the exchange."""
    messages = text("SELECT sender, sent_on FROM report_messages")
    exchange = text("SELECT exchanged_on FROM report_exchanges")
    with engine.connect() as connection:
        found = {row.sender: str(row.sent_on) for row in connection.execute(messages)}
        return found | {"exchange": str(connection.execute(exchange).scalar_one())}


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_each_message_has_the_day_that_reports_of_it_give(
    engine: Engine, address: str, chancery: Chancery, tmp_path: Path, order: tuple[int, ...]
) -> None:
    told = [("2024-08-14", SENT), ("2024-08-15", ANSWERED), ("2024-08-14", f"{SENT} He sent him good wishes.")]
    for number in order:
        on, report = told[number]
        path = tmp_path / f"{number}.txt"
        path.write_text(f"---\ndate: {on}\n---\n\n{report}")
        chancery("import", "reports", str(path), "--workers", "1", "--quiet", "--db", address)
    expected = {"vladimir-putin": "2024-08-13", "kim-jong-un": "2024-08-15", "exchange": "2024-08-13"}
    assert days(engine) == expected
    exchange = chancery("report", "exchanges", "--format", "csv", "--db", address).output.splitlines()[1].split(",")[0]
    correction = ("--on", "2024-08-12", "--why", "as printed", "--yes", "--db", address)
    result = chancery("correct", "exchange", exchange, *correction)
    assert result.exit_code == 0, result.output
    assert days(engine) == expected | {"vladimir-putin": "2024-08-12", "exchange": "2024-08-12"}

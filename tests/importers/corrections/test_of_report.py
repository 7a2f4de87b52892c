"""What people put right of a report stands below what the machine reads in it."""

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from tests.importers.corrections.conftest import Asked

Run = Callable[..., Result]
Ask = Callable[..., Asked]


def test_a_report_is_explained_with_what_was_put_right_of_it(
    archive: Path, ask: Ask, correct: Run, chancery: Run
) -> None:
    assert "put right by people" not in chancery("explain", "kim.txt").output
    [exchange] = ask("exchanges", leader_a="kim-jong-un")
    correct("exchange", exchange["exchange_id"], "--on", "2024-01-03")
    correct("report", "kim.txt", "--outlet", "kcna")
    [_, told] = chancery("explain", "kim.txt").output.split(
        "\n\nput right by people, which is what the database has:\n"
    )
    lines = [line.strip() for line in told.splitlines()]
    numbers = {row["property"]: row["correction_id"] for row in ask("corrections")}
    assert sorted(lines) == sorted([
        f"correction {numbers['exchanged_on']}: exchange new-year 2024 of kim-jong-un and xi-jinping",
        "exchanged_on: 2024-01-01 -> 2024-01-03, by Ann; holds",
        f"correction {numbers['outlet']}: report",
        "outlet: nothing -> kcna, by Ann; holds",
    ])  # fmt: skip
    assert "put right by people" not in chancery("explain", "czech.txt").output

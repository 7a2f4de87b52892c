"""What an import makes of corrections is told at its end, where they do not fit what is read any more."""

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from tests.importers.corrections.conftest import Asked

Run = Callable[..., Result]
Ask = Callable[..., Asked]
TOLD = (
    "1 correction does not fit what is read now;"
    ' see: chancery report to-check --problem "correction that no longer fits"\n'
)


LATER = (
    "---\ndate: 2023-12-31\n---\nCzech President Milada Novotna sent, it was told, New Year greetings to"
    " Chinese President Xi Jinping on December 29, 2023."
)


def test_a_later_report_that_settles_another_day_is_told(archive: Path, ask: Ask, correct: Run, chancery: Run) -> None:
    [exchange] = ask("exchanges", leader_a="milada-novotna")
    correct("exchange", exchange["exchange_id"], "--on", "2023-12-30")
    first = chancery("import", "again", "--all", "--workers", "1")
    assert "not fit" not in first.output
    (archive / "later.txt").write_text(LATER, "utf-8")  # of as many reports for each day the earlier one counts
    result = chancery("import", "reports", "archive", "--workers", "1", "--quiet")
    assert result.exit_code == 0
    assert result.output.endswith(TOLD)
    assert chancery("import", "again", "--workers", "1").output.endswith(TOLD)


def correct_with_later_report(archive: Path, ask: Ask, correct: Run, chancery: Run) -> None:
    """Put the day right where a later report, of import 2, tells another than the first."""
    (archive / "later.txt").write_text(LATER, "utf-8")
    chancery("import", "reports", "archive", "--workers", "1", "--quiet")
    [exchange] = ask("exchanges", leader_a="milada-novotna")
    correct("exchange", exchange["exchange_id"], "--on", "2023-12-30")


def test_an_import_taken_back_that_settles_another_day_is_told(
    archive: Path, ask: Ask, correct: Run, chancery: Run
) -> None:
    correct_with_later_report(archive, ask, correct, chancery)
    assert chancery("import", "undo", "2").output.endswith(f"removed\n{TOLD}")


def test_a_report_taken_out_is_told_where_another_day_is_settled_then(
    archive: Path, ask: Ask, correct: Run, chancery: Run
) -> None:
    correct_with_later_report(archive, ask, correct, chancery)
    assert chancery("import", "remove", "archive/later.txt").output == f"1 reports removed\n{TOLD}"


def test_readings_that_settle_another_day_are_told(archive: Path, ask: Ask, correct: Run, chancery: Run) -> None:
    [exchange] = ask("exchanges", leader_a="milada-novotna")
    correct("exchange", exchange["exchange_id"], "--on", "2023-12-30")
    later = archive.parent / "later.txt"
    later.write_text(LATER, "utf-8")
    assert chancery("read", "later.txt", "--to", "readings", "--workers", "1").exit_code == 0
    result = chancery("import", "readings", "readings")
    assert result.exit_code == 0
    assert result.output.endswith(TOLD)

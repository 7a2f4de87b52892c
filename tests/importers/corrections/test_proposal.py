"""What is put right is shown first: what stands now, who put it right before, and what it will be."""

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from tests.importers.corrections.conftest import Asked

Run = Callable[..., Result]
Ask = Callable[..., Asked]
KIM_AND_XI = {"leader_a": "kim-jong-un", "leader_b": "xi-jinping"}


def by_ben(chancery: Run, *words: str) -> Result:
    return chancery("correct", *words, "--why", "read once more", "--by", "Ben", "--yes")


def test_who_put_it_right_before_is_named_with_what_they_said(
    archive: Path, ask: Ask, correct: Run, chancery: Run
) -> None:
    key = ask("trade-figures", claim="level")[0]["trade_figure_id"]
    correct("trade", key, "--amount", "245000000000", "--source", "yearbook")
    shown = by_ben(chancery, "trade", key, "--amount", "246000000000").output
    assert "  amount: 240000000000, put right by Ann as 245000000000 (yearbook) -> 246000000000\n" in shown
    correct("report", "czech.txt", "--outlet", "xinhua", "--on", "2023-12-30")
    shown = by_ben(chancery, "report", "czech.txt", "--outlet", "kcna", "--on", "2023-12-29").output
    assert "  outlet: nothing, put right by Ann as xinhua -> kcna\n" in shown
    assert "  published_on: 2023-12-31, put right by Ann as 2023-12-30 -> 2023-12-29\n" in shown
    correct("leader", "milada-novotna", "--name", "Milada Novotná")
    shown = by_ben(chancery, "leader", "milada-novotna", "--name", "Milada Q. Novotná").output
    assert "  full_name: Milada Novotna, put right by Ann as Milada Novotná -> Milada Q. Novotná\n" in shown


def test_who_put_it_right_is_named_also_where_the_fact_is_known_by_what_they_said(
    archive: Path, ask: Ask, correct: Run, chancery: Run
) -> None:
    correct("exchange", ask("exchanges", **KIM_AND_XI)[0]["exchange_id"], "--occasion", "national-day")
    key = ask("exchanges", **KIM_AND_XI)[0]["exchange_id"]
    shown = by_ben(chancery, "exchange", key, "--occasion", "birthday").output
    assert "  occasion: new-year, put right by Ann as national-day -> birthday\n" in shown
    correct("message", ask("messages", sender="kim-jong-un")[0]["message_id"], "--from", "xi-jinping")
    key = ask("messages", sender="xi-jinping", recipient="kim-jong-un")[0]["message_id"]
    shown = by_ben(chancery, "message", key, "--from", "kim-jong-un").output
    assert "  sender: kim-jong-un, put right by Ann as xi-jinping -> kim-jong-un\n" in shown
    correct("trade", ask("trade-figures", claim="record")[0]["trade_figure_id"], "--claim", "growth")
    key = ask("trade-figures", claim="growth")[0]["trade_figure_id"]
    shown = by_ben(chancery, "trade", key, "--claim", "decline").output
    assert "  claim: record, put right by Ann as growth -> decline\n" in shown


def test_who_found_it_right_is_named(archive: Path, ask: Ask, correct: Run, chancery: Run) -> None:
    key = ask("trade-figures", claim="level")[0]["trade_figure_id"]
    correct("trade", key, "--is-right")
    shown = by_ben(chancery, "trade", key, "--amount", "246000000000").output
    assert "  amount: 240000000000, found right by Ann -> 246000000000\n" in shown


def test_what_is_hardly_right_is_told_as_a_doubt_and_done_all_the_same(archive: Path, ask: Ask, correct: Run) -> None:
    key = ask("exchanges", **KIM_AND_XI)[0]["exchange_id"]
    shown = correct("exchange", key, "--on", "2204-01-01")
    assert shown.exit_code == 0
    assert "  doubtful: 2204-01-01 is more than a year from the day of the report, 2024-01-02\n" in shown.output
    assert "doubtful" not in correct("exchange", key, "--on", "2024-01-05").output
    key = ask("anniversaries")[0]["anniversary_mention_id"]
    shown = correct("anniversary", key, "--ordinal", "57")
    assert "  doubtful: cn-ru-diplomatic-relations was in 1949, and in 2023 74 years ago, not 57\n" in shown.output
    key = ask("anniversaries")[0]["anniversary_mention_id"]
    assert "doubtful" not in correct("anniversary", key, "--ordinal", "74").output
    key = ask("anniversaries")[0]["anniversary_mention_id"]
    assert "  doubtful: no anniversary is the 7500th\n" in correct("anniversary", key, "--ordinal", "7500").output

"""Leaders put right: the offices that they held, and who is never somebody else; every report is read by it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy import Engine

from tests.importers.contents import contents, differences
from tests.importers.corrections.conftest import Asked
from tests.importers.corrections.test_unfitting import TOLD

Run = Callable[..., Result]
Ask = Callable[..., Asked]
PAVEL_LEFT = "leader_id,full_name,country,office_id,start_date,end_date\n" + (
    "petr-pavel,Petr Pavel,CZ,cz-president,2023-03-09,2028-03-09\n"
)
ANOTHER = (
    "leader_id,full_name,country,office_id,start_date,end_date\nann-example,Ann Example,CZ,cz-president,2029-06-01,\n"
)
OFFICE = ("leader", "milada-novotna", "--office", "cz-president", "--since", "2028-03-09")


@pytest.fixture
def later(archive: Path, chancery: Run, tmp_path: Path) -> Path:
    """The archive with two reports of later years, and that the president of today has left office by then."""
    (archive / "named.txt").write_text(
        "---\ndate: 2028-12-31\n---\n"
        "Czech President Milada Novotná sent New Year greetings to Chinese President Xi Jinping on December 31, 2028.",
        encoding="utf-8",
    )
    (archive / "titled.txt").write_text(
        "---\ndate: 2029-12-31\n---\nThe Czech president sent New Year greetings to Kim Jong Un on December 31, 2029.",
        encoding="utf-8",
    )
    (tmp_path / "left.csv").write_text(PAVEL_LEFT, encoding="utf-8")
    assert chancery("import", "leaders", "left.csv").exit_code == 0
    assert chancery("import", "reports", "archive", "--workers", "1", "--quiet").exit_code == 0
    assert chancery("import", "again", "--workers", "1").exit_code == 0
    return archive


def again(chancery: Run) -> None:
    assert chancery("import", "again", "--workers", "1").exit_code == 0


def test_a_title_means_who_is_said_to_hold_the_office_that_day(
    later: Path, ask: Ask, correct: Run, chancery: Run, engine: Engine, tmp_path: Path
) -> None:
    before = contents(engine)
    assert ask("exchanges", occasion_year="2030") == []
    made = correct(*OFFICE)
    assert "  office: nothing -> cz-president 2028-03-09\n" in made.output
    assert made.output.endswith("every report is read by it: chancery import again\n")
    again(chancery)
    [message] = ask("messages", recipient="kim-jong-un")
    assert (message["sender"], message["sender_office"]) == ("milada-novotna", "cz-president")
    [tenure] = ask("tenures", leader="milada-novotna")
    assert (tenure["office"], tenure["started_on"], tenure["leader_name"]) == (
        "cz-president", "2028-03-09", min("Milada Novotna", "Milada Novotná"),
    )  # fmt: skip
    assert [row["state"] for row in ask("corrections")] == ["holds", "holds"]
    with_it = contents(engine)
    chancery("export", str(tmp_path / "exported"))
    undo = made.output.partition("chancery correct ")[2].splitlines()[0].split()
    assert chancery("correct", *undo, "--yes").exit_code == 0
    again(chancery)
    assert differences(before, contents(engine)) == {}
    file = str(tmp_path / "exported" / "correction.csv")
    assert chancery("import", "corrections", file).output == "2 inserted, 0 updated, 0 unchanged, 0 rejected\n"
    again(chancery)
    assert differences(with_it, contents(engine)) == {}


def test_an_office_waits_where_the_reference_data_name_another_holder(
    later: Path, ask: Ask, correct: Run, chancery: Run, tmp_path: Path
) -> None:
    assert correct(*OFFICE).exit_code == 0
    (tmp_path / "another.csv").write_text(ANOTHER, encoding="utf-8")
    imported = chancery("import", "leaders", "another.csv").output
    assert imported.startswith("1 inserted")
    assert imported.endswith(TOLD)
    assert ask("tenures", leader="milada-novotna") == []
    [waits] = ask("corrections", property="office")
    assert (waits["state"], waits["read_now"]) == ("to be looked at again", "ann-example")
    assert len(ask("to-check", problem="correction that no longer fits")) == 1
    assert chancery("init").exit_code == 0
    assert len(ask("tenures", leader="ann-example")) == 1


def test_a_second_holder_and_what_is_no_office_are_told_in_one_line(archive: Path, correct: Run) -> None:
    name = ("leader", "milada-novotna")
    for words, told in (
        (OFFICE, "cz-president is held by petr-pavel from 2023-03-09 on; tell when that ended first, by a line with"),
        ((*name, "--office", "cz-president"), "of an office say which and since when: --office OFFICE --since DAY"),
        ((*name, "--office", "cz-emperor", "--since", "2028-03-09"), "there is no office cz-emperor"),
        ((*OFFICE, "--until", "2027-01-01"), "'cz-president 2028-03-09 2027-01-01' ends before it begins"),
        ((*OFFICE[:-1], "soon"), "'soon' is no day as YYYY-MM-DD"),
    ):
        result = correct(*words)
        assert result.exit_code == 2
        assert told in result.output
        assert result.output.count("\n") == 1


def test_a_leader_of_the_reference_data_may_have_held_another_office(archive: Path, ask: Ask, correct: Run) -> None:
    held = ("leader", "petr-pavel", "--office", "cz-prime-minister")
    assert "is held by" in correct(*held, "--since", "2024-01-01").output
    assert correct(*held, "--since", "1980-01-01", "--until", "1980-02-01").exit_code == 0
    assert [row["ended_on"] for row in ask("tenures", leader="petr-pavel", office="cz-prime-minister")] == [
        "1980-02-01"
    ]
    assert correct("leader", "petr-pavel", "--country", "SK").exit_code == 2


def test_who_is_never_the_same_is_not_taken_for_another(archive: Path, ask: Ask, correct: Run, chancery: Run) -> None:
    (archive / "spelt.txt").write_text(
        "---\ndate: 2024-12-31\n---\n"
        "Czech President Petra Pavel sent New Year greetings to Chinese President Xi Jinping on December 31, 2024.",
        encoding="utf-8",
    )
    chancery("import", "reports", "archive", "--workers", "1", "--quiet")
    assert [row["leader_a"] for row in ask("exchanges", occasion_year="2025")] == ["petr-pavel"]
    made = correct("leader", "petra-pavel", "--never-same-as", "petr-pavel")
    assert "  known to nobody yet, and made leaders of their own: petra-pavel\n" in made.output
    again(chancery)
    assert [row["leader_a"] for row in ask("exchanges", occasion_year="2025")] == ["petra-pavel"]
    assert [row["state"] for row in ask("corrections")] == ["holds"]
    assert "there is no leader nobody" in correct("leader", "somebody", "--never-same-as", "nobody").output


def test_two_who_are_never_the_same_are_not_made_one(archive: Path, ask: Ask, correct: Run, chancery: Run) -> None:
    pair = ("leader", "milada-novotna")
    correct(*pair, "--never-same-as", "kim-jong-un")
    result = correct(*pair, "--same-as", "kim-jong-un")
    assert result.exit_code == 2
    [said] = ask("corrections")
    assert result.output == (
        "Error: kim-jong-un and milada-novotna are said to be never the same; take it back first:"
        f" chancery correct undo {said['correction_id']}\n"
    )
    correct(*pair, "--same-as", "xi-jinping")
    assert "are said to be one person" in correct("leader", "xi-jinping", "--never-same-as", "milada-novotna").output


def test_a_leader_mistyped_is_refused_with_who_may_be_meant(archive: Path, ask: Ask, correct: Run) -> None:
    key = ask("exchanges", leader_a="kim-jong-un")[0]["exchange_id"]
    where = ("--report", "kim.txt", "--quote", "caravan roads", "--occasion", "birthday")
    for words in (
        ("exchange", key, "--pair", "kim-jong-un", "xi-jinpin"),
        ("exchange", key, "--pair", "kim-jong-un", "jinping-xi"),
        ("add", "message", *where, "--from", "kim-jong-un", "--to", "xi-jinpin"),
        ("leader", "milada-novotna", "--same-as", "xi-jinpin"),
        ("leader", "milada-novotna", "--never-same-as", "xi-jinpin"),
    ):
        result = correct(*words)
        assert result.exit_code == 2
        assert "there is no leader " in result.output
        assert "xi-jinping" in result.output
        assert result.output.count("\n") == 1
    assert "if it is somebody else, say so first: chancery correct leader xi-jinpin --never-same-as xi-jinping" in (
        correct("exchange", key, "--pair", "kim-jong-un", "xi-jinpin").output
    )
    assert correct("leader", "xi-jinpin", "--never-same-as", "xi-jinping").exit_code == 0
    assert correct("exchange", key, "--pair", "kim-jong-un", "xi-jinpin").exit_code == 0

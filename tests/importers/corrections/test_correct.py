"""What people put right stands in every saved report, stays over all later readings, and can be taken back."""

import re
from collections.abc import Callable
from pathlib import Path

from click.testing import Result
from sqlalchemy import Engine, text

from models.database import writing
from tests.importers.contents import contents, differences
from tests.importers.corrections.conftest import Asked

Run = Callable[..., Result]
Ask = Callable[..., Asked]
KIM_AND_XI = {"leader_a": "kim-jong-un", "leader_b": "xi-jinping"}


def numbers(result: Result) -> list[str]:
    assert result.exit_code == 0, result.output
    return re.findall(r"^correction (\d+):", result.output, re.MULTILINE)


def test_an_exchange_was_for_something_else(
    archive: Path, ask: Ask, correct: Run, chancery: Run, engine: Engine
) -> None:
    before = contents(engine)
    [exchange] = ask("exchanges", **KIM_AND_XI)
    assert (exchange["occasion"], exchange["exchanged_on"], exchange["reports"]) == ("new-year", "2024-01-01", "2")
    made = correct("exchange", exchange["exchange_id"], "--occasion", "national-day", "--on", "2024-01-03")
    assert "occasion: new-year -> national-day" in made.output
    assert "read again: 2 reports: archive/kim-too.txt, archive/kim.txt" in made.output
    [now] = ask("exchanges", **KIM_AND_XI)
    assert (now["occasion"], now["exchanged_on"], now["reports"]) == ("national-day", "2024-01-03", "2")
    assert [row["sent_on"] for row in ask("messages", sender="kim-jong-un")] == ["2024-01-03"]
    after = contents(engine)
    assert "0 of 4 reports" in chancery("import", "again", "--workers", "1").output
    assert differences(after, contents(engine)) == {}
    for number in numbers(made):
        assert chancery("correct", "undo", number, "--yes").exit_code == 0
    assert differences(before, contents(engine)) == {}


def test_one_report_alone_tells_of_something_else(archive: Path, ask: Ask, correct: Run) -> None:
    [exchange] = ask("exchanges", **KIM_AND_XI)
    correct("exchange", exchange["exchange_id"], "--is-none", "--report", "kim-too.txt")
    [now] = ask("exchanges", **KIM_AND_XI)
    assert (now["exchange_id"], now["reports"]) == (exchange["exchange_id"], "1")
    result = correct("exchange", exchange["exchange_id"], "--on", "2024-01-03", "--report", "kim.txt")
    assert "exchanged_on of an exchange hangs on all of its reports" in result.output


def test_a_report_that_does_not_tell_of_it_is_refused(archive: Path, ask: Ask, correct: Run) -> None:
    key = ask("exchanges", **KIM_AND_XI)[0]["exchange_id"]
    result = correct("exchange", key, "--is-none", "--report", "czech.txt")
    assert result.output == (
        "Error: archive/czech.txt does not tell of this exchange; which do: archive/kim-too.txt, archive/kim.txt\n"
    )
    key = ask("messages", sender="kim-jong-un")[0]["message_id"]
    assert (
        "does not tell of this message; which do: " in correct("message", key, "--is-none", "--report", "xi.txt").output
    )
    assert ask("corrections") == []


def test_a_correction_is_not_lost_when_its_reports_go_and_come_again(
    archive: Path, ask: Ask, correct: Run, chancery: Run
) -> None:
    [exchange] = ask("exchanges", **KIM_AND_XI)
    correct("exchange", exchange["exchange_id"], "--is-none")
    assert ask("exchanges", **KIM_AND_XI) == []
    chancery("import", "undo", "1")
    assert [row["state"] for row in ask("corrections")] == ["no report here"]
    chancery("import", "reports", "archive", "--workers", "1")
    assert ask("exchanges", **KIM_AND_XI) == []
    assert [row["state"] for row in ask("corrections")] == ["holds"]


def test_another_wrote(archive: Path, ask: Ask, correct: Run) -> None:
    [exchange] = ask("exchanges", leader_a="milada-novotna")
    correct("exchange", exchange["exchange_id"], "--pair", "xi-jinping", "vladimir-putin", "--year", "2023")
    assert ask("exchanges", leader_a="milada-novotna") == []
    [message] = ask("messages", exchange_id=ask("exchanges", occasion_year="2023")[0]["exchange_id"])
    assert (message["sender"], message["recipient"]) == ("vladimir-putin", "xi-jinping")


def test_who_wrote_to_whom(archive: Path, ask: Ask, correct: Run) -> None:
    [message] = ask("messages", sender="kim-jong-un")
    correct("message", message["message_id"], "--from", "xi-jinping")
    assert ask("messages", sender="kim-jong-un") == []
    [now] = ask("messages", recipient="kim-jong-un")
    assert now["sender"] == "xi-jinping"
    correct("message", now["message_id"], "--is-none")
    assert ask("exchanges", **KIM_AND_XI) == []


def test_whose_words_a_sentence_tells(archive: Path, ask: Ask, correct: Run) -> None:
    [told] = [row for row in ask("statements") if "75th" in row["quote"]]
    assert told["speaker"] == "xi-jinping"
    correct("statement", told["statement_id"], "--speaker", "vladimir-putin")
    [anniversary] = ask("anniversaries", ordinal="75")
    assert anniversary["speaker"] == "vladimir-putin"
    [told] = [row for row in ask("statements") if "75th" in row["quote"]]
    correct("statement", told["statement_id"], "--speaker", "none")
    [anniversary] = ask("anniversaries", ordinal="75")
    assert (anniversary["speaker"], anniversary["message_id"]) == ("", "")
    assert [row["read_value"] for row in ask("corrections", property="speaker")] == ["xi-jinping"]


def test_claims(archive: Path, ask: Ask, correct: Run) -> None:
    [figure] = ask("trade-figures", claim="level")
    correct("trade", figure["trade_figure_id"], "--amount", "245e9")
    assert float(ask("trade-figures", claim="level")[0]["amount"]) == 240e9
    assert numbers(correct("trade", figure["trade_figure_id"], "--amount", "245000000000", "--year", "2022"))
    [now] = ask("trade-figures", claim="level")
    assert (float(now["amount"]), now["year"]) == (245e9, "2022")
    [anniversary] = ask("anniversaries")
    correct("anniversary", anniversary["anniversary_mention_id"], "--is-none")
    assert ask("anniversaries") == []
    counted = {row["fact_kind"]: int(row["corrected"]) for row in ask("patterns") if row["corrected"] != "0"}
    assert counted == {"trade": 2, "anniversary": 1}


def test_leaders_known_from_reports_only(archive: Path, ask: Ask, correct: Run, chancery: Run, engine: Engine) -> None:
    before = contents(engine)
    first = correct("leader", "milada-novotna", "--name", "Milada Novotná", "--country", "SK")
    [exchange] = ask("exchanges", leader_a="milada-novotna")
    assert (exchange["leader_a_name"], exchange["country_a"]) == ("Milada Novotná", "SK")
    second = correct("leader", "milada-novotna", "--same-as", "kim-jong-un")
    assert ask("exchanges", leader_a="milada-novotna") == []
    assert [row["reports"] for row in ask("exchanges", **KIM_AND_XI)] == ["3"]
    for number in (*numbers(first), *numbers(second)):
        chancery("correct", "undo", number, "--yes")
    assert differences(before, contents(engine)) == {}
    assert "is of the reference data" in correct("leader", "xi-jinping", "--name", "Xi").output


def test_who_is_in_the_reference_data_by_now_is_to_be_looked_at_again(
    archive: Path, ask: Ask, correct: Run, chancery: Run, tmp_path: Path
) -> None:
    correct("leader", "milada-novotna", "--name", "Milada Q. Novotna")
    (tmp_path / "mine.csv").write_text("leader_id,full_name,country\nmilada-novotna,Milada Novotna,CZ\n", "utf-8")
    chancery("import", "leaders", "mine.csv")
    chancery("import", "again", "--workers", "1")
    [correction] = ask("corrections")
    assert (correction["state"], correction["read_now"]) == ("to be looked at again", "Milada Novotna")


def test_who_was_looked_at_is_not_to_be_checked_again(archive: Path, ask: Ask, correct: Run, chancery: Run) -> None:
    assert [row["fact"] for row in ask("to-check", problem="provisional leader")] == ["Milada Novotna, Czech Republic"]
    said = correct("leader", "milada-novotna", "--never-same-as", "kim-jong-un")
    assert ask("to-check", problem="provisional leader") == []
    chancery("correct", "undo", *numbers(said), "--yes")
    assert len(ask("to-check", problem="provisional leader")) == 1


def test_by_another_day_a_report_is_read_anew(archive: Path, ask: Ask, correct: Run) -> None:
    correct("report", "czech.txt", "--on", "2020-12-31", "--outlet", "xinhua")
    [report] = [row for row in ask("source-reports") if row["locator"].endswith("czech.txt")]
    assert (report["published_on"], report["outlet"]) == ("2020-12-31", "xinhua")


def test_what_was_missed_is_added_with_its_place(archive: Path, ask: Ask, correct: Run, chancery: Run) -> None:
    where = ("--report", "kim.txt", "--quote", "The old caravan roads")
    theme = numbers(correct("add", "theme", *where, "--theme", "belt-and-road"))
    assert [row["words"] for row in ask("themes", theme="belt-and-road")] == ["The old caravan roads"]
    pair = ("--from", "xi-jinping", "--to")
    added = correct("add", "message", *where, "--occasion", "other", *pair, "vladimir-putin")
    assert "known to nobody yet" not in added.output
    added = correct("add", "message", *where, "--occasion", "birthday", *pair, "putin")
    assert "  known to nobody yet, and made leaders of their own: putin\n" in added.output
    [exchange] = ask("exchanges", occasion="other")
    assert exchange["leader_a"] == "vladimir-putin"
    [evidence] = ask("evidence", fact="xi-jinping to vladimir-putin", exchange_id=exchange["exchange_id"])
    assert evidence["quote"] == "The old caravan roads were spoken of."
    trade = correct(
        "add", "trade", *where, "--claim", "level", "--amount", "5", "--currency", "USD", "--year", "2023",
        "--country-a", "CN", "--country-b", "KP",
    )  # fmt: skip
    [figure] = ask("trade-figures", country_b="KP")
    assert (float(figure["amount"]), figure["year"], figure["flow"]) == (5, "2023", "total")
    chancery("correct", "undo", numbers(trade)[0], "--yes")
    assert ask("trade-figures", country_b="KP") == []
    assert [row["correction_id"] for row in ask("corrections", fact_kind="theme")] == theme


def test_words_that_do_not_stand_there_are_told_in_one_line(archive: Path, correct: Run) -> None:
    where = ("--report", "kim.txt", "--theme", "belt-and-road", "--quote")
    wrong = correct("add", "theme", *where, "The old caravan road was")
    assert wrong.output == (
        "Error: these words do not stand in archive/kim.txt to the letter: The old caravan road was\n"
    )
    assert "times in archive/kim.txt; say which by --occurrence" in correct("add", "theme", *where, "n").output


def test_it_is_shown_and_asked_for_first(archive: Path, ask: Ask, chancery: Run) -> None:
    [exchange] = ask("exchanges", **KIM_AND_XI)
    result = chancery("correct", "exchange", exchange["exchange_id"], "--is-none", "--why", "no")
    assert result.exit_code == 1
    assert "exists: yes -> no" in result.output
    assert "Put it right so? [y/N]" in result.output
    assert ask("corrections") == []


def test_mistakes_are_told_in_one_line(archive: Path, ask: Ask, correct: Run, chancery: Run) -> None:
    [exchange] = ask("exchanges", **KIM_AND_XI)
    key = exchange["exchange_id"]
    figure = ask("trade-figures", claim="level")[0]["trade_figure_id"]
    for words, told in (
        (("exchange", "7", "--is-none"), "there is no exchange 7; see exchange_id in: chancery report exchanges"),
        (("exchange", key, "--occasion", "new-yeer"), "occasion cannot be put right so: there is no occasion new-yeer"),
        (("exchange", key, "--on", "1.1.2024"), "'1.1.2024' is no day as YYYY-MM-DD"),
        (("exchange", key, "--occasion", "new-year"), "occasion is new-year already; nothing is to be put right"),
        (("exchange", key), "say what is right; --help shows the options"),
        (
            ("exchange", key, "--is-none", "--occasion", "birthday"),
            "--is-none says that there is none; leave the other",
        ),
        (("trade", figure, "--currency", "DOL"), "'DOL' is no code of a currency (ISO 4217), such as USD"),
        (("report", "no.txt", "--on", "2024-01-01"), "no report is of 'no.txt'"),
        (("leader", "nobody", "--name", "X"), "there is no leader nobody"),
    ):
        result = correct(*words)
        assert result.exit_code == 2
        assert told in result.output
        assert result.output.startswith("Error: ")
        assert result.output.count("\n") == 1
    key = ask("statements")[0]["statement_id"]
    assert "there is no leader putin; " in correct("statement", key, "--speaker", "putin").output
    result = chancery("correct", "undo", "7", "--yes")
    assert "there is no correction 7; chancery report corrections lists the numbers" in result.output


def test_what_stands_already_is_told_and_the_rest_is_put_right(archive: Path, ask: Ask, correct: Run) -> None:
    result = correct("leader", "milada-novotna", "--name", "Milada Novotná", "--country", "CZ")
    assert result.exit_code == 0
    assert result.output.startswith("country is CZ already\nleader milada-novotna\n  full_name: Milada Novotna -> ")
    assert [row["property"] for row in ask("corrections")] == ["full_name"]
    result = correct("leader", "milada-novotna", "--name", "Milada Novotná", "--country", "CZ")
    assert "full_name is Milada Novotná and country is CZ already; nothing is to be put right" in result.output


def test_for_a_name_that_is_none_the_nearest_are_told(archive: Path, ask: Ask, correct: Run) -> None:
    key = ask("exchanges", **KIM_AND_XI)[0]["exchange_id"]
    where = ("--report", "kim.txt", "--quote", "caravan roads")
    for words, told in (
        (("exchange", key, "--occasion", "birthdy"), "there is no occasion birthdy; the nearest: birthday, "),
        (("exchange", key, "--milestone", "kp-foundin"), "there is no milestone kp-foundin; the nearest: kp-founding"),
        (("add", "theme", *where, "--theme", "no-theme"), "Error: there is no theme no-theme; the nearest: "),
        (
            ("add", "message", *where, "--occasion", "birthday", "--from", "xi-jinping", "--to", "xi-jinping"),
            "Error: --from and --to are both xi-jinping; nobody writes to themselves\n",
        ),
    ):
        result = correct(*words)
        assert result.exit_code == 2
        assert told in result.output
        assert result.output.count("\n") == 1


def test_where_the_machine_reads_something_else_by_now_it_is_to_be_looked_at_again(
    archive: Path, ask: Ask, correct: Run, chancery: Run, engine: Engine
) -> None:
    [told] = [row for row in ask("statements") if "75th" in row["quote"]]
    correct("statement", told["statement_id"], "--speaker", "none")
    with writing(engine) as connection:
        connection.execute(text("UPDATE correction SET read_value = 'kim-jong-un'"))
    chancery("import", "again", "--all", "--workers", "1")
    [correction] = ask("corrections")
    assert (correction["state"], correction["read_now"]) == ("to be looked at again", "xi-jinping")
    assert [row["speaker"] for row in ask("statements", quote=told["quote"])] == ["xi-jinping"]

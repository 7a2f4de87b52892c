"""What is kept ready for saved reports is true after every kind of change, whoever makes it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy import Engine, text

from models.database import writing
from models.kept import is_touched, kept_tables, refresh
from tests.importers.contents import SAMPLES, is_untrue

Run = Callable[..., Result]
WORDS = "building a community with a shared future for mankind"
TEXTS = {
    "new-year.txt": "---\ndate: 2023-12-31\n---\n"
    "BEIJING, Dec. 31, 2023 -- Xi Jinping and Vladimir Putin exchanged New Year greetings on Dec. 31. Xi said in his"
    f" message that China was {WORDS}, and that 2024 marks the 75th anniversary of the establishment of diplomatic"
    " relations between China and Russia. Putin said in his message that trade between Russia and China had reached 240"
    " billion dollars in 2023.",
    "other-figure.txt": "---\ndate: 2023-12-31\n---\n"
    "MOSCOW, Dec. 31, 2023 -- Putin sent New Year greetings to Xi Jinping. Putin said in his message that trade between"
    " Russia and China had come to 180 billion dollars in 2023.",
    "year-before.txt": "---\ndate: 2022-12-31\n---\n"
    "BEIJING, Dec. 31, 2022 -- Xi Jinping and Vladimir Putin exchanged New Year greetings on Dec. 31. Xi said in his"
    " message that he was ready to keep in close touch.",
    "elected.txt": "---\ndate: 2023-03-19\n---\n"
    "Xi Jinping sent a message of congratulations to Vladimir Putin on his election on March 19, 2023. Xi said in his"
    f" message that both were {WORDS}.",
}
LATER = {
    "again.txt": "---\ndate: 2024-01-01\n---\n"
    "Xi Jinping and Vladimir Putin exchanged New Year greetings on December 31, 2023. In his message, Xi said that the"
    f" two countries were {WORDS}.",
    "birthday.txt": "---\ndate: 2023-10-07\n---\n"
    "Xi Jinping sent a message of congratulations to Vladimir Putin on his birthday on October 7, 2023. Xi said in his"
    f" message that both were {WORDS}.",
}
STATISTICS = """reporter,partner,year,flow,value_usd,issuer,basis,source,verified
CN,RU,2023,total,250000000000,General Administration of Customs of China,calendar_year,a table,yes
"""


@pytest.fixture
def change(chancery: Run, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on the database, beside folders of reports."""
    monkeypatch.chdir(tmp_path)
    for folder, texts in {"first": TEXTS, "later": LATER}.items():
        (tmp_path / folder).mkdir()
        for name, words in texts.items():
            (tmp_path / folder / name).write_text(words, encoding="utf-8")
    shutil.copy(SAMPLES / "2023-12-31-xinhua-xi-putin-ru.txt", "first")  # of the same messages, in Russian
    (tmp_path / "trade.csv").write_text(STATISTICS, encoding="utf-8")

    def run(*words: str) -> Result:
        result = chancery(*words, "--db", address)
        assert result.exit_code == 0, result.output
        return result

    return run


def kept(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """The rows of the kept tables, which are true."""
    with engine.connect() as connection:
        tables = kept_tables(connection)
        assert tables
        assert not is_touched(connection)
        assert [table.name for table in tables if is_untrue(connection, table)] == []
        return {
            table.name: sorted(
                (tuple(row) for row in connection.execute(text(f"SELECT * FROM kept_{table.name}"))), key=str
            )
            for table in tables
        }


def test_kept_rows_are_true_after_every_kind_of_change(
    engine: Engine, change: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = [kept(engine)]

    def changed(*words: str) -> None:
        change(*words)
        seen.append(kept(engine))

    reading = ("--workers", "1")
    changed("import", "reports", "first", *reading, "--dry-run")
    assert seen[-1] == seen[0]
    changed("import", "reports", "first", *reading)
    first = seen[-1]
    assert all(first.values())
    with engine.connect() as connection:
        of_year = "SELECT exchange_id FROM report_exchanges WHERE occasion_year = 2024 AND leader_b = 'xi-jinping'"
        key = str(connection.scalar(text(of_year)))
    changed("correct", "exchange", key, "--pair", "xi-jinping", "kim-jong-un", "--why", "I have read it", "--yes")
    assert seen[-1]["usual_letters"] != first["usual_letters"]
    with engine.connect() as connection:
        key = str(connection.scalar(text("SELECT correction_id FROM report_corrections")))
    changed("correct", "undo", key, "--yes")
    assert seen[-1] == first
    with engine.connect() as connection:
        figures = "SELECT trade_figure_id FROM report_trade_figures WHERE speaker = 'vladimir-putin'"
        keys = [str(key) for key in connection.scalars(text(figures))]
    for key in keys:
        changed("correct", "trade", key, "--is-none", "--why", "I have read it", "--yes")
    assert seen[-1]["correspondence"] != first["correspondence"]
    with engine.connect() as connection:
        keys = [str(key) for key in connection.scalars(text("SELECT correction_id FROM report_corrections"))]
    for key in keys:
        changed("correct", "undo", key, "--yes")
    assert seen[-1] == first
    with monkeypatch.context() as patched:
        patched.setattr("models.kept.MOST_BY_THEMSELVES", 0)  # so much is touched that all is worked out
        changed("import", "reports", "later", *reading)
    assert seen[-1]["frequent_correspondence"] != first["frequent_correspondence"]
    changed("import", "again", "--all", *reading)
    assert seen[-1] == seen[-2]
    changed("import", "trade", "trade.csv")
    assert seen[-1]["official_series"] != seen[-2]["official_series"]
    changed("import", "undo", "1")
    assert seen[-1]["phrase_use"] != seen[-2]["phrase_use"]
    changed("import", "remove", "later/birthday.txt")
    assert seen[-1]["phrase_use"] != seen[-2]["phrase_use"]


def test_what_others_change_is_seen_by_a_refresh_or_the_next_who_writes(
    engine: Engine, change: Run, chancery: Run, address: str
) -> None:
    change("import", "reports", "first", "--workers", "1")
    before = kept(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE message SET sent_on = '2024-02-01'"))
    assert "without what others' SQL changed since: chancery refresh" in change("status").output
    change("refresh")
    refreshed = kept(engine)
    assert refreshed != before
    assert f"{len(refreshed)}  tables kept ready for saved reports, as of import 1\n" in change("status").output
    with engine.begin() as connection:
        connection.execute(text("UPDATE kept_phrase_use SET messages = messages + 1"))
    told = chancery("verify", "--db", address).output
    assert "kept_phrase_use: rows that are others when worked out now: " in told
    change("refresh")
    assert kept(engine) == refreshed
    with pytest.raises(RuntimeError), writing(engine) as connection:
        connection.execute(text("DELETE FROM message_report"))
        refresh(connection)
        raise RuntimeError
    assert kept(engine) == refreshed
    with engine.begin() as connection:
        connection.execute(text("UPDATE message SET sent_on = '2023-12-31' WHERE sent_on = '2024-02-01'"))
    with writing(engine):
        pass
    assert kept(engine) != refreshed


def test_which_letters_mark_an_anniversary_follows_the_exchange_that_is_for_it(engine: Engine, change: Run) -> None:
    change("import", "reports", "first", "--workers", "1")
    before = kept(engine)["milestone_mention"]
    milestone = "SELECT id FROM milestone WHERE slug = 'cn-ru-good-neighborliness-treaty'"
    for told in (f"milestone_id = ({milestone}), ordinal = 20", "ordinal = 25", "ordinal = NULL"):
        with writing(engine) as connection:
            connection.execute(text(f"UPDATE exchange SET {told} WHERE occasion_year = 2024"))
        assert len(kept(engine)["milestone_mention"]) > len(before)
    with writing(engine) as connection:
        connection.execute(text("UPDATE exchange SET milestone_id = NULL"))
    assert kept(engine)["milestone_mention"] == before


def test_which_message_comes_before_follows_the_year_of_the_exchange(engine: Engine, change: Run) -> None:
    change("import", "reports", "first", "--workers", "1")
    before = kept(engine)["message_before"]
    with writing(engine) as connection:
        connection.execute(text("UPDATE exchange SET occasion_year = 2030 WHERE occasion_year = 2023"))
    assert kept(engine)["message_before"] != before
    with writing(engine) as connection:
        connection.execute(text("UPDATE exchange SET occasion_year = 2023 WHERE occasion_year = 2030"))
    assert kept(engine)["message_before"] == before


def test_what_is_kept_of_two_countries_goes_with_a_leader_to_another(engine: Engine, change: Run) -> None:
    change("import", "reports", "first", "--workers", "1")
    before = kept(engine)
    with writing(engine) as connection:
        moved = "UPDATE leader SET country_id = (SELECT id FROM country WHERE code = 'FR') WHERE slug = 'xi-jinping'"
        connection.execute(text(moved))
    assert kept(engine)["partners"] != before["partners"]

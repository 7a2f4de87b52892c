"""The rows of each saved report, known by hand from the small world, on both engines."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from models.kept import keep_true, refresh
from queries.answer import Answer, Value, ask, reading
from queries.catalogue import shipped_reports
from tests.queries.world import BILLION

Asked = Callable[..., Answer]
DAY = datetime.date.fromisoformat


@pytest.fixture
def asked(world_engine: Engine) -> Asked:
    """Ask a report with filters: asked("exchanges", leader="xi-jinping")."""

    def ask_it(name: str, **filters: str) -> Answer:
        with reading(world_engine) as connection:
            return ask(connection, shipped_reports()[name], {key: [word] for key, word in filters.items()})

    return ask_it


def rows(answer: Answer, *columns: str) -> list[tuple[Value, ...]]:
    return answer.only(columns).rows


def test_a_connection_for_reading_cannot_write(world_engine: Engine) -> None:
    with reading(world_engine) as connection, pytest.raises(DBAPIError, match=r"read-?only"):
        connection.execute(text("DELETE FROM rejection"))
    with world_engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM rejection")).scalar() == 1


def test_source_reports(asked: Asked) -> None:
    answer = asked("source-reports", since="2020", until="2021-01")
    assert rows(answer, "locator", "outlet", "published_on", "exchanges", "statements") == [
        ("xinhua-2020.txt", "xinhua", DAY("2020-12-31"), 2, 4),
        ("tass-2020.txt", "tass", DAY("2021-01-01"), 1, 2),
        ("tass-copy-2020.txt", None, DAY("2021-01-02"), 1, 1),
    ]


def test_a_year_asked_of_days_is_all_of_them(asked: Asked) -> None:
    assert rows(asked("source-reports", year="2020"), "locator") == [("xinhua-2020.txt",)]
    assert {row[0] for row in rows(asked("evidence", year="2023"), "locator")} == {
        "kcna-2023.txt", "tass-2023.txt", "xinhua-2023.txt",
    }  # fmt: skip
    assert rows(asked("tenures", since="2020"), "leader") == [("li-qiang",), ("mikhail-mishustin",)]
    assert rows(asked("language-comparison", language="en"), "told_in") == [("en",), ("en",)]


def test_exchanges_count_reports_apart_from_accounts(asked: Asked) -> None:
    answer = asked("exchanges", year="2021", leader="xi-jinping")
    columns = (
        "occasion",
        "leader_a",
        "country_a",
        "leader_b",
        "country_b",
        "messages",
        "reports",
        "outlets",
        "accounts",
    )
    assert rows(answer, *columns) == [("new-year", "vladimir-putin", "RU", "xi-jinping", "CN", 2, 3, 2, 2)]


def test_exchanges_of_a_milestone_and_undated_ones(asked: Asked) -> None:
    columns = ("exchanged_on", "occasion", "milestone", "ordinal", "leader_a", "messages")
    assert rows(asked("exchanges"), *columns)[-2:] == [
        (DAY("2024-10-06"), "diplomatic-anniversary", "cn-kp-relations", 75, "kim-jong-un", 2),
        (None, "condolences", None, None, "ibrahim-solih", 1),
    ]


def test_coverage_keeps_the_day_that_each_report_gives(asked: Asked) -> None:
    answer = asked("coverage", leader="xi-jinping", year="2021")
    assert rows(answer, "locator", "outlet", "exchanged_on", "date_basis", "published_on", "statements") == [
        ("tass-2020.txt", "tass", DAY("2020-12-30"), "weekday", DAY("2021-01-01"), 2),
        ("xinhua-2020.txt", "xinhua", DAY("2020-12-31"), "stated", DAY("2020-12-31"), 3),
        ("tass-copy-2020.txt", None, DAY("2020-12-31"), "published", DAY("2021-01-02"), 1),
    ]


def test_messages_have_the_highest_office_of_the_day_and_one_row_each(asked: Asked) -> None:
    answer = asked("messages", year="2021")
    columns = ("sender", "sender_office", "recipient", "recipient_office", "sent_on", "statements", "reports")
    assert rows(answer, *columns) == [
        ("li-keqiang", "cn-premier", "mikhail-mishustin", "ru-prime-minister", DAY("2020-12-31"), 0, 0),
        ("vladimir-putin", "ru-president", "xi-jinping", "cn-president", DAY("2020-12-31"), 3, 3),
        ("xi-jinping", "cn-president", "vladimir-putin", "ru-president", DAY("2020-12-31"), 3, 1),
        ("mikhail-mishustin", "ru-prime-minister", "li-keqiang", "cn-premier", None, 0, 0),
    ]


def test_a_message_of_unknown_day_has_no_office(asked: Asked) -> None:
    columns = ("sender", "sender_office", "recipient", "recipient_country", "recipient_office")
    answer = asked("messages", occasion="condolences")
    assert rows(answer, *columns) == [("xi-jinping", None, "ibrahim-solih", "MV", None)]


def test_an_exchange_rests_on_the_best_that_any_report_gives(asked: Asked) -> None:
    found = rows(asked("exchanges"), "occasion", "occasion_year", "leader_a", "evidence")
    assert ("new-year", 2021, "vladimir-putin", "message") in found  # a copy tells of Putin's by a greeting alone
    assert ("new-year", 2023, "kim-jong-un", "greeting") in found
    assert ("condolences", None, "ibrahim-solih", "headline") in found
    assert ("new-year", 2021, "li-keqiang", None) in found  # of which no report tells the message


@pytest.mark.parametrize(("evidence", "senders"), [("greeting", ["kim-jong-un"]), ("headline", ["xi-jinping"])])
def test_messages_that_rest_on_less_than_a_named_channel(asked: Asked, evidence: str, senders: list[str]) -> None:
    assert [row[0] for row in rows(asked("messages", evidence=evidence), "sender")] == senders
    assert len(asked("exchanges", evidence=evidence).rows) == 1


def test_evidence_of_messages_speakers_and_claims(asked: Asked) -> None:
    columns = ("fact_kind", "fact", "read_by", "evidence", "quote")
    spoke = "Kim Jong Un spoke of the 75th anniversary of relations."
    assert rows(asked("evidence", outlet="kcna", since="2024"), *columns) == [
        ("anniversary", "75 cn-kp-relations", "ordinal-of", None, spoke),
        ("message", "kim-jong-un to xi-jinping", "sends", "message", spoke),
        ("speaker", "kim-jong-un", "says", None, spoke),
        ("anniversary", "50 unknown", "ordinal-of", None, "An observer recalled a 50th anniversary."),
    ]


def test_evidence_of_a_headline_has_no_sentence(asked: Asked) -> None:
    columns = ("fact", "locator", "headline", "statement_id", "start_char", "end_char", "quote")
    headline = "Headline of xinhua-solih.txt"
    assert rows(asked("evidence", evidence="headline"), *columns) == [
        ("xi-jinping to ibrahim-solih", "xinhua-solih.txt", headline, None, None, None, None)
    ]


def test_patterns_count_their_facts_by_language(asked: Asked) -> None:
    columns = ("language", "fact_kind", "read_by", "facts", "reports")
    assert rows(asked("patterns", language="ru"), *columns) == [
        ("ru", "message", "greets", 1, 1),
        ("ru", "speaker", "says", 1, 1),
    ]
    [(pattern, counted)] = set(rows(asked("patterns", fact_kind="trade"), "read_by", "facts"))
    assert (pattern, counted) == ("trade-of", len(asked("trade-figures").rows))


def test_corrections_tell_whether_they_hold(asked: Asked) -> None:
    assert rows(asked("corrections"), "state", "fact_kind", "property", "right_value") == [
        ("holds", "leader", "never_same_as", "xi-jinping"),
        ("no report here", "report", "outlet", "tass"),
    ]


def test_corrections_are_asked_by_country_and_by_the_day_on_which_they_were_made(asked: Asked) -> None:
    assert rows(asked("corrections", country="VN"), "fact", "made_on", "country_a", "country_b") == [
        ("to-lam", DAY("2026-01-01"), "VN", None)
    ]
    assert rows(asked("corrections", country="MV"), "fact") == []
    assert len(asked("corrections", year="2026", since="2026-01-01", until="2026-01-01").rows) == 2
    assert rows(asked("corrections", until="2025"), "fact") == []


def test_facts_are_asked_by_who_tells_them_and_by_country(asked: Asked) -> None:
    columns = ("fact_kind", "fact", "speaker", "recipient")
    assert rows(asked("facts", country="KP"), *columns) == [
        ("anniversary", "75 cn-kp-relations", "kim-jong-un", "xi-jinping")
    ]
    assert rows(asked("facts", leader="kim-jong-un"), *columns) == rows(asked("facts", country="KP"), *columns)
    assert {row[0] for row in rows(asked("facts", speaker="vladimir-putin"), "speaker_name")} == {"Vladimir Putin"}
    assert ("50 unknown", None, None) in rows(asked("facts"), "fact", "speaker", "recipient")


def test_what_reading_again_changed_is_asked_by_country(asked: Asked) -> None:
    answer = asked("reading-changes")
    [pair] = rows(answer, "country_a", "country_b")
    assert len(asked("reading-changes", country=str(pair[0])).rows) == 1
    assert asked("reading-changes", country="MV").rows == []


def test_what_to_check_is_asked_by_country(asked: Asked) -> None:
    found = rows(asked("to-check", country="MV"), "problem", "country_a", "country_b")
    assert found == [
        ("message told by a headline alone", "MV", "CN"),
        ("provisional leader", "MV", "CN"),
    ]
    assert {row[0] for row in rows(asked("to-check", country="KP"), "problem")} == {"greeting without a letter"}


@pytest.mark.parametrize("name", shipped_reports())
def test_no_column_names_people_but_beside_one_with_their_slugs(asked: Asked, name: str) -> None:
    answer = asked(name)
    prose = {"quote", "headline", "words", "note", "source"}  # which stand as their writers have them
    with_slugs = {column for column in answer.columns if f"{column}_slugs" in answer.columns}
    plain = [column for column in answer.columns if column not in prose | with_slugs and not column.endswith("_name")]
    told = [value for row in rows(answer, *plain) for value in row if isinstance(value, str)]
    assert [
        value for value in told for leader in ("Xi Jinping", "Putin", "Kim Jong Un", "Solih") if leader in value
    ] == []


def test_who_held_which_office(asked: Asked) -> None:
    columns = ("office", "role_rank", "leader", "started_on", "ended_on")
    assert rows(asked("tenures", country="RU"), *columns) == [
        ("ru-president", 1, "vladimir-putin", DAY("2000-05-07"), DAY("2008-05-07")),
        ("ru-president", 1, "vladimir-putin", DAY("2012-05-07"), None),
        ("ru-prime-minister", 3, "vladimir-putin", DAY("2008-05-08"), DAY("2012-05-07")),
        ("ru-prime-minister", 3, "mikhail-mishustin", DAY("2020-01-16"), None),
    ]


def test_words_of_a_statement_are_what_stands_between_spaces(asked: Asked) -> None:
    assert rows(asked("statements", outlet="kcna", year="2023"), "quote", "word_count") == [
        ("Kim Jong Un sent a New Year card.", 8)
    ]


def test_quotes_of_statements_are_cut_from_the_body(asked: Asked) -> None:
    answer = asked("statements", outlet="kcna")
    quotes = {
        ("kim-jong-un", "xi-jinping", "narrated", "Kim Jong Un sent a New Year card."),
        ("kim-jong-un", "xi-jinping", "indirect", "Kim Jong Un spoke of the 75th anniversary of relations."),
        (None, None, "indirect", "An observer recalled a 50th anniversary."),
    }
    assert set(rows(answer, "speaker", "recipient", "mode", "quote")) == quotes
    assert [row for row in rows(answer, "message_id", "exchange_id", "speaker") if row[2] is None] == [(None,) * 3]


def test_themes(asked: Asked) -> None:
    answer = asked("themes", theme="energy")
    assert rows(answer, "occasion_year", "kind", "speaker", "outlet", "words") == [
        *[(2021, "topic", "vladimir-putin", outlet, "energy") for outlet in outlets_in_order(answer)],
        (2022, "topic", "xi-jinping", "xinhua", "energy"),
    ]


def outlets_in_order(answer: Answer) -> list[Any]:
    """The two outlets of the report and its copy, which stand in the order of their keys."""
    found = [row[0] for row in rows(answer, "outlet")][:2]
    assert set(found) == {"tass", None}
    return found


def test_anniversaries_and_whether_the_count_adds_up(asked: Asked) -> None:
    columns = ("milestone", "ordinal", "observed_year", "counted_year", "agrees", "speaker", "words")
    assert rows(asked("anniversaries"), *columns) == [
        ("cn-ru-treaty", 20, 2021, 2021, True, "xi-jinping", "20th anniversary of the treaty"),
        ("cn-ru-treaty", 21, 2021, 2022, False, "xi-jinping", "21st anniversary"),
        ("cn-ru-relations", 75, 2024, 2024, True, "xi-jinping", "75th anniversary of relations"),  # of December 2023
        ("cn-kp-relations", 75, 2024, 2024, True, "kim-jong-un", "75th anniversary of relations"),
        (None, 50, None, None, None, None, "50th anniversary"),
    ]


def next_multiple_of_five(year: int, month: int | None, day: int | None) -> int:
    today = datetime.datetime.now(datetime.UTC).date()
    is_past = month is not None and day is not None and (month, day) < (today.month, today.day)
    age = today.year - year + is_past
    return max(5, -(-age // 5) * 5)


def test_upcoming_anniversaries(asked: Asked) -> None:
    answer = asked("upcoming-anniversaries")
    columns = ("ordinal", "due_year", "due_on", "parties", "times_mentioned", "last_mentioned_year")
    found = {row[0]: row[1:] for row in rows(answer, "milestone", *columns)}
    ordinal = next_multiple_of_five(2001, 7, 16)
    assert found["cn-ru-treaty"] == (ordinal, 2001 + ordinal, DAY(f"{2001 + ordinal}-07-16"), "CN;RU", 2, 2021)
    ordinal = next_multiple_of_five(1949, 10, 6)
    assert found["cn-kp-relations"] == (ordinal, 1949 + ordinal, DAY(f"{1949 + ordinal}-10-06"), "CN;KP", 1, 2024)
    ordinal = next_multiple_of_five(2001, 6, 15)
    assert found["sco-founding"] == (ordinal, 2001 + ordinal, DAY(f"{2001 + ordinal}-06-15"), "CN;KP;RU", 0, None)
    ordinal = next_multiple_of_five(1990, None, None)
    assert found["year-only"] == (ordinal, 1990 + ordinal, None, "CN;MV", 0, None)
    assert found["victory"][3] is None
    names = rows(asked("upcoming-anniversaries", milestone="sco-founding"), "parties_name")
    assert names == [("China; North Korea; Russia",)]
    assert len(found) == 8


def test_upcoming_anniversaries_of_which_reports_tell_come_first(asked: Asked) -> None:
    found = rows(asked("upcoming-anniversaries"), "milestone", "has_reports", "reports_of_pair", "pair_exchanges")
    told_first = [bool(row[1]) for row in found]
    assert told_first == sorted(told_first, reverse=True)
    told = {row[0]: row[1:] for row in found}
    assert told["cn-ru-treaty"] == (True, 6, 4)
    assert told["cn-kp-relations"] == (True, 2, 2)
    assert told["year-only"] == (True, 1, 1)  # of condolences, of China and the Maldives
    assert told["sco-founding"] == told["leap-day"] == (False, 0, 0)
    only = asked("upcoming-anniversaries", has_reports="yes")
    assert {row[0] for row in rows(only, "milestone")} == {name for name, row in told.items() if row[0]}
    days = [row for row in rows(only, "due_year", "due_on") if row[1]]
    assert days == sorted(days)


def test_where_no_report_is_in_the_database_no_rows_are_explained(world_engine: Engine) -> None:
    exchanges = shipped_reports()["exchanges"]
    with world_engine.connect() as connection:  # never committed
        assert not ask(connection, exchanges, {"year": ["1999"]}).is_of_no_reports
        for table in ("message_report", "statement", "exchange_report", "source_report", "exchange"):
            connection.execute(text(f"DELETE FROM {table}"))
        assert ask(connection, exchanges).is_of_no_reports


def test_a_letter_for_an_anniversary_speaks_of_it(world_engine: Engine) -> None:
    with world_engine.connect() as connection:  # never committed
        connection.execute(text("DELETE FROM anniversary_mention"))
        keep_true(connection)
        upcoming = ask(connection, shipped_reports()["upcoming-anniversaries"], {"milestone": ["cn-kp-relations"]})
        columns = ("times_mentioned", "last_mentioned_year", "mentioned_by", "reports")
        assert rows(upcoming, *columns) == [(1, 2024, "kim-jong-un;xi-jinping", 1)]


def test_an_anniversary_that_only_a_journalist_tells_of_is_in_a_report_here(world_engine: Engine) -> None:
    with world_engine.connect() as connection:  # never committed
        unmeant = "UPDATE statement SET message_id = NULL WHERE source_report_id = (SELECT id FROM source_report WHERE"
        connection.execute(text(f"{unmeant} locator = 'xinhua-2023.txt')"))
        refresh(connection)
        upcoming = ask(connection, shipped_reports()["upcoming-anniversaries"], {"milestone": ["cn-ru-relations"]})
        assert rows(upcoming, "times_mentioned", "reports") == [(0, 1)]


def test_upcoming_anniversaries_count_days_and_name_who_would_write(asked: Asked) -> None:
    columns = ("milestone", "due_on", "days_left", "is_round", "ordinal", "mentioned_by", "writer_a", "writer_b")
    today = datetime.datetime.now(datetime.UTC).date()
    for milestone, due_on, days_left, is_round, ordinal, *_ in rows(asked("upcoming-anniversaries"), *columns):
        assert is_round == (int(str(ordinal)) % 10 == 0 or int(str(ordinal)) % 25 == 0), milestone
        if isinstance(due_on, datetime.date):
            assert days_left == (due_on - today).days >= 0, milestone
    writers = {row[0]: row[1:] for row in rows(asked("upcoming-anniversaries"), columns[0], *columns[-3:])}
    pairs = {row[0]: row[1] for row in rows(asked("upcoming-anniversaries"), "milestone", "pair_exchanges")}
    assert (pairs["cn-ru-treaty"], pairs["cn-kp-relations"], pairs["sco-founding"]) == (4, 2, 0)
    assert writers["cn-ru-treaty"] == ("xi-jinping", "xi-jinping", "vladimir-putin")
    assert writers["cn-kp-relations"] == ("kim-jong-un;xi-jinping", "xi-jinping", "kim-jong-un")
    assert writers["year-only"] == (None, "xi-jinping", None)


def test_the_leap_day_falls_on_the_28th_where_the_year_has_none(asked: Asked) -> None:
    (due_year, due_on), *_ = rows(asked("upcoming-anniversaries", milestone="leap-day"), "due_year", "due_on")
    assert isinstance(due_year, int)
    leap = due_year % 4 == 0 and due_year % 100 != 0
    assert due_on == datetime.date(due_year, 2, 29 if leap else 28)


def test_trade_figures(asked: Asked) -> None:
    columns = ("claim", "amount", "currency", "percent", "country_a", "country_b", "speaker", "outlet")
    assert rows(asked("trade-figures", year="2023"), *columns) == [
        ("growth", None, None, 26.3, "CN", "RU", "xi-jinping", "xinhua"),
        ("level", 180 * BILLION, "USD", None, "CN", "RU", "vladimir-putin", "tass"),
        ("level", 240 * BILLION, "USD", None, "CN", "RU", "xi-jinping", "xinhua"),
        ("target_reached", 200 * BILLION, "USD", None, "CN", "RU", "xi-jinping", "xinhua"),
    ]


def test_trade_stands_beside_the_official_figure_of_the_year(asked: Asked) -> None:
    columns = ("year", "claim", "amount", "official_usd", "difference_percent", "agrees", "reached")
    assert rows(asked("trade-against-official"), *columns) == [
        (2018, "level", 107 * BILLION, 107 * BILLION, 0, True, None),
        (2018, "record", None, 107 * BILLION, None, None, True),
        (2020, "level", 120 * BILLION, 108 * BILLION, 11.1, False, None),
        (2023, "growth", None, 240 * BILLION, None, None, None),
        (2023, "level", 180 * BILLION, 240 * BILLION, -25, False, None),
        (2023, "level", 240 * BILLION, 240 * BILLION, 0, True, None),
        (2023, "target_reached", 200 * BILLION, 240 * BILLION, None, None, True),
        (None, "target", 200 * BILLION, None, None, None, True),
    ]


@pytest.mark.parametrize(("bound", "holds", "is_far"), [(180, True, False), (250, False, False), (300, False, True)])
def test_a_bound_holds_or_not_and_has_no_difference(
    world_engine: Engine, bound: int, holds: bool, is_far: bool
) -> None:
    with world_engine.connect() as connection:  # never committed
        told = f"is_threshold = true, amount = {bound * BILLION} WHERE amount = {180 * BILLION}"
        connection.execute(text(f"UPDATE trade_figure SET {told}"))
        keep_true(connection)
        beside = ask(
            connection, shipped_reports()["trade-against-official"], {"speaker": ["vladimir-putin"], "year": ["2023"]}
        )
        assert rows(beside, "agrees", "difference_percent", "is_far") == [(holds, None, is_far)]
        checked = ask(
            connection, shipped_reports()["to-check"], {"problem": ["trade figure far from the official one"]}
        )
        assert (
            "China and Russia 2023: 300 billion told, 240 billion official"
            in {row["fact"] for row in checked.as_dicts()}
        ) == is_far
        assert not ask(connection, shipped_reports()["contradicting-figures"], {}).rows
        by_year = ask(connection, shipped_reports()["trade-by-year"], {"country": ["RU"], "year": ["2023"]})
        assert rows(by_year, "lowest_told_usd") == [(240 * BILLION,)]


def test_a_goal_that_was_reached_is_a_bound(world_engine: Engine) -> None:
    with world_engine.connect() as connection:  # never committed
        told = f"amount = {200 * BILLION} WHERE claim = 'level' AND amount = {240 * BILLION}"
        connection.execute(text(f"UPDATE trade_figure SET {told}"))
        keep_true(connection)
        beside = ask(
            connection, shipped_reports()["trade-against-official"], {"speaker": ["xi-jinping"], "year": ["2023"]}
        )
        assert (200 * BILLION, True, None) in rows(beside, "amount", "agrees", "difference_percent")
        by_year = ask(connection, shipped_reports()["trade-by-year"], {"country": ["RU"], "year": ["2023"]})
        assert rows(by_year, "lowest_told_usd", "passed_usd") == [(180 * BILLION, 200 * BILLION)]
        assert not ask(connection, shipped_reports()["contradicting-figures"], {}).rows


@pytest.mark.parametrize(
    ("told", "counted", "agrees", "off"),
    [
        (100, 107.06, True, -6.6),
        (107, 107.06, True, -0.1),
        (106, 107.06, False, -1),
        (100, 140, False, -28.6),
        (80, 77.93, True, 2.7),
    ],
)
def test_a_round_figure_agrees_in_the_digits_in_which_it_is_told(
    world_engine: Engine, told: int, counted: float, agrees: bool, off: float
) -> None:
    with world_engine.connect() as connection:  # never committed
        for table, column, value, where in (
            ("trade_statistic", "value_usd", counted, "year = 2018 AND flow = 'total'"),
            ("trade_figure", "amount", told, "year = 2018 AND claim = 'level'"),
        ):
            connection.execute(text(f"UPDATE {table} SET {column} = {int(value * BILLION)} WHERE {where}"))
        keep_true(connection)
        beside = ask(connection, shipped_reports()["trade-against-official"], {"year": ["2018"], "claim": ["level"]})
        assert rows(beside, "agrees", "difference_percent") == [(agrees, off)]


def test_a_figure_of_some_months_is_set_beside_no_years_figure(world_engine: Engine) -> None:
    with world_engine.connect() as connection:
        shortened = (
            "UPDATE trade_figure SET first_month = 1, last_month = 6 WHERE amount IN (180000000000, 240000000000)"
        )
        connection.execute(text(shortened))
        keep_true(connection)
        against = (
            "SELECT year, official_usd, difference_percent FROM report_trade_against_official WHERE last_month = 6"
        )
        assert set(connection.execute(text(against)).all()) == {(2023, None, None)}
        by_year = (
            "SELECT lowest_told_usd, highest_told_usd FROM report_trade_by_year WHERE year = 2023 AND country_b = 'RU'"
        )
        assert connection.execute(text(by_year)).all() == [(None, None)]
        connection.rollback()


def test_a_figure_that_nobody_has_looked_up_is_no_official_one(asked: Asked) -> None:
    columns = ("country_a", "year", "official_usd", "unverified_usd")
    unverified = rows(asked("official-trade", unverified="yes"), *columns)
    assert unverified == [("CN", 1999, None, 6 * BILLION), ("RU", 1999, None, 6 * BILLION)]
    told = rows(asked("official-trade", flow="total", country="CN", year="2018"), *columns)
    assert told == [("CN", 2018, 107 * BILLION, None), ("RU", 2018, 107 * BILLION, None)]


def test_official_trade_prefers_a_countrys_own_statistics(asked: Asked) -> None:
    answer = asked("official-trade", flow="total", country="CN")
    columns = ("country_a", "year", "official_usd", "growth_percent", "is_record", "issuer")
    russian = [row for row in rows(answer, *columns) if row[0] == "RU"]
    assert russian == [
        ("RU", 1999, None, None, None, "from memory"),
        ("RU", 2016, 66 * BILLION, None, None, "Russian customs"),
        ("RU", 2017, 84 * BILLION, None, None, "Chinese customs"),
        ("RU", 2018, 107 * BILLION, 27.4, True, "Chinese customs"),
        ("RU", 2019, 111 * BILLION, 3.7, True, "Chinese customs"),
        ("RU", 2020, 104 * BILLION, None, False, "Russian customs"),  # below the Chinese figure of 2019
        ("RU", 2022, 190 * BILLION, None, True, "Chinese customs"),
        ("RU", 2023, 240 * BILLION, 26.3, True, "Chinese customs"),
    ]
    chinese = {row[1]: row for row in rows(answer, *columns) if row[0] == "CN"}
    assert chinese[2020] == ("CN", 2020, 108 * BILLION, -2.7, False, "Chinese customs")
    exports = rows(asked("official-trade", flow="import", year="2018"), "country_a", "country_b", "official_usd")
    assert exports == [("RU", "CN", 48 * BILLION)]


def test_no_figure_is_a_record_below_one_of_another_issuer(world_engine: Engine) -> None:
    with world_engine.connect() as connection:  # never committed
        connection.execute(text("DELETE FROM trade_statistic WHERE year = 2019"))
        moved = "UPDATE trade_statistic SET year = 2021 WHERE issuer = 'Russian customs' AND year = 2020"
        connection.execute(text(moved))  # 104, above the Russian 66, below the Chinese 108
        keep_true(connection)
        of_2021 = ask(connection, shipped_reports()["official-trade"], {"year": ["2021"], "flow": ["total"]})
        columns = ("country_a", "official_usd", "highest_before_usd", "is_record")
        assert rows(of_2021, *columns) == [
            ("CN", 104 * BILLION, 108 * BILLION, False),
            ("RU", 104 * BILLION, 108 * BILLION, False),
        ]


def test_anniversaries_told_of_one_side_where_words_of_both_are_known(asked: Asked) -> None:
    columns = ("occasion_year", "milestone", "ordinal", "speaker", "recipient", "recipient_statements")
    assert rows(asked("one-sided-anniversaries"), *columns, "recipient_reports") == [
        (2021, "cn-ru-treaty", 20, "xi-jinping", "vladimir-putin", 3, 2),
        (
            2024,
            "cn-ru-relations",
            75,
            "xi-jinping",
            "vladimir-putin",
            1,
            1,
        ),  # of other years no words of Putin are known
    ]


def test_anniversaries_that_came_and_nobody_wrote(asked: Asked) -> None:
    columns = ("milestone", "ordinal", "year", "country_a", "country_b", "exchanges_that_year", "reports_that_year")
    assert rows(asked("unmarked-anniversaries"), *columns) == [("cn-ru-pact", 5, 2022, "CN", "RU", 0, 0)]


def test_anniversaries_kept_and_those_of_which_no_report_tells(asked: Asked) -> None:
    columns = ("milestone", "ordinal", "due_on", "kept", "first_on", "messages", "reports_that_year")
    assert rows(asked("anniversaries-kept"), *columns) == [
        ("cn-ru-treaty", 20, DAY("2021-07-16"), "kept", DAY("2020-12-31"), 1, 1),
        ("cn-ru-pact", 5, DAY("2022-05-08"), "no report of that year here", None, 0, 0),
        ("cn-ru-relations", 75, DAY("2024-10-02"), "kept", DAY("2023-12-31"), 1, 0),  # by the last letter, of December
        ("cn-kp-relations", 75, DAY("2024-10-06"), "kept", DAY("2024-10-06"), 2, 1),
    ]


def test_an_anniversary_that_is_still_to_come_is_not_unmarked(world_engine: Engine) -> None:
    with world_engine.connect() as connection:  # never committed
        next_year = datetime.datetime.now(datetime.UTC).year + 1
        connection.execute(text(f"UPDATE exchange SET occasion_year = {next_year} WHERE occasion_year = 2024"))
        keep_true(connection)
        connection.execute(text(f"UPDATE milestone SET year = {next_year - 5} WHERE slug = 'cn-ru-pact'"))
        unmarked = ask(connection, shipped_reports()["unmarked-anniversaries"], {"milestone": ["cn-ru-pact"]})
        assert unmarked.rows == []


def test_letters_to_come_are_those_usual_before_and_for_anniversaries(asked: Asked) -> None:
    columns = ("sender", "recipient", "occasion", "milestone", "times_before", "last_on")
    found = set(rows(asked("letters-to-come", sender="xi-jinping"), *columns))
    assert ("xi-jinping", "vladimir-putin", "new-year", None, 3, DAY("2023-12-31")) in found
    # for an anniversary of these relations, and of a treaty in words; Putin, who would write too, told of none
    assert ("xi-jinping", "kim-jong-un", None, "cn-kp-relations", 1, DAY("2024-10-06")) in found
    assert ("xi-jinping", "vladimir-putin", None, "cn-ru-treaty", 2, DAY("2021-12-31")) in found
    by_putin = set(rows(asked("letters-to-come", sender="vladimir-putin"), *columns))
    assert ("vladimir-putin", "xi-jinping", None, "cn-ru-treaty", 0, None) in by_putin
    today = datetime.datetime.now(datetime.UTC).date()
    for (due_on,) in rows(asked("letters-to-come"), "due_on"):
        assert isinstance(due_on, datetime.date)
        assert due_on >= today


def test_told_in_one_language_and_not_in_another(asked: Asked) -> None:
    columns = ("sender", "fact_kind", "fact", "told_in", "not_told_in", "told_by", "other_reports")
    assert rows(asked("language-comparison"), *columns) == [
        ("vladimir-putin", "trade", "level of 2020", "en", "ru", 1, 1),
        ("vladimir-putin", "trade", "target", "en", "ru", 1, 1),
    ]


def test_correspondents_by_year_with_length_and_warmth(asked: Asked) -> None:
    columns = ("place", "sender", "recipient", "messages", "answers", "mean_words", "warm", "worded")
    assert rows(asked("correspondents-by-year", year="2020"), *columns) == [
        (1, "li-keqiang", "mikhail-mishustin", 1, 1, None, None, 0),
        (1, "vladimir-putin", "xi-jinping", 1, 1, 22, 0, 1),
        (1, "xi-jinping", "vladimir-putin", 1, 1, 36, 1, 1),
        (1, "mikhail-mishustin", "li-keqiang", 1, 1, None, None, 0),  # of unknown day
    ]


def test_how_well_told_trade_agrees_with_trade_counted(asked: Asked) -> None:
    columns = ("speaker", "figures", "compared", "agreeing", "mean_difference_percent", "greatest_difference_percent")
    assert rows(asked("trade-accuracy"), *columns) == [
        ("vladimir-putin", 2, 2, 0, -7, 25),
        ("xi-jinping", 2, 2, 2, 0, 0),
    ]


def test_trade_by_year_shows_targets_due_and_years_without_mention(asked: Asked) -> None:
    answer = asked("trade-by-year", country="RU")
    columns = ("year", "figures", "lowest_told_usd", "highest_told_usd", "official_usd", "target_usd")
    assert rows(answer, *columns) == [
        (2018, 2, 107 * BILLION, 107 * BILLION, 107 * BILLION, None),
        (2019, 0, None, None, 111 * BILLION, None),
        (2020, 1, 120 * BILLION, 120 * BILLION, 108 * BILLION, 200 * BILLION),
        (2021, 0, None, None, None, None),
        (2022, 0, None, None, 190 * BILLION, None),
        (2023, 4, 180 * BILLION, 240 * BILLION, 240 * BILLION, None),
        (2024, 0, None, None, None, 200 * BILLION),
    ]
    silent = [row[0] for row in rows(answer, "year", "messages", "messages_on_trade") if row[1] and not row[2]]
    assert silent == [2021]


def test_growth_told_beside_growth_counted(asked: Asked) -> None:
    columns = ("year", "told_percent", "official_growth_percent", "difference_points", "speaker")
    assert rows(asked("trade-growth"), *columns) == [(2023, 26.3, 26.3, 0, "xi-jinping")]


def test_records_told_beside_the_series(asked: Asked) -> None:
    columns = ("year", "official_usd", "highest_before_usd", "agrees")
    assert rows(asked("trade-records"), *columns) == [(2018, 107 * BILLION, 84 * BILLION, True)]


def test_goals_and_when_they_were_really_reached(asked: Asked) -> None:
    assert rows(asked("trade-targets", year="2015"), "passed_by_year", "passed_by_basis") == [(2018, "calendar_year")]
    columns = ("target", "kind", "flow", "due_year", "passed_year", "outcome", "times_told")
    assert rows(asked("trade-targets"), *columns) == [
        ("cn-ru-100bn", "stated", "total", 2015, 2018, None, 0),
        ("cn-ru-200bn-2020", "stated", "total", 2020, 2023, None, 0),
        ("cn-ru-60bn-more", "signed", "additional_import", 2021, None, None, 0),  # no yearly figure measures it
        ("cn-ru-200bn", "stated", "total", 2024, 2023, "in_time", 2),  # one telling of 200 billion is of one goal
        ("cn-ru-300bn", "forecast", "total", 2030, None, None, 0),
    ]
    assert rows(asked("trade-targets", kind="forecast"), "target") == [("cn-ru-300bn",)]


def test_after_a_gap_in_the_series_a_goal_was_passed_by_the_year_and_perhaps_before(world_engine: Engine) -> None:
    columns = ("target", "passed_year", "passed_by_year")
    with world_engine.connect() as connection:  # never committed
        connection.execute(text("DELETE FROM trade_statistic WHERE year = 2022"))
        keep_true(connection)
        goals = ask(connection, shipped_reports()["trade-targets"], {"year": ["2020"]})
        assert rows(goals, *columns) == [("cn-ru-200bn-2020", None, 2023)]


def test_figures_that_contradict_each_other(asked: Asked) -> None:
    columns = (
        "year",
        "told",
        "others_mean",
        "difference_percent",
        "in_message_difference_percent",
        "is_far",
        "speaker",
    )
    assert len(asked("contradicting-figures", is_far="yes").rows) == 2
    assert rows(asked("contradicting-figures"), *columns) == [
        (2023, 180 * BILLION, 240 * BILLION, -25, None, True, "vladimir-putin"),
        (2023, 240 * BILLION, 180 * BILLION, 33.3, None, True, "xi-jinping"),
    ]


def test_timeline_of_a_pair(asked: Asked) -> None:
    answer = asked("timeline", leader="vladimir-putin")
    columns = ("exchanged_on", "previous_on", "first_writer", "statements", "anniversaries", "trade_figures")
    assert rows(answer, *columns) == [
        (DAY("2020-12-31"), None, None, 6, 1, 4),
        (DAY("2021-12-31"), DAY("2020-12-31"), "vladimir-putin", 2, 1, 0),
        (DAY("2023-12-31"), DAY("2021-12-31"), None, 4, 1, 4),
    ]


def test_who_wrote_first(asked: Asked) -> None:
    columns = ("occasion_year", "leader_b", "first_writer", "first_on", "second_on")
    assert rows(asked("first-writers"), *columns) == [  # others are of one day
        (2022, "xi-jinping", "vladimir-putin", DAY("2021-12-30"), DAY("2021-12-31")),
    ]


def test_messages_answered_and_unanswered(asked: Asked) -> None:
    assert rows(asked("answers", is_answered="no"), "sender", "recipient", "occasion_year") == [
        ("kim-jong-un", "xi-jinping", 2023),
        ("xi-jinping", "ibrahim-solih", None),
    ]
    answered = asked("answers", is_answered="yes", year="2022")
    assert rows(answered, "sender", "sent_on", "answered_on") == [
        ("vladimir-putin", DAY("2021-12-30"), DAY("2021-12-31")),
        ("xi-jinping", DAY("2021-12-31"), DAY("2021-12-30")),
    ]


def test_messages_whose_words_no_report_gives(asked: Asked) -> None:
    assert rows(asked("wordless-messages"), "sender", "recipient", "occasion_year") == [
        ("li-keqiang", "mikhail-mishustin", 2021),
        ("vladimir-putin", "xi-jinping", 2022),
        ("xi-jinping", "kim-jong-un", 2024),
        ("mikhail-mishustin", "li-keqiang", 2021),
    ]


def test_years_without_the_usual_exchange(asked: Asked) -> None:
    columns = ("year", "occasion", "leader_a", "leader_b", "years_written", "reports_of_pair")
    assert rows(asked("gaps"), *columns) == [(2023, "new-year", "vladimir-putin", "xi-jinping", 3, 2)]


def test_who_writes_to_whom(asked: Asked) -> None:
    columns = ("sender", "recipient", "messages", "answers", "pair_messages", "place", "first_year", "last_year")
    assert rows(asked("correspondents", leader="kim-jong-un"), *columns) == [
        ("kim-jong-un", "xi-jinping", 2, 1, 3, 3, 2023, 2024),
        ("xi-jinping", "kim-jong-un", 1, 2, 3, 4, 2024, 2024),
    ]


def test_who_writes_to_whom_in_a_period(asked: Asked) -> None:
    columns = ("sender", "recipient", "messages", "answers", "pair_messages", "place")
    of_half = asked("correspondents-by-period", period="2023-H1")
    assert rows(of_half, *columns) == [("kim-jong-un", "xi-jinping", 1, 0, 1, 1)]
    assert rows(asked("correspondents-by-period", period="2023-q1"), "period") == [("2023-Q1",)]
    assert len(asked("correspondents-by-period", period="2020-12").rows) == 4
    assert len(asked("correspondents-by-period", year="2020", period_kind="quarter").rows) == 4


def test_anniversaries_invoked_and_to_come_on_one_line(asked: Asked) -> None:
    columns = ("year", "ordinal", "kind", "speaker", "messages")
    ordinal = next_multiple_of_five(2001, 7, 16)
    assert rows(asked("anniversary-timeline", milestone="cn-ru-treaty"), *columns) == [
        (2021, 20, "invoked", "xi-jinping", 1),
        (2021, 21, "invoked", "xi-jinping", 1),
        (2001 + ordinal, ordinal, "coming", None, 0),
    ]
    assert "sco-founding" not in {row[0] for row in rows(asked("anniversary-timeline"), "milestone")}
    coming = ("coming", "xi-jinping", "vladimir-putin")  # who would write are asked for as well as who spoke
    for asked_for in ({"leader": "vladimir-putin"}, {"country": "RU"}):
        assert coming in rows(asked("anniversary-timeline", **asked_for), "kind", "writer_a", "writer_b")


def test_exchanges_of_a_pair_against_the_year_before(asked: Asked) -> None:
    answer = asked("exchanges-by-year", leader="vladimir-putin")
    assert rows(answer, "year", "exchanges", "exchanges_before", "change", "messages") == [
        (2020, 1, None, None, 2),
        (2021, 1, 1, 0, 2),
        (2023, 1, None, None, 2),  # of 2022 nothing is known
    ]


def test_occasions_by_year(asked: Asked) -> None:
    columns = ("year", "occasion", "leader_a", "exchanges", "first_on")
    assert rows(asked("occasions-by-year", leader="xi-jinping"), *columns) == [
        (2020, "new-year", "vladimir-putin", 1, DAY("2020-12-31")),
        (2021, "new-year", "vladimir-putin", 1, DAY("2021-12-31")),
        (2023, "new-year", "kim-jong-un", 1, DAY("2023-01-01")),
        (2023, "new-year", "vladimir-putin", 1, DAY("2023-12-31")),
        (2024, "diplomatic-anniversary", "kim-jong-un", 1, DAY("2024-10-06")),
    ]


def test_length_of_messages_is_that_of_the_fullest_report(asked: Asked) -> None:
    answer = asked("message-length", until="2020-12-31")
    assert rows(answer, "sender", "words", "direct_words", "sentences", "outlet") == [
        ("vladimir-putin", 22, 0, 2, "tass"),
        ("xi-jinping", 36, 15, 3, "xinhua"),
    ]


def test_chinese_has_characters_that_are_not_counted_among_words(world_engine: Engine) -> None:
    with world_engine.connect() as connection:  # never committed
        connection.execute(text("UPDATE source_report SET language = 'zh' WHERE locator = 'tass-copy-2020.txt'"))
        refresh(connection)  # SQL of others changed it
        of_putin = {"sender": ["vladimir-putin"], "until": ["2020-12-31"]}
        lengths = ask(connection, shipped_reports()["message-length"], of_putin)
        assert rows(lengths, "words", "characters", "sentences", "language") == [
            (22, None, 2, "en"),
            (None, 36, 1, "zh"),
        ]
        by_year = ask(
            connection, shipped_reports()["correspondents-by-year"], {"year": ["2020"], "sender": ["vladimir-putin"]}
        )
        assert rows(by_year, "mean_words", "mean_characters", "worded") == [(22, 36, 1)]
        told = ask(connection, shipped_reports()["statements"], {"language": ["zh"]})
        assert rows(told, "word_count", "characters") == [(None, 36)]


def test_forms_of_address(asked: Asked) -> None:
    answer = asked("forms-of-address", sender="xi-jinping")
    assert rows(answer, "written_year", "recipient", "form", "share_percent") == [
        (2020, "vladimir-putin", "dear friend", 100),
        (2021, "vladimir-putin", "none reported", 100),
        (2023, "vladimir-putin", "none reported", 100),
        (None, "ibrahim-solih", "none reported", 100),
    ]


def test_set_phrases_and_since_when(asked: Asked) -> None:
    columns = ("year", "phrase", "messages", "messages_with_it", "first_year", "last_year", "first_used_by")
    assert rows(asked("wording", speaker="xi-jinping"), *columns) == [
        (2020, "dear friend", 1, 1, 2020, 2020, "xi-jinping"),
        (2020, "strategic partnership", 1, 1, 2020, 2020, "xi-jinping"),
        (2021, "strategic partnership of coordination for a new era", 1, 1, 2021, 2021, "xi-jinping"),
    ]


def test_set_phrases_that_came_and_went(asked: Asked) -> None:
    assert rows(asked("wording-changes", speaker="xi-jinping", year="2022"), "year_before", "change", "phrase") == [
        (2021, "came", "strategic partnership of coordination for a new era"),
        (2021, "went", "dear friend"),
        (2021, "went", "strategic partnership"),
    ]


def test_a_phrase_comes_or_goes_only_between_reports_of_its_language(world_engine: Engine) -> None:
    with world_engine.connect() as connection:  # never committed
        connection.execute(text("UPDATE source_report SET language = 'zh' WHERE locator = 'xinhua-2021.txt'"))
        refresh(connection)  # SQL of others changed it
        changes = ask(connection, shipped_reports()["wording-changes"], {"speaker": ["xi-jinping"], "year": ["2022"]})
        assert changes.rows == []


def test_who_wrote_to_whom_stands_in_that_order(asked: Asked) -> None:
    assert rows(asked("exchanges", year="2022"), "who_to_whom") == [("Vladimir Putin and Xi Jinping",)]
    assert rows(asked("exchanges", year="2023"), "who_to_whom") == [("Kim Jong Un to Xi Jinping",)]
    assert rows(asked("exchanges", occasion="condolences"), "leader_a", "who_to_whom") == [
        ("ibrahim-solih", "Xi Jinping to Ibrahim Mohamed Solih")
    ]


def test_themes_by_year_count_a_message_once(asked: Asked) -> None:
    columns = ("year", "speaker", "kind", "messages", "mentions")
    assert rows(asked("themes-by-year", theme="energy"), *columns) == [
        (2020, "vladimir-putin", "topic", 1, 2),
        (2021, "xi-jinping", "topic", 1, 1),
    ]


def test_themes_new_and_no_longer_told_against_the_message_before(asked: Asked) -> None:
    answer = asked("theme-changes", speaker="xi-jinping", year="2022")
    assert set(rows(answer, "reports", "reports_before")) == {(1, 1)}
    assert rows(answer, "year_before", "change", "theme") == [
        (2021, "new", "energy"),
        (2021, "new", "new-era-partnership"),
        (2021, "not told here", "dear-friend"),
        (2021, "not told here", "pandemic"),
        (2021, "not told here", "strategic-partnership"),
    ]
    assert rows(asked("theme-changes", speaker="vladimir-putin"), "year", "year_before", "change", "theme") == [
        (2024, 2021, "not told here", "energy")  # of 2022 no words are known
    ]


def test_themes_told_of_one_side_where_words_of_both_are_known(asked: Asked) -> None:
    columns = ("occasion_year", "theme", "speaker", "recipient", "recipient_statements", "recipient_reports")
    assert rows(asked("one-sided-themes", kind="topic"), *columns) == [
        (2021, "energy", "vladimir-putin", "xi-jinping", 3, 1),
        (2021, "pandemic", "xi-jinping", "vladimir-putin", 3, 2),
    ]


def test_what_each_report_tells_of_the_same_message(asked: Asked) -> None:
    columns = ("fact_kind", "fact", "locator", "is_told", "told_by", "reports")
    assert rows(asked("coverage-comparison"), *columns) == [
        ("theme", "energy", "tass-2020.txt", True, 2, 2),
        ("theme", "energy", "tass-copy-2020.txt", True, 2, 2),
        ("trade", "level of 2020", "tass-2020.txt", True, 1, 2),
        ("trade", "level of 2020", "tass-copy-2020.txt", False, 1, 2),
        ("trade", "target", "tass-2020.txt", True, 1, 2),
        ("trade", "target", "tass-copy-2020.txt", False, 1, 2),
    ]
    assert rows(asked("coverage-comparison", is_told="no", occasion="new-year"), "fact_name", "told_by") == [
        ("level of 2020", 1),
        ("target", 1),
    ]


def test_facts_are_told_by_names(asked: Asked) -> None:
    of_themes = asked("coverage-comparison", fact_kind="theme")
    assert set(rows(of_themes, "fact_name")) == {("Energy",)}
    messages = asked("evidence", fact_kind="message", country="KP")
    assert set(rows(messages, "fact_name")) == {("Kim Jong Un to Xi Jinping",)}


def test_who_reported_first(asked: Asked) -> None:
    answer = asked("first-reporters", leader="vladimir-putin", year="2021")
    assert rows(answer, "place", "locator", "published_on") == [
        (1, "xinhua-2020.txt", DAY("2020-12-31")),
        (2, "tass-2020.txt", DAY("2021-01-01")),
        (3, "tass-copy-2020.txt", DAY("2021-01-02")),
    ]
    assert {row[0] for row in rows(asked("first-reporters", place="2"), "place")} == {2}


def test_what_to_check_next(asked: Asked) -> None:
    queue = asked("to-check").as_dicts()
    assert {(row["problem"], row["fact"], row["locator"]) for row in queue} >= {
        (
            "anniversary that does not add up",
            "21 years of cn-ru-treaty in 2021, by the milestone 2022",
            "xinhua-2021.txt",
        ),
        ("provisional leader", "Ibrahim Mohamed Solih, Maldives", "xinhua-solih.txt"),
        ("reports differ on a figure", "China and Russia 2023, level", "tass-2023.txt"),
    }
    assert all(str(row["command"]).startswith("chancery correct ") and row["place"] in range(1, 11) for row in queue)
    quoted = next(row for row in queue if row["problem"] == "trade figure far from the official one")
    assert quoted["quote"]
    assert str(quoted["command"]).startswith("chancery correct trade ")
    assert len(asked("to-check", problem="Provisional leader").rows) == 1


@pytest.mark.parametrize("name", shipped_reports())
def test_every_report_has_rows_in_the_small_world(asked: Asked, name: str) -> None:
    assert asked(name).total > 0

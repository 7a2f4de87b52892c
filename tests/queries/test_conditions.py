import datetime

import pytest
from sqlalchemy import Engine, update

from models import Statement, key_of
from models.database import InputError
from queries.answer import Answer, ask, reading
from queries.catalogue import shipped_reports
from queries.conditions import day_in, whole_year
from queries.query import told_filters


def asked(engine: Engine, name: str, **filters: list[str]) -> Answer:
    with reading(engine) as connection:
        return ask(connection, shipped_reports()[name], filters)


def column(answer: Answer, name: str) -> list[object]:
    return [row[answer.columns.index(name)] for row in answer.rows]


def test_a_leader_is_found_on_either_side_by_slug_and_by_name(world_engine: Engine) -> None:
    by_slug = asked(world_engine, "exchanges", leader=["vladimir-putin"])
    by_name = asked(world_engine, "exchanges", leader=["VLADIMIR putin"])
    assert column(by_slug, "occasion_year") == [2021, 2022, 2024]
    assert by_slug.rows == by_name.rows


def test_a_leader_is_found_in_another_spelling(world_engine: Engine) -> None:
    found = asked(world_engine, "exchanges", leader=["Vladímir-Putin"])
    assert found.rows == asked(world_engine, "exchanges", leader=["vladimir-putin"]).rows


def test_two_leaders_are_a_pair(world_engine: Engine) -> None:
    answer = asked(world_engine, "exchanges", leader=["kim-jong-un", "xi-jinping"])
    assert column(answer, "exchanged_on") == [datetime.date(2023, 1, 1), datetime.date(2024, 10, 6)]


def test_two_outlets_are_either(world_engine: Engine) -> None:
    answer = asked(world_engine, "source-reports", outlet=["tass", "KCNA"])
    assert set(column(answer, "outlet")) == {"tass", "kcna"}
    assert len(answer.rows) == 4


def test_a_country_is_meant_by_code_and_by_name(world_engine: Engine) -> None:
    assert len(asked(world_engine, "exchanges", country=["North Korea"]).rows) == 2
    assert len(asked(world_engine, "exchanges", country=["kp"]).rows) == 2


SIDED = [
    (name, filter_name, word)
    for name, report in shipped_reports().items()
    for filter_name, word in {"leader": "xi-jinping", "speaker": "xi-jinping", "country": "CN", "year": "2021"}.items()
    if filter_name in report.filters
]


@pytest.mark.parametrize(("name", "filter_name", "word"), SIDED)
def test_what_is_looked_up_by_key_is_what_has_the_name(
    world_engine: Engine, name: str, filter_name: str, word: str
) -> None:
    every, found = asked(world_engine, name), asked(world_engine, name, **{filter_name: [word]})
    places = [every.columns.index(own) for own in shipped_reports()[name].filters[filter_name]]
    means = {word, *(str(row[place]) for row in every.rows for place in places if str(row[place])[:5] == f"{word}-")}
    assert found.rows == [row for row in every.rows if means & {str(row[place]) for place in places}]


@pytest.mark.parametrize(("name", "word"), [("leader", "xi-jinping"), ("speaker", "xi-jinping"), ("country", "CN")])
@pytest.mark.parametrize("report", ["statements", "anniversaries"])
def test_who_speaks_where_no_letter_is_told_of_is_found(
    world_engine: Engine, report: str, name: str, word: str
) -> None:
    with world_engine.connect() as connection:  # and nothing of it is kept
        speaks = update(Statement).values(speaker_id=key_of("leader", "xi-jinping"))
        connection.execute(speaks.where(Statement.message_id.is_(None)))
        answer = ask(connection, shipped_reports()[report], {name: [word]})
    assert None in column(answer, "message_id")


def test_days_months_and_years_bound(world_engine: Engine) -> None:
    assert column(asked(world_engine, "exchanges", since=["2023"], until=["2023"]), "exchanged_on") == [
        datetime.date(2023, 1, 1),
        datetime.date(2023, 12, 31),
    ]
    assert len(asked(world_engine, "exchanges", until=["2020-12"]).rows) == 2
    assert len(asked(world_engine, "exchanges", since=["2024-10-06"]).rows) == 1
    assert len(asked(world_engine, "official-trade", since=["2019"], country=["CN", "RU"]).rows) == 8


def test_a_filter_of_the_reports_own_takes_the_values_of_its_column(world_engine: Engine) -> None:
    assert column(asked(world_engine, "statements", mode=["direct"]), "mode") == ["direct", "direct"]
    with pytest.raises(InputError, match=r"there is no mode 'verbatim' in the database; the nearest: .*direct"):
        asked(world_engine, "statements", mode=["verbatim"])


def test_of_a_few_fixed_values_one_without_rows_is_no_mistake(world_engine: Engine) -> None:
    assert asked(world_engine, "corrections", state=["read so now"]).rows == []
    assert asked(world_engine, "to-check", problem=["correction that no longer fits"]).rows == []
    told = "there is no state 'held'; it is one of: holds, read so now, to be looked at again, no report here"
    with pytest.raises(InputError, match=told):
        asked(world_engine, "corrections", state=["held"])


def test_a_truth_value_is_yes_or_no(world_engine: Engine) -> None:
    assert column(asked(world_engine, "official-trade", is_record=["yes"], year=["2018"]), "country_a") == ["CN", "RU"]
    with pytest.raises(InputError, match="--is-record takes yes or no, not 'maybe'"):
        asked(world_engine, "official-trade", is_record=["maybe"])


def test_an_unknown_value_is_told_with_the_nearest_choices(world_engine: Engine) -> None:
    with pytest.raises(InputError, match=r"there is no leader 'xi-jingping' .* the nearest: xi-jinping \(Xi Jinping\)"):
        asked(world_engine, "exchanges", leader=["xi-jingping"])


def test_an_unknown_filter_is_told_with_those_there_are(world_engine: Engine) -> None:
    with pytest.raises(
        InputError, match="the report exchanges has no filter --theme; its filters: --leader, --country"
    ):
        asked(world_engine, "exchanges", theme=["energy"])


def test_a_value_is_bound_and_never_sql(world_engine: Engine) -> None:
    with pytest.raises(InputError, match="there is no leader"):
        asked(world_engine, "exchanges", leader=["x' OR '1'='1"])


@pytest.mark.parametrize("word", ["20", "twenty", "3021", "2021-01", ""])
def test_what_is_no_year_is_told(word: str) -> None:
    with pytest.raises(InputError, match="is no year"):
        whole_year(word)


@pytest.mark.parametrize(
    ("word", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021-2", "2021-02-01", "2021-02-28"),
        ("2020-06-30", "2020-06-30", "2020-06-30"),
    ],
)
def test_a_day_a_month_and_a_year_have_a_first_and_a_last_day(word: str, first: str, last: str) -> None:
    assert day_in(word, last=False).isoformat() == first
    assert day_in(word, last=True).isoformat() == last


@pytest.mark.parametrize("word", ["2020-13", "2020-02-30", "yesterday", "0000", ""])
def test_what_is_no_day_is_told(word: str) -> None:
    with pytest.raises(InputError, match="is no day, month or year"):
        day_in(word, last=True)


def test_a_surname_means_a_leader_and_commas_part_values(world_engine: Engine) -> None:
    by_slug = asked(world_engine, "exchanges", leader=["vladimir-putin", "xi-jinping"])
    assert asked(world_engine, "exchanges", leader=["Putin", "Xi"]).rows == by_slug.rows
    assert asked(world_engine, "exchanges", leader=["Putin, Xi"]).rows == by_slug.rows
    assert set(column(asked(world_engine, "tenures", leader=["Li"]), "leader")) == {
        "li-keqiang"
    }  # Li Qiang never wrote


OF_PAIRS = [name for name, report in shipped_reports().items() if len(report.filters.get("leader", ())) > 1]


@pytest.mark.parametrize("name", OF_PAIRS)
def test_two_leaders_are_the_two_sides_of_a_letter_everywhere(world_engine: Engine, name: str) -> None:
    both = asked(world_engine, name, leader=["Xi", "Kim"])
    sides = [both.columns.index(own) for own in shipped_reports()[name].filters["leader"]]
    named = {
        frozenset(row[side] for side in sides if row[side]) for row in both.rows
    }  # who will write has not yet spoken
    assert named <= {frozenset({"xi-jinping", "kim-jong-un"})}


def test_rows_are_sorted_by_the_columns_asked_for(world_engine: Engine) -> None:
    with reading(world_engine) as connection:
        sorted_ = ask(connection, shipped_reports()["messages"], order=["-sent_on", "recipient"])
        days = [str(day) for day in column(sorted_, "sent_on") if day]
        assert days == sorted(days, reverse=True)
        assert column(sorted_, "sent_on")[-1] is None
        with pytest.raises(InputError, match=r"has no column 'sent'; the nearest: .*sent_on"):
            ask(connection, shipped_reports()["messages"], order=["sent"])


def test_what_was_asked_is_told_in_words(world_engine: Engine) -> None:
    answer = asked(world_engine, "messages", leader=["Xi", "Putin"], since=["2020"], sender=["Xi"])
    told = told_filters(answer.report, answer.filters)
    assert told == ["between Xi Jinping and Vladimir Putin", "from 2020", "sender Xi Jinping"]
    either = asked(world_engine, "statements", outlet=["tass", "xinhua"])
    assert told_filters(either.report, either.filters) == ["outlet TASS or Xinhua"]

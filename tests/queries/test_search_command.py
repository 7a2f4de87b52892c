import json
from collections.abc import Callable

import pytest
from click.testing import Result
from sqlalchemy import Engine, text

from models.database import connect, writing
from queries.matching import matching, statements_with

Chancery = Callable[..., Result]


def quotes(chancery: Chancery, address: str, *words: str) -> list[str]:
    found = chancery("search", *words, "--format", "json", "--db", address)
    assert found.exit_code == 0, found.output
    return [row["quote"] for row in json.loads(found.output)]


def test_words_are_found_in_any_form_and_all_of_them(chancery: Chancery, world_address: str) -> None:
    assert len(quotes(chancery, world_address, "anniversaries")) == 5
    assert quotes(chancery, world_address, "anniversary", "observers") == ["An observer recalled a 50th anniversary."]
    assert quotes(chancery, world_address, '"anniversary 50th"') == []
    assert len(quotes(chancery, world_address, '"50th anniversary"')) == 1


def test_or_finds_either_and_a_star_what_begins_so(chancery: Chancery, world_address: str) -> None:
    both = quotes(chancery, world_address, "observers", "OR", "energy")
    assert len(both) == len(quotes(chancery, world_address, "observers")) + len(
        quotes(chancery, world_address, "energy")
    )
    assert quotes(chancery, world_address, "observ*") == quotes(chancery, world_address, "observers")


def test_what_was_searched_for_is_told_where_nothing_is_found(chancery: Chancery, world_address: str) -> None:
    found = chancery("search", "volcano", "anniversary", "--db", world_address)
    assert "Asked for: words volcano anniversary." in found.output


def test_a_language_is_told_by_its_name(chancery: Chancery, world_address: str) -> None:
    for name in ("ru", "Russian", "русский"):
        assert len(quotes(chancery, world_address, "energy", "--language", name)) == 1


def test_filters_are_those_of_statements(chancery: Chancery, world_address: str) -> None:
    assert len(quotes(chancery, world_address, "energy", "--speaker", "Putin")) == 2
    assert len(quotes(chancery, world_address, "energy", "--speaker", "Putin", "--language", "ru")) == 1


@pytest.mark.parametrize("words", ["!", '""', "  "])
def test_without_a_word_nothing_is_searched(chancery: Chancery, world_address: str, words: str) -> None:
    refused = chancery("search", words, "--db", world_address)
    assert refused.exit_code == 2
    assert "there is no word to search for" in refused.output


def test_russian_is_found_in_any_case_and_chinese_by_its_letters(address: str) -> None:
    engine = connect(address)
    bodies = {
        1: "Он написал письмо дружбе народов.",
        2: "Дружба крепнет.",
        3: "两国友好关系不断发展。",
        4: "No word of it.",
    }
    with writing(engine) as connection:
        connection.execute(
            text(
                "INSERT INTO import_run (id, started_at, version, inserted, updated, unchanged, rejected)"
                " VALUES (1, '2026-01-01', '1', 0, 0, 0, 0)"
            )
        )
        for key, body in bodies.items():
            connection.execute(
                text(
                    "INSERT INTO source_report (id, sha256, locator, body, import_run_id)"
                    " VALUES (:id, :sha256, 'x', :body, 1)"
                ),
                {"id": key, "sha256": f"{key:064d}", "body": body},
            )
            connection.execute(
                text(
                    "INSERT INTO statement (id, source_report_id, start_char, end_char, mode)"
                    " VALUES (:id, :id, 0, :end, 'direct')"
                ),
                {"id": key, "end": len(body)},
            )
        found = {
            words: statements_with(connection, words) for words in ("дружба", "友好", "关系 发展", "敌对", "words")
        }
    engine.dispose()
    assert found == {"дружба": [1, 2], "友好": [3], "关系 发展": [3], "敌对": [], "words": [4]}


def test_what_is_a_word_of_the_search_itself_is_sought(world_engine: Engine) -> None:
    assert matching([(1, "to be AND not to be"), (2, "to be")], ["AND"]) == [1]
    with world_engine.connect() as connection:
        assert statements_with(connection, "NEAR(50th%_") == []

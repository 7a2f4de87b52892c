"""What a filter's word may name, in the reference data that ships."""

import pytest
from sqlalchemy import Engine, text

from models.database import InputError
from queries.answer import reading
from queries.conditions import chosen


def means(engine: Engine, name: str, table: str, columns: str, word: str) -> str:
    with reading(engine) as connection:
        rows = connection.execute(text(f"SELECT {columns} FROM {table}"))
        return chosen(connection, name, word, {row[0]: row[1] for row in rows})


@pytest.mark.parametrize(
    ("word", "slug"),
    [
        ("Владимир Путин", "vladimir-putin"),
        ("普京", "vladimir-putin"),
        ("习近平", "xi-jinping"),
        ("Volodymyr Zelenskyy", "volodymyr-zelensky"),
        ("Zelenskiy", "volodymyr-zelensky"),
        ("Kassym Jomart Tokayev", "kassym-jomart-tokayev"),
        ("Recep Tayyip Erdog\u0306an", "recep-tayyip-erdogan"),
        ("Emine Erdogan", "emine-erdogan"),
    ],
)
def test_a_leader_is_found_in_any_spelling_and_language(engine: Engine, word: str, slug: str) -> None:
    assert means(engine, "leader", "leader", "slug, full_name", word) == slug


@pytest.mark.parametrize(("word", "code"), [("朝鲜", "KP"), ("Китай", "CN"), ("Cote d'Ivoire", "CI")])
def test_a_country_is_found_by_any_of_its_names(engine: Engine, word: str, code: str) -> None:
    assert means(engine, "country", "country", "code, name", word) == code


def test_a_name_of_several_leaders_is_told_with_them(engine: Engine) -> None:
    with pytest.raises(InputError, match=r"'Bush' names several: .*george-w-bush"):
        means(engine, "leader", "leader", "slug, full_name", "Bush")

"""What a filter's word may name, in the reference data that ships."""

import pytest
from sqlalchemy import Engine, text

from models.database import InputError
from queries.answer import reading
from queries.names import choices_of, chosen


def meant_by(engine: Engine, name: str, word: str) -> str:
    with reading(engine) as connection:
        return chosen(name, word, choices_of(connection, text(name), name, name)).key


@pytest.mark.parametrize(
    ("word", "slug"),
    [
        ("Владимир Путин", "vladimir-putin"),
        ("习近平", "xi-jinping"),
        ("Volodymyr Zelenskyy", "volodymyr-zelensky"),
        ("Volodymir Zelenski", "volodymyr-zelensky"),
        ("Kasym Jomart Tokaiev", "kassym-jomart-tokayev"),
        ("Recep Tayyip Erdog\u0306an", "recep-tayyip-erdogan"),
        ("Emine Erdogan", "emine-erdogan"),
    ],
)
def test_a_leader_is_found_in_any_spelling_and_language(engine: Engine, word: str, slug: str) -> None:
    assert meant_by(engine, "leader", word) == slug


@pytest.mark.parametrize(("word", "code"), [("朝鲜", "KP"), ("Китай", "CN"), ("Cote d'Ivoire", "CI")])
def test_a_country_is_found_by_any_of_its_names(engine: Engine, word: str, code: str) -> None:
    assert meant_by(engine, "country", word) == code


def test_an_outlet_is_found_by_its_name_in_another_language(engine: Engine) -> None:
    assert meant_by(engine, "outlet", "新华社") == "xinhua"


def test_a_name_of_several_leaders_is_told_with_them(engine: Engine) -> None:
    with pytest.raises(InputError, match=r"several may be meant by leader 'Bush': .*george-w-bush"):
        meant_by(engine, "leader", "Bush")

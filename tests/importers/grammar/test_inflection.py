"""The forms of words and of people's names, in which texts of a language that declines them have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.grammar.inflection import Inflection, forms_of_name, in_nominative, inflection_of

SETTINGS = {
    "forms": {"title": ["NOUN,sing"], "country": ["NOUN", "ADJF"], "send": ["VERB,past"], "ordinal_word": ["ADJF"]},
    "left_out": ["после"],
}


@pytest.fixture(scope="module")
def russian() -> Inflection:
    inflection = inflection_of(SETTINGS)
    assert inflection is not None
    return inflection


def test_a_language_without_forms_is_not_inflected() -> None:
    assert inflection_of({"name": "English"}) is None


def test_the_head_of_a_phrase_declines_with_what_agrees_with_it(russian: Inflection) -> None:
    forms = russian.forms("генеральный секретарь ЦК КПК", "title")
    assert forms["генеральному секретарю ЦК КПК"] == {"dative"}
    assert forms["генерального секретаря ЦК КПК"] == {"genitive", "accusative"}
    assert not any("секретари" in form for form in forms), "only the singular was asked for"


def test_what_is_joined_by_and_declines_too(russian: Inflection) -> None:
    assert russian.forms("Босния и Герцеговина", "country")["Боснией и Герцеговиной"] == {"instrumental"}


def test_a_verb_stands_in_the_tenses_asked_for(russian: Inflection) -> None:
    assert set(russian.forms("направить", "send")) == {"направил", "направила", "направило", "направили"}


def test_of_an_ordinal_of_two_words_the_last_declines(russian: Inflection) -> None:
    assert "семьдесят пятой" in russian.forms("семьдесят пятый", "ordinal_word")


def test_an_abbreviation_stays_and_may_be_any_case(russian: Inflection) -> None:
    (form, cases), *others = russian.forms("КНДР", "country").items()
    assert form == "КНДР"
    assert {"nominative", "dative", "genitive"} <= cases
    assert not others


def test_a_phrase_in_another_case_stays_as_it_is(russian: Inflection) -> None:
    assert russian.forms("скорейшего выздоровления", "country") == {"скорейшего выздоровления": frozenset()}


def test_words_of_other_tags_and_forms_left_out_are_not_made(russian: Inflection) -> None:
    assert russian.forms("президент", "unasked") == {"президент": frozenset()}
    assert "после" not in russian.forms("посол", "title")


@pytest.mark.parametrize(
    ("name", "gender", "family_first", "form", "case"),
    [
        ("Владимир Путин", "m", False, "Владимиром Путиным", "instrumental"),
        ("Си Цзиньпин", "m", True, "Си Цзиньпином", "instrumental"),
        ("Ким Чен Ын", "m", True, "Ким Чен Ыну", "dative"),
        ("Ангела Меркель", "f", False, "Ангеле Меркель", "dative"),
        ("Франк-Вальтер Штайнмайер", "m", False, "Франку-Вальтеру Штайнмайеру", "dative"),
        ("Касым-Жомарт Токаев", "m", False, "Касым-Жомарта Токаева", "genitive"),
        ("Александр Лукашенко", "m", False, "Александра Лукашенко", "genitive"),
    ],
)
def test_names_decline_as_their_bearers_do(name: str, gender: str, family_first: bool, form: str, case: str) -> None:
    assert case in forms_of_name(name, gender, is_family_name_first=family_first)[form]


@pytest.mark.parametrize(
    ("form", "case", "name"),
    [
        ("Мухаммеду Судани", "dative", "Мухаммед Судани"),
        ("Сергею Сидорскому", "dative", "Сергей Сидорский"),
        ("Ириной Боковой", "instrumental", "Ирина Бокова"),
        ("Игоря Чайки", "genitive", "Игорь Чайка"),
    ],
)
def test_a_name_met_in_another_case_is_kept_in_its_first_form(form: str, case: str, name: str) -> None:
    assert in_nominative(form, frozenset([case])) == name


def test_a_name_that_may_be_in_its_first_form_stays() -> None:
    assert in_nominative("Хосе Мухика", frozenset(["nominative", "dative"])) == "Хосе Мухика"
    assert in_nominative("Хосе Мухика", frozenset()) == "Хосе Мухика"


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВ -", max_size=20), st.sampled_from(["m", "f", None]))
def test_any_name_has_forms_and_the_first_is_its_own(name: str, gender: str | None) -> None:
    assert "nominative" in forms_of_name(name, gender, is_family_name_first=False)[name]
    in_nominative(name, frozenset(["dative"]))

"""Countries: all of ISO 3166, with the codes of other data sets and the words of reports."""

import pycountry

from tests.importers.reference.shipped import LISTED, lines_of, repeated, several

ORGANIZATIONS = {"UN", "EU", "XA", "XF"}
NO_ISO_CODE = {"XK", "XB", "XO"}  # codes left to users: Kosovo, as the European Union has it; Abkhazia, South Ossetia


def test_the_codes_are_those_of_iso_3166_and_of_organizations() -> None:
    iso = {country.alpha_2 for country in pycountry.countries}
    ours = {line["code"] for line in lines_of("countries") if line["kind"] == "country"}
    assert iso <= ours
    assert ours - iso <= NO_ISO_CODE
    assert {line["code"] for line in lines_of("countries") if line["kind"] == "organization"} == ORGANIZATIONS


def test_the_listed_countries_have_names_and_adjectives() -> None:
    lines = {line["code"]: line for line in lines_of("countries")}
    assert [code for code in LISTED if not (lines[code]["names"] and lines[code]["adjectives"])] == []


def test_numbers_of_the_correlates_of_war_are_countries_own() -> None:
    numbers = [line["correlates_of_war_number"] for line in lines_of("countries")]
    assert repeated(number for number in numbers if number) == []
    known = {"US": 2, "GB": 200, "DE": 255, "RU": 365, "CN": 710, "KP": 731, "KR": 732, "JP": 740, "IN": 750, "VN": 816}
    given = {line["code"]: line["correlates_of_war_number"] for line in lines_of("countries")}
    assert {code: int(given[code]) for code in known} == known


def test_the_words_that_reports_use_are_there() -> None:
    words = {
        line["code"]: {w for c in ("names", "adjectives", "demonyms") for w in several(line[c])}
        for line in lines_of("countries")
    }
    assert {"China", "Chinese"} <= words["CN"]
    assert {"Maldives", "Maldivian"} <= words["MV"]
    assert {"Laos", "Lao"} <= words["LA"]
    assert {"DPRK", "North Korea", "North Korean"} <= words["KP"]
    assert {"Türkiye", "Turkey", "Turkish"} <= words["TR"]
    assert {"UK", "United Kingdom", "British"} <= words["GB"]


def test_a_name_is_one_countrys() -> None:
    names = [name.casefold() for line in lines_of("countries") for name in several(line["names"])]
    assert repeated(names) == []

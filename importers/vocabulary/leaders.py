"""Names of leaders in a language, in all forms that it has of them."""

from collections import defaultdict
from collections.abc import Container

from importers.grammar.inflection import forms_of_name, with_initial
from importers.grammar.phrases import Phrases
from importers.grammar.rules import Language
from importers.knowledge import HEADS, JOINT, roles_of_offices
from importers.reference.records import Rows
from importers.store import Row
from importers.vocabulary.rows import in_language
from models import (
    Country,
    CountryName,
    Leader,
    LeaderName,
    LeaderRelation,
    Tenure,
)


def add_leaders(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Add the names of leaders: full ones, and family names as they stand alone."""
    leaders = {row["id"]: row for row in rows.of(Leader)}
    code = {row["id"]: row["code"] for row in rows.of(Country)}
    countries = {row["name"] for row in rows.of(CountryName)}
    common = {word.phrase.casefold() for word in language.words if word.tag == "no_family_name"}
    common_or_word = common | {word.phrase.casefold() for word in language.words}
    roles = roles_of_offices(rows)
    heads = {row["leader_id"] for row in rows.of(Tenure) if roles[row["office_id"]] in HEADS}
    families: dict[int, set[str]] = defaultdict(set)
    for row in in_language(rows.of(LeaderName), language):
        if row["kind"] == "family":
            families[row["leader_id"]].add(row["name"])
    in_office = {row["leader_id"] for row in rows.of(Tenure)}
    relatives = {row["leader_id"] for row in rows.of(LeaderRelation)} - in_office
    for row in in_language(rows.of(LeaderName), language):
        name, leader = row["name"], leaders[row["leader_id"]]
        if row["kind"] == "family":
            is_common = name.casefold() in (common if leader["id"] in heads else common_or_word)
            is_common = is_common or name in countries or not (language.script.has_words or name[1:])
            if not is_common and leader["id"] not in relatives:  # the surname alone means the leader
                add_name(phrases, name, "family", leader, families[leader["id"]], places=countries)
        elif " " in name or "-" in name or row["kind"] == "full" or not name.isascii():
            add_name(phrases, name, "leader", leader, families[leader["id"]])
    either_order = language.settings.get("either_order", ())
    for key, leader in leaders.items():
        given, _, last = leader["full_name"].partition(" ")
        if code.get(leader["country_id"]) in either_order and last in families[key]:
            phrases.add(f"{last} {given}", "leader", leader["slug"], cased=True)


def add_surnames(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Add what leaders are called by a surname of one letter and their office, 李总理, where language.toml says how."""
    titles: dict[str, list[str]] = language.settings.get("surname_titles", {})
    countries = language.settings.get("surnames_of", ())
    if not titles:
        return
    code = {row["id"]: row["code"] for row in rows.of(Country)}
    leaders = {row["id"]: row for row in rows.of(Leader) if code.get(row["country_id"]) in countries}
    roles = roles_of_offices(rows)
    held: dict[int, set[str]] = defaultdict(set)
    for row in rows.of(Tenure):
        held[row["leader_id"]].add(roles[row["office_id"]])
    for row in in_language(rows.of(LeaderName), language):
        if row["leader_id"] in leaders and row["kind"] == "full" and JOINT not in row["name"]:
            slug = leaders[row["leader_id"]]["slug"]
            for title in (title for role in held[row["leader_id"]] for title in titles.get(role, ())):
                phrases.add(f"{row['name'][0]}{title}", "leader", slug, cased=True)


def add_name(
    phrases: Phrases, name: str, tag: str, leader: Row, families: Container[str], places: Container[str] = ()
) -> None:
    """Add a name of a leader, in all its forms, with its first letter too, where the language inflects names.

    Mongolian names begin with the father's, which is shortened as a given name elsewhere. What a country or a capital
    is called is no form of a name: Баку is no Бака.
    """
    if phrases.inflection is None:
        phrases.add(name, tag, leader["slug"], cased=True)
        return
    is_first = leader["is_family_name_first"] and name.rpartition(" ")[2] not in families
    order = {"is_family_name_first": is_first}
    forms = forms_of_name(name, leader["gender"], **order)
    forms = {form: cases for form, cases in forms.items() if form not in places}
    phrases.add_forms(forms, tag, leader["slug"], cased=True)
    for form, cases in forms.items() if tag == "leader" else ():
        short = with_initial(name, form, phrases.inflection.long_initials, **order)
        phrases.add_forms(dict.fromkeys(short, cases), tag, leader["slug"], cased=True)

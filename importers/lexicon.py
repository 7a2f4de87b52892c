"""The lexicon: for each language all words that reading looks for, its own and those of the reference data."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from babel import Locale
from babel.numbers import get_currency_name
from num2words import num2words

from importers.grammar.alphabet import Alphabet, Sense
from importers.grammar.inflection import forms_of_name, inflection_of, sets_of_cases, with_initial
from importers.grammar.numbers import numeral
from importers.grammar.patterns import Patterns
from importers.grammar.phrases import Phrases, sense
from importers.grammar.rules import Language, add_words, compile_patterns, load_language
from importers.grammar.tagger import Tagger
from importers.knowledge import HEADS, JOINT, Knowledge, knowledge_of, roles_of_offices
from importers.reference.records import ENGLISH, Rows
from importers.store import Row
from importers.uncollected import uncollected
from models import (
    Country,
    CountryName,
    Leader,
    LeaderName,
    LeaderRelation,
    Milestone,
    MilestoneParty,
    MilestonePhrase,
    Office,
    OfficeTitle,
    Outlet,
    OutletMark,
    OutletName,
    Tenure,
    Theme,
    ThemePhrase,
    Word,
)

# Tags that no word carries: code makes them of several, and patterns ask for them like any other.
MADE = (
    ("number",), ("number", "year"), ("ordinal",), ("percent",), ("amount",), ("quantity",), ("times",),
    ("times_more",), ("date",), ("nobody",), ("relative",),
    ("person", "person:name"), ("person", "person:title"), ("person", "person:group"), ("both",),
    ("person", "person:title|party_leader"), ("person", "person:title|monarch"),
    ("person", "person:name|elected"), ("person", "person:name|appointed"),
    ("person", "person:title|elected"), ("person", "person:title|appointed"),
    ("milestone",), ("country",),
)  # fmt: skip
IN_TEXT = frozenset({"number", "year", "country"})  # of these what is found in the text before anything is put together
LAST_NUMBER = 60  # of a meeting in a series


@dataclass
class Vocabulary:
    """One language, compiled: what finds its tags, and its patterns by kind."""

    language: Language
    tagger: Tagger
    patterns: Mapping[str, Patterns]
    made: Mapping[str, Sense]

    def of(self, kind: str) -> Patterns:
        """Return the patterns of a kind, in their order."""
        return self.patterns.get(kind, Patterns())


@dataclass
class Lexicon:
    """What the reference data know, and the vocabulary of each language, made when a text in it is met."""

    rows: Rows
    knowledge: Knowledge
    made: dict[str, Vocabulary] = field(default_factory=dict)

    def vocabulary(self, code: str) -> Vocabulary:
        """Return the vocabulary of a language. Raises LanguageError where a file of it is wrong."""
        if code not in self.made:
            with uncollected():
                self.made[code] = vocabulary_of(load_language(code), self.rows)
        return self.made[code]


def build_lexicon(rows: Rows) -> Lexicon:
    """Return the lexicon of the reference data, given as rows of the database's tables."""
    with uncollected():
        return Lexicon(rows, knowledge_of(rows))


def vocabulary_of(language: Language, rows: Rows) -> Vocabulary:
    """Compile a language with the words that the reference data have in it."""
    alphabet = Alphabet(language.asked)
    phrases = Phrases(alphabet, language.script, inflection_of(language.settings))
    add_words(phrases, language)
    for row in in_language(rows.of(Word), language):  # a user's own
        phrases.add(row["phrase"], row["tag"], row["meaning"], cased=row["phrase"][0].isupper())
    for add in (
        add_countries, add_compounds, add_leaders, add_surnames, add_offices, add_milestones, add_themes, add_outlets,
    ):  # fmt: skip
        add(phrases, rows, language)
    made = {}
    for names in MADE:
        made[names[-1]] = sense(alphabet, {name.partition(":")[0]: (name.partition(":")[2],) for name in names})
    if phrases.inflection:
        made |= people_by_case(alphabet)
    add_calendar(phrases, language)
    add_numbers(phrases, language)
    add_currencies(phrases, language)
    tagger = Tagger(phrases.tree(), alphabet, language.script)
    senses = {kind: sense for kind, sense in made.items() if sense is not None}
    late = {sense.letter for sense in senses.values() if not IN_TEXT & sense.keys()}
    patterns = compile_patterns(language, alphabet, frozenset(late | {tagger.gap.letter, tagger.name.letter}))
    return Vocabulary(language, tagger, patterns, senses)


def people_by_case(alphabet: Alphabet) -> dict[str, Sense | None]:
    """Return the senses of people who stand in a case, by kind and by all the cases that it may be."""
    return {
        in_cases(names[-1], cases): sense(alphabet, {"person": (names[-1].partition(":")[2], *sorted(cases))})
        for names in MADE
        if names[0] == "person"
        for cases in sets_of_cases()
    }


def in_cases(kind: str, cases: Iterable[str]) -> str:
    """Return the name of the sense of people of a kind who stand in one of these cases."""
    return " ".join([kind, *sorted(cases)])


def add_calendar(phrases: Phrases, language: Language) -> None:
    """Add the names of months and weekdays, as Unicode's CLDR has them: 1 is January, and 0 Monday."""
    locale = Locale.parse(language.code)
    for of, tag, first in ((locale.months, "month", 0), (locale.days, "weekday", 0)):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in of[context][width].items():
                    if not name[0].isdigit():
                        for written in {name, name.rstrip(".")}:
                            phrases.add(written, tag, str(number - first), cased=name[0].isupper())


def add_numbers(phrases: Phrases, language: Language) -> None:
    """Add the numbers in words up to 150, and as ordinals, of languages that num2words knows; others write theirs.

    Where numbers have cases, `number_cases` of language.toml has the letters that num2words calls them by.
    """
    cases = [{"case": case} for case in language.settings.get("number_cases", ())]
    for to, tag, forms in (("cardinal", "number_word", cases or [{}]), ("ordinal", "ordinal_word", [{}])):
        for number in range(1, 151) if language.settings.get("spells_numbers") else ():
            for spelled in {num2words(number, to=to, lang=language.code, **form) for form in forms}:
                for written in {spelled, spelled.replace("-", " "), spelled.replace(" and ", " ")}:
                    phrases.add(written, tag, str(number))


def add_currencies(phrases: Phrases, language: Language) -> None:
    """Add the full names of currencies in all their numbers, and their symbols, as Unicode's CLDR has them."""
    locale = Locale.parse(language.code)
    for code in map(str, locale.currencies):
        for name in {get_currency_name(code, count, locale) for count in (1, 2, 5)}:
            phrases.add(name.casefold(), "currency", code)
        symbol = locale.currency_symbols.get(code, code)
        if not symbol[-1].isalpha():
            phrases.add(symbol, "currency", code)


def add_countries(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Add the words for countries and their capitals."""
    code = {row["id"]: row["code"] for row in rows.of(Country)}
    for row in in_language(rows.of(CountryName), language):
        if row["kind"] in ("name", "adjective", "capital"):
            tag = "capital" if row["kind"] == "capital" else "country"
            phrases.add(row["name"], tag, code[row["country_id"]], cased=row["name"][0].isupper())
        elif row["kind"] == "compound" and row["name"].endswith("-"):  # the first half of "Russian-Chinese"
            phrases.add_forms({row["name"].rstrip("-"): frozenset()}, "country", code[row["country_id"]])
    add_names_of_regions(phrases, frozenset(code.values()), language)


def add_names_of_regions(phrases: Phrases, codes: Container[str], language: Language) -> None:
    """Add what countries are called where a language has other names for them, as Unicode's CLDR has these.

    language.toml names the `regions`, and `no_region_names`, which stand within other words.
    """
    for region in language.settings.get("regions", ()):
        for code, name in Locale.parse(region).territories.items():
            if code in codes and name not in language.settings["no_region_names"]:
                phrases.add(name, "country", code)


def in_language(rows: Iterable[Row], language: Language) -> Iterator[Row]:
    """Yield the rows whose words are of a language."""
    return (row for row in rows if row["language"] == language.code)


def add_compounds(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Add what a language sets together of short names of countries: two of them, or one and a word.

    What may be set so, language.toml says: which tags of words, and whether two short names mean two countries.
    """
    code = {row["id"]: row["code"] for row in rows.of(Country)}
    names = short_names_of(rows, language)
    short = [
        (row["name"], code[row["country_id"]])
        for row in in_language(rows.of(CountryName), language)
        if row["kind"] == "short" and row["name"] in names
    ]
    behind = language.settings.get("behind_short_names", {})
    for word in language.words:
        for name, country in short if word.tag in behind and word.phrase in behind[word.tag] else ():
            phrases.add(name + word.phrase, word.tag, f"{word.meaning}|{country}")
    add_trade_with(phrases, short, language)
    if language.settings.get("pairs_of_short_names"):
        related = {frozenset(parties) for parties in parties_of(rows).values() if len(parties) == 2}
        whole = {row["name"] for row in in_language(rows.of(CountryName), language) if row["kind"] != "short"}
        for one, first in short:
            for other, second in short:
                if one + other not in whole and one != other and frozenset((first, second)) in related:
                    phrases.add(one + other, "pair", f"{first}|{second}")


def add_trade_with(phrases: Phrases, short: Iterable[tuple[str, str]], language: Language) -> None:
    """Add words for trade with the short name of a partner between them, as [trade_with] of language.toml says.

    Each is a word for the flow that tells its `partner` too; names that several countries share tell none.
    """
    settings = language.settings.get("trade_with", {})
    named: dict[str, set[str]] = defaultdict(set)
    for name, country in [*short, *settings.get("also", {}).items()]:
        named[name].add(country)
    flows = [word for word in language.words if word.tag == "flow" and word.phrase in settings.get("flows", ())]
    for name, countries in named.items() if flows else ():
        for before, word in product(settings["before"], flows) if len(countries) == 1 else ():
            phrases.add(before + name + word.phrase, "flow", word.meaning)
            phrases.add(before + name + word.phrase, "partner", min(countries))


def short_names_of(rows: Rows, language: Language) -> frozenset[str]:
    """Return the short names of countries of a language, but for those that mean something else too often."""
    none = language.settings.get("no_short_names", ())
    names = in_language(rows.of(CountryName), language)
    return frozenset(row["name"] for row in names if row["kind"] == "short" and row["name"] not in none)


def turned(phrase: str, short: frozenset[str]) -> Iterator[str]:
    """Yield a phrase that begins with two countries, of a letter each, as the other says it: 俄中友好年."""
    if phrase[:1] in short and phrase[1:2] in short:
        yield phrase[1] + phrase[0] + phrase[2:]


def parties_of(rows: Rows) -> dict[int, set[str]]:
    """Return the countries of each milestone."""
    code = {row["id"]: row["code"] for row in rows.of(Country)}
    parties: dict[int, set[str]] = defaultdict(set)
    for row in rows.of(MilestoneParty):
        parties[row["milestone_id"]].add(code[row["country_id"]])
    return parties


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


def add_offices(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Add the titles of offices that name no country, by role; those that name one, by role and country."""
    code = {row["id"]: row["code"] for row in rows.of(Country)}
    office = {row["id"]: row for row in rows.of(Office)}
    roles = roles_of_offices(rows)
    names: dict[str, list[str]] = {"adjective": [], "name": []}
    for row in in_language(rows.of(CountryName), language):
        forms = phrases.inflection.forms(row["name"], "country") if phrases.inflection else (row["name"],)
        names.setdefault(row["kind"], []).extend(form.casefold() for form in forms)
    apart = " " if language.script.has_words else ""
    adjectives = tuple(f"{name}{apart}" for name in names["adjective"])
    countries = frozenset(names["name"])
    titles = [(row["title"], row) for row in rows.of(Office) if language.code == ENGLISH]
    titles += [(row["title"], office[row["office_id"]]) for row in in_language(rows.of(OfficeTitle), language)]
    lands: dict[str, set[int]] = defaultdict(set)
    for title, held in titles:
        lands[title.casefold()].add(held["country_id"])
    for title, held in titles:
        folded, role = title.casefold(), roles[held["id"]]
        if apart and folded.startswith(adjectives):
            continue  # the country is read as a word of its own
        is_of_country = any(part in countries for part in parts_of(folded.replace("the ", ""), apart))
        is_of_country |= role == "monarch" and len(lands[folded]) == 1 and " " not in folded  # there is one pope
        phrases.add(folded, "title", f"{role}|{code[held['country_id']]}" if is_of_country else role)


def parts_of(title: str, apart: str) -> Iterator[str]:
    """Yield all runs of words of a title behind its first one; of letters, where words are not written apart."""
    words = title.split(apart) if apart else title
    for first in range(1 if apart else 0, len(words)):
        for last in range(first + 1, len(words) + 1):
            yield apart.join(words[first:last])


def add_milestones(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Mark the phrases of milestones; several pairs may have one of the same words."""
    slug = {row["id"]: row["slug"] for row in rows.of(Milestone)}
    short = short_names_of(rows, language)
    for row in in_language(rows.of(MilestonePhrase), language):
        kind = "pair milestone" if row["needs_pair"] else "milestone"
        for phrase in (*founding_variants(row["phrase"], language), *turned(row["phrase"], short)):
            phrases.add(phrase, kind, slug[row["milestone_id"]], is_mark=True)
        founded = founded_by(row["phrase"], language)
        if founded and not row["needs_pair"]:
            phrases.add(founded, "founded", slug[row["milestone_id"]], cased=True, is_mark=True)


def founded_by(phrase: str, language: Language) -> str | None:
    """Return what was founded, of a phrase such as "founding of X"."""
    founded = language.settings.get("founded", {})
    for beginning in founded.get("said", ()):
        if phrase.startswith(beginning):
            return phrase.removeprefix(beginning)
    ending = next((ending for ending in founded.get("said_behind", ()) if phrase.endswith(ending)), None)
    return phrase.removesuffix(ending) if ending else None


def founding_variants(phrase: str, language: Language) -> Iterator[str]:
    """Yield a phrase, and the other ways to say it where it is "founding of X"."""
    yield phrase
    what = founded_by(phrase, language)
    for variant in language.settings.get("founded", {}).get("also", ()) if what else ():
        yield variant.format(what)


def add_themes(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Mark the phrases of themes. One that ends in {leader} counts where one is named behind it."""
    theme = {row["id"]: row["slug"] for row in rows.of(Theme)}
    short = short_names_of(rows, language)
    for row in in_language(rows.of(ThemePhrase), language):
        kind = "pair theme" if row["needs_pair"] else "theme"
        if row["phrase"].endswith(" {leader}"):
            kind = "theme before leader"
        written = row["phrase"].removesuffix(" {leader}")
        for variant in (written, *turned(written, short)):
            for phrase in with_numbers(variant, language):
                phrases.add(phrase, kind, theme[row["theme_id"]], is_mark=True)


def with_numbers(phrase: str, language: Language) -> Iterator[str]:
    """Yield a phrase; one with {number} in it with the numbers that meetings have, as the language writes them."""
    before, number, after = phrase.partition("{number}")
    if not number:
        yield phrase
    for value in range(1, LAST_NUMBER + 1) if number else ():
        for written in {str(value), numeral(value, language.settings.get("numerals", {}))}:
            yield f"{before}{written}{after}"


def add_outlets(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Mark the names of outlets, and the marks that they leave on pages; in every language."""
    outlet = {row["id"]: row["slug"] for row in rows.of(Outlet)}
    ministries = {
        row["country_id"]: row["slug"]
        for row in rows.of(Outlet)
        if row["name"].startswith("Ministry of Foreign Affairs")
    }
    for row in rows.of(OutletMark):
        if row["kind"] != "domain":
            phrases.add(row["mark"], "outlet mark", outlet[row["outlet_id"]], is_mark=True)
    for row in rows.of(Outlet):
        for name in (row["name"], *short_names(row["slug"], row["kind"])):
            phrases.add(name, "outlet name", row["slug"], cased=True, is_mark=True)
    for row in in_language(rows.of(OutletName), language):
        phrases.add(row["name"], "outlet name", outlet[row["outlet_id"]], cased=True, is_mark=True)
    for row in rows.of(CountryName):
        ministry = ministries.get(row["country_id"]) if (row["kind"], row["language"]) == ("name", ENGLISH) else None
        for joint in (" of", " of the", ", the") if ministry else ():
            name = f"Ministry of Foreign Affairs{joint} {row['name']}"
            phrases.add(name, "outlet name", ministry or "", cased=True, is_mark=True)


def short_names(slug: str, kind: str) -> list[str]:
    """Return by what else an outlet is named where its slug is one word: "Kazinform", and "CGTN" in capitals."""
    if "-" in slug:
        return []
    names = [slug.capitalize()] if kind == "agency" else []
    return [*names, slug.upper()] if len(slug) <= 5 else names

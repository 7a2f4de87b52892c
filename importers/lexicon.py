"""The lexicon: for each language all words that reading looks for, those of the language and those of the reference data."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from babel import Locale

from importers.grammar.alphabet import Alphabet, Sense
from importers.grammar.patterns import Pattern
from importers.grammar.rules import Language, add_words, compile_patterns, load_language
from importers.grammar.tags import Phrases, Tagger, sense
from importers.knowledge import Knowledge, knowledge_of
from importers.reference.records import Rows
from models import (
    Country,
    CountryName,
    Leader,
    LeaderName,
    Milestone,
    MilestonePhrase,
    Occasion,
    OccasionPhrase,
    Office,
    OfficeTitle,
    Outlet,
    OutletMark,
    Theme,
    ThemePhrase,
)

# Tags that no word carries: code makes them of several, and patterns ask for them like any other.
MADE = (
    ("number",), ("number", "year"), ("ordinal",), ("percent",), ("amount",), ("date",), ("nobody",), ("relative",),
    ("person", "person:name"), ("person", "person:title"), ("person", "person:group"), ("both",),
)  # fmt: skip
WRITTEN_IN = {"zh": ("一", "鿿"), "ru": ("а", "ё")}  # the letters of languages that are not written in Latin ones


@dataclass
class Vocabulary:
    """One language, compiled: what finds its tags, and its patterns by kind."""

    language: Language
    tagger: Tagger
    patterns: Mapping[str, list[Pattern]]
    made: Mapping[str, Sense]

    def of(self, kind: str) -> list[Pattern]:
        """Return the patterns of a kind, in their order."""
        return self.patterns.get(kind, [])


@dataclass
class Lexicon:
    """What the reference data know, and the vocabulary of each language, made when a text in it is met."""

    rows: Rows
    knowledge: Knowledge
    made: dict[str, Vocabulary] = field(default_factory=dict)

    def vocabulary(self, code: str) -> Vocabulary:
        """Return the vocabulary of a language. Raises LanguageError where a file of it is wrong."""
        if code not in self.made:
            self.made[code] = vocabulary_of(load_language(code), self.rows)
        return self.made[code]


def build_lexicon(rows: Rows) -> Lexicon:
    """Return the lexicon of the reference data, given as rows of the database's tables."""
    return Lexicon(rows, knowledge_of(rows))


def vocabulary_of(language: Language, rows: Rows) -> Vocabulary:
    """Compile a language with the words that the reference data have in it."""
    alphabet = Alphabet()
    phrases = Phrases(alphabet, language.script)
    add_words(phrases, language)
    for add in (add_countries, add_leaders, add_offices, add_milestones, add_themes, add_outlets):
        add(phrases, rows, language)
    made = {}
    for names in MADE:
        made[names[-1]] = sense(alphabet, {name.partition(":")[0]: (name.partition(":")[2],) for name in names})
    add_calendar(phrases, language)
    automaton = phrases.automaton()
    tagger = Tagger(automaton, alphabet, language.script)
    return Vocabulary(language, tagger, compile_patterns(language, alphabet), {k: v for k, v in made.items() if v})


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


def is_written_in(name: str, language: Language) -> bool:
    """Return whether a name is in the script of a language."""
    letters = [letter for letter in name.casefold() if letter.isalpha()]
    code = next((c for c, (first, last) in WRITTEN_IN.items() if any(first <= x <= last for x in letters)), None)
    return code == language.code if code else language.code not in WRITTEN_IN


def add_countries(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Add the words for countries and their capitals."""
    code = {row["id"]: row["code"] for row in rows.of(Country)}
    for row in rows.of(CountryName):
        if row["kind"] != "demonym" and is_written_in(row["name"], language):
            tag = "capital" if row["kind"] == "capital" else "country"
            phrases.add(row["name"], tag, code[row["country_id"]], cased=True)


def add_leaders(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Add the names of leaders: full ones, and family names as they stand alone."""
    leaders = {row["id"]: row for row in rows.of(Leader)}
    code = {row["id"]: row["code"] for row in rows.of(Country)}
    countries = {row["name"] for row in rows.of(CountryName)}
    common = {word.phrase.casefold() for word in language.words if word.tag == "no_family_name"}
    families: dict[int, set[str]] = defaultdict(set)
    for row in rows.of(LeaderName):
        if row["kind"] == "family":
            families[row["leader_id"]].add(row["name"])
    for row in rows.of(LeaderName):
        name, leader = row["name"], leaders[row["leader_id"]]
        if not is_written_in(name, language):
            continue
        if row["kind"] == "family":
            if name.casefold() not in common and name not in countries:
                phrases.add(name, "family", leader["slug"], cased=True)
        elif " " in name or "-" in name or row["kind"] == "full" or not name.isascii():
            phrases.add(name, "leader", leader["slug"], cased=True)
    turned = language.settings.get("either_order", ())
    for key, leader in leaders.items():
        given, _, last = leader["full_name"].partition(" ")
        if code.get(leader["country_id"]) in turned and last in families[key]:
            phrases.add(f"{last} {given}", "leader", leader["slug"], cased=True)


def add_offices(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Add the titles of offices that name no country, by role; those that name one, by role and country."""
    code = {row["id"]: row["code"] for row in rows.of(Country)}
    office = {row["id"]: row for row in rows.of(Office)}
    names: dict[str, list[str]] = {"adjective": [], "name": []}
    for row in rows.of(CountryName):
        names.setdefault(row["kind"], []).append(row["name"].casefold())
    adjectives = tuple(f"{name} " for name in names["adjective"])
    countries = [f" {name} " for name in names["name"]]
    titles = [(row["title"], row) for row in rows.of(Office)]
    titles += [(row["title"], office[row["office_id"]]) for row in rows.of(OfficeTitle)]
    for title, held in titles:
        folded = title.casefold()
        if folded.startswith(adjectives) or not is_written_in(title, language):
            continue  # the country is read as a word of its own
        is_of_country = any(name in f"{folded} ".replace("the ", "") for name in countries)
        phrases.add(folded, "title", f"{held['role']}|{code[held['country_id']]}" if is_of_country else held["role"])


def add_milestones(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Mark the phrases of milestones; several pairs may have one of the same words."""
    slug = {row["id"]: row["slug"] for row in rows.of(Milestone)}
    for row in rows.of(MilestonePhrase):
        if not is_written_in(row["phrase"], language):
            continue
        kind = "pair milestone" if row["needs_pair"] else "milestone"
        for phrase in founding_variants(row["phrase"], language):
            phrases.add(phrase, kind, slug[row["milestone_id"]], is_mark=True)
        founded = founded_by(row["phrase"], language)
        if founded and not row["needs_pair"]:
            phrases.add(founded, "founded", slug[row["milestone_id"]], cased=True, is_mark=True)


def founded_by(phrase: str, language: Language) -> str | None:
    """Return what was founded, of a phrase such as "founding of X"."""
    for beginning in language.settings.get("founded", {}).get("said", ()):
        if phrase.startswith(beginning):
            return phrase.removeprefix(beginning)
    return None


def founding_variants(phrase: str, language: Language) -> Iterator[str]:
    """Yield a phrase, and the other ways to say it where it is "founding of X"."""
    yield phrase
    what = founded_by(phrase, language)
    for variant in language.settings.get("founded", {}).get("also", ()) if what else ():
        yield variant.format(what)


def add_themes(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Mark the phrases of themes and of occasions. One that ends in {leader} counts where one is named behind it."""
    theme = {row["id"]: row["slug"] for row in rows.of(Theme)}
    for row in rows.of(ThemePhrase):
        if is_written_in(row["phrase"].removesuffix(" {leader}"), language):
            kind = "pair theme" if row["needs_pair"] else "theme"
            if row["phrase"].endswith(" {leader}"):
                kind = "theme before leader"
            phrases.add(row["phrase"].removesuffix(" {leader}"), kind, theme[row["theme_id"]], is_mark=True)
    occasion = {row["id"]: row["slug"] for row in rows.of(Occasion)}
    for row in rows.of(OccasionPhrase):
        if is_written_in(row["phrase"], language):
            phrases.add(row["phrase"], "occasion", occasion[row["occasion_id"]], is_mark=True)


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
    for row in rows.of(CountryName):
        ministry = ministries.get(row["country_id"]) if row["kind"] == "name" else None
        for joint in (" of", " of the", ", the") if ministry else ():
            name = f"Ministry of Foreign Affairs{joint} {row['name']}"
            phrases.add(name, "outlet name", ministry or "", cased=True, is_mark=True)


def short_names(slug: str, kind: str) -> list[str]:
    """Return by what else an outlet is named where its slug is one word: "Kazinform", and "CGTN" in capitals."""
    if "-" in slug:
        return []
    names = [slug.capitalize()] if kind == "agency" else []
    return [*names, slug.upper()] if len(slug) <= 5 else names

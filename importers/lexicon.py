"""The lexicon: for each language all words that reading looks for, its own and those of the reference data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from importers.grammar.alphabet import Alphabet, Sense
from importers.grammar.inflection import inflection_of, sets_of_cases
from importers.grammar.patterns import Patterns
from importers.grammar.phrases import Phrases, sense
from importers.grammar.rules import Language, add_words, compile_patterns, load_language
from importers.grammar.tagger import Tagger
from importers.knowledge import Knowledge, knowledge_of
from importers.reference.records import Rows
from importers.uncollected import uncollected
from importers.vocabulary.countries import add_compounds, add_countries
from importers.vocabulary.events import add_milestones, add_themes
from importers.vocabulary.leaders import add_leaders, add_surnames
from importers.vocabulary.numbers import add_calendar, add_currencies, add_numbers
from importers.vocabulary.offices import add_offices
from importers.vocabulary.outlets import add_outlets
from importers.vocabulary.rows import in_language
from models import (
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

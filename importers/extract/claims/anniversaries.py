"""Anniversaries: an ordinal, what is counted from, and the year in which it is observed.

What a language gives (anniversaries.toml): patterns over rows in which known events stand as <milestone>. Each keeps
`count`, one ordinal or number or several ("the 80th and 75th anniversaries"), and may keep `of`, the words that bring
in what is counted from. Further keys of a pattern:

    side  = "before"   what is counted from stands before the count (Chinese), not behind it
    event = "state"    what is counted from where no event stands beside, as the words of the pattern say it: one of the
                       meanings of the tag `event`, see milestones.py
    owner              kept: a country or an organisation that has the anniversary: "China's 75th anniversary"
    exact = true       read only where a milestone is meant whose count agrees: "75th National Day", "75 years ago"
    uncounted = true   no `count` is kept: "the anniversary of ..."; no claim, yet what a message may be written for
    least = 10         a lower count is none: "five years ago"
    again = true       read only behind another anniversary of the sentence: "and the 30th of ..."
    claim = "none"     takes what is no anniversary here: of a marriage

Roman numerals beside the words of a pattern count as <ordinal>. Words: `anniversary`, and those of milestones.py and
observed_year.py.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from importers.extract.claims.counted_from import Sentence, counted_from, named_in
from importers.extract.claims.milestones import Meaning, with_milestones
from importers.extract.claims.observed_year import observed_year
from importers.extract.persons import Mention, Person
from importers.extract.view import View
from importers.grammar.alphabet import Sense
from importers.grammar.patterns import Match, first_matches
from importers.grammar.tags import Row
from importers.lexicon import Vocabulary
from importers.reading import AnniversaryRead

FUTURE = 10  # years from the last that the reference data know, up to which an anniversary may be spoken of
ROMAN = re.compile(r"(?=[CLXVI])(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$")
VALUES = {"C": 100, "XC": 90, "XL": 40, "L": 50, "X": 10, "IX": 9, "IV": 4, "V": 5, "I": 1}


class Observed(NamedTuple):
    """An anniversary that a sentence tells of; `kind` is that of its milestone, also where it is not known which."""

    milestone: str | None
    kind: str | None
    ordinal: int | None
    year: int | None
    start: int
    end: int
    read_by: str


def claims_of(observed: Iterable[Observed]) -> list[AnniversaryRead]:
    """Return the anniversaries that are told with their ordinals, as claims."""
    return [
        AnniversaryRead(each.milestone, each.ordinal, each.year, each.start, each.end, each.read_by)
        for each in observed
        if each.ordinal
    ]


def anniversaries_of(
    views: Sequence[View], meaning: Meaning, persons: Mapping[str, Person], vocabulary: Vocabulary
) -> dict[int, list[Observed]]:
    """Return the anniversaries that a report tells of, by sentence."""
    found = {view.index: list(in_sentence(view, meaning, persons, vocabulary)) for view in views}
    return {index: [told_later(each, meaning) for each in observed] for index, observed in found.items()}


def told_later(observed: Observed, meaning: Meaning) -> Observed:
    """Return an anniversary with the milestone that a later sentence gives for its ordinal, of the same kind."""
    slug = meaning.told.get(observed.ordinal)
    if observed.milestone or slug is None or meaning.knowledge.milestones[slug].kind != observed.kind:
        return observed
    return observed._replace(milestone=slug)


def in_sentence(
    view: View, meaning: Meaning, persons: Mapping[str, Person], vocabulary: Vocabulary
) -> Iterator[Observed]:
    """Yield the anniversaries that a sentence tells of, one for each milestone of each ordinal."""
    if not vocabulary.of("anniversaries").able_by_words(set(view.row.letters)):
        return
    row = with_roman_numerals(
        with_milestones(view, vocabulary.made, meaning.knowledge), view, vocabulary.made["ordinal"]
    )
    matches = first_matches(vocabulary.of("anniversaries"), row.letters)
    spoken = spoken_of(row, persons, meaning) if matches else []
    sentence = Sentence(row, meaning, frozenset(country for _, country in spoken), spoken)
    for number, match in enumerate(matches):
        if match.pattern.gives.get("claim") == "none" or (match.pattern.gives.get("again") and not number):
            continue
        before = matches[number - 1].end if number else 0
        after = matches[number + 1].start if number + 1 < len(matches) else len(row.tags)
        start, end = place_of(row, match)
        for ordinal, meant, kind in counted_from(sentence, match, before, after):
            slug, year = dated(meant, ordinal, row, start, meaning)
            if slug and ordinal:
                meaning.told[ordinal] = slug
            yield Observed(slug, kind, ordinal, year, start, end, match.name)


def dated(
    slug: str | None, ordinal: int | None, row: Row, start: int, meaning: Meaning
) -> tuple[str | None, int | None]:
    """Return the milestone and the year of an anniversary that stands at a place of a text.

    Where the count does not lead to the year, or far ahead, something else of the milestone's name is meant: a
    programme of the United Nations.
    """
    counted = meaning.knowledge.milestones[slug].year + ordinal if slug and ordinal else None
    if counted and counted > meaning.knowledge.last_year + FUTURE:
        slug = counted = None
    year = observed_year(row, start, ordinal, counted, meaning.year)
    return (None if counted and year and abs(counted - year) > 1 else slug), year


def with_roman_numerals(row: Row, view: View, ordinal: Sense) -> Row:
    """Return the row with Roman numerals as ordinals."""
    tags = list(row.tags)
    for place, tag in enumerate(tags):
        written = view.text[tag.start - view.start : tag.end - view.start] if "name" in tag.sense else ""
        parts = ROMAN.match(written)
        if parts:
            value = sum(VALUES.get(part) or sum(VALUES[letter] for letter in part) for part in parts.groups())
            tags[place] = tag._replace(sense=ordinal, item=value)
    return Row(tags, "".join([tag.sense.letter for tag in tags]))


def place_of(row: Row, match: Match) -> tuple[int, int]:
    """Return the characters of an anniversary, from the count on, without the words that bring in what follows."""
    of = match.kept.get("of")
    first = match.kept["count"][0] if "count" in match.kept else match.start
    return row.span(first, of[0] if of else match.end)


def spoken_of(row: Row, persons: Mapping[str, Person], meaning: Meaning) -> list[tuple[int, str]]:
    """Return the countries that a sentence names and those of its leaders, with their places.

    Where it means "the two", only these: whatever else it names. Where nobody writes, they may be two that it names.
    """
    found: list[tuple[int, str]] = []
    may_name_them = not meaning.pairs and len(named_in(row.tags)) == 2
    means_the_two = any("between_them" in tag.sense for tag in row.tags) and not may_name_them
    for tag in row.tags:
        if isinstance(tag.item, Mention):
            own = [*tag.item.countries, *(persons[slug].country for slug in tag.item.slugs)]
            found += [(tag.start, country) for country in dict.fromkeys(own) if country]
        elif not means_the_two:
            found += [(tag.start, country) for country in named_in([tag])]
    return found

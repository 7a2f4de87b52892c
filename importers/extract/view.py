"""Views: the sentences of a report, the headline before the first, each as a row of tags in which people stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from importers.extract.names import NounPhrase, noun_phrases
from importers.extract.people import People
from importers.extract.persons import Mention
from importers.grammar.alphabet import Sense
from importers.grammar.tags import Mark, Row, Tag, replaced
from importers.knowledge import Knowledge
from importers.lexicon import in_cases
from importers.parse.report import ParsedReport
from importers.parse.tagged import Tagged, tag


@dataclass
class View:
    """A sentence with all that stands in it. `index` is -1 for the headline."""

    index: int
    start: int
    end: int
    paragraph: int
    opens_quoted: bool
    text: str
    row: Row
    marks: Sequence[Mark]
    begins_paragraph: bool
    is_in_body: bool  # else it is a headline that the source tells beside the text

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The tags that stand in the sentence."""
        return frozenset[str]().union(*(one.sense for one in self.row.tags))

    def has(self, *tags: str) -> bool:
        """Return whether a tag of one of these stands in the sentence."""
        return not self.kinds.isdisjoint(tags)

    def mentions(self) -> list[Mention]:
        """Return who is mentioned, in their order."""
        return [one.item for one in self.row.tags if isinstance(one.item, Mention)]


@dataclass(slots=True)
class Place:
    """Where a sentence stands, in a text that is tagged; `index` is -1 for the headline."""

    tagged: Tagged
    index: int
    start: int
    end: int
    paragraph: int
    opens_quoted: bool
    begins_paragraph: bool
    is_in_body: bool = True

    def tags(self) -> Sequence[Tag]:
        """Return the tags of its words."""
        return self.tagged.tags_in(self.start, self.end)

    def marks(self) -> Sequence[Mark]:
        """Return the marks in it."""
        return self.tagged.marks_in(self.start, self.end)

    def row(self) -> Row:
        """Return its row."""
        return self.tagged.row(self.start, self.end)

    def view(self, row: Row, marks: Sequence[Mark]) -> View:
        """Return the sentence with this row."""
        text = self.tagged.text[self.start : self.end]
        return View(
            self.index, self.start, self.end, self.paragraph, self.opens_quoted, text, row, marks,
            self.begins_paragraph, self.is_in_body,
        )  # fmt: skip


def places_of(parsed: ParsedReport) -> Iterator[Place]:
    """Yield where the headline and the sentences of a report stand."""
    paragraph = None
    if parsed.headline:  # a source may tell it beside the text
        found = parsed.body.find(parsed.headline)
        start, paragraph = max(found, 0), -1
        tagged = parsed.tagged if found >= 0 else tag(parsed.headline, parsed.vocabulary)
        yield Place(tagged, -1, start, start + len(parsed.headline), -1, False, True, is_in_body=found >= 0)
    for index, one in enumerate(parsed.sentences):
        yield Place(
            parsed.tagged, index, one.start, one.end, one.paragraph, one.opens_quoted, one.paragraph != paragraph
        )
        paragraph = one.paragraph


def views_of(places: Sequence[Place], parsed: ParsedReport, people: People) -> list[View]:
    """Return sentences of a report as views, after everybody named in them has been introduced."""
    rows = [place.row() for place in places]
    patterns = parsed.vocabulary.of("names")
    phrases = [list(noun_phrases(place.tagged.text, row, patterns)) for place, row in zip(places, rows, strict=True)]
    people.introduce([phrase for several in phrases for phrase in several])
    if parsed.vocabulary.language.settings.get("pairs_of_short_names"):
        named = frozenset(tag.sense.one("country") for row in rows for tag in row.tags if "country" in tag.sense)
        named |= {country for several in phrases for phrase in several for country in phrase.countries}
        rows = [told_apart(row, named) for row in rows]
    return [
        place.view(with_people(row, several, people, place.tagged), place.marks())
        for place, row, several in zip(places, rows, phrases, strict=True)
    ]


def nobody_yet(parsed: ParsedReport, knowledge: Knowledge, *, supposes: bool = False) -> People:
    """Return whom a report names before its first word is read."""
    first = parsed.vocabulary.language.settings.get("family_first", ())
    return People(knowledge, parsed.published_on, first, supposes=supposes)


def views_with_people(parsed: ParsedReport, knowledge: Knowledge) -> tuple[People, list[View]]:
    """Return everybody whom a report names, and its sentences as views."""
    people = nobody_yet(parsed, knowledge)
    return people, views_of(list(places_of(parsed)), parsed, people)


def told_apart(row: Row, named: frozenset[str]) -> Row:
    """Return the row with short names of two countries as those that the report names: 中斯 may be of several pairs."""
    tags = list(row.tags)
    for place, one in enumerate(tags):
        if "pair" in one.sense and len(pairs := one.sense["pair"]) > 1:
            sets = {pair: frozenset(pair.split("|")) for pair in pairs}
            both = frozenset.intersection(*sets.values())
            told = tuple(pair for pair in pairs if sets[pair] - both <= named)
            if len({sets[pair] for pair in told}) == 1:
                tags[place] = one._replace(sense=Sense(one.sense.letter, {**one.sense, "pair": told[:1]}))
    return Row(tags, row.letters)


def with_people(row: Row, phrases: Sequence[NounPhrase], people: People, tagged: Tagged) -> Row:
    """Return the row with each phrase that names somebody as one tag."""
    senses = tagged.vocabulary.made
    made: list[tuple[int, int, Tag]] = []
    for phrase in phrases:
        mention = people.mention(phrase)
        if mention is not None:
            kind = kind_of(mention)
            sense = senses.get(in_cases(kind, phrase.cases)) or senses[kind]
            made.append((phrase.first, phrase.last, Tag(phrase.start, phrase.end, sense, mention)))
        elif phrase.kind in ("nobody", "relative") or (phrase.name and phrase.titles):
            sense = senses["relative" if phrase.kind == "relative" else "nobody"]
            made.append((phrase.first, phrase.last, Tag(phrase.start, phrase.end, sense)))
    return replaced(row, made)


def kind_of(mention: Mention) -> str:
    """Return the tag of a phrase that names somebody: a name, a group, or an office, with what patterns ask of it."""
    if mention.kind == "title" and mention.roles[:1] in (("party_leader",), ("monarch",)):
        return f"person:title|{mention.roles[0]}"
    kind = {"both": "both", "group": "person:group", "counterparts": "person:group", "name": "person:name"}.get(
        mention.kind, "person:title"
    )
    return f"{kind}|{mention.newly}" if mention.newly and mention.kind in ("name", "title") else kind

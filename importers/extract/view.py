"""Views: the sentences of a report, the headline as one before the first, each as a row of tags in which people stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from importers.extract.names import NounPhrase, noun_phrases
from importers.extract.people import Mention, People
from importers.parse.tagged import Tagged
from importers.grammar.numbers import replaced
from importers.grammar.tags import Mark, Row, Tag
from importers.parse.report import ParsedReport


@dataclass(frozen=True)
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

    def has(self, *tags: str) -> bool:
        """Return whether a tag of one of these stands in the sentence."""
        return any(name in tag.sense for tag in self.row.tags for name in tags)

    def mentions(self) -> list[Mention]:
        """Return who is mentioned, in their order."""
        return [tag.item for tag in self.row.tags if isinstance(tag.item, Mention)]


def views_of(parsed: ParsedReport, tagged: Tagged, people: People) -> list[View]:
    """Return the sentences of a report as views, after everybody named in them has been introduced."""
    text = parsed.body
    places = [(s.start, s.end, s.paragraph, s.opens_quoted) for s in parsed.sentences]
    start = text.find(parsed.headline) if parsed.headline else -1
    if start >= 0:
        places.insert(0, (start, start + len(parsed.headline or ""), -1, False))
    rows = [tagged.row(first, last) for first, last, _, _ in places]
    patterns = tagged.vocabulary.of("names")
    phrases = [list(noun_phrases(text, row, patterns)) for row in rows]
    people.introduce([phrase for several in phrases for phrase in several])
    return [
        View(
            number - (start >= 0), first, last, paragraph, quoted, text[first:last],
            with_people(row, several, people, tagged), tagged.marks_in(first, last),
        )
        for number, ((first, last, paragraph, quoted), row, several) in enumerate(zip(places, rows, phrases, strict=True))
    ]  # fmt: skip


def with_people(row: Row, phrases: Sequence[NounPhrase], people: People, tagged: Tagged) -> Row:
    """Return the row with each phrase that names somebody as one tag."""
    senses = tagged.vocabulary.made
    made: list[tuple[int, int, Tag]] = []
    for phrase in phrases:
        mention = people.mention(phrase)
        if mention is not None:
            kind = kind_of(mention)
            made.append((phrase.first, phrase.last, Tag(phrase.start, phrase.end, senses[kind], mention)))
        elif phrase.kind in ("nobody", "relative"):
            made.append((phrase.first, phrase.last, Tag(phrase.start, phrase.end, senses[phrase.kind])))
    return replaced(row, made)


def kind_of(mention: Mention) -> str:
    """Return the tag of a phrase that names somebody: a name, a group, or an office, that of a party's head told apart."""
    if mention.kind == "title" and mention.roles[:1] == ("party_leader",):
        return "person:title|party_leader"
    return {"both": "both", "group": "person:group", "name": "person:name"}.get(mention.kind, "person:title")

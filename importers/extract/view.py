"""Views: the sentences of a report, the headline before the first, each as a row of tags in which people stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from importers.extract.names import NounPhrase, noun_phrases
from importers.extract.people import Mention, People
from importers.grammar.numbers import replaced
from importers.grammar.tags import Mark, Row, Tag
from importers.lexicon import in_cases
from importers.parse.report import ParsedReport
from importers.parse.tagged import Tagged, tag


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
    begins_paragraph: bool = True

    def has(self, *tags: str) -> bool:
        """Return whether a tag of one of these stands in the sentence."""
        return any(name in one.sense for one in self.row.tags for name in tags)

    def mentions(self) -> list[Mention]:
        """Return who is mentioned, in their order."""
        return [one.item for one in self.row.tags if isinstance(one.item, Mention)]


def views_of(parsed: ParsedReport, people: People) -> list[View]:
    """Return the sentences of a report as views, after everybody named in them has been introduced."""
    places = [(s.start, s.end, s.paragraph, s.opens_quoted) for s in parsed.sentences]
    tagged = [parsed.tagged] * len(places)
    if parsed.headline:  # a source may tell it beside the text
        start = parsed.body.find(parsed.headline)
        places.insert(0, (max(start, 0), max(start, 0) + len(parsed.headline), -1, False))
        tagged.insert(0, parsed.tagged if start >= 0 else tag(parsed.headline, parsed.vocabulary))
    rows = [own.row(first, last) for own, (first, last, _, _) in zip(tagged, places, strict=True)]
    patterns = parsed.vocabulary.of("names")
    phrases = [list(noun_phrases(own.text, row, patterns)) for own, row in zip(tagged, rows, strict=True)]
    people.introduce([phrase for several in phrases for phrase in several])
    return [
        View(
            number - (parsed.headline is not None), first, last, paragraph, quoted, own.text[first:last],
            with_people(row, several, people, own), own.marks_in(first, last),
            number == 0 or places[number - 1][2] != paragraph,
        )
        for number, (own, (first, last, paragraph, quoted), row, several) in enumerate(
            zip(tagged, places, rows, phrases, strict=True)
        )
    ]  # fmt: skip


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
    """Return the tag of a phrase that names somebody: a name, a group, or an office, by role where a pattern asks."""
    if mention.kind == "title" and mention.roles[:1] in (("party_leader",), ("monarch",)):
        return f"person:title|{mention.roles[0]}"
    return {"both": "both", "group": "person:group", "name": "person:name"}.get(mention.kind, "person:title")

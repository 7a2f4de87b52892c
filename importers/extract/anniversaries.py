"""Anniversaries: which ordinal, of what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importers.extract.milestones import BETWEEN_THEM, MilestoneWords, milestones_in, milestones_near
from importers.extract.ordinals import ORDINAL, YEARS_AGO, ordinal_of, years_back
from importers.extract.sentence_view import SentenceView

BOUNDARY = re.compile(r"[;]|\bwhile\b|\bas well as on\b|,\s+(?:as(?! well)|when)\s")
NO_MILESTONE = re.compile(r"\b(?:birth(?:day)?|wedding|death|demise|passing)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Anniversary:
    """An ordinal anniversary at a place in the text, its milestone where it is known which."""

    start: int
    end: int
    ordinal: int
    milestone: str | None


def may_tell(sentence: str) -> bool:
    """Return whether a sentence may tell of an anniversary at all: a cheap question, as most do not."""
    folded = sentence.lower()
    return (
        "anniv" in folded
        or " ago" in folded
        or "centen" in folded
        or "jubilee" in folded
        or ("al day" in folded or "ce day" in folded or "ng day" in folded)
    )


def find_anniversaries(view: SentenceView, words: MilestoneWords) -> list[Anniversary]:
    """Return the ordinal anniversaries that a sentence tells of, one for each milestone of each ordinal."""
    found: list[Anniversary] = []
    words = words.between(countries_of(view))
    text, matches = view.body, list(ORDINAL.finditer(view.body, view.start, view.end))
    for number, match in enumerate(matches):
        ordinal = ordinal_of(match)
        if not ordinal or (match["again"] and not number) or is_of_a_person(text, match):
            continue
        limit = matches[number + 1].start() if number + 1 < len(matches) else view.end
        stop = BOUNDARY.search(text, match.end(), limit)
        slugs = milestones_near(view, match, stop.start() if stop else limit, words, ordinal)
        if match["day"]:  # some count the first of all as the first day: theirs is no such anniversary
            slugs = [slug for slug in slugs if words.years_off(slug, ordinal) == 0]
            if not slugs:
                continue
        named: list[str | None] = [*slugs] or [words.told.get(ordinal)]
        for slug in named:
            found.append(Anniversary(match.start(), match.end(), ordinal, slug))
            if slug:
                words.told[ordinal] = slug
    return found + years_ago(view, words)


def countries_of(view: SentenceView) -> frozenset[str]:
    """Return the countries that a sentence names, and those of the leaders whom it names."""
    of_leaders = {view.people.persons[mention.slug].country for mention in view.mentions if mention.slug}
    countries = frozenset(c for c in of_leaders if c)
    if BETWEEN_THEM.search(view.text):
        return countries  # whatever else the sentence names, it means those who write
    return countries | {token.value for token in view.by_kind.get("country", ())}


def is_of_a_person(text: str, match: re.Match[str]) -> bool:
    """Return whether an anniversary is of a birth, a wedding or a death."""
    return bool(NO_MILESTONE.search(match["between"] or "") or NO_MILESTONE.match(text, match.end() + 1))


def years_ago(view: SentenceView, words: MilestoneWords) -> list[Anniversary]:
    """Return the anniversaries told as "75 years ago" beside the words of a milestone."""
    found: list[Anniversary] = []
    for match in YEARS_AGO.finditer(view.body, view.start, view.end) if " ago" in view.text else ():
        ordinal = years_back(match)
        if not ordinal or ordinal < 10:
            continue  # that something happened some years ago makes no anniversary
        near = [t for t in view.tokens if t.kind in ("milestone", "country") or t[2:] == ("relations", "relations")]
        slugs = milestones_in(view.body, near, words, ordinal, None)
        if slugs and words.year and words.agrees(slugs[0], ordinal):
            found.append(Anniversary(match.start(), match.end(), ordinal, slugs[0]))
    return found


class Anniversaries:
    """The anniversaries of a report, looked for sentence by sentence, when they are asked for."""

    def __init__(self, views: Sequence[SentenceView], words: MilestoneWords) -> None:
        self.views = views
        self.words = words
        self.known: dict[int, list[Anniversary]] = {}

    def of(self, view: SentenceView) -> list[Anniversary]:
        """Return the anniversaries that a sentence tells of."""
        if view.index not in self.known:
            self.known[view.index] = find_anniversaries(view, self.words) if may_tell(view.text) else []
        return self.known[view.index]

    def all(self) -> Iterator[Anniversary]:
        """Yield the anniversaries of all sentences."""
        for view in self.views:
            yield from self.of(view)

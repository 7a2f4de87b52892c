"""Occasions: what a message is written for, by the patterns of a language and by the anniversaries of a sentence.

What a language gives (occasions.toml): patterns in their order, the first that holds in a sentence decides. Each keeps
`occasion`, a word whose tag `occasion` means one of the slugs of the reference data, or has the key `occasion` with
one; it may keep `year`, the one that is greeted. Further keys:

    rank = "strong"      decides though the sentence tells of an anniversary: condolences, an election, a birthday
    rank = "incidental"  what messages for anything else speak of too: it decides where nothing else does
    counts = true        an anniversary that the sentence counts is of this: its milestone and ordinal go with it

Anniversaries tell the occasion by the kind of what is counted from; for that a language counts them with, and names
them without, an ordinal: see claims/anniversaries.py. What stands behind a verb of saying (`say`, `saying`) is what was
said, not what was written for, unless the words for a message or for good wishes (`message`, `congratulate`,
`occasion_of` ...) come between.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from importers.extract.claims.anniversaries import Observed
from importers.extract.view import View
from importers.grammar.numbers import number_in
from importers.grammar.patterns import Match, Patterns
from importers.grammar.tags import Row

OF_MILESTONE = {  # what an anniversary of a milestone of each kind is an occasion of
    "diplomatic_relations": "diplomatic-anniversary",
    "treaty": "treaty-anniversary",
    "partnership": "partnership-anniversary",
    "state_founded": "national-day",
    "party_founded": "party-anniversary",
    "war_end": "victory-day",
}
OTHER = "other"
SAID = ("say", "saying")
DONE = ("celebrate", "wish", "write")  # words that are of the deed itself, though they may tell what is said
WRITTEN = (
    "message",
    "congratulatory",
    "congratulate",
    "congratulating",
    "greeting",
    "exchange",
    "receive",
    "occasion_of",
)


class Occasion(NamedTuple):
    """What is written for; the milestone and the ordinal where it is an anniversary."""

    slug: str
    milestone: str | None = None
    ordinal: int | None = None
    rank: str = "plain"
    year: int | None = None  # where the words tell it: "the New Year 2024"


class Told(NamedTuple):
    """The occasions that a sentence tells: as what is written for, and only within what it tells was said."""

    own: Occasion | None
    said: Occasion | None


def occasions_of(view: View, observed: Sequence[Observed], patterns: Patterns) -> Told:
    """Return the occasions that a sentence tells."""
    row = view.row
    matches = [match for pattern in patterns.able(set(row.letters)) for match in pattern.matches(row.letters)]
    saids = [is_said(view, row.tags[match.start].start) for match in matches]
    own = [match for match, said in zip(matches, saids, strict=True) if not said]
    rest = [match for match, said in zip(matches, saids, strict=True) if said]
    for_it = [each for each in observed if not is_said(view, each.start)]
    return Told(decided(row, own, for_it), decided(row, rest, [each for each in observed if each not in for_it]))


def decided(row: Row, matches: Sequence[Match], observed: Sequence[Observed]) -> Occasion | None:
    """Return what words and anniversaries together tell: strong words first, then anniversaries, then words."""
    by_words = occasion_in(row, matches[0], observed) if matches else None
    if by_words and by_words.rank == "strong":
        return by_words
    return by_anniversary(observed) or by_words or of_another_kind(observed)


def occasion_in(row: Row, match: Match, observed: Sequence[Observed]) -> Occasion:
    """Return the occasion that a match tells."""
    gives = match.pattern.gives
    slug = gives.get("occasion") or row.tags[match.kept["occasion"][0]].sense.one("occasion")
    counted = next((each for each in observed if each.ordinal), None) if gives.get("counts") else None
    rank = str(gives.get("rank", "plain"))
    if counted:
        return Occasion(slug, counted.milestone, counted.ordinal, rank)
    return Occasion(slug, rank=rank, year=number_in(row, match.kept.get("year")))


def by_anniversary(observed: Iterable[Observed]) -> Occasion | None:
    """Return the occasion of the first anniversary whose kind tells one."""
    for each in observed:
        slug = OF_MILESTONE.get(each.kind or "")
        if slug:
            return Occasion(slug, each.milestone, each.ordinal)
    return None


def of_another_kind(observed: Iterable[Observed]) -> Occasion | None:
    """Return the first anniversary as what is written for, though its kind is no occasion of its own: of a forum."""
    first = next((each for each in observed if each.milestone and each.ordinal), None)
    return Occasion(OTHER, first.milestone, first.ordinal) if first else None


def is_said(view: View, place: int) -> bool:
    """Return whether a place of a sentence is within what it tells was said, or within a quotation."""
    before = [tag for tag in view.row.tags if tag.end <= place]
    quotes = sum("quote" in tag.sense for tag in before)
    if quotes % 2 != view.opens_quoted:
        return True
    for tag in reversed(before):
        if any(name in tag.sense for name in WRITTEN):
            return False
        if any(name in tag.sense for name in SAID) and not any(name in tag.sense for name in DONE):
            return True
    return False

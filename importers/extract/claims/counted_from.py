"""Counted from: which events stand beside a count as what it counts from, and what each of them means."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from importers.extract.claims.milestones import Event, Meaning, Ordinal
from importers.extract.claims.observed_year import cues
from importers.extract.persons import Mention
from importers.grammar.numbers import number_in
from importers.grammar.patterns import Match
from importers.grammar.tags import Row, Tag

FAR, JOINED, TIES = 90, 50, 45  # characters to an event, from there to one that is added, to words for ties alone
TURNS = ("apart", "stop", "say", "saying")  # where a sentence turns from what is counted from to something else
UNLISTED = ("none", "party", "partnership")  # events that are counted from also where no reference data hold them
HIGHEST = 1500  # a higher number counts no anniversary


class Counted(NamedTuple):
    """An ordinal, the milestone that it counts from, and its kind, also where it is not known which one."""

    ordinal: Ordinal
    slug: str | None
    kind: str | None


class Sentence(NamedTuple):
    """A sentence in which anniversaries are looked for.

    `countries` are those named in it and those of its leaders, `spoken` the same with their places.
    """

    row: Row
    meaning: Meaning
    countries: frozenset[str]
    spoken: Sequence[tuple[int, str]]

    def means(self, event: Event, ordinal: Ordinal) -> str | None:
        """Return the milestone that an event is in this sentence."""
        return self.meaning.of(event, ordinal, self.countries)

    def means_each(self, event: Event, ordinal: Ordinal) -> list[str]:
        """Return the relations with each of several countries, where the sentence speaks of all of them together."""
        if event.word not in ("relations", "ties") or not any(map(is_several, self.row.tags)):
            return []
        return self.meaning.of_each(ordinal, frozenset(event.countries))

    def tells_year_of(self, counted: Counted) -> bool:
        """Return whether a count leads to the year of the report, or to one near it that the sentence names."""
        if counted.slug is None or self.meaning.year is None:
            return False
        if self.meaning.years_off(counted.slug, counted.ordinal) == 0:
            return True
        led_to = self.meaning.knowledge.milestones[counted.slug].year + (counted.ordinal or 0)
        return led_to in {told for _, told in cues(self.row, self.meaning.year)}

    def before(self, place: int) -> list[str]:
        """Return the countries spoken of before a place, the nearest first."""
        return [country for start, country in reversed(self.spoken) if start < place]


def named_in(tags: Iterable[Tag]) -> list[str]:
    """Return the countries that tags name, in their order."""
    named: dict[str, None] = {}
    for tag in tags:
        if "country" in tag.sense:
            named[tag.sense.one("country")] = None
        pairs = tag.sense.get("pair", ())
        named |= dict.fromkeys(
            pairs[0].split("|") if len(pairs) == 1 else ()
        )  # short names may be of several countries
    return list(named)


def beside(tags: Sequence[Tag]) -> list[str]:
    """Return the countries that tags name; none where they mean "the two"."""
    return [] if any("between_them" in tag.sense for tag in tags) else named_in(tags)


def counted_from(sentence: Sentence, match: Match, before: int, after: int) -> list[Counted]:
    """Return the ordinals that a match tells of, each with what it counts from; one None where it tells of none.

    `before` and `after` are the tags where what belongs to another anniversary ends and begins.
    """
    ordinals = ordinals_of(sentence.row, match)
    events = events_of(sentence, match, ordinals, before, after)
    found = [each for number in range(len(ordinals)) for each in share_of(number, ordinals, events, sentence)]
    if match.pattern.gives.get("exact"):
        return [each for each in found if sentence.tells_year_of(each)]
    return found


def ordinals_of(row: Row, match: Match) -> list[Ordinal]:
    """Return the ordinals that a match keeps."""
    if match.pattern.gives.get("uncounted"):
        return [None]
    first, last = match.kept["count"]
    least = match.pattern.gives.get("least", 1)
    return [n for at in range(first, last) if (n := number_in(row, (at, at + 1))) and least <= n <= HIGHEST]


def share_of(number: int, ordinals: Sequence[Ordinal], events: Sequence[Event], sentence: Sentence) -> list[Counted]:
    """Return what one of several ordinals counts from: of as many events its own, else those that its count fits."""
    ordinal, is_own = ordinals[number], len(ordinals) == len(events) > 1
    own = [events[number]] if is_own else events
    meant: list[tuple[str | None, Event]] = [
        (slug, event)
        for event in own
        for slug in (*sentence.means_each(event, ordinal), sentence.means(event, ordinal))
    ]
    if len(ordinals) > 1 and not is_own:
        meant = [(slug, event) for slug, event in meant if slug and sentence.meaning.years_off(slug, ordinal) == 0]
    found = {slug: Counted(ordinal, slug, sentence.meaning.kind(slug, event)) for slug, event in meant if slug}
    kind = sentence.meaning.kind(None, meant[0][1]) if meant else None
    return list(found.values()) or [Counted(ordinal, None, kind)]


def events_of(sentence: Sentence, match: Match, ordinals: Sequence[Ordinal], before: int, after: int) -> list[Event]:
    """Return the events that a match counts from.

    What is brought in by "of", or stands on the side of the pattern; else whose anniversary it is; else what this
    ordinal was told of before; else what the sentence named before.
    """
    tags, gives = sentence.row.tags, match.pattern.gives
    behind = tags[match.end : after]
    ahead = tags[before : match.start][::-1]
    countries = [*named_in(tags[match.start : match.end]), *named_in(up_to_turn(behind))]
    countries += sentence.before(tags[match.start].start)
    first, last = match.kept.get("count", (match.start, match.start))
    within = ("milestone", "event") if gives.get("exact") and "event" not in gives else ("milestone",)
    inner = [
        each
        for tag in tags[last : match.end]
        if any(kind in tag.sense for kind in within) and (each := event_in(tag, countries))
    ]
    if any(mark.kind != "pair milestone" for event in inner for mark in event.marks):
        return inner
    is_before = gives.get("side") == "before"
    is_brought_in = is_before or "of" in match.kept
    place = tags[first].start if is_before else tags[match.end - 1].end
    found = list(told_in(sentence, up_to_turn(ahead if is_before else behind), place, ordinals))
    if not found and (inner or "event" in gives):
        return inner or [Event(gives["event"], (), countries)]
    if found or ("of" in match.kept and "owner" not in match.kept):
        return found
    if gives.get("exact"):
        return list(told_in(sentence, up_to_turn(ahead), tags[match.start].start, ordinals))
    if "owner" in match.kept:
        return owned(tags[match.kept["owner"][0]])
    if any(ordinal in sentence.meaning.told for ordinal in ordinals):
        return [Event("same", (), ())]
    return [] if is_brought_in else list(told_in(sentence, ahead, place, ordinals))[:1]


def owned(owner: Tag) -> list[Event]:
    """Return the founding of what has an anniversary: "China's 75th anniversary", "the organisation's"."""
    return [Event("", owner.item, ())] if owner.item else [Event("state", (), [owner.sense.one("country")])]


def up_to_turn(tags: Sequence[Tag]) -> Sequence[Tag]:
    """Return the tags up to where the sentence turns to something else."""
    return tags[: next((n for n, tag in enumerate(tags) if any(x in tag.sense for x in TURNS)), len(tags))]


def told_in(sentence: Sentence, tags: Sequence[Tag], place: int, ordinals: Sequence[Ordinal]) -> Iterator[Event]:
    """Yield the events in tags that lead away from a place: the first, and those that are added to it with "and".

    Relations that no reference data hold are counted from where nothing else is.
    """
    countries, last, found, since = beside(tags), place, 0, 0
    owners = countries or sentence.before(place)
    ties: list[Event] = []
    unknown: list[Event] = []
    for number, tag in enumerate(tags):
        event = event_in(tag, owners if tag.sense.one("event") == "state" else countries)
        if event is None or not may_be_meant(event, ordinals, sentence):
            unknown += [event] if event and event.word == "relations" and abs(tag.start - place) <= FAR else []
            continue
        distance = min(abs(tag.start - last), abs(tag.end - last))
        if distance > (JOINED if found else FAR) or (
            found and not any("and" in other.sense for other in tags[since:number])
        ):
            break
        if event.word == "ties":
            ties += [event] if distance <= TIES else []
            continue
        yield event
        found, last, since = found + 1, tag.end, number
        if event.word == "none":
            return
    if not found:
        yield from (ties or unknown)[:1]
        nearest = [tag for tag in tags if "the" not in tag.sense][:3]
        is_of_two = len(named_in(nearest)) > 1  # "20 years of the Russian-Chinese partnership"
        if not ties and not unknown and nearest and "country" in nearest[0].sense and not is_of_two:
            yield Event("state", (), countries[:1])


def is_several(tag: Tag) -> bool:
    """Return whether a tag speaks of several countries together: "the six countries", "the presidents of ..."."""
    is_group = isinstance(tag.item, Mention) and tag.item.kind == "group"
    return is_group or ("lands_count" in tag.sense and "between_them" not in tag.sense)


def may_be_meant(event: Event, ordinals: Sequence[Ordinal], sentence: Sentence) -> bool:
    """Return whether an event, known or not, may be what is counted from."""
    return None in ordinals or event.word in UNLISTED or any(sentence.means(event, ordinal) for ordinal in ordinals)


def event_in(tag: Tag, countries: Sequence[str]) -> Event | None:
    """Return the event that a tag tells of, beside these countries."""
    if "milestone" in tag.sense:
        return Event("", tag.item, countries)
    return Event(tag.sense.one("event"), (), countries) if "event" in tag.sense else None

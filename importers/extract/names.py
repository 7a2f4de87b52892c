"""Names: the noun phrases of a sentence that name people, as the patterns of a language put them together."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from importers.grammar.patterns import Match, Patterns, first_matches
from importers.grammar.tags import CASE, Row, Tag

NAMING = ("leader", "family", "title", "titles", "name", "both", "kin")


class NounPhrase(NamedTuple):
    """Country, titles and name as they stand together. `name` is None where an office alone is named."""

    first: int  # the tags that it takes of its row
    last: int
    start: int
    end: int
    kind: str  # person, group, both, relative, nobody
    pattern: str
    countries: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()  # the words of the titles, in small letters
    name: str | None = None
    leaders: tuple[str, ...] = ()  # whom the whole name may mean
    families: tuple[str, ...] = ()  # whom the family name in it may mean
    given: str = ""  # the words of the name before the family name
    cases: frozenset[str] = frozenset()  # in which it may stand, in a language that declines names
    is_of_body: bool = False  # whether it names a party, a cabinet or the like
    newly: str = ""  # elected or appointed, where the words say so: "the president-elect"


def noun_phrases(text: str, row: Row, patterns: Patterns) -> Iterator[NounPhrase]:
    """Yield the noun phrases of a row that name people, in their order."""
    for match in first_matches(patterns, row.letters):
        yield from phrases_of(text, row, match)


def phrases_of(text: str, row: Row, match: Match) -> Iterator[NounPhrase]:
    """Yield the noun phrase of a match; two, where what stands behind a name is the office of somebody else."""
    kept = match.kept
    if match.pattern.gives["gives"] == "person" and "name" in kept and "apposed" in kept:
        behind = kept["apposed"][0] > kept["name"][0]
        own = noun_phrase(text, row, match, match.start, kept["apposed"][0] if behind else match.end)
        apposed = noun_phrase(text, row, match, *kept["apposed"], named=False)
        whole = noun_phrase(text, row, match, match.start, match.end)
        if behind and (are_apart(own.countries, apposed.countries) or are_apart(own.cases, apposed.cases)):
            yield trimmed(row, own)
            yield apposed
        else:
            yield whole
        return
    whole = noun_phrase(text, row, match, match.start, match.end)
    several = whole.kind == "person" and len(whole.countries) > 1
    border = between_names(row, match)
    if whole.kind == "person" and border:
        first, last = kept["name"]
        for part in ((first, border), (border, last)):
            one = match._replace(kept={**kept, "name": part})
            yield noun_phrase(text, row, one, match.start if part[0] == first else border, part[1])
        return
    parts = [noun_phrase(text, row, match, *part) for part in offices_in(row, match)] if several else []
    if len({part.countries for part in parts if part.countries}) > 1:
        yield from (part for part in parts if part.titles)  # "the Mongolian president, the president of Serbia"
    else:
        yield whole


def between_names(row: Row, match: Match) -> int | None:
    """Return where the name of somebody else begins: two family names in different cases are of two people."""
    first, last = match.kept.get("name", (0, 0))
    for place in range(first + 1, last):
        one, other = (row.tags[at].sense for at in (place - 1, place))
        if "family" in one and "family" in other and are_apart(one.get(CASE, ()), other.get(CASE, ())):
            return place
    return None


def are_apart(one: Iterable[str], other: Iterable[str]) -> bool:
    """Return whether two phrases tell countries, or cases, of which none is the same."""
    return bool(set(one) and set(other)) and not set(one) & set(other)


def offices_in(row: Row, match: Match) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a match that commas and "and" part."""
    first = match.start
    for place in range(match.start, match.end + 1):
        if place == match.end or "comma" in row.tags[place].sense or "and" in row.tags[place].sense:
            if place > first:
                yield first, place
            first = place + 1


def trimmed(row: Row, phrase: NounPhrase) -> NounPhrase:
    """Return the phrase without the comma at its end."""
    last = phrase.last
    while last > phrase.first and not any(kind in row.tags[last - 1].sense for kind in (*NAMING, "country")):
        last -= 1
    return phrase._replace(last=last, end=row.tags[last - 1].end)


def noun_phrase(text: str, row: Row, match: Match, first: int, last: int, *, named: bool = True) -> NounPhrase:
    """Return what stands in a stretch of tags as one noun phrase."""
    tags = row.tags[first:last]
    countries, roles, titles = parts_of(text, tags)
    kept = match.kept.get("name") if named else None
    words = row.tags[kept[0] : kept[1]] if kept and first <= kept[0] and kept[1] <= last else ()
    start, end = row.span(first, last)
    kind = match.pattern.gives["gives"]
    if kind == "group" and "lands" in match.kept:
        countries = tuple(
            tag.sense.one("country") for tag in row.tags[slice(*match.kept["lands"])] if "country" in tag.sense
        )
    return NounPhrase(
        first, last, start, end, kind, match.name, countries, roles, titles,
        name=text[words[0].start : words[-1].end] if words else None,
        leaders=next((tag.sense["leader"] for tag in (*words[:1], *words[-1:]) if "leader" in tag.sense), ()),
        families=next((tuple(tag.sense["family"]) for tag in reversed(words) if "family" in tag.sense), ()),
        given=given_of(text, words),
        cases=cases_of(tags),
        is_of_body=any("organisation" in tag.sense for tag in tags),
        newly=next((tag.sense.one("newly") for tag in tags if "newly" in tag.sense), ""),
    )  # fmt: skip


def parts_of(text: str, tags: Sequence[Tag]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the countries, the roles of the titles, and their words."""
    countries: list[str] = []
    roles: list[str] = []
    titles: list[str] = []
    for tag in tags:
        if "country" in tag.sense:
            countries.append(tag.sense.one("country"))
        if "capital" in tag.sense and titles:
            countries.append(tag.sense.one("capital"))
        for kind in ("title", "titles"):
            if kind in tag.sense:
                titles.append(text[tag.start : tag.end].lower())
                for meaning in tag.sense[kind]:
                    role, _, country = meaning.partition("|")
                    roles.append(role)
                    countries += [country] if country else []
    return tuple(dict.fromkeys(countries)), tuple(dict.fromkeys(roles)), tuple(titles)


def given_of(text: str, words: Sequence[Tag]) -> str:
    """Return the words of a name before its family name, "" where it stands alone."""
    last = next((tag for tag in reversed(words) if "family" in tag.sense), None)
    return text[words[0].start : last.start].strip() if words and last is not None else ""


def cases_of(tags: Iterable[Tag]) -> frozenset[str]:
    """Return the cases in which words that name somebody may stand: those of all their titles and names, else any."""
    found: frozenset[str] = frozenset()
    for tag in tags:
        if CASE in tag.sense and any(kind in tag.sense for kind in NAMING):
            cases = frozenset(tag.sense[CASE])
            found = found & cases or found | cases
    return found

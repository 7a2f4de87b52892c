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
    """Yield the noun phrase of a match; several, where it names more than one of whom each is somebody else."""
    whole = noun_phrase(text, row, match, match.start, match.end)
    is_person = whole.kind == "person"
    if is_person and "name" in match.kept and "apposed" in match.kept:
        yield from with_apposed_office(text, row, match, whole)
    elif is_person and (border := between_names(row, match)):
        yield from side_by_side(text, row, match, border)
    elif is_person and len(whole.countries) > 1:
        yield from of_several_countries(text, row, match, whole)
    else:
        yield whole


def with_apposed_office(text: str, row: Row, match: Match, whole: NounPhrase) -> Iterator[NounPhrase]:
    """Yield a name with the office beside it; both apart, where what stands behind is the office of somebody else."""
    name, office = match.kept["name"], match.kept["apposed"]
    if office[0] > name[0]:
        own = noun_phrase(text, row, match, match.start, office[0])
        apposed = noun_phrase(text, row, match, *office, named=False)
        if are_apart(own.countries, apposed.countries) or are_apart(own.cases, apposed.cases):
            yield trimmed(row, own)
            yield apposed
            return
    yield whole


def side_by_side(text: str, row: Row, match: Match, border: int) -> Iterator[NounPhrase]:
    """Yield two people whose names stand side by side, with what belongs to each."""
    first, last = match.kept["name"]
    for start, name in ((match.start, (first, border)), (border, (border, last))):
        own = match._replace(kept={**match.kept, "name": name})
        yield noun_phrase(text, row, own, start, name[1])


def of_several_countries(text: str, row: Row, match: Match, whole: NounPhrase) -> Iterator[NounPhrase]:
    """Yield offices of several countries each by itself: "the Mongolian president, the president of Serbia"."""
    parts = [noun_phrase(text, row, match, *part) for part in offices_in(row, match)]
    if len({part.countries for part in parts if part.countries}) > 1:
        yield from (part for part in parts if part.titles)
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

"""Names that are spelled like others: a leader whom nobody knows may be one who is known, mistyped."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from models import Leader

NAMED = 3  # how many names are told for one that is none
VERY_NEAR = 90  # of 100: a letter or two of a usual name are others, or its parts stand in another order
Pair = frozenset[str | None]


def likeness(one: str, other: str) -> float:
    """Return how much two slugs are spelled alike, of 100."""
    from rapidfuzz import fuzz

    a, b = one.replace("-", " "), other.replace("-", " ")
    return max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b))


def nearest(word: str, words: Iterable[str]) -> str:
    """Return in words those that are spelled most like a word, the nearest first; nothing where there are none."""
    from rapidfuzz import fuzz

    def order(one: str) -> tuple[float, str]:
        return -fuzz.WRatio(word.replace("-", " "), one.replace("-", " ")), one

    found = sorted(words, key=order)[:NAMED]
    return f"; the nearest: {', '.join(found)}" if found else ""


def said_apart(several: Iterable[Mapping[str, Any]]) -> set[Pair]:
    """Return the pairs of leaders of whom corrections say that they are never the same."""
    return {frozenset((row["leader"], row["right_value"])) for row in several if row["property"] == "never_same_as"}


def refuse_near(connection: Connection, row: Mapping[str, Any], apart: Collection[Pair]) -> None:
    """Raise ValueError where a correction makes a leader whose name is very nearly that of one who is known.

    Whoever is said to be never the same as that one is taken for somebody new.
    """
    chosen = list(leaders_chosen(row))
    slugs = set(connection.execute(select(Leader.slug)).scalars()) if chosen else set()
    for column, slug in chosen:
        near = [] if slug in slugs else [one for one in slugs if likeness(slug, one) >= VERY_NEAR]
        near = [one for one in near if frozenset((slug, one)) not in apart and {slug, one} != own_pair(row)]
        if near:
            near.sort(key=lambda one: (-likeness(slug, one), one))
            raise ValueError(
                f"{column}: there is no leader {slug}, but {', '.join(near[:NAMED])}; if it is somebody else, say so"
                f" first: chancery correct leader {slug} --never-same-as {near[0]}"
            )


def leaders_chosen(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the leaders whom people named, not those whom the machine read, each with the column."""
    if row["property"] in ("leaders", "same_as", "never_same_as", "speaker"):
        for slug in (row["right_value"] or "").split():
            yield "right_value", slug
    if row["property"] == "never_same_as":
        yield "leader", row["leader"]
    if row["fact"] == "message" and row["quote"] is not None:
        yield "leader_a", row["leader_a"]
        yield "leader_b", row["leader_b"]


def own_pair(row: Mapping[str, Any]) -> set[str | None]:
    """Return the two who are said to be never the same, or to be one: their names may be as near as they like."""
    return {row["leader"], row["right_value"]}

"""Linked data (JSON-LD) in a page: what it says of its article, apart from what it says of everything else."""

import datetime
import json
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from importers.raw_report import FIRST_YEAR, LAST_YEAR
from importers.readers.days import day_of

BEGINS, ENDS = b"<script", b"</script"
KIND = b"application/ld+json"
ARTICLES = ("article", "blogposting", "report", "newsarticle", "pressrelease", "statement")
WITHIN = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart")  # not isBasedOn, citation, video
DEEPEST = 6
SCRIPTS_AT_MOST = 200


class LinkedData:
    """What the scripts of linked data in a page say of its article."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Where scripts of linked data begin and end."""
        found: list[tuple[int, int]] = []
        at = self.content.lower().find(BEGINS) if KIND in self.content else -1
        lower = self.content.lower() if at >= 0 else b""
        while at >= 0 and len(found) < SCRIPTS_AT_MOST:
            end_of_tag, end = lower.find(b">", at), lower.find(ENDS, at)
            if end_of_tag < 0 or end < 0:
                break
            if KIND in lower[at:end_of_tag]:
                found.append((end_of_tag + 1, end))
            at = lower.find(BEGINS, end)
        return found

    @cached_property
    def articles(self) -> list[dict[str, Any]]:
        """The articles told of."""
        return [node for begin, end in self.places for node in articles_in(parsed(self.content[begin:end]))]

    @property
    def is_of_article(self) -> bool:
        """Whether it tells of an article, or of nothing: the page's other data may then be taken for the article's."""
        return bool(self.articles) or not self.places

    @property
    def rest(self) -> bytes:
        """The page without it."""
        pieces, at = [], 0
        for begin, end in self.places:
            pieces.append(self.content[at:begin])
            at = end
        return b"".join([*pieces, self.content[at:]])

    def day_of(self, title: str) -> datetime.date | None:
        """Return the day on which the article was published; of several articles that of the one with this title."""
        days = [(node, day) for node in self.articles if (day := published_on(node))]
        own = [day for node, day in days if title and str(node.get("headline") or node.get("name")).strip() == title]
        days_of_all = own or [day for _, day in days]
        return days_of_all[0] if len(set(days_of_all)) == 1 or own else None


def parsed(script: bytes) -> Any:
    """Return what a script says; None where it is no JSON."""
    try:
        return json.loads(
            script.decode("utf-8", "replace").strip().removeprefix("<!--").removesuffix("-->"), strict=False
        )
    except (ValueError, RecursionError):
        return None


def articles_in(node: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the articles in linked data, but none that is told of as another's source, part or picture."""
    if depth > DEEPEST:
        return
    if isinstance(node, list):
        for one in node:
            yield from articles_in(one, depth + 1)
    elif isinstance(node, dict):
        kinds = node.get("@type")
        if any(str(kind).lower().endswith(ARTICLES) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield node
        else:
            for name in WITHIN:
                yield from articles_in(node.get(name), depth + 1)


def published_on(node: dict[str, Any]) -> datetime.date | None:
    """Return the day that an article says it is of."""
    for name in ("datePublished", "dateCreated"):
        day = day_of(str(node.get(name) or ""))
        if day and FIRST_YEAR <= day.year <= LAST_YEAR:
            return day
    return None

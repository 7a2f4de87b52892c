"""Who published a text: what its source says, the dateline, marks and credits on the page, the address."""

import re
from urllib.parse import urlsplit

from importers.grammar.tags import Mark, Tagger
from importers.knowledge import Knowledge
from importers.parse.dateline import Dateline
from importers.parse.dates import DATE
from importers.parse.page import STORED_PREFIX, Page
from importers.raw_report import RawReport

SOURCE_IS = re.compile(r"\b(?:source|courtesy|by|from)\s*[:|]\s*$", re.IGNORECASE)
STAMP = re.compile(r"(?=\D*\d)(?>\d+|[A-Z][a-z]{2,8}|[A-Z]{3}|[ap]m|[\s|,:./-]+)+")
LEARNS = re.compile(
    r"(?: News Agency)? (?:(?:has |have )?(?:learned|learnt)|reports? (?:with reference to|citing|referring to))\b"
)
MASTHEAD = re.compile(r"(?:\. [A-Z][^.]+| (?:Newspaper|Online|Daily)\b[^.,]*)$")  # "MercoPress. South Atlantic ..."
MAILBOX = re.compile(r"[\w.+-]+@(?P<site>[\w-]+(?:\.[\w-]+)+)")
SITE = re.compile(r"^(?:[^\n.]{0,50}\()?(?P<site>[\w-]+(?:\.[\w-]+){1,3})\)?[ \t]*$", re.MULTILINE)


def publisher(
    raw: RawReport, page: Page, dateline: Dateline | None, tokens: list[Mark], knowledge: Knowledge, tagger: Tagger
) -> str | None:
    """Return the outlet that wrote the text: what the source says, an agency in the dateline, a mark, an address."""
    if raw.outlet in knowledge.outlets:
        return raw.outlet
    named = [token for token in tagger.find(raw.outlet or "")[1] if token.kind == "outlet name"]
    if named:  # a feed or a page says "Xinhua News Agency"
        return named[0].value
    marks = [token for token in tokens if token.kind == "outlet mark"]
    if dateline is not None:
        within = [
            t
            for t in tokens
            if t.kind in ("outlet mark", "outlet name") and t.start < dateline.end and t.start >= dateline.end - 140
        ]
        if within:
            return within[-1].value  # a headline above may name another
        if dateline.agency:
            for mark in tagger.find(f"({dateline.agency})")[1]:
                if mark.kind in ("outlet mark", "outlet name"):
                    return mark.value
    if marks:
        return marks[0].value
    credited = credited_outlet(page, tokens)
    if credited:
        return credited
    for address in (raw.url, page.url, *addresses_alone(page.text)):
        found = outlet_of_address(address, knowledge) if address else None
        if found:
            return found
    return next((token.value for token in tokens if token.kind == "outlet name" and learns(page.text, token)), None)


def credited_outlet(page: Page, tokens: list[Mark]) -> str | None:
    """Return the outlet that a line of credit names: "Source: Xinhua", "(Xinhua News Agency January 16, 2006)".

    Else the one whose name stands alone in a line, or beside nothing but a day: "CGTN 18:20, 31-Dec-2017".
    """
    alone = None
    for token in tokens:
        if token.kind == "outlet name":
            start = page.text.rfind("\n", 0, token.start) + 1
            before = STORED_PREFIX.sub("", page.text[start : token.start])
            after = page.text[token.end : token.end + 40].split("\n")[0]
            if SOURCE_IS.search(before) or (before.strip() in ("(", "—", "–", "-") and DATE.search(after)):
                return token.value
            if before.strip(" -–—(|*").lower() in ("", "by") and (
                not after.strip(" -–—)|*./") or STAMP.fullmatch(after) or MASTHEAD.match(after)
            ):
                if before.strip():
                    return token.value
                alone = alone or token.value
    return alone


def learns(text: str, token: Mark) -> bool:
    """Return whether an outlet tells how it came to know: "BelTA learned from the press service"."""
    return LEARNS.match(text, token.end) is not None


def addresses_alone(text: str) -> list[str]:
    """Return the addresses of sites that close a short line, "(RT.com)", and of mailboxes: "presse@example.de"."""
    patterns = (SITE, MAILBOX) if "@" in text else (SITE,)
    return [f"https://{match['site']}" for pattern in patterns for match in pattern.finditer(text)]


def outlet_of_address(address: str, knowledge: Knowledge) -> str | None:
    """Return the outlet whose domain the address is of."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return None
    labels = host.split(".")
    for number in range(len(labels) - 1):
        slug = knowledge.outlet_domains.get(".".join(labels[number:]))
        if slug:
            return slug
    return None

"""Who published a text: what its source says, the dateline, marks and credits on the page, the address."""

import re
from urllib.parse import urlsplit

from importers.grammar.tagger import Tagger
from importers.grammar.tags import Mark
from importers.knowledge import Knowledge
from importers.page_words import one_of_words, words_of_pages
from importers.parse.dateline import Dateline
from importers.parse.dates import DATE
from importers.parse.page import STORED_PREFIX, Page
from importers.raw_report import RawReport

SOURCE_IS = re.compile(rf"(?<!\w){one_of_words('before_outlets')}\s*[:：|]\s*$", re.IGNORECASE)
STAMP = re.compile(r"(?=\D*\d)(?>\d+|[A-Z][a-z]{2,8}|[A-Z]{3}|[ap]m|[\s|,:./-]+)+")
LEARNS = re.compile(rf"(?: (?i:{one_of_words('agency')}))? {one_of_words('learns')}\b")
MASTHEAD = re.compile(rf"(?:\. [A-Z][^.]+| {one_of_words('mastheads')}\b[^.,]*)$")  # "MercoPress. South Atlantic ..."
NEAR = 100  # characters around a mark that tell what it is
OF_OUTLETS = ("outlet mark", "outlet name")
WORD = re.compile(r"[\w’']+")
BESIDE_NAMES = frozenset((*words_of_pages("beside_names"), "com", "net", "org", "www"))
PICTURED = one_of_words("pictured")
CREDIT_BEFORE = re.compile(rf"(?<!\w){PICTURED}(?:\b[^.!?\n]{{0,40}}|/)$", re.IGNORECASE)
CREDIT_AFTER = re.compile(rf"[\s/-]{{0,2}}{PICTURED}\b", re.IGNORECASE)
AUTHORS = frozenset(words_of_pages("authors"))
MAILBOX = re.compile(r"[\w.+-]+@(?P<site>[\w-]+(?:\.[\w-]+)+)")
SITE = re.compile(r"^(?:[^\n.]{0,50}\()?(?P<site>[\w-]+(?:\.[\w-]+){1,3})\)?[ \t]*$", re.MULTILINE)


def publisher(
    raw: RawReport, page: Page, dateline: Dateline | None, tokens: list[Mark], knowledge: Knowledge, tagger: Tagger
) -> str | None:
    """Return the outlet that wrote the text: what the source says, the dateline, the address, a mark."""
    if raw.outlet in knowledge.outlets:
        return raw.outlet
    tokens = [token for token in tokens if token.kind in OF_OUTLETS and not is_credit(page.text, token)]
    return (
        (outlet_named(raw.outlet, knowledge, tagger) if raw.outlet else None)
        or (outlet_of_dateline(dateline, tokens, tagger) if dateline else None)
        or (outlet_of_address(raw.url, knowledge) if raw.url else None)
        or next((t.value for t in tokens if t.kind == "outlet mark" and is_by_itself(page.text, t)), None)
        or credited_outlet(page, tokens, has_address=raw.url is not None)
        or next(filter(None, (outlet_of_address(site, knowledge) for site in addresses_in(page) if site)), None)
        or next((t.value for t in tokens if t.kind == "outlet name" and learns(page.text, t)), None)
    )


def outlet_of_dateline(dateline: Dateline, tokens: list[Mark], tagger: Tagger) -> str | None:
    """Return the outlet that stands in a dateline, the last of several: a headline above may name another."""
    within = [t for t in tokens if dateline.end - 140 <= t.start < dateline.end]
    if within:
        return within[-1].value
    marks = tagger.find(f"({dateline.agency})")[1] if dateline.agency else []
    return next((mark.value for mark in marks if mark.kind in OF_OUTLETS), None)


def addresses_in(page: Page) -> list[str | None]:
    """Return the address that a page says it has, and those of sites and mailboxes that stand by themselves."""
    return [page.url, *addresses_alone(page.text)]


def outlet_named(name: str, knowledge: Knowledge, tagger: Tagger) -> str | None:
    """Return the outlet that a source calls so: "Xinhua News Agency", "news.cn"; none that a longer name has in it."""
    own = plain_words(name)
    for token in tagger.find(name)[1]:
        if token.kind == "outlet name" and (own <= plain_words(name[token.start : token.end]) or len(own) == 0):
            return token.value
    return outlet_of_address(f"https://{name}", knowledge) if "." in name and " " not in name else None


def plain_words(name: str) -> set[str]:
    """Return the words of a name, without those that many names have beside it."""
    return set(WORD.findall(name.casefold())) - BESIDE_NAMES


def is_credit(text: str, token: Mark) -> bool:
    """Return whether a mark or a name stands in the credit of a photo: "(AP Photo/Jan Novak)", "Photo: Reuters"."""
    before, after = line_around(text, token)
    return CREDIT_BEFORE.search(before) is not None or CREDIT_AFTER.match(after[:30]) is not None


def line_around(text: str, token: Mark) -> tuple[str, str]:
    """Return what stands in the line of a mark before and behind it; of a long line what is near."""
    first, last = max(0, token.start - NEAR), token.end + NEAR
    start, end = text.rfind("\n", first, token.start) + 1, text.find("\n", token.end, last)
    return text[start or first : token.start], text[token.end : end if end >= 0 else last]


def is_by_itself(text: str, token: Mark) -> bool:
    """Return whether a mark in brackets stands where agencies put theirs; in a sentence it may be any abbreviation.

    "MOSCOW (Reuters) -" and "... the two countries. (Xinhua)", but not "the Defense Production Act (DPA) so that".
    """
    if not text[token.start : token.end].endswith(")"):
        return True
    before, after = (part.strip() for part in line_around(text, token))
    return not after or not before or after[0] in "-–—:_" or before[-1] in '.!?”"'


def credited_outlet(page: Page, tokens: list[Mark], *, has_address: bool) -> str | None:
    """Return the outlet that a line of credit names: "Source: Xinhua", "(Xinhua News Agency January 16, 2006)".

    Else the one whose name stands alone in a line, or beside nothing but a day: "CGTN 18:20, 31-Dec-2017"; where the
    page has an address, that tells better.
    """
    alone = None
    for token in tokens:
        if token.kind == "outlet name":
            before, after = line_around(page.text, token)
            before, after = STORED_PREFIX.sub("", before), after[:40]
            if SOURCE_IS.search(before) or (before.strip() in ("(", "—", "–", "-") and DATE.search(after)):
                return token.value
            if before.strip(" -–—(|*").lower() in ("", *AUTHORS) and (
                not after.strip(" -–—)|*./") or STAMP.fullmatch(after) or MASTHEAD.match(after)
            ):
                if before.strip():
                    return token.value
                alone = alone or token.value
    return None if has_address else alone


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

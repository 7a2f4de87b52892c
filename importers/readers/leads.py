"""Leads: what stands between headline and body is part of a report, and is read with it."""

import re

from importers.page_words import one_of_words

WORD = re.compile(r"\w+")
CUT_OFF = re.compile(rf"\s*(?:\[?(?:\.\.\.|…)\]?|{one_of_words('cut_off')})\W*$", re.IGNORECASE)
RUN = 3  # words
REPEATED = 0.75  # of the runs of words of a lead that the body repeats, if perhaps in sentences of its own


def with_lead(lead: str | None, body: str, title: str | None = None) -> str:
    """Return the lead and the body as one text; the body alone where it, or the title, says what the lead says."""
    lead = CUT_OFF.sub("", lead or "").strip()
    if not lead or is_repeated(lead, body) or is_repeated(lead, title or ""):
        return body
    return f"{lead}\n\n{body}"


def is_repeated(lead: str, text: str) -> bool:
    """Return whether a text says what the lead says, word for word or nearly."""
    own = WORD.findall(lead.casefold())
    words = WORD.findall(text.casefold())
    if not own or f" {' '.join(own)} " in f" {' '.join(words)} ":
        return True
    runs = set(zip(*(own[n:] for n in range(RUN)), strict=False))
    others = set(zip(*(words[n:] for n in range(RUN)), strict=False))
    return len(runs & others) >= REPEATED * len(runs) > 0

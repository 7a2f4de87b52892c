"""What a reader hands on: the text of one report, and what its source says of it."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class RawReport:
    """One report before it is parsed. What the source does not tell is None; nothing here is worked out."""

    locator: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published_on: datetime.date | None = None
    language: str | None = None

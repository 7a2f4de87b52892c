"""Values of facts as a correction has them: in words that a spreadsheet and a person can read."""

import datetime
from decimal import Decimal
from typing import Any


def in_words(value: Any) -> str | None:
    """Return a value as corrections have it: numbers without needless zeros, days as YYYY-MM-DD, None for nothing."""
    if value is None:
        return None
    if isinstance(value, float | Decimal):
        return f"{Decimal(str(value)).normalize():f}"
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def whole(words: str | None) -> int | None:
    """Return a whole number. Raises ValueError where it is none."""
    return None if words is None else int(words)


def number(words: str | None) -> float | None:
    """Return a number. Raises ValueError where it is none."""
    return None if words is None else float(words)


def day(words: str | None) -> datetime.date | None:
    """Return a day. Raises ValueError where it is none."""
    return None if words is None else datetime.date.fromisoformat(words)

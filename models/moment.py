"""Moments: PostgreSQL gives them with their zone, SQLite without, some queries on it as text."""

import datetime


def in_utc(moment: datetime.datetime | str) -> datetime.datetime:
    """Return a stored moment in UTC. Raises ValueError for text that is none."""
    moment = datetime.datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return moment.replace(tzinfo=datetime.UTC) if moment.tzinfo is None else moment.astimezone(datetime.UTC)

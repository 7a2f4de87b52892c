"""What became of a correction in the reading of a report."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Met:
    """Whether a correction holds, what is read now, and which pattern read it.

    Of what hangs on all reports of an exchange only `exchange` is told, its key: whether it holds is settled there.
    """

    holds: bool
    read: str | None
    by: str | None = None
    exchange: int | None = None

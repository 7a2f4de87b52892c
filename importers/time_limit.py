"""The limit of time: what takes longer than one report may ends, so that it does not hold up all others.

It counts the time for which the processor works on it: a busy machine, or one that sleeps, costs no report.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

from importers.raw_report import UnreadableError

LONGEST = 60  # seconds of work for one report
FoundT = TypeVar("FoundT")


@contextmanager
def time_limit() -> Iterator[None]:
    """End what takes longer than LONGEST with UnreadableError, where the system has such alarms."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, too_long)
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def each_in_time(found: Iterator[FoundT]) -> Iterator[FoundT]:
    """Yield what is found, as long as it takes no longer than LONGEST to find the next."""
    while True:
        try:
            with time_limit():
                following = next(found)
        except StopIteration:
            return
        yield following


def too_long(_number: int, _frame: FrameType | None) -> None:
    """Raise UnreadableError: reading takes too long."""
    raise UnreadableError(f"reading it takes longer than {LONGEST} seconds")

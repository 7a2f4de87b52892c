"""How far an import is: a bar on a terminal, a line now and then elsewhere; and whether it is to stop."""

import signal
import time
from collections.abc import Iterable
from types import FrameType, TracebackType

import click

from importers.outcomes import Counts
from importers.raw_report import Rejected
from importers.readers.document import Document
from importers.readers.places import Place

EVERY = 10  # seconds between two lines


ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


def end(number: int, _frame: FrameType | None) -> None:
    """End the import as it stands: whole batches are in, its processes and its folder go."""
    raise SystemExit(128 + number)


class Progress:
    """What an import tells of how far it is. This one tells nothing; Ctrl-C ends the import after its batch."""

    def __init__(self) -> None:
        self.is_stopped = False
        self.passed = self.within = 0

    def __enter__(self) -> "Progress":
        self.before = {signal.SIGINT: signal.signal(signal.SIGINT, self.stop)}
        for number in ENDING:
            self.before[number] = signal.signal(number, end)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self.before.items():
            signal.signal(number, handler)

    def stop(self, _number: int, _frame: FrameType | None) -> None:
        """Let the import end after its batch; the second time, at once."""
        if self.is_stopped:
            raise KeyboardInterrupt
        self.is_stopped = True

    def is_within(self, place: Place, document: Document) -> None:
        """Note how far a place was read."""
        if place.size and document.stream is not None:
            self.within = min(place.size, document.stream.tell())

    def has_passed(self, place: Place) -> None:
        """Note that a place was read to its end."""
        self.passed += place.size
        self.within = 0

    def show(self, counts: Counts) -> None:
        """Show how many reports are in, and how far the import is."""


class Told(Progress):
    """Progress that is told, in bytes of all there is to read."""

    def __init__(self, places: Iterable[Place | Rejected]) -> None:
        super().__init__()
        self.all = sum(place.size for place in places if isinstance(place, Place))
        self.began = self.told = time.monotonic()

    def line(self, counts: Counts) -> str:
        """Return in one line how many reports were met, how fast, and how long the rest may take."""
        met = counts.inserted + counts.updated + counts.unchanged + counts.rejected + counts.left_out
        seconds = max(time.monotonic() - self.began, 0.001)
        share = (self.passed + self.within) / self.all if self.all else 0
        left = f", {duration(seconds / share - seconds)} left" if share else ""
        return f"{met:,} reports, {met / seconds:,.0f} a second, {share:.0%}{left}"


class Lines(Told):
    """Progress as lines, for logs."""

    def show(self, counts: Counts) -> None:
        """Write a line, if the last one is some time ago."""
        if time.monotonic() - self.told >= EVERY:
            self.told = time.monotonic()
            click.echo(self.line(counts), err=True)


class Live(Told):
    """Progress as a bar, for people."""

    def __enter__(self) -> "Live":
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bar

        super().__enter__()
        columns = (BarColumn(), TextColumn("{task.description}"))
        self.bar = Bar(*columns, console=Console(stderr=True), transient=True)
        self.task = self.bar.add_task("reading", total=self.all or None)
        self.bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.bar.stop()
        super().__exit__(kind, error, trace)

    def show(self, counts: Counts) -> None:
        """Move the bar."""
        self.bar.update(self.task, completed=self.passed + self.within, description=self.line(counts))


def duration(seconds: float) -> str:
    """Return a duration in words."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"

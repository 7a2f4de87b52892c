"""Batches: so many outcomes as one transaction takes."""

from collections.abc import Iterable, Iterator

from importers.outcomes import Outcome, Passed
from importers.progress import Progress
from importers.raw_report import ColumnsUsed

BATCH = 200  # reports in one transaction


def batches(outcomes: Iterable[Outcome], size: int, progress: Progress) -> Iterator[list[Outcome]]:
    """Yield outcomes in batches of so many reports; once the import is to stop, what is at hand, and no more."""
    batch: list[Outcome] = []
    reports = 0
    for outcome in outcomes:
        batch.append(outcome)
        reports += not isinstance(outcome, Passed | ColumnsUsed)
        if reports >= size or progress.is_stopped:
            yield batch
            batch, reports = [], 0
        if progress.is_stopped:
            return
    if batch:
        yield batch

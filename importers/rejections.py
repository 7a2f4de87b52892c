"""Rejections: what could not be read, and why, until a later import can; what each import found is kept."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, delete, exists, func, select, update

from importers.outcomes import Outcome, Passed
from importers.raw_report import Rejected
from importers.sightings import forget, run_before
from importers.store import in_parts, insert, table_of
from models import Rejection, key_of

REJECTION = table_of(Rejection)
LISTED = 100  # of one file, for a broken one may hold no end of them


def kept_aside() -> Select[Any]:
    """Return the query for what is kept aside today: what no later import could read, or found gone."""
    later = REJECTION.alias()
    is_past = exists().where(later.c.locator == REJECTION.c.locator, later.c.last_run_id > REJECTION.c.last_run_id)
    return select(REJECTION).where(REJECTION.c.reason.is_not(None), ~is_past)


def with_few_rejections(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """Yield the outcomes; of what could not be read at one place, behind the first how many more there are."""
    listed = more = 0
    for outcome in outcomes:
        if isinstance(outcome, Rejected):
            if listed == LISTED:
                more += outcome.count
                continue
            listed += 1
        elif isinstance(outcome, Passed):
            if more:
                yield Rejected(outcome.locator, f"{more} more of it could not be read than the {LISTED} listed", more)
            listed = more = 0
        yield outcome


class Rejections:
    """What an import could not read, beside what ever was kept aside when it began."""

    def __init__(self, connection: Connection, run: int) -> None:
        self.run = run
        self.rejected: set[str] = set()
        self.ever = frozenset(connection.execute(select(REJECTION.c.locator)).scalars())
        self.in_order = sorted(self.ever)

    def note(self, connection: Connection, batch: Sequence[Outcome]) -> None:
        """Keep what could not be read, with its reason; what was read now, or is gone, is no longer kept aside."""
        rejected = {o.locator: o.reason for o in batch if isinstance(o, Rejected) and o.locator not in self.rejected}
        self.rejected |= rejected.keys()
        read = {locator for o in batch if isinstance(o, Passed) for locator in self.ever_within(o.locator)}
        read |= self.ever.intersection(o.locator for o in batch if not isinstance(o, Rejected | Passed))
        judge(connection, dict.fromkeys(read - self.rejected) | rejected, self.run)

    def ever_within(self, place: str) -> Iterator[str]:
        """Yield what was ever kept aside of a place and of what is in it."""
        for number in range(bisect_left(self.in_order, place), len(self.in_order)):
            locator = self.in_order[number]
            if not locator.startswith(place):
                return
            if locator[len(place) :][:1] in ("", "!", ":"):
                yield locator


def judge(connection: Connection, verdicts: Mapping[str, str | None], run: int) -> None:
    """Note why an import could not read what is at these locators; None where nothing is wrong there any more."""
    rest = dict(verdicts)
    longer = []
    before = func.coalesce(run_before(run), run)
    for locators in in_parts(verdicts):
        found = select(REJECTION).where(REJECTION.c.locator.in_(locators), REJECTION.c.first_run_id <= run)
        for row in connection.execute(found.where(REJECTION.c.last_run_id >= before)):
            if row.locator in rest and rest[row.locator] == row.reason:
                del rest[row.locator]
                longer.append(row.id)
    for keys in in_parts(longer):
        is_shorter = REJECTION.c.last_run_id < run
        connection.execute(update(REJECTION).where(REJECTION.c.id.in_(keys), is_shorter).values(last_run_id=run))
    rows = [
        {
            "id": key_of("rejection", locator, reason, run),
            "locator": locator,
            "reason": reason,
            "first_run_id": run,
            "last_run_id": run,
        }
        for locator, reason in rest.items()
    ]
    insert(connection, {"rejection": rows})


def take_back(connection: Connection, run: int) -> None:
    """Take back what an import could not read, and what it could again, as it is about to go."""
    forget(connection, REJECTION, run)
    earlier = REJECTION.alias()
    was_wrong = (earlier.c.reason.is_not(None), earlier.c.first_run_id < REJECTION.c.first_run_id)
    ever = exists().where(earlier.c.locator == REJECTION.c.locator, *was_wrong)
    connection.execute(delete(REJECTION).where(REJECTION.c.reason.is_(None), ~ever))

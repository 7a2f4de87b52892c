"""A dry run: what an import would do, without writing."""

from collections.abc import Sequence

from sqlalchemy import Engine

from importers.outcomes import Counts, Found, Outcome, known_at, left_out_at, rejected_at
from importers.sightings import known_places, places_of


class DryRun:
    """An import that only counts."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.reports: set[int] = set()
        self.places: set[int] = set()

    def load(self, batch: Sequence[Outcome], _before: Counts) -> tuple[Counts, Sequence[Outcome]]:
        """Return what loading the batch would count, and the batch."""
        founds = [outcome for outcome in batch if isinstance(outcome, Found)]
        with self.engine.connect() as connection:
            reports = self.reports | places_of(connection, {found.report for found in founds}).keys()
            places = self.places | known_places(connection, {found.place for found in founds})
        counts = Counts(
            unchanged=sum(len(known_at(outcome)) for outcome in batch),
            rejected=sum(map(rejected_at, batch)),
            left_out=sum(map(left_out_at, batch)),
        )
        for found in founds:
            counts.unchanged += found.place in places
            counts.inserted += found.place not in places and found.report not in reports
            counts.updated += found.place not in places and found.report in reports
            places.add(found.place)
            reports.add(found.report)
            self.places.add(found.place)
            self.reports.add(found.report)
        return counts, batch

    def end(self) -> None:
        """Nothing was begun."""

"""Importing readings: parts that were read elsewhere, loaded as if their archives had been read here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine

from importers.basis import Basis, note_basis
from importers.import_reports import Options, Summary, import_outcomes
from importers.outcomes import Outcome
from importers.parts import PartFolder
from importers.progress import Progress
from importers.read_with import read_with
from importers.recorded_run import RecordedRun
from importers.reference_data import ReferenceData
from models.database import writing


@dataclass(frozen=True)
class ReadElsewhere:
    """How many parts there are, and how many were read with something else than would be read with here."""

    parts: int
    other_reference: int
    other_program: int


def import_readings(engine: Engine, address: str, progress: Progress | None = None) -> tuple[Summary, ReadElsewhere]:
    """Import the parts in a folder; return what became of their reports, and what they were read with.

    Raises InputError where no parts are there, or one cannot be read.
    """
    folder = PartFolder(address)
    names = folder.names()
    reference = ReferenceData(engine)
    here, heads = read_with(reference.rows), [folder.head(name).read_with for name in names]
    elsewhere = ReadElsewhere(
        len(names),
        sum(head.reference_sha256 != here.reference_sha256 for head in heads),
        sum(head.program_sha256 != here.program_sha256 for head in heads),
    )
    others = {head for head in heads if head != here}
    with writing(engine) as connection:
        for other in others:
            note_basis(connection, Basis(other.program_sha256, other.reference_sha256, frozenset()))
    summary = import_outcomes(RecordedRun(reference), outcomes_in(folder, names), Options(), progress or Progress())
    return summary, elsewhere


def outcomes_in(folder: PartFolder, names: Sequence[str]) -> Iterator[Outcome]:
    """Yield what was read, part after part."""
    for name in names:
        yield from folder.read(name)


def told(elsewhere: ReadElsewhere) -> Iterator[str]:
    """Yield in lines for people where the parts were read with something else."""
    for count, what in ((elsewhere.other_reference, "other reference data"), (elsewhere.other_program, "other rules")):
        if count:
            yield (
                f"{count} of {elsewhere.parts} parts were read with {what} than this database and this version have:"
                " chancery import again reads their reports anew, but pages that they left out stay left out"
            )

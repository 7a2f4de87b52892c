"""An import from beginning to end: files found, read in batches, loaded batch by batch, the run noted."""

import datetime
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from importers.lexicon import Lexicon, build_lexicon
from importers.load import Counts, load
from importers.raw_report import RawReport
from importers.read import read
from importers.readers.text import Unreadable, read_text
from importers.reading import Reading
from importers.reference.records import Rows
from models import Base, ImportRun, Rejection, key_of
from models.database import InputError, writing

BATCH = 200  # reports in one transaction


@dataclass(frozen=True)
class Rejected:
    """Something that could not be read, and why."""

    locator: str
    reason: str


def import_reports(engine: Engine, paths: Iterable[Path]) -> tuple[Counts, list[Rejected]]:
    """Import the reports in the files and folders; return what became of them.

    Each batch is a transaction of its own: a killed import leaves whole batches. Raises InputError where a path does
    not exist.
    """
    found = list(files_in(paths))
    lexicon = load_lexicon(engine)
    with writing(engine) as connection:
        run = start(connection)
    total, rejected = Counts(), []
    for batch in batches(found):
        readings, aside = read_batch(batch, lexicon)
        rejected += aside
        with writing(engine) as connection:
            counts = load(connection, readings, run)
            counts.rejected = len(aside)
            set_aside(connection, readings, aside, run)
            add(total, counts)
            note(connection, run, total)
    with writing(engine) as connection:
        connection.execute(update(ImportRun).where(ImportRun.id == run).values(ended_at=now()))
    return total, rejected


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files named and those in the folders named, in the order of their names, without hidden ones."""
    for path in paths:
        if not path.exists():
            raise InputError(f"{path} does not exist; name files or folders with reports")
        if path.is_file():
            yield path
            continue
        for folder, names, files in os.walk(path):
            names[:] = sorted(name for name in names if not name.startswith("."))
            yield from (Path(folder, name) for name in sorted(files) if not name.startswith("."))


def batches(paths: Iterable[Path]) -> Iterator[list[Path]]:
    """Yield the paths in batches."""
    remaining = iter(paths)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def read_batch(paths: Iterable[Path], lexicon: Lexicon) -> tuple[list[Reading], list[Rejected]]:
    """Read the reports of a batch; return the readings, and what could not be read."""
    readings, aside = [], []
    for path in paths:
        try:
            readings.append(read(raw_report(path), lexicon))
        except (Unreadable, OSError) as error:
            aside.append(Rejected(str(path), getattr(error, "strerror", None) or str(error)))
    return readings, aside


def raw_report(path: Path) -> RawReport:
    """Return the report in a file."""
    return read_text(path.read_bytes(), str(path))


def load_lexicon(engine: Engine) -> Lexicon:
    """Compile the reference data that the database holds, a user's own rows among them."""
    rows = Rows()
    with engine.connect() as connection:
        for mapper in Base.registry.mappers:
            table = mapper.local_table
            if table.name in REFERENCE:
                rows.tables[table.name] = {row.id: dict(row._mapping) for row in connection.execute(select(table))}
    return build_lexicon(rows)


REFERENCE = frozenset(
    "country country_name leader leader_name office office_title tenure outlet outlet_mark occasion occasion_phrase"
    " theme theme_phrase theme_party milestone milestone_party milestone_phrase".split()
)


def start(connection: Connection) -> int:
    """Note that an import begins; return its number."""
    number: int = (connection.execute(select(func.max(ImportRun.id))).scalar() or 0) + 1
    connection.execute(
        insert(ImportRun).values(id=number, started_at=now(), version=version("chancery"), **asdict(Counts()))
    )
    return number


def note(connection: Connection, run: int, counts: Counts) -> None:
    """Note how far the import is."""
    connection.execute(update(ImportRun).where(ImportRun.id == run).values(**asdict(counts)))


def set_aside(connection: Connection, readings: list[Reading], aside: list[Rejected], run: int) -> None:
    """Keep what could not be read, with its reason; what was read now is no longer kept aside."""
    for locator in [reading.locator for reading in readings] + [rejected.locator for rejected in aside]:
        connection.execute(delete(Rejection).where(Rejection.locator == locator))
    for rejected in aside:
        row = {"id": key_of("rejection", rejected.locator), "locator": rejected.locator, "reason": rejected.reason}
        connection.execute(insert(Rejection).values(**row, import_run_id=run))


def add(total: Counts, counts: Counts) -> None:
    """Add the counts of a batch to those of the run."""
    for name, value in asdict(counts).items():
        setattr(total, name, getattr(total, name) + value)


def now() -> datetime.datetime:
    """Return the moment, UTC."""
    return datetime.datetime.now(datetime.UTC)

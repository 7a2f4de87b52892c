"""The walk: places one after the other, what is found in them, and what of it the database knows already."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Engine

from importers.known_archives import Archives
from importers.outcomes import Item, Known, KnownArchive, Passed, size_of
from importers.progress import Progress
from importers.raw_report import ColumnsUsed, LeftOut, Rejected, place_key
from importers.readers.document import Work
from importers.readers.formats import content_digest, reason_of, work_in
from importers.readers.places import Place, opened, places_in
from importers.reference_data import ReferenceData
from importers.sightings import known_places
from importers.time_limit import each_in_time

ASKED_AT_ONCE = 400  # reports of which the database is asked together whether it knows them
HELD_AT_ONCE = 8_000_000  # bytes of them that are held in memory

Met = Work | Rejected | KnownArchive | Passed | ColumnsUsed | LeftOut


def places_to_read(engine: Engine, named: Sequence[str]) -> Iterator[Place | Rejected]:
    """Yield the places named and all in folders named, but for the files of the database itself."""
    own = files_of(engine)
    endings = tuple(map(os.path.basename, own))  # only a path of the same ending is looked up
    for place in places_in(named):
        if isinstance(place, Rejected) or not place.path.endswith(endings) or os.path.realpath(place.path) not in own:
            yield place


def files_of(engine: Engine) -> frozenset[str]:
    """Return the files of the database itself, which may lie in the folder that is imported."""
    database = engine.url.database if engine.dialect.name == "sqlite" else None
    return frozenset(os.path.realpath(f"{database}{end}") for end in ("", "-wal", "-shm")) if database else frozenset()


def items_at(
    reference: ReferenceData,
    places: Iterable[Place | Rejected],
    columns: Mapping[str, Sequence[str]],
    progress: Progress,
) -> Iterator[Item]:
    """Yield what is found at the places, in their order, without what the database knows already."""
    group: list[Met] = []
    held = 0
    archives = Archives(reference)
    for place in places:
        for found in found_at(place, columns, archives, progress):
            group.append(found)
            held += size_of(found)
            if len(group) >= ASKED_AT_ONCE or held > HELD_AT_ONCE:
                yield from without_known(reference.engine, group)
                group, held = [], 0
    yield from without_known(reference.engine, group)


def found_at(
    place: Place | Rejected, columns: Mapping[str, Sequence[str]], archives: Archives, progress: Progress
) -> Iterator[Met]:
    """Yield the reports at a place and what could not be read there; at the end, that it was passed."""
    if isinstance(place, Rejected):
        yield place
        return
    archive = None
    try:
        with opened(place, columns) as document:
            archive = archives.at(place, document)
            known = archive and archives.known(archive)
            for found in (known,) if known else each_in_time(work_in(document)):
                yield found
                progress.is_within(place, document)
    except Exception as error:
        yield Rejected(place.locator, reason_of(error))
    progress.has_passed(place)
    yield Passed(place.locator, archive)


def without_known(engine: Engine, group: Sequence[Met]) -> Iterator[Item]:
    """Yield what was found, those reports marked that were imported before from there with the same content."""
    keys = {
        number: place_key(found.locator, content_digest(found))
        for number, found in enumerate(group)
        if isinstance(found, Work)
    }
    with engine.connect() as connection:
        known = known_places(connection, keys.values())
    for number, found in enumerate(group):
        key = keys.get(number)
        yield Known(found.locator, key) if key is not None and key in known else found

"""The reference data that one change reads with: looked up once, so that all that the change does agrees."""

from functools import cached_property

from sqlalchemy import Engine

from importers.basis import Basis, basis_of
from importers.corrections.in_reference import with_corrections
from importers.corrections.stored import Corrections, stored_corrections
from importers.lexicon import Lexicon, build_lexicon
from importers.readers.formats import reason_of
from importers.reference.records import Rows
from importers.reference.stored import reference_rows
from models.database import InputError


class Prepared:
    """Reference data, and what is made of them, each when it is first asked for."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    @cached_property
    def lexicon(self) -> Lexicon:
        """The lexicon made of them. Raises InputError where none can be made."""
        return lexicon_of(self.rows)

    @cached_property
    def basis(self) -> Basis:
        """What is noted of readings with them."""
        return basis_of(self.rows)


def prepared(rows: Rows) -> Prepared:
    """Return what is made of reference data; where they are those of last time, what was made of them then."""
    if not _last or _last[0].rows != rows:
        _last[:] = [Prepared(rows)]
    return _last[0]


_last: list[Prepared] = []


class ReferenceData:
    """What a database holds to read with, and what is made of it, as it was when it was first asked for."""

    def __init__(self, engine: Engine, corrections: Corrections | None = None) -> None:
        """Take them from a database, with its corrections as they stand, or with those that stand after a change."""
        self.engine = engine
        self.given = corrections

    @cached_property
    def prepared(self) -> Prepared:
        """The rows as they are stored, with what people say of leaders that every report is read by."""
        return prepared(with_corrections(reference_rows(self.engine), self.corrections))

    @cached_property
    def corrections(self) -> Corrections:
        """The corrections that the rows are read with."""
        if self.given is not None:
            return self.given
        with self.engine.connect() as connection:
            return stored_corrections(connection)

    @property
    def rows(self) -> Rows:
        """The rows."""
        return self.prepared.rows

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon made of them. Raises InputError where none can be made."""
        return self.prepared.lexicon

    @property
    def basis(self) -> Basis:
        """What is noted of readings with them."""
        return self.prepared.basis


def lexicon_of(rows: Rows) -> Lexicon:
    """Return the lexicon of reference data. Raises InputError where none can be made of it."""
    try:
        return build_lexicon(rows)
    except Exception as error:
        reason = reason_of(error)
        raise InputError(f"no report can be read with the reference data of this database: {reason}") from error

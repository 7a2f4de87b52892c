"""The reference data that one change reads with: looked up once, so that all that the change does agrees."""

from functools import cached_property

from sqlalchemy import Engine

from importers.basis import Basis, basis_of
from importers.lexicon import Lexicon, build_lexicon
from importers.readers.formats import reason_of
from importers.reference.records import Rows
from importers.reference.stored import reference_rows
from models.database import InputError


class ReferenceData:
    """What a database holds to read with, and what is made of it, each when it is first asked for."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @cached_property
    def rows(self) -> Rows:
        """The rows as they are stored."""
        return reference_rows(self.engine)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The lexicon made of them. Raises InputError where none can be made."""
        return lexicon_of(self.rows)

    @cached_property
    def basis(self) -> Basis:
        """What is noted of readings with them."""
        return basis_of(self.rows)


def lexicon_of(rows: Rows) -> Lexicon:
    """Return the lexicon of reference data. Raises InputError where none can be made of it."""
    try:
        return build_lexicon(rows)
    except Exception as error:
        reason = reason_of(error)
        raise InputError(f"no report can be read with the reference data of this database: {reason}") from error

"""What went wrong outside the program, in words: the database, its disk, its server, files."""

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError

from models.printable import in_one_line

# What SQLite says, and the codes of PostgreSQL, with what a person can do about it.
IN_USE = "another program is writing to the database, or holds it; wait until it has ended, and run this again"
WRITE_PROTECTED = "the database can only be read: its file or folder is write-protected"
FULL = "the disk of the database or of temporary files is full; make room and run this again"
NOT_ALLOWED = "the role may not do that; ask who owns the tables"
KNOWN = {
    "database is locked": IN_USE,
    "database table is locked": IN_USE,
    "attempt to write a readonly database": WRITE_PROTECTED,
    "database or disk is full": FULL,
    "55P03": IN_USE,  # waited too long for a lock
    "40P01": IN_USE,  # deadlock
    "25006": WRITE_PROTECTED,  # as a standby server is
    "53100": FULL,
    "42501": NOT_ALLOWED,
}


def reason_of(error: BaseException) -> str:
    """Return in one line what a database complains of, with what to do where that is known."""
    said = getattr(error, "orig", None) or error
    first = in_one_line((str(said).strip() or type(said).__name__).splitlines()[0])
    advice = KNOWN.get(getattr(said, "sqlstate", None) or "") or KNOWN.get(first)
    return f"{first} ({advice})" if advice else first


def in_words(error: BaseException) -> str | None:
    """Return in one line what failed outside the program; None for a fault of the program itself."""
    if isinstance(error, DBAPIError | sqlite3.Error):
        return f"the database failed: {reason_of(error)}"
    if isinstance(error, OSError):
        where = f"{error.filename} cannot be used: " if error.filename else ""
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        advice = "; make room for what is written, the database and temporary files" if full else ""
        return f"{where}{error.strerror or error}{advice}"
    return None

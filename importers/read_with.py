"""What reports are read with, as digests: the program with the files of its languages, and the reference data."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from importers.reference.records import Rows

READ_BY = ("*.py", "languages/*/*.toml", "languages/*/*.csv")  # files of this folder that decide what is read


@dataclass(frozen=True)
class ReadWith:
    """What decides what is read in a text. Where both are the same, the same is read."""

    program_sha256: str
    reference_sha256: str

    @property
    def sha256(self) -> str:
        """Both as one digest."""
        return hashlib.sha256(f"{self.program_sha256} {self.reference_sha256}".encode()).hexdigest()


def read_with(reference: Rows) -> ReadWith:
    """Return what reports are read with here and now."""
    return ReadWith(program_digest(), reference_digest(reference))


@cache
def program_digest() -> str:
    """Return the SHA-256 of the program that reads and of its languages, as 64 hexadecimal digits."""
    digest, folder = hashlib.sha256(), Path(__file__).parent
    for path in sorted(path for pattern in READ_BY for path in folder.rglob(pattern)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def reference_digest(reference: Rows) -> str:
    """Return the SHA-256 of reference data, as 64 hexadecimal digits."""
    digest = hashlib.sha256()
    for table, rows in reference.tables.items():
        digest.update(f"{table} {[tuple(row.values()) for row in rows.values()]}".encode())
    return digest.hexdigest()

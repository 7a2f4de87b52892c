"""The basis of readings: the rules and reference data that stored reports were read with, and what others can touch."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import Connection, delete, select

from importers.read_with import program_digest
from importers.reference.records import Rows
from importers.store import Row, insert
from models import Base, Country, ReadingBasis, ReadingPhrase, Theme, ThemeParty, ThemePhrase, Word, key_of, key_within

NO_MATTER = {"source", "verified", "note", "supplied_by", "definition"}  # columns that reading does not look at
OWN = "user"


class Phrase(NamedTuple):
    """A phrase of a user's own: the table that holds it, what it means with all that decides where, its language."""

    kind: str
    meaning: str
    language: str
    phrase: str


@dataclass(frozen=True)
class Basis:
    """What reports are read with: the rules, the reference data as a digest, and a user's own phrases.

    These act only where they stand; all else may act on any report.
    """

    rules_sha256: str
    reference_sha256: str
    phrases: frozenset[Phrase]

    @property
    def phrases_sha256(self) -> str:
        """The phrases as a digest."""
        return hashlib.sha256(repr(sorted(self.phrases)).encode()).hexdigest()

    @property
    def key(self) -> int:
        """The key of its row."""
        return key_of("reading_basis", self.rules_sha256, self.reference_sha256, self.phrases_sha256)

    def phrases_changed(self, other: "Basis") -> frozenset[Phrase] | None:
        """Return the phrases that only one of the two has; None where else they differ, which may act anywhere."""
        if (self.rules_sha256, self.reference_sha256) != (other.rules_sha256, other.reference_sha256):
            return None
        return self.phrases ^ other.phrases


def basis_of(rows: Rows) -> Basis:
    """Return what reports are read with where these are the reference data."""
    phrases = frozenset(chain(own_words(rows), own_theme_phrases(rows)))
    return Basis(program_digest(), digest_of_others(rows), phrases)


def own_words(rows: Rows) -> Iterator[Phrase]:
    """Yield the words of a user's own."""
    for row in rows.of(Word):
        yield Phrase("word", f"{row['tag']} {row['meaning']}", row["language"], row["phrase"])


def own_theme_phrases(rows: Rows) -> Iterator[Phrase]:
    """Yield the phrases of a user's own themes, and those that a user added to others."""
    country = {row["id"]: row["code"] for row in rows.of(Country)}
    themes = {row["id"]: row for row in rows.of(Theme)}
    for row in rows.of(ThemePhrase):
        theme = themes[row["theme_id"]]
        if OWN in (theme["supplied_by"], row["supplied_by"]):
            parties = [
                country[party["country_id"]] for party in rows.of(ThemeParty) if party["theme_id"] == theme["id"]
            ]
            meaning = f"{theme['slug']} {theme['kind']} {sorted(parties)} {row['needs_pair']}"
            yield Phrase("theme_phrase", meaning, row["language"], row["phrase"])


def digest_of_others(rows: Rows) -> str:
    """Return the SHA-256 of all reference data but what acts only where a user's own phrases stand."""
    own = {row["id"] for row in rows.of(Theme) if row["supplied_by"] == OWN}
    digest = hashlib.sha256()
    for name, table in rows.tables.items():
        others: Iterable[Row] = table.values() if name != Word.__tablename__ else ()
        if name == Theme.__tablename__:
            others = [row for row in others if row["id"] not in own]
        elif name in (ThemeParty.__tablename__, ThemePhrase.__tablename__):
            others = [row for row in others if row["theme_id"] not in own and row.get("supplied_by") != OWN]
        digest.update(f"{name} {list(map(what_matters(name), others))}".encode())
    return digest.hexdigest()


def what_matters(table: str) -> Callable[[Row], object]:
    """Return what gives of a row of a table the values that reading looks at."""
    columns = Base.metadata.tables[table].columns.keys()
    return itemgetter(*(column for column in columns if column not in NO_MATTER))


def note_basis(connection: Connection, basis: Basis) -> None:
    """Note that reports are read with this basis."""
    row = {
        "id": basis.key,
        "rules_sha256": basis.rules_sha256,
        "reference_sha256": basis.reference_sha256,
        "phrases_sha256": basis.phrases_sha256,
    }
    phrases: list[Row] = [
        phrase._asdict() | {"id": key_within(basis.key, "reading_phrase", *phrase), "reading_basis_id": basis.key}
        for phrase in basis.phrases
    ]
    insert(connection, {"reading_basis": [row], "reading_phrase": phrases})


def only_basis(connection: Connection, basis: Basis) -> None:
    """Note that all reports are read with this basis now."""
    connection.execute(delete(ReadingBasis).where(ReadingBasis.id != basis.key))
    note_basis(connection, basis)


def noted_bases(connection: Connection) -> Sequence[Basis]:
    """Return the bases that the stored reports were read with."""
    phrases: Mapping[int, set[Phrase]] = {key: set() for key in connection.execute(select(ReadingBasis.id)).scalars()}
    columns = (ReadingPhrase.kind, ReadingPhrase.meaning, ReadingPhrase.language, ReadingPhrase.phrase)
    for row in connection.execute(select(ReadingPhrase.reading_basis_id, *columns)):
        phrases[row.reading_basis_id].add(Phrase(*row[1:]))
    return [
        Basis(row.rules_sha256, row.reference_sha256, frozenset(phrases[row.id]))
        for row in connection.execute(
            select(ReadingBasis.id, ReadingBasis.rules_sha256, ReadingBasis.reference_sha256).order_by(ReadingBasis.id)
        )
    ]

"""Imports, undoing, corrections, new reference data and reading again, in any order: the end is as from scratch."""

import csv
import io
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select

from importers import store
from importers.again import Options, read_again
from importers.basis import basis_of
from importers.corrections.change import change
from importers.corrections.facts import report_fact
from importers.corrections.file import import_corrections
from importers.corrections.proposal import proposed
from importers.import_reports import import_reports
from importers.lexicon import Lexicon, build_lexicon
from importers.reference.records import Rows
from importers.reference.stored import reference_rows
from importers.reference.supply import supply
from models import Correction, Leader
from models.database import connect, writing
from tests.importers.contents import contents, differences, history
from tests.importers.corrections.by_chance import SAID, correct_by_chance, take_back_by_chance
from tests.importers.test_undo_in_any_order import Imports

NOVOTNA = (
    b"leader_id,full_name,country,office_id,start_date,end_date\n"
    b"milada-novotna,Milada Novotna,CZ,cz-president,1990-09-01,1990-12-01\n"
)
Known = dict[bool, Rows]


def is_supplied(engine: Engine) -> bool:
    """Whether the user has supplied the leader whom only reports know else."""
    with engine.connect() as connection:
        query = select(Leader.id).where(Leader.slug == "milada-novotna", Leader.supplied_by == "user")
        return connection.execute(query).first() is not None


def new_reference_data(engine: Engine) -> None:
    supplied = supply(engine, "leaders", NOVOTNA, "a test")
    assert not supplied.rejected, supplied.rejected


@pytest.fixture(scope="session")
def known(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Known:
    """What is read with before and after the new reference data, made once."""
    path = tmp_path_factory.mktemp("known") / "known.db"
    path.write_bytes(sqlite_template.read_bytes())
    engine = connect(str(path))
    before = reference_rows(engine)
    new_reference_data(engine)
    after = reference_rows(engine)
    engine.dispose()
    return {False: before, True: after}


@pytest.fixture(scope="session")
def lexicon_of() -> Callable[[Rows], Lexicon]:
    """The lexicon of reference data with what people say of leaders, made once for each."""
    lexicons: dict[str, Lexicon] = {}

    def made_once(rows: Rows) -> Lexicon:
        key = basis_of(rows).reference_sha256
        return lexicons.get(key) or lexicons.setdefault(key, build_lexicon(rows))

    return made_once


@pytest.fixture
def imports(
    tmp_path: Path, known: Known, lexicon_of: Callable[[Rows], Lexicon], monkeypatch: pytest.MonkeyPatch
) -> Callable[[int], Imports]:
    """Imports by chance, which read with what the database knows at that moment."""
    monkeypatch.setattr("importers.reference_data.reference_rows", lambda engine: known[is_supplied(engine)])
    monkeypatch.setattr("importers.reference_data.build_lexicon", lexicon_of)
    monkeypatch.setattr(store, "AT_ONCE", 3)
    return lambda seed: Imports(tmp_path / "found", random.Random(seed))


def corrections_file(engine: Engine) -> bytes:
    """All corrections as a team keeps them, in any order."""
    with engine.connect() as connection:
        rows = [dict(row) for row in connection.execute(select(Correction.__table__)).mappings()]
    file = io.StringIO()
    writer = csv.DictWriter(file, [column.name for column in Correction.__table__.columns])
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def check(engine: Engine, empty_engine: Engine, imports: Imports) -> None:
    """Do things by chance; at the end compare with the imports, corrections and reference data that remain."""
    chance = imports.chance
    steps: dict[str, Callable[[], Any]] = {
        "import": lambda: imports.import_next(engine),
        "undo": lambda: imports.undo_one(engine) if imports.done else None,
        "correct": lambda: correct_by_chance(engine, chance),
        "take back": lambda: take_back_by_chance(engine, chance),
        "supply": lambda: new_reference_data(engine),
        "again": lambda: read_again(engine),
    }
    imports.import_next(engine)
    for _ in range(chance.randrange(12, 20)):
        steps[chance.choices(list(steps), (3, 1.5, 7, 1, 0.3, 0.5))[0]]()
    read_again(engine)
    if is_supplied(engine):
        new_reference_data(empty_engine)
    early = chance.random() < 0.5
    if early:
        assert not import_corrections(empty_engine, corrections_file(engine)).rejected
    imports.import_remaining(empty_engine)
    if not early:
        assert not import_corrections(empty_engine, corrections_file(engine)).rejected
        read_again(empty_engine)
    assert differences(contents(empty_engine), contents(engine)) == {}
    assert history(empty_engine) == history(engine)
    assert read_again(engine, Options(reads_all=True)).changed == 0


def test_an_edited_report_keeps_nothing_of_what_was_put_right_before(
    engine: Engine, empty_engine: Engine, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    for text in ("Xi Jinping sent New Year greetings.", "Xi Jinping sent New Year greetings to Vladimir Putin."):
        path.write_text(text)
        for database in (engine, empty_engine):
            import_reports(database, [str(path)])
        with writing(engine) as connection:
            fact = report_fact(connection, "a.txt")
            change(connection, engine, new=proposed(connection, fact, {"outlet": "xinhua"}, SAID))
    assert not import_corrections(empty_engine, corrections_file(engine)).rejected
    assert differences(contents(empty_engine), contents(engine)) == {}
    withdrawn, current = sorted(contents(engine)["source_report"].values(), key=lambda row: row["is_current"])
    assert (withdrawn["outlet_id"], withdrawn["language"]) == (None, None)
    assert current["outlet_id"] is not None


@pytest.mark.parametrize("seed", range(4))
def test_the_end_is_as_from_scratch(
    engine: Engine, empty_engine: Engine, imports: Callable[[int], Imports], seed: int
) -> None:
    check(engine, empty_engine, imports(seed))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 160))
def test_the_end_is_as_from_scratch_in_many_more_sequences(
    engine: Engine, empty_engine: Engine, imports: Callable[[int], Imports], seed: int
) -> None:
    check(engine, empty_engine, imports(seed))

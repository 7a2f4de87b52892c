"""Imports and their undoing in any order: what is left is what the imports that remain would have made alone."""

import io
import json
import random
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from importers import store
from importers.again import Options, read_again
from importers.import_reports import import_reports
from importers.lexicon import Lexicon, build_lexicon
from importers.reference.records import Rows
from importers.reference.stored import reference_rows
from importers.undo import undo
from models import ImportRun
from models.database import connect
from tests.importers.contents import contents, differences, history
from tests.importers.readers.documents import page, warc

SENTENCES = (
    "MOSCOW, Dec. 31, 2023 -- Vladimir Putin and Xi Jinping exchanged New Year greetings on Dec. 31. Putin noted in his"
    " message that trade had reached a record 240 billion dollars, and Xi that 2024 marks the 75th anniversary of the"
    " establishment of diplomatic relations between China and Russia.",
    "BEIJING, Jan. 1, 2024 -- Xi Jinping exchanged New Year greetings with Vladimir Putin on Monday, Jan. 1.",
    "Czech President Milada Novotna sent New Year greetings to Chinese President Xi Jinping on December 31, 2023.",
    "Czech President Milada NOVOTNA sent New Year greetings to Chinese President Xi Jinping on December 30, 2023.",
    "Kim Jong Un and Chinese President Xi Jinping exchanged greetings for the New Year 2024 on January 1, 2024.",
    "Nothing of interest happened in the north; the president of the club sent greetings.",
)
PLACES = (
    "a/1.txt",
    "a/2.txt",
    "a/3.pdf",
    "a/lines.jsonl",
    "b/1.txt",
    "b/2.zip",
    "b/3.warc",
    "c/1.txt",
    "c/lines.jsonl",
)
State = dict[str, bytes]


def text(chance: random.Random) -> str:
    """A page: one of the texts, as it is, in other lines or taken over by another, with or without a head."""
    told = chance.choice(SENTENCES)
    told = chance.choice((told, told, told.replace(", ", ",\n"), f"{told}\n\n(Taken over by the Courier)"))
    title, day = chance.choice(("", "First title", "Second title")), chance.choice(("2023-12-31", "2024-01-01"))
    return f"---\ntitle: {title}\ndate: {day}\n---\n{told}" if title else told


def content(chance: random.Random, place: str) -> bytes:
    """What is found at a place: a page, several, or something that cannot be read."""
    broken = chance.random() < 0.3
    if place.endswith(".jsonl"):
        lines = [json.dumps({"text": text(chance), "title": chance.choice(("One", "Two"))}) for _ in range(3)]
        return "\n".join([*lines[1:], '{"text":', *lines[:1]] if broken else lines).encode()
    if place.endswith(".warc"):
        whole = crawled({f"https://news.example/{n}": page(f"Page {n}", chance.choice(SENTENCES)) for n in range(2)})
        return whole[: len(whole) - 50 * broken]
    if place.endswith(".zip"):
        return zipped([text(chance), "" if broken else text(chance)])
    return chance.choice((b"", b"%PDF-1.4 nothing", b"\0\1\2\3" * 99)) if broken else text(chance).encode()


def crawled(pages: dict[str, str]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return warc(Path(folder) / "crawl.warc", pages).read_bytes()


def zipped(texts: list[str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number, told in enumerate(texts):
            archive.writestr(zipfile.ZipInfo(f"{number}.txt"), told)
    return file.getvalue()


def following(chance: random.Random, before: State) -> State:
    """The places as they are at the next import: most as before, some changed, gone or new."""
    state = dict(before)
    for place in PLACES:
        if chance.random() < 0.4:
            state[place] = content(chance, place)
        elif chance.random() < 0.15:
            state.pop(place, None)
    return state


class Imports:
    """Imports of one folder as it changes, and what each of them met."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder, self.chance = folder, chance
        self.states: list[State] = [{}]
        self.done: dict[int, tuple[State, list[str]]] = {}

    def import_next(self, engine: Engine) -> None:
        """Import some of the folder, as it was at one time or is now; sources go back to what they said before too."""
        self.states.append(following(self.chance, self.states[-1]))
        state = self.states[-1] if self.chance.random() < 0.7 else self.chance.choice(self.states)
        named = self.chance.choice((["a", "b", "c"], ["a", "b", "c"], ["a"], ["b"], ["b", "c"], ["c/1.txt", "a"]))
        self.import_of(engine, state, named)
        with engine.connect() as connection:
            self.done[connection.execute(select(func.max(ImportRun.id))).scalar_one()] = state, named

    def import_of(self, engine: Engine, state: State, named: list[str]) -> None:
        """Import what is named of the folder in a state."""
        shutil.rmtree(self.folder, ignore_errors=True)
        for place in PLACES:
            path = self.folder / place
            path.parent.mkdir(parents=True, exist_ok=True)
            if place in state:
                path.write_bytes(state[place])
        import_reports(engine, [str(self.folder / name) for name in named if (self.folder / name).exists()])

    def undo_one(self, engine: Engine) -> None:
        """Take one of the imports back."""
        number = self.chance.choice(sorted(self.done))
        undo(engine, number)
        del self.done[number]

    def import_remaining(self, engine: Engine) -> None:
        """Import what the remaining imports met, in their order."""
        for number in sorted(self.done):
            self.import_of(engine, *self.done[number])


@pytest.fixture(scope="session")
def read_with(sqlite_template: Path) -> tuple[Rows, Lexicon]:
    """What the databases hold to read with, made once: it is the same in all of them."""
    engine = connect(str(sqlite_template))
    rows = reference_rows(engine)
    engine.dispose()
    return rows, build_lexicon(rows)


@pytest.fixture
def imports(
    tmp_path: Path, read_with: tuple[Rows, Lexicon], monkeypatch: pytest.MonkeyPatch
) -> Callable[[int], Imports]:
    """Imports by chance."""
    rows, lexicon = read_with
    monkeypatch.setattr("importers.reference_data.reference_rows", lambda _: rows)
    monkeypatch.setattr("importers.reference_data.build_lexicon", lambda _: lexicon)
    monkeypatch.setattr(store, "AT_ONCE", 3)  # so that few reports are many parts
    return lambda seed: Imports(tmp_path / "found", random.Random(seed))


def check(engine: Engine, empty_engine: Engine, imports: Imports) -> None:
    """Import and take back by chance; at the end compare with the imports that remain."""
    for _ in range(imports.chance.randrange(6, 11)):
        if imports.done and imports.chance.random() < 0.25:
            imports.undo_one(engine)
        else:
            imports.import_next(engine)
    for _ in range(imports.chance.randrange(len(imports.done))):
        imports.undo_one(engine)
    imports.import_remaining(empty_engine)
    assert differences(contents(empty_engine), contents(engine)) == {}
    assert history(empty_engine) == history(engine)
    assert read_again(engine, Options(reads_all=True)).changed == 0


@pytest.mark.parametrize("seed", range(6))
def test_what_is_left_is_what_the_remaining_imports_make(
    engine: Engine, empty_engine: Engine, imports: Callable[[int], Imports], seed: int
) -> None:
    check(engine, empty_engine, imports(seed))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 140))
def test_what_is_left_in_many_more_sequences(
    engine: Engine, empty_engine: Engine, imports: Callable[[int], Imports], seed: int
) -> None:
    check(engine, empty_engine, imports(seed))

"""A text that several outlets took over, whole or cut, is one account of several reports."""

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from importers.accounts import is_same, runs_of, sketch_of

Chancery = Callable[..., Result]

TOLD = [
    "Chinese President Xi Jinping and Russian President Vladimir Putin exchanged New Year greetings on Sunday.",
    "Xi said that the two countries had kept their word to each other through a year that asked much of them.",
    "He looked forward to a year in which neighbours visit each other more often and trade with less trouble.",
    "Putin wrote that many plans had been carried out and that new ones lay ready for the months to come.",
    "Both thanked the people who work for good relations on either side of the long common border.",
]
WHOLE = "\n\n".join(TOLD)
UNDER_ANOTHER_HEAD = "\n\n".join(
    ["Xi, Putin greet each other", "Updated: 2023-12-31 18:00", *TOLD, "Read more: Weather for the holidays"]
)
CUT = "\n\n".join(TOLD[:3])[:-20]
WRITTEN_APART = (
    "MOSCOW, December 31. /TASS/. Vladimir Putin and Xi Jinping congratulated each other on the New Year on Sunday."
    "\n\nThe Russian president spoke of a rich year, Xi of the friendship of neighbours."
)
REPORTS = {"whole": WHOLE, "headed": UNDER_ANOTHER_HEAD, "cut": CUT, "apart": WRITTEN_APART}


def written(folder: Path, names: tuple[str, ...]) -> list[Path]:
    """The reports as files, each of another outlet, all of one day."""
    paths = [folder / f"{name}.txt" for name in names]
    for path in paths:
        path.write_text(f"---\ndate: 2023-12-31\n---\n\n{REPORTS[path.stem]}", encoding="utf-8")
    return paths


def accounts(engine: Engine) -> list[set[str]]:
    """The reports by account."""
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT account_id, locator FROM source_report")).all()
    keys = {row.account_id for row in rows}
    return sorted(({Path(row.locator).stem for row in rows if row.account_id == key} for key in keys), key=len)


def test_four_reports_are_two_accounts_of_one_exchange(
    chancery: Chancery, engine: Engine, address: str, tmp_path: Path
) -> None:
    paths = written(tmp_path, tuple(REPORTS))
    assert chancery("import", "reports", *map(str, paths), "--workers", "1", "--db", address).exit_code == 0
    assert accounts(engine) == [{"apart"}, {"whole", "headed", "cut"}]
    with engine.connect() as connection:
        exchange = connection.execute(text("SELECT reports, accounts FROM report_exchanges")).one()
    assert tuple(exchange) == (4, 2)


@pytest.mark.parametrize("order", list(permutations(["whole", "cut", "apart"])))
def test_the_order_in_which_they_come_makes_no_difference(
    chancery: Chancery, engine: Engine, address: str, tmp_path: Path, order: tuple[str, ...]
) -> None:
    for path in written(tmp_path, order):
        chancery("import", "reports", str(path), "--workers", "1", "--db", address)
    assert accounts(engine) == [{"apart"}, {"whole", "cut"}]
    with engine.connect() as connection:
        smallest = connection.execute(
            text("SELECT min(id) FROM source_report WHERE locator LIKE '%whole%' OR locator LIKE '%cut%'")
        ).scalar()
        assert (
            connection.execute(
                text("SELECT count(*) FROM source_report WHERE account_id = :key"), {"key": smallest}
            ).scalar()
            == 2
        )


WORDS = st.lists(
    st.sampled_from(["peace", "trade", "border", "year", "people", "river", "bridge", "letter", "friend", "road"]),
    max_size=60,
)


@given(WORDS, WORDS, st.integers(0, 60))
def test_the_sketch_never_hides_that_two_texts_are_one(one: list[str], other: list[str], shared: int) -> None:
    texts = " ".join(one), " ".join(one[:shared] + other)
    if is_same(*map(runs_of, texts)):
        assert sketch_of(texts[0]).may_be_same(sketch_of(texts[1]))
        assert sketch_of(texts[1]).may_be_same(sketch_of(texts[0]))


def test_the_sketch_tells_texts_apart_that_have_little_in_common() -> None:
    assert not sketch_of(WHOLE).may_be_same(sketch_of(WRITTEN_APART))
    assert sketch_of(WHOLE).may_be_same(sketch_of(CUT))

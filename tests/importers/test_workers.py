from collections.abc import Iterator
from typing import Any

from importers.raw_report import RawReport
from importers.workers import HELD, Item, Known, read_all


def no_reference() -> Any:
    raise AssertionError("nothing is to be read")


def test_what_is_known_already_is_passed_on_as_it_comes_however_much_it_is() -> None:
    asked = 0

    def items() -> Iterator[Item]:
        nonlocal asked
        for number in range(3 * HELD):
            asked += 1
            yield Known(f"{number}.txt", number)

    outcomes = read_all(items(), no_reference, workers=2)
    for number in range(100):
        assert next(outcomes) == Known(f"{number}.txt", number)
    assert asked == 100


def test_few_new_reports_among_many_known_ones_are_not_waited_for(monkeypatch: Any) -> None:
    asked = 0

    def items() -> Iterator[Item]:
        nonlocal asked
        yield RawReport("new.txt", "Xi wrote to Putin.")
        for number in range(3 * HELD):
            asked += 1
            yield Known(f"{number}.txt", number)

    monkeypatch.setattr("importers.workers.Pool", Here)
    outcomes = read_all(items(), lambda: None, workers=2)  # type: ignore[arg-type, return-value]
    assert next(outcomes).locator == "new.txt"
    assert asked <= HELD + 2


class Here:
    """A pool that hands on what it gets."""

    def __init__(self, *_: Any) -> None:
        """Nothing is started."""

    def outcomes(self, lists: Iterator[list[Any]]) -> Iterator[Any]:
        for chunk in lists:
            yield from chunk

    def close(self) -> None:
        """Nothing was started."""

"""The garbage collector waits while much is made, and leaves it alone later in a process that ends with its command."""

import gc
from collections.abc import Iterator

import pytest

from importers import uncollected


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(uncollected, "_stays", [])
    yield
    gc.unfreeze()


def test_the_collector_waits_and_goes_on() -> None:
    with uncollected.uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_what_stays_to_the_end_of_the_process_is_not_looked_through_again() -> None:
    uncollected.keep_what_is_made()
    with uncollected.uncollected():
        made = [[number] for number in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() > len(made)

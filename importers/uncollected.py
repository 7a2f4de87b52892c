"""What stays to the end of a command, made without the garbage collector."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_stays: list[bool] = []


def keep_what_is_made() -> None:
    """Tell that this process does one thing and ends: what it makes uncollected is not looked through later, either.

    That would take a fifth of the time of an import of a few reports, the most of it when the process ends.
    """
    _stays[:] = [True]


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the garbage collector wait while things are made of which nothing is garbage.

    It would take a third of the time of looking up the reference data and of making a vocabulary.
    """
    is_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_enabled:
            if _stays:
                gc.freeze()
            gc.enable()

"""Two leaders of whom people say that they are never the same: nothing else may say that they are one person."""

from collections.abc import Iterable, Sequence
from typing import Any

from importers.corrections.stored import Corrections, Put


def refuse_contradiction(stored: Iterable[Put], one: Put) -> None:
    """Raise ValueError where a correction would make one person of two who are said to be never the same."""
    if one.property not in ("same_as", "never_same_as"):
        return
    others = [other for other in stored if other.id != one.id]
    new = Corrections([*others, one]).contradictions() - Corrections(others).contradictions()
    if not new:
        return
    pair: Any = min(map(sorted, new))
    is_apart = one.property == "same_as"
    said = next(other for other in others if says(other, pair, is_apart=is_apart))
    already = "never the same" if is_apart else "one person"
    raise ValueError(
        f"{' and '.join(pair)} are said to be {already}; take it back first: chancery correct undo {said.id}"
    )


def says(one: Put, pair: Sequence[str], *, is_apart: bool) -> bool:
    """Return whether a correction says of two that they are never the same, or of one of them who else it is."""
    if is_apart:
        return one.property == "never_same_as" and {one.leader, one.right_value} == {*pair}
    return one.property == "same_as" and one.leader in pair

"""Accounts: reports that carry the same text, or nearly, are one account, however many outlets took it over."""

import re
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from zlib import crc32

WORD = re.compile(r"\w+")
SHINGLE = 5  # words; two reports written apart rarely share many runs of five
SHARED = 0.6  # of the shorter text's runs: a text cut short is still the same account
LARGEST = 0x7FFFFFFF  # of an array's numbers
FEWEST = 8  # runs; of shorter texts nothing is known
REMEMBERED = 30_000  # reports whose runs an import keeps in memory
BITS = 4096  # of a sketch: reports of some hundred runs set few of them twice


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of words of a text: as numbers, the same in every process, and as a sketch of bits.

    An array takes a kilobyte for a report, where a set takes sixteen. The sketch tells most unlike texts apart at once.
    """

    numbers: "array[int]"
    sketch: int
    spared: int  # runs that share their bit of the sketch with another

    def may_share(self, other: "Runs", count: int) -> bool:
        """Return False if the texts cannot have so many runs in common: each common run is a common bit, or spared."""
        return (self.sketch & other.sketch).bit_count() + self.spared >= count


def runs_of(text: str) -> Runs:
    """Return the runs of words of a text."""
    words = [crc32(word.encode("utf-8", "surrogatepass")) for word in WORD.findall(text.lower())]
    runs = {hash(run) & LARGEST for run in zip(*(words[n:] for n in range(SHINGLE)), strict=False)}
    bits = bytearray(BITS // 8)
    for run in runs:
        bits[run % BITS >> 3] |= 1 << (run & 7)
    sketch = int.from_bytes(bits, "little")
    return Runs(array("i", runs), sketch, len(runs) - sketch.bit_count())


def told_in(body: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the sentences of a report as one text, without the page's head and foot."""
    return " ".join(body[start:end] for start, end in sorted(spans))


def is_same(one: Runs, other: Runs) -> bool:
    """Return whether two texts are one account."""
    shorter = min(len(one.numbers), len(other.numbers))
    if shorter < FEWEST or not one.may_share(other, ceil(SHARED * shorter)):
        return False
    return len(set(one.numbers).intersection(other.numbers)) >= SHARED * shorter


def merged(
    runs: Mapping[int, Runs], accounts: Mapping[int, int], together: Sequence[set[int]], new: set[int]
) -> dict[int, int]:
    """Return the accounts that are found to be one with another, each with the smallest key of all that are one.

    `runs` are the reports' runs of words by key, `accounts` the account of each report so far, `together` the sets of
    reports within which to compare (those that tell of one exchange), `new` the reports not yet compared with any.
    """
    stands_for: dict[int, int] = {}
    for reports in together:
        for one in sorted(reports & new):
            for other in sorted(reports):
                mine, theirs = account_of(accounts[one], stands_for), account_of(accounts[other], stands_for)
                if mine != theirs and is_same(runs[one], runs[other]):
                    stands_for[max(mine, theirs)] = min(mine, theirs)
    return {key: account_of(key, stands_for) for key in stands_for}


def account_of(key: int, stands_for: Mapping[int, int]) -> int:
    """Return the account that stands for this one and all that are one with it."""
    while key in stands_for:
        key = stands_for[key]
    return key

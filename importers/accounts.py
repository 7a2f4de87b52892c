"""Accounts: reports that carry the same text, or nearly, are one account, however many outlets took it over."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zlib import crc32

WORD = re.compile(r"\w+")
SHINGLE = 5  # words; two reports written apart rarely share many runs of five
SHARED = 0.6  # of the shorter text's runs: a text cut short is still the same account
FEWEST = 8  # runs; of shorter texts nothing is known
REMEMBERED = 200_000  # reports whose sketches an import keeps in memory, 500 bytes each
BITS = 2048  # of a sketch: reports of some hundred runs set few of them twice


@dataclass(frozen=True, slots=True)
class Sketch:
    """The runs of words of a text as bits, by which texts that are not alike are told apart at once."""

    bits: int
    runs: int  # how many they are

    def may_be_same(self, other: "Sketch") -> bool:
        """Return False if the texts cannot be one account.

        Each run that they have in common is a bit in common, or one that shares its bit with another of this text.
        """
        shorter = min(self.runs, other.runs)
        spared = self.runs - self.bits.bit_count()
        return shorter >= FEWEST and (self.bits & other.bits).bit_count() + spared >= SHARED * shorter


def sketch_of(text: str) -> Sketch:
    """Return the sketch of a text, the same in every process."""
    runs = runs_of(text)
    bits = bytearray(BITS // 8)
    for run in runs:
        bits[run % BITS >> 3] |= 1 << (run & 7)
    return Sketch(int.from_bytes(bits, "little"), len(runs))


def runs_of(text: str) -> frozenset[int]:
    """Return the runs of words of a text, as numbers."""
    words = [crc32(word.encode("utf-8", "surrogatepass")) for word in WORD.findall(text.lower())]
    return frozenset(map(hash, zip(*(words[n:] for n in range(SHINGLE)), strict=False)))


def told_in(body: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the sentences of a report as one text, without the page's head and foot."""
    return " ".join(body[start:end] for start, end in sorted(spans))


def is_same(one: frozenset[int], other: frozenset[int]) -> bool:
    """Return whether two texts, as runs of words, are one account."""
    shorter = min(len(one), len(other))
    return shorter >= FEWEST and len(one & other) >= SHARED * shorter


def alike(sketches: Mapping[int, Sketch], together: Iterable[set[int]], new: set[int]) -> list[tuple[int, int]]:
    """Return the pairs of a new report and another that may be one account.

    `together` are the sets of reports within which to compare: those that tell of one exchange.
    """
    return [
        (one, other)
        for reports in together
        for one in sorted(reports & new)
        for other in sorted(reports)
        if one != other and sketches[one].may_be_same(sketches[other])
    ]


def merged(
    pairs: Iterable[tuple[int, int]], runs: Mapping[int, frozenset[int]], accounts: Mapping[int, int]
) -> dict[int, int]:
    """Return the accounts that are found to be one with another, each with the smallest key of all that are one.

    `runs` are the runs of words of the reports in `pairs`, `accounts` the account of each report so far.
    """
    stands_for: dict[int, int] = {}
    for one, other in pairs:
        mine, theirs = account_of(accounts[one], stands_for), account_of(accounts[other], stands_for)
        if mine != theirs and is_same(runs[one], runs[other]):
            stands_for[max(mine, theirs)] = min(mine, theirs)
    return {key: account_of(key, stands_for) for key in stands_for}


def account_of(key: int, stands_for: Mapping[int, int]) -> int:
    """Return the account that stands for this one and all that are one with it."""
    while key in stands_for:
        key = stands_for[key]
    return key

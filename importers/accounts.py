"""Accounts: reports that carry the same text, or nearly, are one account, however many outlets took it over."""

import re
from collections.abc import Iterable, Mapping

WORD = re.compile(r"\w+")
SHINGLE = 5  # words; two reports written apart rarely share many runs of five
SHARED = 0.6  # of the shorter text's runs: a text cut short is still the same account
FEWEST = 8  # runs; of shorter texts nothing is known


def shingles(text: str) -> frozenset[int]:
    """Return the runs of words of a text, each as a number that means something in this process only."""
    words = WORD.findall(text.lower())
    return frozenset(hash(tuple(words[i : i + SHINGLE])) for i in range(max(1, len(words) - SHINGLE + 1)))


def is_same(one: frozenset[int], other: frozenset[int]) -> bool:
    """Return whether two texts, as runs of words, are one account."""
    shorter = min(len(one), len(other))
    return shorter >= FEWEST and len(one & other) >= SHARED * shorter


def merged(
    runs: Mapping[int, frozenset[int]], accounts: Mapping[int, int], together: Iterable[set[int]], new: set[int]
) -> dict[int, int]:
    """Return the accounts that are found to be one with another, each with the smallest key of all that are one.

    `runs` are the reports' runs of words by key, `accounts` the account of each report so far, `together` the sets of
    reports within which to compare (those that tell of one exchange), `new` the reports not yet compared with any.
    """
    stands_for: dict[int, int] = {}

    def account(report: int) -> int:
        key = accounts[report]
        while key in stands_for:
            key = stands_for[key]
        return key

    for reports in together:
        for one in sorted(reports & new):
            for other in sorted(reports):
                mine, theirs = account(one), account(other)
                if mine != theirs and is_same(runs[one], runs[other]):
                    stands_for[max(mine, theirs)] = min(mine, theirs)
    return {key: account_of(key, stands_for) for key in stands_for}


def account_of(key: int, stands_for: Mapping[int, int]) -> int:
    """Return the account that stands for this one and all that are one with it."""
    while key in stands_for:
        key = stands_for[key]
    return key

"""Accounts: reports that carry the same text, or nearly, are one account, however many outlets took it over."""

import re
from array import array
from collections.abc import Mapping, Sequence

WORD = re.compile(r"\w+")
SHINGLE = 5  # words; two reports written apart rarely share many runs of five
SHARED = 0.6  # of the shorter text's runs: a text cut short is still the same account
LARGEST = 0x7FFFFFFF  # of an array's numbers
FEWEST = 8  # runs; of shorter texts nothing is known


Runs = array  # of numbers that stand for runs of words: a kilobyte for a report, where a set takes sixteen
REMEMBERED = 30_000  # reports whose runs an import keeps in memory


def shingles(text: str) -> "Runs[int]":
    """Return the runs of words of a text, each as a number that means something in this process only."""
    words = WORD.findall(text.lower())
    runs = {hash(tuple(words[i : i + SHINGLE])) & LARGEST for i in range(max(1, len(words) - SHINGLE + 1))}
    return array("i", runs)


def is_same(one: frozenset[int], other: frozenset[int]) -> bool:
    """Return whether two texts, as runs of words, are one account."""
    shorter = min(len(one), len(other))
    return shorter >= FEWEST and len(one & other) >= SHARED * shorter


def merged(
    runs: Mapping[int, "Runs[int]"], accounts: Mapping[int, int], together: Sequence[set[int]], new: set[int]
) -> dict[int, int]:
    """Return the accounts that are found to be one with another, each with the smallest key of all that are one.

    `runs` are the reports' runs of words by key, `accounts` the account of each report so far, `together` the sets of
    reports within which to compare (those that tell of one exchange), `new` the reports not yet compared with any.
    """
    stands_for: dict[int, int] = {}
    sets = {report: frozenset(runs[report]) for reports in together for report in reports}

    for reports in together:
        for one in sorted(reports & new):
            for other in sorted(reports):
                mine, theirs = account_of(accounts[one], stands_for), account_of(accounts[other], stands_for)
                if mine != theirs and is_same(sets[one], sets[other]):
                    stands_for[max(mine, theirs)] = min(mine, theirs)
    return {key: account_of(key, stands_for) for key in stands_for}


def account_of(key: int, stands_for: Mapping[int, int]) -> int:
    """Return the account that stands for this one and all that are one with it."""
    while key in stands_for:
        key = stands_for[key]
    return key

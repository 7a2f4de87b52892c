"""Accounts: reports that carry the same text, or nearly, are one account, however many outlets took it over."""

import re
from collections.abc import Iterable, Mapping

WORD = re.compile(r"\w+")
SHINGLE = 5  # words; two reports written apart rarely share many runs of five
SHARED = 0.6  # of the shorter text's runs: a text cut short is still the same account


def shingles(text: str) -> frozenset[int]:
    """Return the runs of words of a text, each as a number."""
    words = WORD.findall(text.lower())
    return frozenset(hash(tuple(words[i : i + SHINGLE])) for i in range(max(1, len(words) - SHINGLE + 1)))


def is_same(one: frozenset[int], other: frozenset[int]) -> bool:
    """Return whether two texts, as runs of words, are one account."""
    shorter = min(len(one), len(other))
    return shorter >= 8 and len(one & other) >= SHARED * shorter


def grouped(texts: Mapping[int, str], known: Mapping[int, int], together: Iterable[set[int]], new: set[int]) -> dict[int, int]:
    """Return the account of each report: the smallest key of all that are the same, directly or through others.

    `texts` are the reports' sentences by key, `known` the accounts found before, `together` the sets of reports within
    which to compare (those that tell of one exchange), `new` the reports not yet compared with any.
    """
    account = {report: known.get(report, report) for report in texts}
    runs = {report: shingles(text) for report, text in texts.items()}
    for reports in together:
        for one in sorted(reports & new):
            for other in sorted(reports):
                if account[one] != account[other] and is_same(runs[one], runs[other]):
                    merge(account, account[one], account[other])
    return account


def merge(account: dict[int, int], one: int, other: int) -> None:
    """Make two accounts one, under the smaller key."""
    smaller, larger = min(one, other), max(one, other)
    for report, key in account.items():
        if key == larger:
            account[report] = smaller

"""Themes and occasions: a hierarchy without circles, and words that mean one of them."""

from collections import defaultdict

from models.theme import THEME_KINDS
from tests.importers.reference.shipped import lines_of, repeated, several


def test_kinds_are_known_and_a_topic_has_words() -> None:
    assert {line["kind"] for line in lines_of("themes")} == set(THEME_KINDS)
    assert [line["theme_id"] for line in lines_of("themes") if not line["phrases"] and not line["pair_phrases"]] == []


def test_the_hierarchy_has_no_circle() -> None:
    parents = {line["theme_id"]: line["parent"] for line in lines_of("themes")}
    for theme, parent in parents.items():
        passed, at = {theme}, parent
        while at:
            assert at not in passed, theme
            passed.add(at)
            at = parents[at]


def test_words_that_need_a_pair_are_of_themes_with_parties() -> None:
    assert [line["theme_id"] for line in lines_of("themes") if line["pair_phrases"] and not line["parties"]] == []


def test_a_phrase_is_one_themes() -> None:
    """But for programmes that the same countries held again in another year, under the same name."""
    owners: dict[str, list[dict[str, str]]] = defaultdict(list)
    for line in lines_of("themes"):
        for phrase in several(line["phrases"]):
            owners[phrase.casefold()].append(line)
    shared = {phrase: lines for phrase, lines in owners.items() if len(lines) > 1}
    wrong = {
        phrase: [line["theme_id"] for line in lines]
        for phrase, lines in shared.items()
        if {line["kind"] for line in lines} != {"programme"} or len({line["parties"] for line in lines}) > 1
    }
    assert wrong == {}


def test_a_phrase_stands_once_in_its_theme() -> None:
    for line in lines_of("themes"):
        phrases = [p.casefold() for c in ("phrases", "pair_phrases") for p in several(line[c])]
        assert repeated(phrases) == [], line["theme_id"]


def test_themed_years_lie_in_their_order() -> None:
    wrong = [
        line["programme_id"]
        for line in lines_of("programmes")
        if not 1990 <= int(line["start_year"]) <= int(line["end_year"] or line["start_year"]) <= 2030
    ]
    assert wrong == []


def test_meetings_of_a_series_are_counted_in_their_order() -> None:
    series: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for line in lines_of("meeting_series"):
        if line["ordinal"] and line["start_date"]:
            series[line["series_id"]].append((int(line["ordinal"]), line["start_date"]))
    for name, meetings in series.items():
        dates = [date for _, date in sorted(meetings)]
        assert dates == sorted(dates), name
        assert repeated(str(ordinal) for ordinal, _ in meetings) == [], name

"""Themes: which of them a sentence touches, by the phrases of the reference data."""

from collections.abc import Sequence

from importers.extract.persons import Mention
from importers.extract.view import View
from importers.grammar.tags import Mark, Tag
from importers.knowledge import Knowledge
from importers.reading import ThemeRead, TradeRead

OF_TRADE = "trade-economy"  # what every claim on trade touches, in whatever words
BEFORE_LEADER = "theme before leader"  # a phrase that counts where somebody is named right behind it
OF_NAMES = ("of", "article", "and", "bracket", "dash", "name", "no_name", "organisation", "family", "country")
KINDS = ("theme", "pair theme", BEFORE_LEADER)


def themes_of(
    view: View, speaker: str | None, trade: Sequence[TradeRead], pairs: Sequence[frozenset[str]], knowledge: Knowledge
) -> list[ThemeRead]:
    """Return the themes that a sentence of a speaker touches by its phrases, and by its claims on `trade`."""
    marks = [mark for mark in view.marks if mark.kind in KINDS and may_count(mark, view, pairs, knowledge)]
    found = first_places(marks, view, knowledge)
    if trade and OF_TRADE in knowledge.theme_kinds and all(theme.theme != OF_TRADE for theme in found):
        found.append(ThemeRead(OF_TRADE, trade[0].start_char, trade[0].end_char, None))
    return found


def may_count(mark: Mark, view: View, pairs: Sequence[frozenset[str]], knowledge: Knowledge) -> bool:
    """Return whether a phrase counts where it stands: of a pair, where they write; or before a leader."""
    if mark.kind == "pair theme":
        return any(knowledge.theme_parties.get(mark.value, frozenset()) <= pair for pair in pairs)
    if mark.kind == BEFORE_LEADER:
        return any("person" in tag.sense and 0 <= tag.start - mark.end <= 6 for tag in view.row.tags)
    return True


def first_places(marks: Sequence[Mark], view: View, knowledge: Knowledge) -> list[ThemeRead]:
    """Return each theme at its first place; what is part of a longer formulation is not the shorter one."""
    formulations = [mark for mark in marks if knowledge.theme_kinds[mark.value] == "formulation"]
    found: dict[str, ThemeRead] = {}
    for mark in marks:
        if any(hides(other, mark, knowledge) for other in formulations) or is_part_of_name(mark, view):
            continue
        is_meeting = knowledge.theme_kinds[mark.value] == "meeting"
        ordinal = ordinal_before(mark, view) if is_meeting else None
        if is_meeting and ordinal is None and not knowledge.theme_parties.get(mark.value):
            continue  # "the BRICS summit" without its number speaks of BRICS
        known = found.get(mark.value)
        if known is None or (known.ordinal is None and ordinal):
            found[mark.value] = ThemeRead(mark.value, mark.start, mark.end, ordinal)
    return list(found.values())


def hides(longer: Mark, mark: Mark, knowledge: Knowledge) -> bool:
    """Return whether a longer formulation makes a shorter one another."""
    if longer.value == mark.value or longer.end - longer.start <= mark.end - mark.start:
        return False
    if not longer.start <= mark.start <= mark.end <= longer.end:
        return False
    kind = knowledge.theme_kinds[mark.value]
    return kind == "topic" or (kind == "formulation" and mark.end < longer.end)


def is_part_of_name(mark: Mark, view: View) -> bool:
    """Return whether a phrase stands within the name of an office, of a person or of the body that an office is of.

    As "Minister of Culture", or "the chairwoman of the Party for Peace".
    """
    within = (tag.sense for tag in view.row.tags if tag.start <= mark.start and mark.end <= tag.end)
    if any("person" in sense or "nobody" in sense for sense in within):
        return True
    if not view.text[mark.start - view.start].isupper():
        return False
    behind: Tag | None = None
    for tag in reversed([tag for tag in view.row.tags if tag.end <= mark.start]):
        if "nobody" in tag.sense or (isinstance(tag.item, Mention) and tag.item.kind == "title"):
            return behind is None or "and" not in behind.sense
        if not any(name in tag.sense for name in OF_NAMES):
            return False
        behind = tag
    return False


def ordinal_before(mark: Mark, view: View) -> int | None:
    """Return the ordinal right before a meeting, or in its name: "the 25th regular meeting"."""
    within = [tag for tag in view.row.tags if mark.start <= tag.start < mark.end]
    before = [tag for tag in view.row.tags if tag.end <= mark.start and mark.start - tag.start < 45]
    for tag in [*within, *reversed(before[-4:])]:
        if "ordinal" in tag.sense:
            return int(tag.item)
        if "ordinal_word" in tag.sense:
            return int(tag.sense.one("ordinal_word"))
    return None

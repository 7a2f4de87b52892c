"""What a word given for a filter means: a key, a name, a surname, in any case, with or without accents."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from babel import Locale
from sqlalchemy import Connection, Text, TextClause, column, select, table, text

from models.database import InputError
from models.spelling import normalised
from queries.filters import FILTERS

OF_PART = 0.9  # what the likeness to one part of a name counts
NEAREST = 3  # how many choices are named for a word that is none
OF_LANGUAGES = ("language", "told_in", "not_told_in")  # filters
MOST_LISTED = 8  # of several that a word may mean
# The other names of what stands in a table, by its key.
OTHER_NAMES = {
    "leader": """
        SELECT leader.slug, leader_name.name FROM leader_name JOIN leader ON leader.id = leader_name.leader_id
        UNION SELECT slug, native_name FROM leader WHERE native_name IS NOT NULL
    """,
    "country": """
        SELECT country.code, country_name.name FROM country_name JOIN country ON country.id = country_name.country_id
        WHERE country_name.kind = 'name'
        UNION SELECT code, alpha3 FROM country WHERE alpha3 IS NOT NULL
    """,
    "outlet": "SELECT outlet.slug, outlet_name.name FROM outlet_name JOIN outlet ON outlet.id = outlet_name.outlet_id",
}
# Those who write or are written to, whom a short name means first. Each is looked up in an index; messages are many.
CORRESPONDENTS = """
    SELECT slug FROM leader
    WHERE EXISTS (SELECT 1 FROM message WHERE message.sender_id = leader.id)
        OR EXISTS (SELECT 1 FROM message WHERE message.recipient_id = leader.id)
"""


@dataclass(frozen=True)
class Choice:
    """A value that a filter takes: its key, its name for people, the other names it goes by, and whether it writes."""

    key: str
    name: str
    others: tuple[str, ...] = ()
    is_in_use: bool = True

    @property
    def label(self) -> str:
        """The key, with the name where that is another."""
        return self.key if self.key == self.name else f"{self.key} ({self.name})"


def choices_of(connection: Connection, source: TextClause, name: str, own_column: str) -> list[Choice]:
    """Return the values that a filter takes."""
    listed = FILTERS.get(name)
    if listed is None or not listed.table:
        values = connection.scalars(select(column(own_column, Text())).select_from(source).distinct())
        as_choice = language_choice if name in OF_LANGUAGES else (lambda value: Choice(value, value))
        return [as_choice(str(value)) for value in values if value is not None]
    others: dict[str, list[str]] = defaultdict(list)
    if listed.table in OTHER_NAMES:
        for key, other in connection.execute(text(OTHER_NAMES[listed.table])):
            others[key].append(other)
    is_leader = listed.table == "leader"
    in_use = set(connection.scalars(text(CORRESPONDENTS))) if is_leader else set()
    named = select(column(listed.key, Text()), column(listed.name, Text())).select_from(table(listed.table))
    return [
        Choice(key, full_name, tuple(others[key]), not is_leader or key in in_use)
        for key, full_name in connection.execute(named)
    ]


def language_choice(code: str) -> Choice:
    """Return a language as a choice: by its code, its name in English, and its own."""
    locale = Locale.parse(code)
    return Choice(code, locale.get_display_name("en") or code, (locale.get_display_name() or code,))


def choices_with_keys(connection: Connection, name: str, words: Sequence[str]) -> list[Choice]:
    """Return the values of a filter whose keys are these very words: nothing where any of them is no key."""
    listed = FILTERS.get(name)
    if listed is None or not listed.table:
        return []
    key = column(listed.key, Text())
    named = select(key, column(listed.name, Text())).select_from(table(listed.table)).where(key.in_(words))
    found = [Choice(own_key, full_name) for own_key, full_name in connection.execute(named)]
    return found if {choice.key for choice in found} >= set(words) else []


def chosen(name: str, word: str, choices: Sequence[Choice]) -> Choice:
    """Return the choice that a word means. Raises InputError where it means none, or several, with those."""
    fitting = meant(word, choices)
    label = name.replace("_", " ")
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        listed = ", ".join(choice.label for choice in fitting[:MOST_LISTED])
        more = ", ..." if len(fitting) > MOST_LISTED else ""
        raise InputError(f"several may be meant by {label} {word!r}: {listed}{more}; give one of them")
    if not choices:
        raise InputError(f"there is no {label} {word!r}: the database has none yet")
    raise InputError(f"there is no {label} {word!r} in the database; the nearest: {', '.join(nearest(word, choices))}")


def one_of(name: str, word: str, values: Iterable[str]) -> Choice:
    """Return the one of a few fixed values that a word means. Raises InputError, with all of them, where it is none."""
    choices = [Choice(value, value) for value in values]
    if not meant(word, choices):
        listed = ", ".join(choice.key for choice in choices)
        raise InputError(f"there is no {name.replace('_', ' ')} {word!r}; it is one of: {listed}")
    return chosen(name, word, choices)


def meant(word: str, choices: Iterable[Choice]) -> list[Choice]:
    """Return the choices that a word may mean: by key, by name in any case, another name, a part of it, its spelling.

    Where several fit, those who write are meant, if there are any.
    """
    sought, spelled = folded(word), normalised(word)
    ways: tuple[Callable[[Choice], bool], ...] = (
        lambda choice: word == choice.key,
        lambda choice: sought in (folded(choice.key), folded(choice.name)),
        lambda choice: sought in map(folded, choice.others),
        lambda choice: choice.key != choice.name and is_part(sought, choice),
        lambda choice: bool(spelled) and spelled in map(normalised, (choice.key, choice.name, *choice.others)),
    )
    choices = list(choices)
    fitting = next((found for way in ways if (found := [choice for choice in choices if way(choice)])), [])
    in_use = [choice for choice in fitting if choice.is_in_use]
    return in_use if len(fitting) > 1 and in_use else fitting


def is_part(sought: str, choice: Choice) -> bool:
    """Return whether all sought words are among those of a name."""
    words = set(sought.split())
    return bool(words) and any(words <= set(folded(name).split()) for name in (choice.name, *choice.others))


def folded(word: str) -> str:
    """Return a word as it is compared: in small letters without accents, its parts between single spaces."""
    parts = unicodedata.normalize("NFKD", word.replace("’", "'")).casefold()
    bare = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return " ".join(re.split(r"[\s_-]+", bare.strip()))


def nearest(word: str, choices: Iterable[Choice]) -> list[str]:
    """Return the labels of the choices that are spelled most like `word`, whole or in one part, the nearest first."""
    from rapidfuzz import fuzz

    def likeness(choice: Choice) -> float:
        whole = max(fuzz.ratio(folded(word), folded(name)) for name in (choice.key, choice.name))
        parts = (*choice.key.split("-"), *choice.name.split())
        return -max(whole, OF_PART * max(fuzz.ratio(folded(word), folded(part)) for part in parts))

    return [choice.label for choice in sorted(choices, key=lambda choice: (likeness(choice), choice.key))[:NEAREST]]


def nearest_words(word: str, words: Iterable[str]) -> str:
    """Return the words that are spelled most like `word`, in one line."""
    return ", ".join(nearest(word, (Choice(choice, choice) for choice in words)))

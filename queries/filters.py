"""The filters that saved reports may declare: what each means, and which columns it fits.

A filter that is not listed here compares a report's own column with a word; its choices are the values in the column.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Filter:
    """A filter: its option's help, the columns that it fits, and the table whose keys are its values.

    `both_sides` filters look at the columns of two sides; given twice, both values must take part.
    """

    help: str
    metavar: str
    columns: tuple[str, ...]
    table: str = ""
    key: str = "slug"
    name: str = "name"
    both_sides: bool = False


DATE_COLUMNS = ("sent_on", "exchanged_on", "published_on", "due_on", "first_published_on", "made_on")

FILTERS = {
    "leader": Filter(
        "Only of this leader; given twice, between the two. A name, a surname, or a slug such as xi-jinping.",
        "LEADER",
        ("leader", "leader_a", "leader_b", "sender", "recipient", "speaker"),
        table="leader",
        name="full_name",
        both_sides=True,
    ),
    "speaker": Filter(
        "Only what this leader says; given twice, either of them.",
        "LEADER",
        ("speaker",),
        table="leader",
        name="full_name",
    ),
    "country": Filter(
        "Only of this country; given twice, between the two. A name, or a code such as CN.",
        "COUNTRY",
        (
            "country",
            "country_a",
            "country_b",
            "sender_country",
            "recipient_country",
            "speaker_country",
            "outlet_country",
        ),
        table="country",
        key="code",
        both_sides=True,
    ),
    "year": Filter("Only this year.", "YEAR", ("year", "occasion_year", "observed_year", "due_year")),
    "since": Filter("Only from this day, month or year on: 2020-06-30, 2020-06 or 2020.", "DATE", DATE_COLUMNS),
    "until": Filter("Only up to this day, month or year, included.", "DATE", DATE_COLUMNS),
    "outlet": Filter("Only this outlet, such as xinhua; given twice, either.", "OUTLET", ("outlet",), table="outlet"),
    "theme": Filter("Only this theme, such as energy.", "THEME", ("theme",), table="theme"),
    "milestone": Filter("Only this milestone.", "MILESTONE", ("milestone",), table="milestone"),
    "language": Filter("Only reports in this language, such as en.", "LANGUAGE", ("language",)),
    "evidence": Filter("Only what rests on this: message, greeting or headline.", "EVIDENCE", ("evidence",)),
    "sender": Filter("Only what this leader wrote.", "LEADER", ("sender",), table="leader", name="full_name"),
    "occasion": Filter("Only this occasion, such as new-year.", "OCCASION", ("occasion",), table="occasion"),
}


def filter_named(name: str) -> Filter:
    """Return a listed filter, or the one of a report's own that compares a column with a word."""
    return FILTERS.get(name) or Filter(f"Only rows with this {name.replace('_', ' ')}.", "WORD", ())


def columns_filtered_by(name: str, columns: Iterable[str]) -> list[str]:
    """Return those of `columns` that a listed filter fits."""
    return [column for column in columns if column in FILTERS[name].columns]

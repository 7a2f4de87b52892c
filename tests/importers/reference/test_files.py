"""Every reference file: ids once each, what refers to something finds it, every row says where it is from."""

import re

import pytest

from importers.reference.load import SHIPPED, shipped_rows
from tests.importers.reference.shipped import NAMES, SUBJECTS, lines_of, repeated, several

IDS = {
    "countries": "code",
    "leaders": "leader_id",
    "offices": "office_id",
    "outlets": "outlet_id",
    "occasions": "occasion_id",
    "themes": "theme_id",
    "milestones": "milestone_id",
    "trade_targets": "target_id",
    "programmes": "programme_id",
}
REFERENCES = [
    ("leaders", "country", "countries"),
    ("offices", "country", "countries"),
    ("tenures", "leader_id", "leaders"),
    ("tenures", "office_id", "offices"),
    ("outlets", "country", "countries"),
    ("milestones", "parties", "countries"),
    ("themes", "parent", "themes"),
    ("themes", "parties", "countries"),
    ("programmes", "parties", "countries"),
    ("programmes", "programme_id", "themes"),
    ("meeting_series", "participants", "leaders"),
    ("trade_statistics", "reporter", "countries"),
    ("trade_statistics", "partner", "countries"),
    ("trade_targets", "parties", "countries"),
]
MAY_BE_EMPTY = {"country", "parties", "parent", "participants"}


def test_every_file_that_is_loaded_becomes_rows() -> None:
    assert set(SHIPPED) <= set(SUBJECTS)
    assert all(rows for rows in shipped_rows().tables.values())


@pytest.mark.parametrize("subject", SUBJECTS + NAMES)
def test_every_row_says_whether_it_was_looked_up_and_where(subject: str) -> None:
    assert {line["verified"] for line in lines_of(subject)} <= {"yes", "from-knowledge"}
    looked_up = [line for line in lines_of(subject) if line["verified"] == "yes"]
    assert [line for line in looked_up if line["source"].strip() in ("", "from knowledge")] == []


@pytest.mark.parametrize("subject", SUBJECTS + NAMES)
def test_no_field_has_line_breaks_or_blanks_at_its_ends(subject: str) -> None:
    untidy = [
        (column, value)
        for line in lines_of(subject)
        for column, value in line.items()
        if value != value.strip() or "\n" in value or "  " in value or ";;" in value
    ]
    assert untidy == []


@pytest.mark.parametrize(("subject", "column"), IDS.items())
def test_an_id_is_one_row(subject: str, column: str) -> None:
    ids = [line[column] for line in lines_of(subject)]
    assert repeated(ids) == []
    form = r"[A-Z]{2}" if column == "code" else r"[a-z0-9]+(-[a-z0-9]+)*"
    assert [one for one in ids if not re.fullmatch(form, one)] == []


@pytest.mark.parametrize(("subject", "column", "of"), REFERENCES)
def test_what_is_referred_to_exists(subject: str, column: str, of: str) -> None:
    known = {line[IDS[of]] for line in lines_of(of)}
    unknown = {one for line in lines_of(subject) for one in several(line[column]) if one not in known}
    assert unknown == set()
    if column not in MAY_BE_EMPTY:
        assert all(line[column] for line in lines_of(subject))

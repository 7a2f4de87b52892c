"""Tenures through an upgrade: what shipped before makes room, and what ships now gives way to what a user supplied."""

from sqlalchemy import Connection, text

WITHDRAWN = "DELETE FROM tenure WHERE supplied_by = 'chancery'"
GIVEN_WAY = """
    DELETE FROM tenure WHERE supplied_by = 'chancery' AND EXISTS (
        SELECT 1 FROM tenure AS theirs JOIN office ON office.id = theirs.office_id
        WHERE theirs.office_id = tenure.office_id AND theirs.supplied_by = 'user'
        AND (office.holders = 1 OR theirs.leader_id = tenure.leader_id)
        AND (tenure.ended_on IS NULL OR theirs.started_on < tenure.ended_on)
        AND (theirs.ended_on IS NULL OR tenure.started_on < theirs.ended_on)
    )
"""


def withdraw(connection: Connection) -> None:
    """Take out the tenures that shipped with an older version.

    The database refuses two holders of an office on one day row by row, so corrected days of a handover could not be
    stored beside the former ones. Nothing refers to a tenure, and those that ship now are put in anew.
    """
    connection.execute(text(WITHDRAWN))


def give_way(connection: Connection) -> None:
    """Take out the tenures that ship, but have days of a tenure that a user has supplied for the same office."""
    connection.execute(text(GIVEN_WAY))

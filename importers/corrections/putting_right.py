"""Putting right what was just read, in the transaction that stores it, by the corrections that there are by then."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from importers.corrections.stored import stored_corrections
from importers.outcomes import Found, Outcome
from importers.reference_data import ReferenceData
from importers.work import outcome_of


def put_outcomes_right(connection: Connection, outcomes: Sequence[Outcome], reference: ReferenceData) -> list[Outcome]:
    """Return the outcomes of a batch, those reports read anew with the corrections that these may be of.

    They are few; all others need neither the corrections nor the lexicon.
    """
    corrections = stored_corrections(connection)
    return [
        outcome_of(replace(outcome.raw, text=outcome.body), reference.lexicon, corrections)
        if isinstance(outcome, Found) and corrections.touch(outcome.rows)
        else outcome
        for outcome in outcomes
    ]

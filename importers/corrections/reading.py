"""Reading with corrections: a report as it is read, and then as people have put it right, in this order."""

from importers.corrections.applying import Applying
from importers.corrections.claims import put_claims_right
from importers.corrections.exchanges import put_exchanges_right
from importers.corrections.leaders import put_leaders_right
from importers.corrections.met import Met
from importers.corrections.reports import put_report_right
from importers.corrections.statements import put_statements_right
from importers.corrections.stored import Corrections
from importers.lexicon import Lexicon
from importers.raw_report import RawReport
from importers.read_report import read_report
from importers.reading import Reading


def read_and_put_right(raw: RawReport, lexicon: Lexicon, corrections: Corrections) -> tuple[Reading, dict[int, Met]]:
    """Read a report and put it right; return with it what became of the corrections met."""
    reading = read_report(raw, lexicon)
    at = Applying(corrections, reading.sha256, reading.body)
    reading = put_report_right(raw, reading, at, lexicon)
    put_claims_right(reading, at, lexicon.knowledge.milestones.__contains__)
    moved = put_exchanges_right(reading, at)
    put_statements_right(reading, moved, at, lexicon.knowledge.lists)
    put_leaders_right(reading, at, lexicon.knowledge)
    at.note_unmet()
    return reading, at.met

"""One piece of work: a report, or a document that holds one, becomes what is read in it, within a limit of time."""

from dataclasses import replace

from importers.accounts import sketch_of, told_in
from importers.corrections.reading import read_and_put_right
from importers.corrections.stored import Corrections
from importers.fitting import check_rows
from importers.lexicon import Lexicon
from importers.link import rows_of
from importers.outcomes import Found, Outcome
from importers.raw_report import LeftOut, RawReport, Rejected, origin_key
from importers.readers.document import STANDARD_INPUT, Document, Work
from importers.readers.formats import content_digest, raw_report, reason_of
from importers.time_limit import time_limit

NONE = Corrections()


def outcome_of(work: Work, lexicon: Lexicon, corrections: Corrections = NONE) -> Outcome:
    """Return the report and what it tells, as people have put it right, or why it could not be read."""
    try:
        with time_limit():
            raw = raw_report(work)
            reading, met = read_and_put_right(raw, lexicon, corrections)
            rows = dict(rows_of(reading, met))
            check_rows(rows)
    except Exception as error:  # whatever a text does to the rules, the rest goes on
        return Rejected(work.locator, reason_of(error))
    if isinstance(work, Document) and work.only_exchanges and not reading.exchanges:
        return LeftOut(work.locator)
    raw = replace(raw, text="", content_sha256=content_digest(work), origin=raw.origin or origin_of(work))
    sketch = sketch_of(told_in(reading.body, {(told.start_char, told.end_char) for told in reading.statements}))
    return Found(raw, rows, sketch)


def origin_of(work: Work) -> int | None:
    """Return the key of the file or the page that a document is; None where the same name may be another's tomorrow."""
    if isinstance(work, RawReport) or work.only_exchanges or work.locator.startswith(STANDARD_INPUT):
        return None
    return origin_key(work.locator)

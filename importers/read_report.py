"""Reading: a raw report in, all that it tells out. Pure: the same text, reference data and version, the same facts."""

from importers.extract.report import extract
from importers.lexicon import Lexicon
from importers.parse.report import parse
from importers.raw_report import RawReport
from importers.reading import Reading


def read_report(raw: RawReport, lexicon: Lexicon) -> Reading:
    """Read a report with the words and facts of the lexicon."""
    return extract(parse(raw, lexicon), lexicon)

"""Parsing: from a raw report to its text with headline, dateline, dates, outlet, language and sentences."""

import datetime
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from importers.cleaning import cleaned
from importers.grammar.rules import languages
from importers.knowledge import Knowledge
from importers.lexicon import Lexicon, Vocabulary
from importers.parse.dateline import Dateline, dateline_above, read_dateline
from importers.parse.dateline_year import year_of_dateline
from importers.parse.dates import MONTHS
from importers.parse.language import language_of
from importers.parse.opening import before_closing, read_opening
from importers.parse.page import Page, read_page
from importers.parse.publisher import publisher
from importers.parse.sentences import Sentence, endings_of, split_sentences
from importers.parse.spelled_dateline import read_spelled_dateline, spelled_dateline_above
from importers.parse.tagged import Tagged, tag
from importers.raw_report import RawReport

DEFAULT = "en"  # the language whose words are looked for on a page in another, for its outlet and its day
BESIDE_TITLE = re.compile("\\s[|\uff5c]\\s")  # "Title | Site"
ADDRESS_DATE = re.compile(
    r"/(?:(?P<year>(?:19|20)\d\d)[/-]?(?P<month>\d\d)[/-]?(?P<day>\d\d)"
    r"|(?P<day2>\d{1,2})(?P<name>[A-Za-z]{3})(?P<year2>(?:19|20)\d\d))(?=[/_.-])"
)


@dataclass
class ParsedReport:
    """A report whose sentences are known, with what its page says of it."""

    raw: RawReport
    body: str
    sha256: str
    headline: str | None
    dateline: Dateline | None
    published_on: datetime.date | None
    published_basis: str | None
    outlet: str | None
    language: str | None
    sentences: list[Sentence]
    tagged: Tagged
    vocabulary: Vocabulary
    is_readable: bool  # whether there are files of the language


def digest(body: str) -> str:
    """Return the SHA-256 of a body with its white space folded: the same for one text in two line widths."""
    return hashlib.sha256(" ".join(body.split()).encode()).hexdigest()


def parse(raw: RawReport, lexicon: Lexicon) -> ParsedReport:
    """Parse a raw report. Never raises for any text; what the text does not tell is None."""
    body = cleaned(raw.text)
    page = read_page(body, raw.title, lexicon.knowledge.agencies)
    code = raw.language or language_of(body)
    is_readable = code in languages()
    vocabulary = lexicon.vocabulary(code if is_readable and code else DEFAULT)
    tagged = tag(body, vocabulary)
    knowledge = lexicon.knowledge
    paragraphs, dateline = page.paragraphs, None
    settings = vocabulary.language.settings.get("page", {})
    spells_months = settings.get("months_in_words", False)
    for number, (start, end) in enumerate(paragraphs[:6]):
        dateline = (
            read_opening(tagged, start, end, page.headline, settings, knowledge.capitals)
            or read_dateline(tagged.text, start, end, knowledge.capitals, knowledge.agencies)
            or (read_spelled_dateline(tagged, start, end, knowledge.capitals) if spells_months else None)
        )
        if dateline is not None:
            paragraphs = [(dateline.end, end), *paragraphs[number + 1 :]]  # what stands above a dateline is no report
            break
    if dateline is None:
        first = paragraphs[0][0] if paragraphs else 0
        dateline = dateline_above(tagged.text, first, knowledge.capitals) or (
            spelled_dateline_above(tagged, first, knowledge.capitals) if spells_months else None
        )
    paragraphs = before_closing(tagged.text, paragraphs, settings)
    published_on, basis = publication(raw, page, dateline, tagged, knowledge, paragraphs)
    return ParsedReport(
        raw=raw,
        body=body,
        sha256=digest(body),
        headline=without_marks(page.headline, settings.get("headline_marks", ())),
        dateline=dateline,
        published_on=published_on,
        published_basis=basis,
        outlet=publisher(raw, page, dateline, tagged.marks, knowledge, vocabulary.tagger),
        language=code,
        sentences=split_sentences(body, paragraphs, endings_of(vocabulary.language)),
        tagged=tagged,
        vocabulary=vocabulary,
        is_readable=is_readable,
    )


def without_marks(headline: str | None, marks: Sequence[str]) -> str | None:
    """Return a headline without the marks that a page puts before it, such as that of a video, and the site's name."""
    for mark in marks if headline else ():
        headline = (headline or "").removeprefix(mark).strip()
    return max(BESIDE_TITLE.split(headline), key=len) if headline else headline


def publication(
    raw: RawReport,
    page: Page,
    dateline: Dateline | None,
    tagged: Tagged,
    knowledge: Knowledge,
    paragraphs: list[tuple[int, int]],
) -> tuple[datetime.date | None, str | None]:
    """Return the day of publication and what it rests on."""
    if raw.published_on:
        return raw.published_on, "metadata"
    if page.published_on:
        return in_right_order(page.published_on, dateline), "page"
    if dateline is None or dateline.date is None:
        day = date_of_address(raw.url or page.url or "")
        return day, "page" if day else None
    if dateline.date.year:
        return dateline.date.on(), "dateline"
    year = year_of_dateline(tagged, dateline.date, knowledge, paragraphs)
    day = dateline.date.on(year)
    return day, "inferred" if day else None


def date_of_address(address: str) -> datetime.date | None:
    """Return the day in the address of a page, as a part of its path: /20230815/, /2023/08/15/, /15Aug2023/."""
    match = ADDRESS_DATE.search(address)
    if match is None:
        return None
    month = int(match["month"] or MONTHS.get((match["name"] or "").casefold(), 0))
    try:
        return datetime.date(int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"]))
    except ValueError:
        return None


def in_right_order(day: datetime.date, dateline: Dateline | None) -> datetime.date:
    """Return the page's day, or with day and month changed about where only that agrees with the dateline."""
    written = dateline.date.on(day.year) if dateline and dateline.date else None
    if written is None or abs((day - written).days) <= 10 or day.day > 12:
        return day
    turned = day.replace(month=day.day, day=day.month)
    return turned if abs((turned - written).days) <= 3 else day

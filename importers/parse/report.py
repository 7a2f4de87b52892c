"""Parsing: from a raw report to its text with headline, dateline, dates, outlet, language and sentences."""

import datetime
import hashlib
import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice

from importers.lexicon import Lexicon, Token
from importers.parse.dateline import Dateline, dateline_above, read_dateline
from importers.parse.dates import find_dates, nearest_weekday, weekday_number, years_of
from importers.parse.page import Page, read_page
from importers.parse.publisher import publisher
from importers.parse.sentences import Sentence, split_sentences
from importers.raw_report import RawReport

YEAR = re.compile(r"\b(?:19[5-9]\d|20[0-4]\d)\b")
SCRIPTS = {"ru": re.compile("[Ѐ-ӿ]"), "zh": re.compile("[一-鿿]"), "ko": re.compile("[가-힯]")}
LATIN = re.compile("[A-Za-z]")
ENGLISH = frozenset(["the", "and", "of", "to", "in", "on", "for", "with", "his", "was", "has", "The", "In", "On"])
ADDRESS_DATE = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/_.-])")
EARLIEST = 1990  # datelines without a year are looked for from here on


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
    tokens: list[Token]


def normalised(text: str) -> str:
    """Return the text as it is stored: line ends as LF, without what PostgreSQL or UTF-8 cannot hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").removeprefix("\ufeff")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def digest(body: str) -> str:
    """Return the SHA-256 of a body with its white space folded: the same for one text in two line widths."""
    return hashlib.sha256(" ".join(body.split()).encode()).hexdigest()


def parse(raw: RawReport, lexicon: Lexicon) -> ParsedReport:
    """Parse a raw report. Never raises for any text; what the text does not tell is None."""
    body = normalised(raw.text)
    page = read_page(body, raw.title)
    tokens = lexicon.tokens(body)
    paragraphs, dateline = page.paragraphs, None
    for number, (start, end) in enumerate(paragraphs[:6]):
        dateline = read_dateline(body, start, end, lexicon.capital_words)
        if dateline is not None:
            paragraphs = [(dateline.end, end), *paragraphs[number + 1 :]]  # what stands above a dateline is no report
            break
    if dateline is None:
        dateline = dateline_above(body, paragraphs[0][0] if paragraphs else 0, lexicon.capital_words)
    published_on, basis = publication(raw, page, dateline, tokens, lexicon, paragraphs)
    return ParsedReport(
        raw=raw,
        body=body,
        sha256=digest(body),
        headline=page.headline,
        dateline=dateline,
        published_on=published_on,
        published_basis=basis,
        outlet=publisher(raw, page, dateline, tokens, lexicon),
        language=raw.language or language(body),
        sentences=split_sentences(body, paragraphs),
        tokens=tokens,
    )


def publication(
    raw: RawReport,
    page: Page,
    dateline: Dateline | None,
    tokens: list[Token],
    lexicon: Lexicon,
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
    year = year_of_dateline(page.text, dateline, tokens, lexicon, paragraphs)
    day = dateline.date.on(year)
    return day, "inferred" if day else None


def date_of_address(address: str) -> datetime.date | None:
    """Return the day that stands in the address of a page, as a part of its path: /20230815/, /2023/08/15/."""
    match = ADDRESS_DATE.search(address)
    try:
        return datetime.date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        return None


def in_right_order(day: datetime.date, dateline: Dateline | None) -> datetime.date:
    """Return the page's day, or with day and month changed about where only that agrees with the dateline."""
    written = dateline.date.on(day.year) if dateline and dateline.date else None
    if written is None or abs((day - written).days) <= 10 or day.day > 12:
        return day
    turned = day.replace(month=day.day, day=day.month)
    return turned if abs((turned - written).days) <= 3 else day


def year_of_dateline(
    text: str, dateline: Dateline, tokens: list[Token], lexicon: Lexicon, paragraphs: list[tuple[int, int]]
) -> int | None:
    """Return the year of a dateline that has none.

    Years vote that the text names or that follow from an anniversary told of and the milestone's year; a weekday in
    the first paragraphs limits them to those in which the day of the dateline fell on it.
    """
    date = dateline.date
    assert date is not None  # noqa: S101 - asked only where there is one
    first, last = paragraphs[0][0] if paragraphs else 0, paragraphs[min(2, len(paragraphs) - 1)][1] if paragraphs else 0
    votes: dict[int, float] = {}
    for match in YEAR.finditer(text, 0, paragraphs[-1][1] if paragraphs else len(text)):
        year = int(match[0])
        votes[year] = votes.get(year, 0) + 1
        if date.month >= 11:
            votes[year - 1] = votes.get(year - 1, 0) + 0.5  # a New Year's greeting names the year to come
    for year in counted_years(text, tokens, lexicon):
        votes[year] = votes.get(year, 0) + 3
        if date.month >= 11:
            votes[year - 1] = votes.get(year - 1, 0) + 0.6
    named = weekday_number(text, first, last)
    if named:
        possible = set(years_of(date.month, date.day, named[0], range(EARLIEST, 2100)))
        votes = {year: vote for year, vote in votes.items() if year in possible} or votes
    if not votes:
        return None
    best = max(votes.values())
    return max(year for year, vote in votes.items() if vote == best)


FOUNDING = re.compile(r"\bfound(?:ing|ation)\b|\bindependence\b|\bnational day\b", re.IGNORECASE)
COUNTED_AT_MOST = 20  # anniversaries that vote on the year of a dateline
ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b[^.]{0,30}\banniversary\b", re.IGNORECASE)


def counted_years(text: str, tokens: list[Token], lexicon: Lexicon) -> list[int]:
    """Return the years in which the anniversaries fall that the text tells of, by the dates of their milestones."""
    countries = {token.value for token in tokens if token.kind == "country"}
    relations = [slug for pair, slugs in lexicon.relations.items() if pair <= countries for slug in slugs]
    starts = [token.start for token in tokens]
    years = []
    for match in islice(ORDINAL.finditer(text), COUNTED_AT_MOST):
        for token in tokens[bisect_left(starts, match.start()) : bisect_left(starts, match.end() + 120)]:
            slugs: list[str] = []
            if token.kind == "milestone":
                slugs = [token.value]
            elif token.kind == "relations" and token.value == "relations":
                slugs = relations[:6]
            elif token.kind == "country" and FOUNDING.search(text, match.start(), token.start):
                slugs = lexicon.foundings.get(token.value, [])[:3]
            years += [lexicon.milestones[slug].year + int(match[1]) for slug in slugs]
    return years


def language(text: str) -> str | None:
    """Return the language that the script and the commonest words tell; None where they do not settle it."""
    sample = text[:4000]
    if not sample.isascii():
        letters = {code: len(script.findall(sample)) for code, script in SCRIPTS.items()}
        most = max(letters, key=lambda code: letters[code])
        if letters[most] > len(LATIN.findall(sample)):
            return most
    words = (sample if len(sample) < 1200 else sample[200:1200]).split()
    common = sum(word in ENGLISH for word in words)
    return "en" if words and common * 25 >= len(words) else None


# What a date is of that is not the day of a message: "the talks held in Moscow on November 30".
OF_EVENT = re.compile(
    r"\b(?:talks|meetings?|visit\w*|summit|conference|conversation|held|signed|met|opened|came into force)\b"
    r"[^,.;]{0,40}$",
    re.IGNORECASE,
)


def said_day(
    parsed: ParsedReport, start: int, end: int, *, of_source: bool = True
) -> tuple[datetime.date | None, str | None]:
    """Return the day told in a stretch of the text, and its basis: stated, or worked out from a weekday.

    Without `of_source` the weekday on which an agency reported does not count.
    """
    anchor = parsed.published_on
    for date in find_dates(parsed.body, start, end):
        if OF_EVENT.search(parsed.body, max(start, date.start - 60), date.start):
            continue
        day = date.on(anchor.year if anchor else None)
        if day and not date.year and anchor and (day - anchor).days > 183:
            day = date.on(anchor.year - 1)
        elif day and not date.year and anchor and (anchor - day).days > 300:
            day = date.on(anchor.year + 1)
        if day:
            return day, "stated"
    named = weekday_number(parsed.body, start, end, of_source=of_source)
    if named and anchor:
        return nearest_weekday(named[0], anchor), "weekday"
    return None, None

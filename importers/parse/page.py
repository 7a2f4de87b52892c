"""A stored page: its headline, its furniture, the paragraphs that are the report, and the day it says it is of."""

import datetime
import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from importers.page_words import words_of_pages
from importers.parse.dates import DATE, date_in_another_language, find_dates
from importers.parse.page_lines import (
    BROADCAST,
    BULLET,
    END_MARK,
    SALUTATION,
    TAIL,
    ends_in_linking_word,
    ends_sentence,
    is_furniture,
    is_stamp,
    is_trailing,
    opens_list,
)

STORED_PREFIX = re.compile(r"\s*date (?P<date>\d{4}-\d\d-\d\d)[ \t]*")
LINKED = frozenset(phrase[:4] for key in ("links", "pictures") for phrase in words_of_pages(key))
ADDRESS = re.compile(r"https?://[^\s<>\"]+")
PARAGRAPH = re.compile(r"[^\n]+")

SHORT = 8  # words: with more, a line that ends in a colon is no heading, but opens what is quoted below
SHORT_WIDE = 25  # the same in letters, in scripts that part no words
ADDRESS_AT_MOST = 4  # lines above a salutation
NARROW, WIDE = 40, 100  # characters of the lines of a text that was broken into lines of one width
LONG_WORD = 15  # characters that may be left free at the end of such a line
FEW_LINES = 6  # with fewer, nothing shows that they are of one width
HEADINGS_AT_MOST = 40  # lines above the report: menus of a page among them
CREDIT = re.compile(r"^\s*\((?:[A-Z][\w'./ -]+?)(?:News Agency)?,?\s+[A-Z][a-z]+\.? \d{1,2}, \d{4}\)\s*$")
NEWSPAPER = re.compile(r"^\W*《[^《》\n]{2,12}》\W{0,3}\d{4}\D\d{1,2}\D\d{1,2}\D[^。！？]{0,12}$")  # and its day, below
WIDE_END = re.compile(r"[。！？](?![”」』])")
WIDE_LETTERS = re.compile(r"[\u3040-\u9fff]{6}")  # in scripts that part no words a headline is one word
WORD = re.compile(r"\w+")


@dataclass
class Page:
    """What a stored page is made of: places of its paragraphs in the text, and what stands around them."""

    text: str
    headline: str | None = None
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    published_on: datetime.date | None = None
    url: str | None = None
    furniture: list[str] = field(default_factory=list)


def read_page(text: str, title: str | None = None, agencies: Container[str] = ()) -> Page:
    """Part the text into headline, furniture and the paragraphs of the report; agencies are names in small letters."""
    page = Page(text, headline=title)
    start = 0
    prefix = STORED_PREFIX.match(text)
    if prefix:
        start = prefix.end()
        try:
            page.published_on = datetime.date.fromisoformat(prefix["date"])
        except ValueError:
            start = 0
    lines = [(m.start(), m.end()) for m in PARAGRAPH.finditer(text, start) if not m[0].isspace()]
    lines = without_broadcasts(text, up_to_end_mark(text, lines))
    width = wrapped_at([text[start:end] for start, end in lines])
    running = running_on(text, lines, width)
    kept = [
        place for place in lines if place in running or not stands_around(page, text[slice(*place)].strip(), agencies)
    ]
    kept = joined(text, without_tail(text, kept, lines))
    page.paragraphs = take_headline(page, kept)
    if page.published_on is None:
        date_around(page, lines)
    return page


def up_to_end_mark(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the lines up to the one that an agency closes with its mark; what follows, days too, is other matter."""
    for number, (start, end) in enumerate(lines):
        if END_MARK.search(text, max(start, end - 20), end) and (end - start > 60 or number > 0):
            return lines[: number + 1]
    return lines


def without_broadcasts(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the lines without the broadcasts that a station lists below a title; their days are not the report's."""
    return [place for place in lines if place == lines[0] or not BROADCAST.match(text[slice(*place)])]


def date_around(page: Page, lines: list[tuple[int, int]]) -> None:
    """Take the page's day from a short line above the report that holds a whole date, or from a credit below it."""
    first = page.paragraphs[0][0] if page.paragraphs else 0
    for start, end in lines:
        line = page.text[start:end]
        above = end <= first and end - start < 160 and not ends_sentence(line)
        if above or CREDIT.match(line) or NEWSPAPER.match(line):
            note_date(page, line)
            if page.published_on:
                return


def stands_around(page: Page, line: str, agencies: Container[str]) -> bool:
    """Return whether a line is no part of the report; what it tells of day and address is kept."""
    if len(line) > 240 or is_long_sentence(line):
        return False
    if is_stamp(line, agencies):
        note_date(page, line)
        note_address(page, ADDRESS.search(line))
    elif not is_furniture(line, agencies):
        address = ADDRESS.fullmatch(line)
        note_address(page, address)
        return address is not None
    page.furniture.append(line)
    return True


def is_long_sentence(line: str) -> bool:
    """Return whether a line is a whole sentence, and too long to be furniture that only looks like one."""
    return len(line) > 90 and line[-1] in ".!?" and line[:4].casefold() not in LINKED


def note_date(page: Page, line: str) -> None:
    """Keep the day that a stamp gives, unless the page gave one before."""
    if page.published_on is None:
        dates = find_dates(line)
        page.published_on = dates[0].on() if dates and dates[0].year else date_in_another_language(line)


def note_address(page: Page, address: re.Match[str] | None) -> None:
    """Keep the address that a line gives, unless the page gave one before."""
    if address is not None:
        page.url = page.url or address[0]


def without_tail(text: str, kept: list[tuple[int, int]], lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the lines without what stands after the end of the report: lists of other articles."""
    if not kept:
        return kept
    body = [place for place in kept if ends_sentence(text[place[0] : place[1]]) and place[1] - place[0] > 60]
    if not body:
        return kept
    for place in lines:
        if place[0] > body[0][0] and TAIL.match(text[place[0] : place[1]]):
            return [other for other in kept if other[0] < place[0]]
    below = [place for place in kept if place[0] > body[-1][0]]
    if any(is_salutation(text, *place) for place in kept):
        return kept  # below a letter stands who signed it
    if any(opens_list(text[start:end]) for start, end in [*below, body[-1]]):
        return kept  # what is listed belongs to the report
    trailing = [place for place in below if is_trailing(text[place[0] : place[1]])]
    bulleted = any(BULLET.match(text, *place) for place in below)
    return [place for place in kept if place not in trailing] if len(trailing) > 2 or bulleted else kept


def is_salutation(text: str, start: int, end: int) -> bool:
    """Return whether a line, with empty ones about it, opens a letter: "Dear Mr. President,"."""
    is_apart = text.startswith("\n\n", end) and text.endswith("\n\n", 0, start)
    return is_apart and SALUTATION.match(text[start:end].strip()) is not None and text[end - 1] == ","


def running_on(text: str, lines: Sequence[tuple[int, int]], width: int | None) -> set[tuple[int, int]]:
    """Return the lines that go on with the line before in a text of one width: "time" may begin one by chance."""
    return {
        place
        for before, place in pairwise(lines)
        if text[before[1] : place[0]].count("\n") <= 1 and is_full(text[slice(*before)], text[slice(*place)], width)
    }


def joined(text: str, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the lines with those made one that a narrow page broke in the middle of a paragraph."""
    width = wrapped_at([text[start:end] for start, end in places])
    found: list[tuple[int, int]] = []
    last = 0  # where the line before begins
    for start, end in places:
        is_next = bool(found) and text[found[-1][1] : start].count("\n") <= 1
        line, following = text[last : found[-1][1]] if found else "", text[start:end]
        if is_next and (is_full(line, following, width) or is_broken(text[found[-1][0] : found[-1][1]], following)):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        last = start
    return found


def wrapped_at(lines: Sequence[str]) -> int | None:
    """Return after how many characters a text was broken into lines; None where each line is a paragraph."""
    width = max(map(len, lines), default=0)
    filled = sum(len(line) > width - LONG_WORD for line in lines)
    return width if NARROW <= width <= WIDE and len(lines) >= FEW_LINES and filled * 2 > len(lines) else None


def is_full(line: str, following: str, width: int | None) -> bool:
    """Return whether a line ends because the first word of the next did not fit into the width of the text."""
    return (
        width is not None and not following[0].isspace() and len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
    )


def is_broken(line: str, following: str) -> bool:
    """Return whether a sentence runs over the end of a line: it goes on small, or the line ends in a linking word."""
    if ends_sentence(line) or len(line) < 30:
        return False
    return following.lstrip()[:1].islower() or ends_in_linking_word(line)


def take_headline(page: Page, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take the lines before the report as its headline; return the paragraphs that are left."""
    text = page.text
    for number in range(min(len(places) - 1, HEADINGS_AT_MOST)):
        own = words_of(text, places[number])
        line = text[places[number][0] : places[number][1]].strip()
        again = page.headline is not None and len(page.headline.split()) > 3
        if again and SALUTATION.match(line):
            return places[with_address(page, places, number) :]
        if len(own) >= 60 or not is_heading(line, own, words_of(text, places[number + 1]), 14 if again else 45):
            return places[number:]
        if page.headline is None or (len(own) > 3 and is_short(page.headline)):
            page.headline = line
    return places[max(0, min(len(places) - 1, HEADINGS_AT_MOST)) :]


def is_short(headline: str) -> bool:
    """Return whether a headline may be no more than the name of a page, or of a part of it."""
    return len(headline.split()) <= 3 and not WIDE_LETTERS.search(headline)


def with_address(page: Page, places: list[tuple[int, int]], salutation: int) -> int:
    """Return the first of the lines right above the salutation of a letter that tell to whom it is."""
    first = salutation
    while first and salutation - first < ADDRESS_AT_MOST:
        line = page.text[places[first - 1][0] : places[first - 1][1]].strip()
        if line == page.headline or DATE.search(line) or ends_sentence(line) or len(line.split()) > SHORT * 2:
            break
        first -= 1
    return first


def is_heading(line: str, own: list[str], following: list[str], longest: int) -> bool:
    """Return whether a line is a heading: no sentence, or one that the report begins with once more.

    A sentence may have lost its full stop: after a headline, a line of more than `longest` words is the report.
    """
    if DATE.match(line) and len(own) <= 8:
        return True
    if WIDE_END.search(line[:-1]) or (opens_list(line) and is_long(line, own)):
        return False
    if not ends_sentence(line):
        return len(own) < longest and len(line) < 320
    told_again = sum(word in set(following) for word in own)
    return len(own) >= 6 and told_again >= 0.85 * len(own) and len(following) > len(own)


def is_long(line: str, own: list[str]) -> bool:
    """Return whether a line has more words than a heading that ends in a colon."""
    return len(own) > SHORT or (len(line) > SHORT_WIDE and WIDE_LETTERS.search(line) is not None)


def words_of(text: str, place: tuple[int, int]) -> list[str]:
    """Return the words of a stretch in small letters; of a long one the first, as many as a heading could have."""
    return WORD.findall(text[place[0] : min(place[1], place[0] + 600)].lower())

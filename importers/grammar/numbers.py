"""Numbers and dates: figures as tags, and what several of them make together."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from importers.grammar.alphabet import Sense
from importers.grammar.patterns import Match
from importers.grammar.tags import Row, Tag

# 1,234.5 and 240 100 and 240,1 and 1.5; an ordinal's ending; a percent sign
GROUPS = r"[, \u00a0\u2009\u202f]"  # between thousands
FIGURE = re.compile(  # a digit first, at which alone it pays to look
    rf"\d(?:(?<![\w.,/]\d)(?:\d{{0,2}}(?:{GROUPS}\d{{3}}(?!\d))+|\d*(?:\.\d{{3}}(?=\.\d{{3}}))*)(?:[.,]\d+)?"
    r"(?:-?(?P<th>st|nd|rd|th)\b)?(?P<percent>\s?[%％])?"
    r"|\d*(?:[.,]\d+)*(?P<percent2>[%％])?)"
)
LONGEST = 24  # characters of a number
WHOLE = re.compile(r"\d+")


class Date(NamedTuple):
    """A day as written; without a year or a month, or with a month alone, where no more is told."""

    year: int | None
    month: int | None
    day: int | None

    def on(self, year: int | None = None) -> datetime.date | None:
        """Return the day, in `year` where none is written; None where there is no such day."""
        whole = self.year or year
        if whole is None or self.month is None or self.day is None:
            return None
        try:
            return datetime.date(whole, self.month, self.day)
        except ValueError:
            return None


def figures(text: str, made: Mapping[str, Sense], *, decimal_comma: bool = False) -> Iterator[Tag]:
    """Yield the numbers written in figures, as tags whose items are their values: int for whole ones, else float."""
    for match in FIGURE.finditer(text):
        percent = match["percent"] or match["percent2"]
        digits = match[0][: len(match[0]) - len(percent or "")]
        if len(digits) > LONGEST:
            continue  # a key or a telephone number
        if match["th"]:
            yield Tag(match.start(), match.end(), made["ordinal"], int(WHOLE.findall(digits)[0]))
        else:
            value = value_of(digits.strip(), decimal_comma=decimal_comma)
            is_year = len(digits) == 4 and digits.isdigit() and 1900 <= value <= 2100
            kind = "percent" if percent else "year" if is_year else "number"
            yield Tag(match.start(), match.end(), made[kind], value)


def numerals(text: str, settings: Mapping[str, str], made: Mapping[str, Sense]) -> Iterator[Tag]:
    """Yield the numbers written in the letters of a script: `digits` from nought to nine, `tens` of 10, 100, 1000.

    `several_tens` are letters of 20, 30 and so on. Digits alone in a row are read one by one, as those of a year are:
    二〇二一; nought has several signs, `noughts`. Behind the `point` stand decimals.
    """
    if not settings:
        return
    digits, tens = letters_of(settings)
    figure = f"[{''.join(digits)}]+(?![{''.join(tens)}])"
    for match in re.finditer(rf"((?!\d)[{''.join(digits)}{''.join(tens)}]+)(?:{settings['point']}({figure}))?", text):
        value: float = numeral_value(match[1], digits, tens)
        if match[2]:
            value = float(f"{value}.{numeral_digits(match[2], digits)}")
        kind = "year" if 1900 <= value <= 2100 and len(match[0]) == 4 else "number"
        yield Tag(match.start(), match.end(), made[kind], value)


def letters_of(settings: Mapping[str, str]) -> tuple[dict[str, int], dict[str, int]]:
    """Return the letters of a script's numerals with their values: of digits, and of tens and powers of ten."""
    digits = {letter: value for value, letter in enumerate(settings.get("digits", ""))}
    digits |= dict.fromkeys(settings.get("noughts", ""), 0)
    several_tens = {letter: number * 10 for number, letter in enumerate(settings.get("several_tens", ""), start=2)}
    return digits, {letter: 10 ** (power + 1) for power, letter in enumerate(settings.get("tens", ""))} | several_tens


def number_of(written: str, settings: Mapping[str, str]) -> int:
    """Return the value of a whole number in figures or in the numerals of a script."""
    return int(written) if written.isdecimal() else numeral_value(written, *letters_of(settings))


def numeral(value: int, settings: Mapping[str, str]) -> str:
    """Return a number below 100 in the numerals of a script; in figures where it has none of its own."""
    if not settings:
        return str(value)
    tens, ones = divmod(value, 10)
    leading = settings["digits"][tens] if tens > 1 else ""
    return leading + (settings["tens"][0] if tens else "") + (settings["digits"][ones] if ones or not tens else "")


def ordinals(text: str, tags: Sequence[Tag], sign: str, made: Mapping[str, Sense]) -> Iterator[Tag]:
    """Yield the tags of a text, numbers behind the sign of ordinals as such: 第三."""
    for tag in tags:
        is_ordinal = sign and "number" in tag.sense and text.endswith(sign, 0, tag.start) and isinstance(tag.item, int)
        yield Tag(tag.start - len(sign), tag.end, made["ordinal"], tag.item) if is_ordinal else tag


def numeral_value(letters: str, digits: Mapping[str, int], tens: Mapping[str, int]) -> int:
    """Return the value of numerals: 七十五 is 75, 二〇二一 is 2021, 百 is 100."""
    if not any(letter in tens for letter in letters):
        return int(numeral_digits(letters, digits))
    value, ahead = 0, None
    for letter in letters:
        if letter in tens:
            value += (1 if ahead is None else ahead) * tens[letter]
            ahead = None
        else:
            ahead = digits[letter]
    return value + (ahead or 0)


def numeral_digits(letters: str, digits: Mapping[str, int]) -> str:
    """Return numerals that stand for digits, as figures: 〇五 is 05."""
    return "".join(str(digits[letter]) for letter in letters)


def value_of(digits: str, *, decimal_comma: bool = False) -> float | int:
    """Return the value of figures: a comma parts thousands where three digits follow, else it is a decimal comma.

    In languages that part thousands by spaces, one comma is a decimal one always.
    """
    plain = re.sub(r"[ \u00a0\u2009\u202f]", "", digits)
    is_decimal = re.search(r",\d{1,2}$|^0,", plain) or (decimal_comma and plain.count(",") == 1)
    plain = plain if is_decimal else re.sub(r",(?=\d{3}(?!\d))", "", plain)
    plain = plain.replace(",", ".")
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    return float(plain) if "." in plain else int(plain)


def number_in(row: Row, span: tuple[int, int] | None) -> int | None:
    """Return the whole number kept by a match, None where there is none."""
    if span is None:
        return None
    tag = row.tags[span[0]]
    if isinstance(tag.item, int):
        return tag.item
    worded = tag.sense.one("number_word") or tag.sense.one("ordinal_word")
    return int(worded) if worded.isdigit() else None


def date_of(row: Row, match: Match) -> Date | None:
    """Return the date that a match of [dates] keeps as year, month and day; None where there is no such day."""
    kept = match.kept
    year, day = number_in(row, kept.get("year")), number_in(row, kept.get("day"))
    month = None
    if "month" in kept:
        tag = row.tags[kept["month"][0]]
        month = int(tag.sense.one("month") or 0) or (tag.item if isinstance(tag.item, int) else None)
    if month is None and (year is not None or day is None):
        return None
    if not 1 <= (month or 1) <= 12 or not 1 <= (day or 1) <= 31:
        return None
    if year is not None and not 1000 <= year <= 2200:
        return None
    return Date(year, month, day)

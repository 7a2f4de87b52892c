"""Printed letters: a page that is nothing but a letter, with whom it is to above and who signed it below."""

import re
from dataclasses import dataclass

from importers.extract.people import Mention, People
from importers.parse.report import ParsedReport

LINE = re.compile(r"[^\n]+")
SALUTATION = re.compile(
    r"[“\"]?(?:(?:My |Our )?(?:Dear|Esteemed|Respected|Distinguished|Honou?rable)|Your (?:Excellency|Majesty)"
    r"|Your Royal Highness|Your Highness|Excellency|Mr\.? (?:President|Prime Minister|Chairman)"
    r"|Madam (?:President|Prime Minister))\b.{0,60}[,!:]?\s*$"
)
ABOVE = 8  # lines above the salutation in which whom the letter is to may be named
SIGNED = re.compile(r"\s*(?:,\s[^.\n]{0,100})?$")


@dataclass
class PrintedLetter:
    """Who signed a letter to whom, and between which places of the text it stands."""

    signatory: str
    recipient: str
    start: int
    end: int


def printed_letter(parsed: ParsedReport, people: People) -> PrintedLetter | None:
    """Return the letter of which a page consists; None where it has none, or tells not whose and to whom."""
    lines = list(LINE.finditer(parsed.body))
    greeting = next((number for number, line in enumerate(lines) if SALUTATION.match(line[0])), None)
    if greeting is None:
        return None
    signed = signature(lines[greeting + 1 :], people)
    if signed is None:
        return None
    signatory, end = signed
    above = lines[max(0, greeting - ABOVE) : greeting + 1]
    recipient = next((slug for line in above if (slug := addressee(line, people, signatory))), None)
    return PrintedLetter(signatory, recipient, lines[greeting].end(), end) if recipient else None


def on_line(line: re.Match[str], people: People) -> list[Mention]:
    """Return who is named on a line."""
    return [m for m in people.mentions if m.slug and line.start() <= m.start < line.end()]


def signature(lines: list[re.Match[str]], people: People) -> tuple[str, int] | None:
    """Return whose name stands on a line of its own, alone or before titles, and where that line begins."""
    for line in lines:
        named = on_line(line, people)
        if named and named[0].start - line.start() <= 2 and SIGNED.match(line[0], named[0].end - line.start()):
            return named[0].slug or "", line.start()
    return None


def addressee(line: re.Match[str], people: People, signatory: str) -> str | None:
    """Return who is named on a line other than the one who signed, and of another country."""
    home = people.persons[signatory].country
    others = (m.slug or "" for m in on_line(line, people) if m.slug != signatory)
    return next((slug for slug in others if people.persons[slug].country != home), None)

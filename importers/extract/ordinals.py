"""Ordinals: the numbers of anniversaries and meetings, in figures and in words."""

import re

from num2words import num2words

ORDINAL_WORDS = {num2words(n, to="ordinal").replace(" and ", " "): n for n in range(1, 151)}
ORDINAL_WORDS |= {word.replace("-", " "): n for word, n in ORDINAL_WORDS.items()}
CARDINAL_WORDS = {num2words(n).replace(" and ", " "): n for n in range(1, 151)}
CARDINAL_WORDS |= {word.replace("-", " "): n for word, n in CARDINAL_WORDS.items()}
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
UNITS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
DIGITS = "one|two|three|four|five|six|seven|eight|nine"
WORDED = (
    rf"(?:(?:{TENS})[- ](?:{UNITS})|tenth|eleventh|twelfth"
    rf"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth"
    rf"|eighteenth|nineteenth|twentieth|thirtieth|fortieth"
    rf"|fiftieth|sixtieth|seventieth|eightieth|ninetieth|hundredth"
    rf"|centenary|{UNITS})"
)
ORDINAL = re.compile(
    rf"\b(?:(?P<figures>\d{{1,3}})\s?(?:st|nd|rd|th)|(?P<words>{WORDED}))(?P<between>(?:[\s-][\w'’.]+)"
    rf"{{0,6}}?)[\s-](?:anniversary|anniversaries|anniv\."
    rf"|jubilee|birth anniversary|(?P<day>(?:national|independence|founding) day))\b"
    r"|\b(?P<centenary>centenary|centennial)\b"
    r"|\band\s+(?:the\s+)?(?P<again>\d{1,3})(?:st|nd|rd|th)\s+(?=of\b)"
    r"|\banniversary\s*\(\s*(?P<bracketed>\d{1,3})(?:st|nd|rd|th)?\s*\)",
    re.IGNORECASE,
)
YEARS_AGO = re.compile(
    rf"\b(?P<number>\d{{1,3}}|{DIGITS}|(?:{TENS})(?:[- ](?:{DIGITS}))?|ten|fifteen"
    rf"|half a century|a century|three[- ]quarters of a century"
    rf"|a quarter of a century)(?:\s+years)?\s+ago\b",
    re.IGNORECASE,
)
CENTURIES = {"half a century": 50, "a century": 100, "three quarters of a century": 75, "a quarter of a century": 25}


def ordinal_of(match: re.Match[str]) -> int | None:
    """Return the number of an ordinal in figures or words."""
    if match["figures"] or match["bracketed"] or match["again"]:
        return int(match["figures"] or match["bracketed"] or match["again"])
    if match["centenary"] or match["words"].lower() in ("centenary", "hundredth"):
        return 100
    return ORDINAL_WORDS.get(match["words"].lower())


def years_back(match: re.Match[str]) -> int | None:
    """Return how many years ago something is told to have been."""
    number = match["number"].lower().replace("-", " ")
    return int(number) if number.isdigit() else CENTURIES.get(number) or CARDINAL_WORDS.get(number)

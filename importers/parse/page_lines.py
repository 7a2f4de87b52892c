"""What the single lines of a stored page are: stamps, furniture, captions, links, or lines of the report."""

import re
from collections.abc import Container

from importers.page_words import one_of_words, words_of_pages
from importers.parse.dates import A_WEEKDAY

PERSON = r"(?-i:[A-Z][\w.'-]+(?:\s[A-Z][\w.'-]+){1,3})"
MONTH = r"(?-i:[A-Z][a-z]+)\.?"
HOUR = r"\d{1,2}:\d\d"
CREDITS, AUTHORS = one_of_words("credits"), one_of_words("authors")
AGENCY = one_of_words("agency")
STAMP = re.compile(
    rf"""^\W*(?:{one_of_words("stamps")}
    |{CREDITS}\s*[:：|].{{0,120}}
    |{PERSON}[,\s|]+{MONTH}\s+\d{{1,2}},?\s+\d{{4}}\b.{{0,20}}
    |{AUTHORS}\s[^.!?]{{2,80}}\b{one_of_words("dated")}\s*:\s*\d.{{0,40}}
    |[a-z]{{3,9}},\s\d{{1,2}}\s[a-z]{{3}}\w*\s\d{{4}}\s[\d:]+\s?(?:GMT|UTC|[+-]\d{{4}})?
    |(?:\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|(?:1[3-9]|2\d|3[01])/\d{{1,2}}/\d{{4}}|\d{{1,2}}/(?:1[3-9]|2\d|3[01])/\d{{4}}|\d{{4}}[/.]\d{{1,2}}[/.]\d{{1,2}})(?:,?\s+{HOUR})?
    |\d{{4}}年\d{{1,2}}月\d{{1,2}}日(?:\s*{HOUR})?
    |\d{{4}}-\d\d-\d\d(?:T[\d:.]+Z?)?(?:\s+\d\d:\d\d(?::\d\d)?)?(?:\s*\(?(?:GMT|UTC|BST|IST|MSK)?[+\d:]*\)?)?
    |\d{{1,2}}\s+[^\W\d_]{{3,10}}\s+(?:19|20)\d\d(?:\s[^\W\d_]{{1,4}}\.?)?,?\s+{HOUR}
    |[^|.!?]{{2,60}}\|\s*(?:\w+\s*:\s*)?\d{{1,2}}\.\d{{1,2}}\.\d{{4}}.{{0,60}}
    |{HOUR}(?:\s*[AaPp]\.?[Mm]\.?)?,?\s.{{0,40}}\d{{4}}.{{0,30}}
    |(?:{A_WEEKDAY},?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+\d{{4}}|{MONTH}\s+\d{{1,2}},?\s+\d{{4}})
     (?:,?\s*(?:at\s+)?\d{{1,2}}[:.]\d\d.{{0,20}})?)\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
FURNITURE = re.compile(
    rf"""^\W*(?:{one_of_words("furniture")}|{one_of_words("end_marks")}
    |©.{{0,140}}|\d+\s+{one_of_words("counted")}\b.{{0,40}}|[\w.+-]+@[\w-]+\.[\w.]+|a\+\s*a-?|\d{{1,2}}/\d{{1,2}}
    |[^.!?]{{0,60}}\s?[/>»|]\s[^.!?]{{0,40}}|\W*)\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
BYLINE = re.compile(rf"^\W*(?i:{AUTHORS})\s+[A-Z][\w.'-]+(?:\s+[A-Z][\w.'-]+){{0,4}}(?:\s*[,|].{{0,60}})?$")
LINK = re.compile(rf"^\W*{one_of_words('links')}\s*[:：]\s*", re.IGNORECASE)
TAIL = re.compile(rf"^\W*{one_of_words('tails')}\W*$", re.IGNORECASE)
BROADCAST = re.compile(rf"^\W*{one_of_words('broadcasts')}\W*$", re.IGNORECASE)  # which a station lists beside reports
PICTURES = one_of_words("pictures")
CAPTION = re.compile(
    rf"\({PICTURES}.{{0,80}}\)\W*$|\b{PICTURES}\s*[:：]\s*[\w/ -]{{2,40}}$|^{PICTURES}\b"
    rf"|[(（](?-i:{one_of_words('sides')})[)）]",
    re.IGNORECASE,
)
OF_AGENCY = re.compile(rf"^\W*(?:{AUTHORS}\s+)?(?P<name>[\w-]+)(?:\s+{AGENCY})?\W*$", re.IGNORECASE)
CREDITED = re.compile(rf"(?:/(?P<name>\w+)(?:\s{PICTURES})?|\((?P<within>\w+)/.{{0,80}}\))\W*$", re.IGNORECASE)
STAMPED = re.compile(r"^\W*(?P<name>\w+)\)\s.{0,60}$")  # "Xinhua) 18:00, December 31, 2018"
END_MARK = re.compile(rf"(?<![\w-]){one_of_words('end_marks')}\s*$")
LAST_WORD = re.compile(r"(\w+)\s*$")
LINKING = frozenset(words_of_pages("linking"))
ENDS = frozenset(".!?…。！？")
CLOSING = "\"”’')]」』"
BULLET = re.compile(r"^\s*[-*•·]\s+\S")
SALUTATION = re.compile(
    r"^[^\w\n]{0,3}[^\W\d_][\w.'’-]*(?:,?\s[^\W\d_][\w.'’-]*){0,7}[,:]\W{0,3}$"
)  # a letter's first line


def is_stamp(line: str, agencies: Container[str]) -> bool:
    """Return whether a line only tells when, by whom or where the page was published."""
    stamped = STAMPED.match(line)
    return bool(
        STAMP.match(line) or BYLINE.match(line) or (stamped is not None and stamped["name"].casefold() in agencies)
    )


def is_furniture(line: str, agencies: Container[str]) -> bool:
    """Return whether a line, which is no stamp, belongs to the page; agencies are names in small letters."""
    if FURNITURE.match(line) or LINK.match(line) or (len(line) < 200 and CAPTION.search(line)):
        return True
    alone = OF_AGENCY.match(line)
    credited = CREDITED.search(line) if len(line) < 200 else None
    names = [match[group] for match in (alone, credited) if match for group in match.groupdict() if match[group]]
    return any(name.casefold() in agencies for name in names)


def ends_sentence(line: str) -> bool:
    """Return whether a line ends where a sentence does, with the marks that close a quotation behind it."""
    return line.rstrip().rstrip(CLOSING)[-1:] in ENDS


def ends_in_linking_word(line: str) -> bool:
    """Return whether a line ends in a word with which no paragraph does."""
    last = LAST_WORD.search(line[-20:])
    return last is not None and last[1] in LINKING


def opens_list(line: str) -> bool:
    """Return whether a line ends in a colon."""
    return line.rstrip()[-1:] in (":", "：")


def is_trailing(line: str) -> bool:
    """Return whether a line below the last sentence is the title of something else: a bullet, or short, unstopped."""
    return bool(BULLET.match(line)) or (len(line) < 70 and not ends_sentence(line))

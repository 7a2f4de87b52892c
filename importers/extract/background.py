"""Background: sentences that tell of calls and meetings, or of messages of another time, and so of no exchange."""

import datetime
import re

from importers.extract.sentence_view import SentenceView
from importers.lexicon import Token
from importers.parse.dates import A_MONTH

TALK = re.compile(
    r"\b(?:tele)?phone (?:call|conversation|talk)|\bby (?:tele)?phone\b"
    r"|\b(?:over|on) the (?:tele)?phone|\btelephoned\b|\bphoned\b"
    r"|\bin a call\b|\ba call (?:with|from|to)\b"
    r"|\bcalled (?:[A-Z][\w'’-]+ ){1,4}(?:(?:on|late|early|this|last|yesterday|today) (?:\w+ )?)?(?:to|and) "
    r"(?:congratulate|offer|express|convey|wish|extend|condole)"
    r"|\bvideo (?:call|conference|link)|\bvideoconference|\bheld (?:talks|a meeting)|\bmet with\b"
    r"|\bduring (?:a|their|the) (?:meeting|talks|call)|\bconversation with\b"
    r"|\bpress conference|\btalks with\b"
    r"|\bat a (?:meeting|reception|press)\b|\btweet|\bfacebook"
    r"|\bsocial media|\bpersonally\b|\bask(?:ed|ing) .{0,40}\bconvey",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\bhad (?:also |already |earlier |previously |once )?(?:exchanged"
    r"|sent|congratulated|written|extended|conveyed|offered)\b"
    r"|\bunlike last year"
    r"|\bexpected to (?:send"
    r"|write|exchange)|\bwill (?:send|write|exchange)\b"
    r"|\bwhether\b|\bin the past as well\b"
    r"|\bexchanged .{0,40}\bin the past\b|\bwere the first in years\b"
    r"|\b(?:last|previous) (?:year|month),? (?:the two|xi|putin|both|he|she|they)\b",
    re.IGNORECASE,
)
PAST_WORDS = ("had ", "nlike", "xpected", "will ", "ast ", "revious", "hether", "in years")
PAST_YEAR = re.compile(
    r"^\W*(?:(?:back|earlier|already|as early as)\s)?in (?:[A-Z][a-z]+ )?((?:19|20)\d\d)\b", re.IGNORECASE
)
SPANS = "year|month|spring|summer|autumn|fall|winter"
TO = r" to (?:(?! (?:on|over|after|for|about|that|who|which|with)\b)[^.,;]){3,60}?"
# "Last October Kim wrote", "In May, Kim wrote"
OPENING = re.compile(
    rf"\W*(?:Last (?:{SPANS}|{A_MONTH})|(?:A|One|Two|Three|Some|Several) (?:years?|months) (?:ago|earlier|before)"
    rf"|Earlier (?:this|that) year|(?:In|The) previous years?|The year before|In (?P<month>{A_MONTH}))\b(?! \d)"
)
# "a message to Putin last October ran to two pages", "his letter to Xi in May was longer"
LETTER_OF = re.compile(
    rf"\b(?:message|letter|telegram|cable|greeting)s?(?: of \w+)?(?:{TO})? (?:last (?:{SPANS}|{A_MONTH})"
    rf"|(?:a|two|three) years? (?:ago|earlier|before)|(?<=\w )in (?P<month>{A_MONTH}))\b(?! \d)"
)
# "When the president died in February, Xi was among the first to write", "They exchanged several letters last year."
WHEN = re.compile(rf"\W*When\b[^,]{{3,80}}\b(?:in (?P<month>{A_MONTH})|last (?:{SPANS}))\b[^,]{{0,30}},")
EXCHANGED_BEFORE = re.compile(rf"\bexchanged\b[^.;]{{3,80}}\blast (?:{SPANS})\W*$")
TIME_WORDS = (" last ", " ago", " earlier", " before")
IN_MONTHS = tuple(f" in {month}" for month in ("Ja", "Fe", "Ma", "Ap", "Ju", "Au", "Se", "Oc", "No", "De"))
NOT_YET = re.compile(
    r"\b(?:plans? to|may|might|would|could|intends? to|is to|are to|going to|about to|expected to|will)\s+(?:\w+\s)?"
    r"(?:send|write|exchange)\b",
    re.IGNORECASE,
)
# "The message came a month after Xi thanked Kim": the message is the one told of, what it came after is older.
CAME_AFTER = re.compile(
    r"^(?:It|They|The (?:\w+ )?(?:message|letter|telegram|cable|greeting|exchange)s?)\b[^,]{0,40}"
    r"\b(?:days?|weeks?|months?|years?) (?:after|before|since)\b"
)
REPORTED = re.compile(r"\b(?:said|says|reported|announced|confirmed|according to)\b", re.IGNORECASE)
# Who hands over a letter has not written it: "Li handed over a letter from Xi when he met Kim".
COURIER = re.compile(
    r"\b(?:hand(?:ed|ing)|deliver(?:ed|ing)|present(?:ed|ing)|pass(?:ed|ing)|carr(?:ied|ying)|brought|bringing)\b"
    r"[^.;]{0,40}\b(?:message|letter|note|greetings)\b[^.;]{0,20}\bfrom\b"
)
MET = re.compile(r"\b(?:met|meeting|received by|meets|visiting)\s(?:with\s)?(?:the\s)?$")
FORTNIGHT = datetime.timedelta(days=14)
STRONG_NOUNS = frozenset(["message", "messages", "letter", "letters", "telegram", "telegrams", "cable", "cables"])


def is_talk(view: SentenceView, nouns: list[Token], *, told_of_talks: bool) -> bool:
    """Return whether the sentence tells of a call or a meeting, and of no letter; `told_of_talks`: the report does."""
    if not told_of_talks and "talk" not in view.by_kind:
        return False
    strong = any(view.body[t.start : t.end].lower() in STRONG_NOUNS for t in nouns)
    if told_of_talks and not strong:
        return True
    return bool(TALK.search(view.text)) and (not strong or "personally" in view.text)


def is_past(view: SentenceView, day: datetime.date | None) -> bool:
    """Return whether the sentence tells of messages of another time than the report's own day."""
    past = PAST.search(view.text) if any(word in view.text for word in PAST_WORDS) else None
    if past and not (past[0].lower().startswith("had") and REPORTED.search(view.text, 0, past.start())):
        return True
    is_bare = any(verb in view.text for verb in ("send", "write", "xchange "))
    if (is_bare and NOT_YET.search(view.text)) or CAME_AFTER.match(view.text):
        return True
    return is_of_another_time(view.text, day)


def is_of_another_time(text: str, day: datetime.date | None) -> bool:
    """Return whether a sentence tells of messages of an earlier year or month, to compare with those of the day."""
    told = OPENING.match(text)
    if told is None and any(word in text for word in (IN_MONTHS if " in " in text else ()) + TIME_WORDS):
        told = LETTER_OF.search(text) or WHEN.match(text)
        if told is None and EXCHANGED_BEFORE.search(text):
            return True
    if told and (month := told["month"]):
        return day is not None and month not in ((day - FORTNIGHT).strftime("%B"), day.strftime("%B"))
    named = PAST_YEAR.match(text)
    return told is not None or bool(day and named and int(named[1]) < day.year - (1 if day.month < 3 else 0))

"""What stands beside figures of trade and is none: cooperation, loans and investment, other things that grow."""

import re
from collections.abc import Sequence

from importers.lexicon import Token

# told in money or in percent alike
OTHERS = r"invest\w*|loans?|gdp|population|students?|touris\w+|deposits?|debts?|remittances?"
OTHER_AMOUNT = re.compile(
    rf"\b(?:{OTHERS}|aid|grant|credit|barrels?|tons?|tonnes|cubic|project\w*|fund\w*|capital|contract\w*|people"
    r"|donat\w*|assistance|worth of (?:arms|goods))\b",
    re.IGNORECASE,
)
OTHER_AMOUNT_BEHIND = re.compile(
    r"\W{0,2}(?:worth of|loan|invest"
    r"|(?:in|of) (?:\w+ ){0,2}(?:loan|aid\b|grants?\b|credit|invest|debt|assistance|deposits)"
    r"|into\b"
    r"|for (?:infrastructure|projects?|construction|development|the (?:construction|project|purchase)))",
    re.IGNORECASE,
)
OTHER_COURSE = re.compile(
    rf"\b(?:{OTHERS}|econom(?:y|ies)|gross|transport\w*|freight|cargo|travel\w*|production|output|industr\w+"
    r"|incomes?|prices?|wages?|oil|gas|crude|coal|deliver\w+|flights?|visitors?|passengers?|settlements?|inflation"
    r"|tariffs?)\b",
    re.IGNORECASE,
)
OTHER_THING = re.compile(
    r"[\s-](?!marks?\b|targets?\b|goals?\b|thresholds?\b|levels?\b|milestones?\b|barriers?\b|benchmarks?\b|bar\b"
    r"|lines?\b|figures?\b|trade\b|volumes?\b|turnover\b|annual\b|bilateral\b|two-way\b|worth\b|high\b|record\b"
    r"|by\b|in\b|of\b|and\b|a\b|an\b|per\b|last\b|this\b|for\b|to\b|or\b|from\b|over\b|during\b|as\b|up\b|down\b)"
    r"[a-z]+",
)  # what an amount that stands before its noun is of: "a 5 billion dollar railway"
CLAUSE_START = re.compile(r"[,;:]|\b(?:and|while|whereas|but|as)\b")
COOPERATION = re.compile(
    r"\s*(?:and (?:economic|invest)\w*\s)?(?:cooperation"
    r"|ties|relations|war|agreement|deal|minister|fair|partner"
    r"|policy|talks|barriers|links|routes|union|organi[sz]ation"
    r"|facilitation)",
    re.IGNORECASE,
)


# "up 12 percent", "a rise of 12 percent": told of what the clause before is about
APPOSED = re.compile(
    r"[\s,]*(?:up|down|an?\s+(?:\w+\s+){0,2}?(?:rise|increase|growth|jump|surge|gain|fall|drop|decline|decrease)"
    r"|(?:ris|grow|increas|jump|surg|climb|fall|drop|declin|decreas)ing)\b",
    re.IGNORECASE,
)
APPOSED_TO = re.compile(rf"\b(?:{OTHERS}|into)\b", re.IGNORECASE)
SHARE = re.compile(r"\b(?:share|proportion|portion|account(?:s|ed|ing)?\s+for|makes?\s+up|settled)\b", re.IGNORECASE)

FIELD = re.compile(
    r"\b(?:cooperat\w+|collaborat\w+|ties|exchanges|partnership|contacts|relations|work|fields?|areas?|spheres?)"
    r" (?:in|of|on) (?:\w+,? ){0,4}\Z",
    re.IGNORECASE,
)


def is_cooperation(text: str, token: Token) -> bool:
    """Return whether "trade" only names a field: "trade cooperation", "economic and trade ties", "trade war"."""
    named = token.value == "total" and text[token.start : token.end].lower() in ("trade", "commerce")
    if not named:
        return False
    if COOPERATION.match(text, token.end, token.end + 30):
        return True
    return FIELD.search(text, max(0, token.start - 60), token.start) is not None


def is_amount_of_another(text: str, sentence: int, amount: re.Match[str]) -> bool:
    """Return whether an amount is of something else: "a loan of 5 billion dollars", "a 5 billion dollar railway"."""
    if (amount["word"] or "").lower() in ("dollar", "yuan") and OTHER_THING.match(text, amount.end()):
        return True
    if OTHER_AMOUNT.search(text, max(sentence, amount.start() - 40), amount.start()):
        return True
    return OTHER_AMOUNT_BEHIND.match(text[amount.end() : amount.end() + 40]) is not None


def is_course_of_another(text: str, sentence: int, place: int, nouns: Sequence[Token]) -> bool:
    """Return whether the clause that ends at a place is of something else: "investment grew by 8 percent"."""
    first = max((m.end() for m in CLAUSE_START.finditer(text, max(sentence, place - 120), place)), default=sentence)
    if SHARE.search(text, first, place):
        return True
    if first > sentence and APPOSED.match(text, first, place):
        last = max((m.end() for m in APPOSED_TO.finditer(text, max(sentence, first - 120), first)), default=-1)
        return last > max((noun.end for noun in nouns if noun.start < first), default=-1)
    other = OTHER_COURSE.search(text, first, place)
    return other is not None and not any(first <= noun.start < place for noun in nouns)

"""Amounts of trade: levels, goals and goals reached."""

import re
from collections.abc import Iterator, Sequence

from importers.extract.not_trade import is_amount_of_another
from importers.extract.trade_figure import CLAUSE, FigureFound
from importers.lexicon import Token

SCALE = {
    "trillion": 1e12, "tn": 1e12, "trn": 1e12, "trln": 1e12, "billion": 1e9, "bln": 1e9, "bn": 1e9, "b": 1e9,
    "million": 1e6,
    "mln": 1e6, "mn": 1e6, "m": 1e6, "thousand": 1e3, "crore": 1e7
}  # fmt: skip
SYMBOLS = {
    "us$": "USD", "a$": "AUD", "c$": "CAD", "hk$": "HKD", "nz$": "NZD", "s$": "SGD", "$": "USD", "usd": "USD",
    "€": "EUR", "eur": "EUR", "£": "GBP", "¥": "CNY", "rmb": "CNY",
    "cny": "CNY", "₽": "RUB", "₹": "INR", "rs": "INR",
    "r$": "BRL", "rm": "MYR", "rp": "IDR", "₩": "KRW", "₫": "VND", "₺": "TRY", "₸": "KZT"
}  # fmt: skip
WORDS = {
    "dollar": "USD", "dollars": "USD", "usd": "USD", "yuan": "CNY", "rmb": "CNY", "renminbi": "CNY", "euro":
    "EUR", "euros": "EUR", "ruble": "RUB", "rubles": "RUB", "rouble": "RUB", "roubles": "RUB", "rupees": "INR",
    "yen": "JPY", "won": "KRW", "pounds": "GBP", "dong": "VND", "vnd": "VND", "inr": "INR", "eur": "EUR", "tenge":
    "KZT", "rand": "ZAR", "reais": "BRL", "baht": "THB", "rupiah": "IDR", "ringgit": "MYR", "lira": "TRY", "dirhams":
    "AED", "francs": "CHF"
}  # fmt: skip
AMOUNT = re.compile(
    r"(?:(?P<symbol>US\$|USD|(?:\b(?:A|C|HK|NZ|S|R))?\$|€|EUR|£|¥|RMB|CNY|₽|₹|\b(?:RM|Rp|Rs)\.?|[₩₫₺₸])\s?)?"
    r"(?P<number>\d[\d,]*(?:\.\d+)?)[\s-]?(?P<scale>trillion"
    r"|billion|million|thousand|crore|trln|trn|tn|bln|bn|mln"
    r"|mn|[bm](?![a-z]))?"
    r"(?:[\s-]?(?:worth\s+)?(?:of\s+)?(?:U\.?S\.?\s?|American\s)?(?P<word>dollars?"
    r"|USD|yuan|RMB|renminbi|euros?|r(?:o)?ubles?|rupees"
    r"|yen|won|pounds|dong|VND|INR|EUR|tenge|rand|reais|baht|rupiah|ringgit|lira|dirhams|francs)\b)?",
    re.IGNORECASE,
)
JOINED_AMOUNT = re.compile(
    r"\b(?:to|against|from|than) (?:about |over |nearly |almost |some |more than )?$", re.IGNORECASE
)
BASE = re.compile(r"\bfrom (?:about |only |some |less than |just |nearly |not even )?$", re.IGNORECASE)
REACHED = re.compile(
    r"\b(?:reach(?:ed|ing)?|met|hit|surpass\w*|exceed\w*|topp\w+"
    r"|pass(?:ed|ing)|cross\w+|brok\w+|achiev\w+|attain\w*"
    r"|fulfil\w*|overtak\w+|beat\w*|gone (?:past|beyond)|went past"
    r"|overshot|ahead of (?:schedule|time)|realis\w+|realiz\w+"
    r"|clear\w+|above)\b",
    re.IGNORECASE,
)
# A goal named right before an amount, with no other clause between, or right behind it ("the $200 billion mark").
GOAL_BESIDE = re.compile(
    r"\b(?:targets?|goals?|aims?|objectives?|mark|threshold|milestone|benchmark|bar)\b[^,;\n]{0,40}\n"
    r"|\n[\s-]?(?:\w+\s+){0,2}?(?:targets?|goals?|objectives?|mark|threshold|milestone|benchmark|bar)\b",
    re.IGNORECASE,
)
GOAL = re.compile(r"\b(?:target|goal|aim|objective)s?\b", re.IGNORECASE)
STEP = re.compile(r"\b(?:by|of)\s+(?:about |nearly |some |more than )?$")
# "of" that is no step: "a volume of 5 billion", "a target of 10 billion"
SIZE_OF = re.compile(
    r"\b(?:(?:volume|target|goal|objective|aim|level|value|total|mark|threshold|milestone|benchmark|figure|record"
    r"|high|peak|maximum|sum)s?|turnover|trade|exports|imports|shipments|sales|purchases) of\s+(?:\w+ ){0,2}$"
    r"|by (?:about |nearly )?$",
    re.IGNORECASE,
)
YEAR_BEHIND = re.compile(r"\s+(?:in|of) (?:19|20)\d\d")
YET_TO_REACH = re.compile(r"\bto (?:reach|achieve|meet|hit)\b|\bwill (?:reach|hit|meet)", re.IGNORECASE)
# A mark that trade is about to pass: nobody's goal, but the size that is foreseen.
FORESEEN = re.compile(
    r"\b(?:(?:set|expected|likely|forecast|projected|predicted|due|poised|about"
    r"|bound)\s+to|on (?:course|track) (?:to|for)"
    r"|will(?: soon)?)\s+(?:\w+\s+){0,2}?(?:pass|cross|top|exceed"
    r"|surpass|hit|reach|clear|break)\b(?:(?!\b(?:goal|target"
    r"|aim|objective)s?\b).)*$",
    re.IGNORECASE,
)
AIM = re.compile(
    r"\b(?:to (?:reach|bring|raise|increase|double|boost|lift|expand|take|achieve|climb|grow|rise|push)|aim\w*"
    r"|bring(?:ing)?|rais(?:e|ing)|lifting|taking|pushing|boosting|work(?:ing)? (?:for|towards?)|striv(?:e|es|ing)"
    r"|so that (?:\w+ ){0,4}(?:reach|hit|exceed|pass)(?:es)?|seek(?:s|ing)?|pledg\w+|vow(?:s|ed|ing)|by 20\d\d"
    r"|by the end of (?:the|this) decade)\b",
    re.IGNORECASE,
)
STOOD_AT = re.compile(
    r"\b(?:reached|exceeded|hit|surpassed|crossed|passed|topped|stood|amounted|totall?ed"
    r"|was(?! (?:possible|agreed|decided|planned|hoped|expected|able|ready|time|important|necessary))|came)\b",
    re.IGNORECASE,
)

MULTIPLY = re.compile(
    r"\b(?:to|will|would|should|can|could|of|at|for|help)\s+(?P<goal>doubl(?:e|ing)|tripl(?:e|ing)|trebl(?:e|ing)"
    r"|quadrupl(?:e|ing))\s+(?:(?:the|their|its|this|that|our|mutual|two-way|bilateral|annual|total|volume|size|value|of)\s+)*"
    r"(?P<what>figure|number|amount|level|volume)?",
    re.IGNORECASE,
)


def goals_to_multiply(
    text: str, start: int, end: int, nouns: Sequence[Token], others: Sequence[FigureFound]
) -> list[FigureFound]:
    """Return the goals told without an amount: "to double trade by 2030", "to double this figure"."""
    found = []
    for match in MULTIPLY.finditer(text, start, end):
        of_trade = match["what"] or any(0 <= noun.start - match.end("goal") <= 40 for noun in nouns)
        if of_trade and not any(other.claim == "target" for other in others):
            found.append(FigureFound("target", None, None, match.start("goal"), match.end("goal")))
    return found


def amounts(text: str, start: int, end: int) -> Iterator[FigureFound]:
    """Yield levels, targets and targets reached: the claims that have an amount."""
    last_currency, clause = None, start  # what is claimed with an amount stands after the amount before it
    for match in AMOUNT.finditer(text, start, end):
        currency = SYMBOLS.get((match["symbol"] or "").lower().rstrip(".")) or WORDS.get((match["word"] or "").lower())
        if not currency and JOINED_AMOUNT.search(text, max(start, match.start() - 20), match.start()):
            currency = last_currency  # "from 240 billion dollars in 2023 to 220 billion in 2024"
        value = number_of(match["number"])
        if not currency or not match["scale"] or not value:
            continue
        last_currency = currency
        if not is_amount_of_another(text, start, match) and is_size(text, start, match):
            claim = claim_of_amount(text, clause, end, match)
            amount = round(value * SCALE[match["scale"].lower()], 2)
            yield FigureFound(claim, amount, currency, match.start(), match.end())
            clause = match.end()


def is_size(text: str, start: int, match: re.Match[str]) -> bool:
    """Return whether an amount is a size of trade, and not the step by which it grew, or what it grew from."""
    before = text[max(start, match.start() - 70) : match.start()]
    if STEP.search(before) and not SIZE_OF.search(before):
        return False
    return not BASE.search(before) or YEAR_BEHIND.match(text, match.end(), match.end() + 9) is not None


def claim_of_amount(text: str, start: int, end: int, match: re.Match[str]) -> str:
    """Return what is claimed with an amount: a goal reached, a goal, or a level."""
    before, behind = (
        text[max(start, match.start() - 45) : match.start()],
        text[match.end() : min(end, match.end() + 30)],
    )
    limit = min(end, match.end() + 60)
    stop = CLAUSE.search(text, match.end(), limit)
    clause = text[max(start, match.start() - 110) : stop.start() if stop else limit]
    if GOAL_BESIDE.search(f"{before}\n{behind}"):
        if FORESEEN.search(before) and not GOAL.search(f"{before} {behind}"):
            return "level"
        return "target_reached" if REACHED.search(clause) and not YET_TO_REACH.search(clause) else "target"
    return "target" if AIM.search(clause) and not STOOD_AT.search(clause) else "level"


def number_of(written: str) -> float:
    """Return a number written with commas between thousands."""
    try:
        return float(written.replace(",", ""))
    except ValueError:
        return 0.0

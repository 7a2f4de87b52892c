"""Trade figures: what a sentence claims of the size or the course of goods trade between countries."""

import datetime
import re
from collections.abc import Iterable

from importers.lexicon import Token, longest
from importers.reading import TradeRead

SCALE = {
    "trillion": 1e12, "tn": 1e12, "trn": 1e12, "billion": 1e9, "bln": 1e9, "bn": 1e9, "b": 1e9, "million": 1e6,
    "mln": 1e6, "mn": 1e6, "m": 1e6, "thousand": 1e3, "crore": 1e7
}  # fmt: skip
SYMBOLS = {
    "us$": "USD", "$": "USD", "usd": "USD", "€": "EUR", "eur": "EUR", "£": "GBP", "¥": "CNY", "rmb": "CNY",
    "cny": "CNY", "₽": "RUB", "₹": "INR", "rs": "INR"
}  # fmt: skip
WORDS = {
    "dollar": "USD", "dollars": "USD", "usd": "USD", "yuan": "CNY", "rmb": "CNY", "renminbi": "CNY", "euro":
    "EUR", "euros": "EUR", "ruble": "RUB", "rubles": "RUB", "rouble": "RUB", "roubles": "RUB", "rupees": "INR",
    "yen": "JPY", "won": "KRW", "pounds": "GBP", "dong": "VND"
}  # fmt: skip
AMOUNT = re.compile(
    r"(?:(?P<symbol>US\$|USD|\$|€|EUR|£|¥|RMB|CNY|₽|₹)\s?)?(?P<number>\d[\d,]*(?:\.\d+)?)[\s-]?(?P<scale>trillion"
    r"|billion|million|thousand|crore|trn|tn|bln|bn|mln"
    r"|mn|[bm](?![a-z]))?"
    r"(?:[\s-]?(?:worth\s+)?(?:of\s+)?(?:U\.?S\.?\s?|American\s)?(?P<word>dollars?"
    r"|USD|yuan|RMB|renminbi|euros?|r(?:o)?ubles?|rupees"
    r"|yen|won|pounds|dong)\b)?",
    re.IGNORECASE,
)
PERCENT = re.compile(r"(?P<number>\d+(?:[.,]\d+)?)\s?(?:%|per\s?cent\b|pct\b|percentage\s+points)", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19[5-9]\d|20[0-4]\d)\b")
NO_TRADE = re.compile(
    r"\b(?:invest\w*|loans?|aid|grant|credit|barrels?|tons?"
    r"|tonnes|cubic|project\w*|fund\w*|capital|contract\w*"
    r"|gdp|population|people|students|tourists|donat\w*|assistance"
    r"|worth of (?:arms|goods))\b",
    re.IGNORECASE,
)
FUTURE = re.compile(
    r"\b(?:to (?:reach|bring|raise|increase|double|boost|lift"
    r"|expand|take|hit|achieve|bringing)|aim\w*|goal of|target of"
    r"|set (?:a|the)|by 20\d\d|plan\w*|should|bring(?:ing)?"
    r"|rais(?:e|ing)|doubl(?:e|ing)|expected to|towards?|striv\w*)\b",
    re.IGNORECASE,
)
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
    r"\b(?:targets?|goals?|aim|objective|mark|threshold|milestone|benchmark|bar)\b[^,;\n]{0,40}\n"
    r"|\n[\s-]?(?:\w+\s+){0,2}?(?:targets?|goals?|mark|threshold|milestone|benchmark|bar)\b",
    re.IGNORECASE,
)
PLAIN_GROWTH = re.compile(
    r"^\W{0,3}(?:\w+\W+){0,3}?(?:grew|rose|increased|jumped"
    r"|surged|soared|climbed|fell|declined|dropped|decreased"
    r"|shrank|has grown|have grown|has risen|has increased"
    r"|kept growing|continued to grow|is growing|keeps growing)\b",
    re.IGNORECASE,
)
LAST_YEAR = re.compile(
    r"(?<!\bfrom )(?<!\bthan )(?<!\bover )(?<!\bon )(?<!\bwith )(?<!\bto )(?<!\bof )\blast year\b", re.IGNORECASE
)
TURN = re.compile(r"\bbut\b|\bwhile\b|;")
THIS_YEAR = re.compile(r"\bthis year\b|\bcurrent year\b", re.IGNORECASE)
YEAR_ON_YEAR = re.compile(
    r"(?:year[- ]on[- ]year|over|from|than|compared (?:to"
    r"|with)|on|above|below|against|of those of)\W+(?:the\W+)?(?:those\W+of\W+"
    r"|that\W+of\W+|a year (?:earlier|before|ago)|the (?:year before"
    r"|previous year)|(?P<year>(?:19|20)\d\d))",
    re.IGNORECASE,
)
BASE = re.compile(r"\bfrom (?:about |only |some |less than |just |nearly |not even )?$", re.IGNORECASE)
PART_OF_VERB = re.compile(
    r"\b(?:mak\w+|made|step\w*|sets?|tak\w+|took|buil\w+|open\w*)\s$", re.IGNORECASE
)  # "makes up"
MORE_OR_LESS = re.compile(r"\s+(more|higher|less|lower)\b", re.IGNORECASE)
AGAINST = re.compile(
    r"\b(?:against|compared (?:to|with)|than|times|up from|down from|same period)\b"
    r"[^;]{0,60}?\b(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
OTHER_THING = re.compile(
    r"[\s-](?!marks?\b|targets?\b|goals?\b|thresholds?\b|levels?\b|milestones?\b|barriers?\b|benchmarks?\b|bar\b"
    r"|lines?\b|figures?\b|trade\b|volumes?\b|turnover\b|annual\b|bilateral\b|two-way\b|worth\b|high\b|record\b"
    r"|by\b|in\b|of\b|and\b|a\b|an\b|per\b|last\b|this\b|for\b|to\b|or\b|from\b|over\b|during\b|as\b|up\b|down\b)"
    r"[a-z]+",
)  # what an amount that stands before its noun is of: "a 5 billion dollar railway"
JOINED_AMOUNT = re.compile(
    r"\b(?:to|against|from|than) (?:about |over |nearly |almost |some |more than )?$", re.IGNORECASE
)
CLAUSE_START = re.compile(r"[,;:]|\b(?:and|while|whereas|but|as)\b")
OTHER_SUBJECT = re.compile(
    r"\b(?:invest\w*|gdp|econom(?:y|ies)|gross|transport\w*|freight|cargo|touris\w+|students?|travel\w*|production|output"
    r"|industr\w+|population|incomes?|prices?|wages?|oil|gas|crude|coal|deliver\w+|flights?|visitors?|passengers?"
    r"|settlements?|loans?|inflation|tariffs?)\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[;:]|,\s+(?:while|whereas|and)\b|\bwhile\b|\bwhereas\b")


def find_trade(
    text: str,
    start: int,
    end: int,
    tokens: list[Token],
    pair: frozenset[str],
    day: datetime.date | None,
    before: TradeRead | None,
) -> list[TradeRead]:
    """Return the claims on trade between start and end.

    `pair` are the countries of the leaders who write; `before` is the first claim of the sentence
    before, if it made one: figures of this one may be of the same trade and year.
    """
    nouns = longest([t for t in tokens if t.kind == "trade noun" and not is_cooperation(text, t)])
    if not nouns and before is None:
        return []
    found = [
        *amounts(text, start, end, nouns),
        *percents(text, start, end, tokens, nouns),
        *records(text, start, end, tokens, nouns),
    ]
    if not found and nouns:
        found = courses(text, end, tokens, nouns)
    claims = []
    for claim, number, currency, first, last in found:
        flow, countries = parties(text, tokens, nouns, first, pair)
        is_percent = claim in ("growth", "decline")
        claims.append(
            TradeRead(
                claim,
                flow,
                None if is_percent else number,
                currency,
                number if is_percent else None,
                year_of(text, start, end, first, last, day, before),
                countries[0] if countries else None,
                countries[1] if len(countries) > 1 else None,
                first,
                last,
            )
        )
    return claims


def is_cooperation(text: str, token: Token) -> bool:
    """Return whether "trade" only names a field: "trade cooperation", "economic and trade ties", "trade war"."""
    if token.value != "total":
        return False
    word = text[token.start : token.end].lower()
    after = text[token.end : token.end + 30].lower()
    return word in ("trade", "commerce") and bool(
        re.match(
            r"\s*(?:and (?:economic|invest)\w*\s)?(?:cooperation"
            r"|ties|relations|war|agreement|deal|minister|fair|partner"
            r"|policy|talks|barriers|links|routes|union|organi[sz]ation"
            r"|facilitation)",
            after,
        )
    )


Found = tuple[str, float | None, str | None, int, int]


def amounts(text: str, start: int, end: int, nouns: list[Token]) -> list[Found]:
    """Return levels, targets and targets reached: the claims that have an amount."""
    found: list[Found] = []
    last_currency = None
    for match in AMOUNT.finditer(text, start, end):
        currency = SYMBOLS.get((match["symbol"] or "").lower()) or WORDS.get((match["word"] or "").lower())
        if (
            not currency
            and match["scale"]
            and JOINED_AMOUNT.search(text, max(start, match.start() - 20), match.start())
        ):
            currency = last_currency  # "from 240 billion dollars in 2023 to 220 billion in 2024"
        if not currency or not match["scale"] or not number_of(match["number"]):
            continue
        last_currency = currency
        if (match["word"] or "").lower() in ("dollar", "yuan") and OTHER_THING.match(text, match.end(), end):
            continue
        before = text[max(start, match.start() - 70) : match.start()]
        if NO_TRADE.search(before[-40:]) or re.match(
            r"\W{0,2}(?:worth of|in (?:loans|aid|invest)|loan|invest"
            r"|for (?:infrastructure|projects?|construction|development|the (?:construction|project|purchase)))",
            text[match.end() : match.end() + 20],
            re.IGNORECASE,
        ):
            continue
        if re.search(r"\b(?:by|of)\s+(?:about |nearly |some |more than )?$", before) and not re.search(
            r"\b(?:volume|turnover|trade|target|goal|level|value"
            r"|total|mark|exports|imports|figure|record) of\s+(?:\w+ ){0,2}$"
            r"|by (?:about |nearly )?$",
            before,
            re.IGNORECASE,
        ):
            continue
        if BASE.search(before) and not re.match(r"\s+(?:in|of) (?:19|20)\d\d", text[match.end() : match.end() + 9]):
            continue  # what it grew from, in a year that is not told
        value = number_of(match["number"]) * SCALE[match["scale"].lower()]
        beside = (
            text[max(start, match.start() - 45) : match.start()] + "\n" + text[match.end() : min(end, match.end() + 30)]
        )
        stop = CLAUSE.search(text, match.end(), min(end, match.end() + 60))
        behind = stop.start() if stop else min(end, match.end() + 60)
        claim = claim_of_amount(beside, text[max(start, match.start() - 110) : behind])
        found.append((claim, value, currency, match.start(), match.end()))
    return found


def claim_of_amount(beside: str, clause: str) -> str:
    """Return what is claimed with an amount: a goal reached, a goal, or a level."""
    if GOAL_BESIDE.search(beside):
        if REACHED.search(clause) and not re.search(
            r"\bto (?:reach|achieve|meet|hit)\b|\bwill (?:reach|hit|meet)", clause, re.IGNORECASE
        ):
            return "target_reached"
        return "target"
    if re.search(
        r"\b(?:to (?:reach|bring|raise|increase|double|boost"
        r"|lift|expand|take|achieve)|aim\w*|bring(?:ing)?|rais(?:e"
        r"|ing)|by 20\d\d)\b",
        clause,
        re.IGNORECASE,
    ) and not re.search(
        r"\b(?:reached|exceeded|hit|surpassed|stood|amounted|totall?ed|was|came)\b", clause, re.IGNORECASE
    ):
        return "target"
    return "level"


def number_of(written: str) -> float:
    """Return a number written with commas between thousands."""
    try:
        return float(written.replace(",", ""))
    except ValueError:
        return 0.0


def is_of_another(text: str, start: int, place: int, nouns: list[Token]) -> bool:
    """Return whether the clause that ends at a place is of something else: "investment grew by 8 percent"."""
    first = max((m.end() for m in CLAUSE_START.finditer(text, max(start, place - 120), place)), default=start)
    other = OTHER_SUBJECT.search(text, first, place)
    return other is not None and not any(first <= noun.start < place for noun in nouns)


def percents(text: str, start: int, end: int, tokens: list[Token], nouns: list[Token]) -> list[Found]:
    """Return growth and decline told in percent."""
    found: list[Found] = []
    moves = [t for t in tokens if t.kind == "rise" and not PART_OF_VERB.search(text, max(0, t.start - 9), t.start)]
    for match in PERCENT.finditer(text, start, end):
        near = [t for t in moves if t.start < match.start() and match.start() - t.end <= 60] or [
            t for t in moves if 0 <= t.start - match.end() <= 30
        ]
        behind = MORE_OR_LESS.match(text, match.end())
        if behind:
            claim = "growth" if behind[1].lower() in ("more", "higher") else "decline"
            found.append((claim, float(match["number"].replace(",", ".")), None, match.start(), behind.end()))
            continue
        if not near or is_of_another(text, start, match.start(), nouns):
            continue
        move = min(near, key=lambda t: abs(match.start() - t.end))
        found.append((move.value, float(match["number"].replace(",", ".")), None, match.start(), match.end()))
    return found


def records(text: str, start: int, end: int, tokens: list[Token], nouns: list[Token]) -> list[Found]:
    """Return the records claimed, one a clause."""
    found: list[Found] = []
    for token in longest([t for t in tokens if t.kind == "record"]):
        word = text[token.start : token.end].lower()
        if not nouns or min(abs(token.start - n.end) for n in nouns) > 140:
            continue
        if word in ("record", "records", "peak", "new heights", "a new height") and re.match(
            r"\W*(?:of|kept|-keeping|in the)\b", text[token.end : token.end + 12]
        ):
            continue
        if any(CLAUSE.search(text[f[4] : token.start]) is None for f in found):
            continue
        found.append(("record", None, None, token.start, token.end))
    return found


def courses(text: str, end: int, tokens: list[Token], nouns: list[Token]) -> list[Found]:
    """Return growth and decline told without a number, of trade itself."""
    for noun in nouns:
        match = PLAIN_GROWTH.match(text[noun.end : min(end, noun.end + 70)])
        if match:
            move = next(
                (t for t in tokens if t.kind == "rise" and noun.end <= t.start < noun.end + match.end() + 8), None
            )
            if move:
                return [(move.value, None, None, noun.start, move.end)]
    return []


def parties(
    text: str, tokens: Iterable[Token], nouns: list[Token], place: int, pair: frozenset[str]
) -> tuple[str, list[str]]:
    """Return the flow, and the two countries, the one whose export or import it is first."""
    flow = min(nouns, key=lambda n: abs(n.start - place)).value if nouns else "total"
    named = list(dict.fromkeys(t.value for t in tokens if t.kind == "country"))
    countries = named[:2] if len(named) == 2 else sorted(pair)
    if len(named) == 1 and named[0] in pair:
        countries = [named[0], *sorted(pair - {named[0]})]
    return flow, countries[:2] if flow != "total" else sorted(countries[:2])


def distance(text: str, cue: re.Match[str], first: int, last: int) -> int:
    """Return how far a year stands from a figure; one right behind it is next to it, one of another clause farther."""
    if cue.start() >= last:
        if text[last : cue.start()] in (" in ", " for "):
            return 0
        return cue.start() - last + (60 if TURN.search(text, last, cue.start()) else 0)
    turned = TURN.search(text, cue.end(), first) if cue.end() <= first else None
    return max(0, first - cue.end()) + (60 if turned else 0)


def year_of(
    text: str, start: int, end: int, first: int, last: int, day: datetime.date | None, before: TradeRead | None
) -> int | None:
    """Return the year that a figure is of: the one named nearest, as far as it is not what is compared with."""
    compared = {m.start("year") for m in YEAR_ON_YEAR.finditer(text, start, end) if m["year"]}
    compared |= {m.start("year") for m in AGAINST.finditer(text, start, end) if not m.start() <= first < m.end()}
    cues = [(m, int(m[0])) for m in YEAR.finditer(text, start, end) if m.start() not in compared]
    if day is not None:
        cues += [(m, day.year) for m in THIS_YEAR.finditer(text, start, end)]
        cues += [(m, day.year - 1) for m in LAST_YEAR.finditer(text, start, end)]
    named = [(distance(text, m, first, last), year) for m, year in cues]
    if named:
        return min(named)[1]
    if day is None:
        return None
    carried = before is not None and (before.year is None or before.year <= day.year)
    if before is not None and carried and not THIS_YEAR.search(text, start, end):
        return before.year
    return day.year if day.month > 2 else day.year - 1

"""Anniversaries: which ordinal, of what, in which year it falls."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from num2words import num2words

from importers.extract.sentence_view import SentenceView
from importers.lexicon import Lexicon, Token

ORDINAL_WORDS = {num2words(n, to="ordinal").replace(" and ", " "): n for n in range(1, 151)}
ORDINAL_WORDS |= {word.replace("-", " "): n for word, n in ORDINAL_WORDS.items()}
CARDINAL_WORDS = {num2words(n).replace(" and ", " "): n for n in range(1, 151)}
CARDINAL_WORDS |= {word.replace("-", " "): n for word, n in CARDINAL_WORDS.items()}
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
UNITS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
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
    rf"|jubilee|birth anniversary)\b"
    r"|\b(?P<centenary>centenary|centennial)\b"
    r"|\band\s+(?:the\s+)?(?P<again>\d{1,3})(?:st|nd|rd|th)\s+(?=of\b)"
    r"|\banniversary\s*\(\s*(?P<bracketed>\d{1,3})(?:st|nd|rd|th)?\s*\)",
    re.IGNORECASE,
)
YEARS_AGO = re.compile(
    rf"\b(?P<number>\d{{1,3}}|(?:{TENS})(?:[- ](?:one|two"
    rf"|three|four|five|six|seven|eight|nine))?|ten|fifteen"
    rf"|half a century|a century|three[- ]quarters of a century"
    rf"|a quarter of a century)(?:\s+years)?\s+ago\b",
    re.IGNORECASE,
)
CENTURIES = {"half a century": 50, "a century": 100, "three quarters of a century": 75, "a quarter of a century": 25}
YEAR = re.compile(r"(?<![\d–-])(?:19[4-9]\d|20[0-4]\d)(?![\d–-])")  # not of a span such as 2024-2025
NEXT_YEAR = re.compile(
    r"\b(?:next|coming|upcoming|new|approaching)\s+year\b"
    r"|\byear\s+(?:ahead|to\s+come)\b|\bsoon\b",
    re.IGNORECASE,
)
THIS_YEAR = re.compile(
    r"\b(?:this|current|past|outgoing|passing|present)\s+year\b|\bthis\s+is\s+the\s+year\b", re.IGNORECASE
)
LAST_YEAR = re.compile(r"\blast\s+year\b", re.IGNORECASE)
BOUNDARY = re.compile(r"[;]|\bwhile\b|\bas well as on\b")
STATE = re.compile(
    r"\b(?:found(?:ing|ation|ed)|establishment of (?:the "
    r"|his |her )?(?:people|republic|state|country|nation)"
    r"|independence|national day|(?:republic|country|nation"
    r"|state)(?:'s)? (?:founding|foundation)|proclamation of)\b",
    re.IGNORECASE,
)
OWNS = re.compile(
    r"^(?:['’]s?|\s+(?:\w+\s+)?(?:celebrat\w+|mark\w*|observ\w+|commemorat\w+|greet\w*|reach\w*|turn\w*)"
    r"\s+(?:its|their|the))\s+(?:the\s+)?$"
)
OF = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:of|since|from|for)\b", re.IGNORECASE)
COMPLEMENT = re.compile(
    r"^(?!.*\bto\s+(?:bring|make|take|push|guide|further|deepen|carry|use)\b)[^.;:]{0,90}$", re.DOTALL
)
JOINED = re.compile(r"^[^,.;:]{0,50}(?:\band\b|\bas well as\b|,)[^,.;:]{0,50}$|^\s*[/-]\s*$", re.DOTALL)
NO_MILESTONE = re.compile(r"\b(?:birth(?:day)?|wedding|death|demise|passing)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Anniversary:
    """An ordinal anniversary at a place in the text, its milestone where it is known which."""

    start: int
    end: int
    ordinal: int
    milestone: str | None


@dataclass
class MilestoneWords:
    """What a report may mean by words for milestones: the countries of its leaders, and what it told before."""

    lexicon: Lexicon
    pairs: list[frozenset[str]]
    told: dict[int, str]

    def of_relations(self, countries: frozenset[str], ordinal: int, year: int | None) -> str | None:
        """Return the diplomatic relations meant: of the countries named, else of the leaders who write."""
        candidates: list[str] = []
        for pair in ([countries] if len(countries) == 2 else []) + self.pairs:
            candidates = self.lexicon.relations.get(pair, [])
            if candidates:
                break
        return self.counted(candidates, ordinal, year)

    def of_state(self, countries: frozenset[str], ordinal: int, year: int | None) -> str | None:
        """Return the founding or independence meant: of the country named, else of one whose leader is written to."""
        for country in [*sorted(countries), *dict.fromkeys(c for pair in self.pairs for c in sorted(pair))]:
            fitting = [slug for slug in self.lexicon.foundings.get(country, []) if self.agrees(slug, ordinal, year)]
            if fitting:
                return self.counted(fitting, ordinal, year)
        return None

    def counted(self, candidates: list[str], ordinal: int, year: int | None) -> str | None:
        """Return the one of the candidates whose year and the ordinal come nearest to the year of the report."""
        if not candidates:
            return None
        if year is None:
            return candidates[0]
        return min(candidates, key=lambda slug: abs(self.lexicon.milestones[slug].year + ordinal - year))

    def agrees(self, slug: str, ordinal: int, year: int | None) -> bool:
        """Return whether the count leads to about the year of the report, as general words must to mean this one."""
        return year is None or abs(self.lexicon.milestones[slug].year + ordinal - year) <= 1

    def fits(self, slug: str) -> bool:
        """Return whether words that need the pair may mean this milestone here."""
        parties = self.lexicon.milestones[slug].parties
        return any(parties <= pair or (len(parties) == 1 and parties & pair) for pair in self.pairs)

    def concerns(self, slug: str, countries: frozenset[str]) -> bool:
        """Return whether a milestone is the world's, or one of a country that is named or whose leader writes."""
        parties = self.lexicon.milestones[slug].parties
        return not parties or bool(parties & countries) or any(parties & pair for pair in self.pairs)


def may_tell(sentence: str) -> bool:
    """Return whether a sentence may tell of an anniversary at all: a cheap question, as most do not."""
    folded = sentence.lower()
    return "anniv" in folded or " ago" in folded or "centen" in folded or "jubilee" in folded


def find_anniversaries(
    text: str, start: int, end: int, tokens: list[Token], words: MilestoneWords, year: int | None
) -> list[Anniversary]:
    """Return the ordinal anniversaries told of between start and end, one for each milestone of each ordinal."""
    found: list[Anniversary] = []
    matches = list(ORDINAL.finditer(text, start, end))
    for number, match in enumerate(matches):
        ordinal = ordinal_of(match)
        if (
            not ordinal
            or (match["again"] and not number)
            or NO_MILESTONE.search(match["between"] or "")
            or NO_MILESTONE.match(text, match.end() + 1)
        ):
            continue
        limit = matches[number + 1].start() if number + 1 < len(matches) else end
        stop = BOUNDARY.search(text, match.end(), limit)
        slugs = milestones_near(text, match, stop.start() if stop else limit, tokens, words, ordinal, year, start)
        named: list[str | None] = [*slugs] or [words.told.get(ordinal)]
        for slug in named:
            found.append(Anniversary(match.start(), match.end(), ordinal, slug))
            if slug:
                words.told[ordinal] = slug
    found += years_ago(text, start, end, tokens, words, year)
    return found


def ordinal_of(match: re.Match[str]) -> int | None:
    """Return the number of an ordinal in figures or words."""
    if match["figures"] or match["bracketed"] or match["again"]:
        return int(match["figures"] or match["bracketed"] or match["again"])
    if match["centenary"] or match["words"].lower() in ("centenary", "hundredth"):
        return 100
    return ORDINAL_WORDS.get(match["words"].lower())


def milestones_near(
    text: str,
    match: re.Match[str],
    limit: int,
    tokens: list[Token],
    words: MilestoneWords,
    ordinal: int,
    year: int | None,
    start: int,
) -> list[str]:
    """Return the milestones that an anniversary is said to be of; else what this ordinal was told of before.

    What stands right after "anniversary of" and what is added with "and" counts; if nothing does, the words before it
    in the sentence ("diplomatic relations, whose 70th anniversary").
    """
    after = [t for t in tokens if match.start() <= t.start < limit]
    all_countries = [t for t in tokens if t.kind == "country"]
    if len({t.value for t in all_countries}) == 2 and not any(t.kind == "country" for t in after):
        after = sorted(
            [*all_countries, *after]
        )  # the pair that the sentence names before: "between X and Y, whose ..."
    named = OF.match(text, match.end(), limit) is not None
    if named or not words.told.get(ordinal):
        slugs = milestones_in(text, after, words, ordinal, year, match.end() if named else None)
        if slugs:
            return slugs
    owners = [t for t in tokens if t.kind in ("founded", "country") and is_beside(text, t, match)]
    for owner in owners:
        slug = owner.value if owner.kind == "founded" else words.of_state(frozenset({owner.value}), ordinal, year)
        if slug and words.agrees(slug, ordinal, year):
            return [slug]
    state = STATE.search(text, match.start(), min(limit, match.end() + 60))
    its_own = named and after and after[0].kind == "country" and after[0].start - match.end() <= 8
    if state or its_own:  # "of the founding of the republic", or "the 70th anniversary of the People's Republic"
        countries = frozenset(t.value for t in after if t.kind == "country")
        slug = words.of_state(countries, ordinal, year)
        if slug:
            return [slug]
    if words.told.get(ordinal):
        return []
    before = [t for t in tokens if max(start, match.start() - 140) <= t.start < match.start()]
    return milestones_in(text, before, words, ordinal, year, None)[-1:]


def is_beside(text: str, token: Token, match: re.Match[str]) -> bool:
    """Return whether a name stands right beside an anniversary: "the SCO's 20th", "marks its 75th", "of X"."""
    if token.end <= match.start():
        return bool(OWNS.match(text[token.end : match.start()])) and match.start() - token.end < 40
    return 0 <= token.start - match.end() <= 8 and bool(
        re.match(r"\s+of(?:\s+the)?\s*$", text[match.end() : token.start])
    )


def milestones_in(
    text: str, tokens: Iterable[Token], words: MilestoneWords, ordinal: int, year: int | None, place: int | None
) -> list[str]:
    """Return the milestones that the tokens name, from a place on only those that the words join to it."""
    tokens = list(tokens)
    countries = frozenset(t.value for t in tokens if t.kind == "country")
    general: dict[tuple[int, int], list[str]] = {}
    for token in tokens:
        if token.kind == "pair milestone" and words.fits(token.value) and words.agrees(token.value, ordinal, year):
            general.setdefault((token.start, token.end), []).append(token.value)
    slugs: list[str] = []
    end = place
    for token in tokens:
        if end is not None and (
            token.start < end or not (JOINED if slugs else COMPLEMENT).match(text[end : token.start])
        ):
            continue
        slug = None
        if token.kind == "milestone" and words.concerns(token.value, countries):
            slug = token.value
        elif token.kind == "pair milestone" and (token.start, token.end) in general:
            slug = words.counted(general[token.start, token.end], ordinal, year)
        elif token.kind == "relations" and token.value == "relations":
            slug = words.of_relations(countries, ordinal, year)
        if slug:
            slugs.append(slug)
            end = token.end
    if not slugs and any(
        t.kind == "relations" for t in tokens
    ):  # "ties" alone mean diplomatic relations if nothing else is named
        slugs = [slug for slug in [words.of_relations(countries, ordinal, year)] if slug]
    return list(dict.fromkeys(slugs))


def years_ago(
    text: str, start: int, end: int, tokens: list[Token], words: MilestoneWords, year: int | None
) -> list[Anniversary]:
    """Return the anniversaries told as "75 years ago" beside the words of a milestone."""
    found: list[Anniversary] = []
    for match in YEARS_AGO.finditer(text, start, end):
        number = match["number"].lower().replace("-", " ")
        ordinal = int(number) if number.isdigit() else CENTURIES.get(number) or CARDINAL_WORDS.get(number)
        near = [
            t
            for t in tokens
            if start <= t.start < end
            and t.kind in ("milestone", "relations", "country")
            and (t.kind != "relations" or t.value == "relations")
        ]
        slugs = milestones_in(text, near, words, ordinal or 0, year, None)
        if ordinal and slugs and year and abs(words.lexicon.milestones[slugs[0]].year + ordinal - year) <= 1:
            found.append(Anniversary(match.start(), match.end(), ordinal, slugs[0]))
    return found


class Anniversaries:
    """The anniversaries of a report, looked for sentence by sentence, when they are asked for."""

    def __init__(self, views: Sequence[SentenceView], words: MilestoneWords, year: int | None) -> None:
        self.views = views
        self.words = words
        self.year = year
        self.known: dict[int, list[Anniversary]] = {}

    def of(self, view: SentenceView) -> list[Anniversary]:
        """Return the anniversaries that a sentence tells of."""
        if view.index not in self.known:
            told = may_tell(view.text)
            self.known[view.index] = (
                find_anniversaries(view.body, view.start, view.end, view.tokens, self.words, self.year) if told else []
            )
        return self.known[view.index]

    def all(self) -> Iterator[Anniversary]:
        """Yield the anniversaries of all sentences."""
        for view in self.views:
            yield from self.of(view)


def observed_year(
    text: str, told: Anniversary, start: int, end: int, day: datetime.date | None, lexicon: Lexicon
) -> int | None:
    """Return the year in which an anniversary falls: as the sentence says, else as the count gives near the day."""
    clause = text[start:end]
    place = told.start - start
    counted = lexicon.milestones[told.milestone].year + told.ordinal if told.milestone else None
    if counted is not None and any(int(m[0]) == counted for m in YEAR.finditer(clause)):
        return counted
    if day is not None:
        cue = nearest_cue(clause, place, day)
        if counted is not None and cue is not None and abs(counted - cue) > 0 and abs(counted - day.year) <= 1:
            return counted if not YEAR.search(clause) and cue != counted and not NEXT_YEAR.search(clause) else cue
        if cue is not None:
            return cue
        if counted is not None and abs(counted - day.year) <= 1:
            return counted
        return day.year
    years = [int(match[0]) for match in YEAR.finditer(clause)]
    return years[-1] if years else counted


def nearest_cue(clause: str, place: int, day: datetime.date) -> int | None:
    """Return the year that the words nearest to the anniversary give."""
    cues = [(abs(m.start() - place), int(m[0])) for m in YEAR.finditer(clause) if abs(int(m[0]) - day.year) <= 3]
    to_come = day.year + 1 if day.month >= 10 else day.year
    for pattern, year in (
        (NEXT_YEAR, to_come if day.month >= 10 else day.year + 1),
        (THIS_YEAR, day.year),
        (LAST_YEAR, day.year - 1),
    ):
        cues += [(abs(m.start() - place), year) for m in pattern.finditer(clause)]
    return min(cues)[1] if cues else None

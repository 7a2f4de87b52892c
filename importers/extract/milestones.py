"""Milestones: which events the words beside an anniversary mean, for those who write."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from importers.extract.sentence_view import SentenceView
from importers.lexicon import OF_PAIRS, Lexicon, Token

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
JOINED = re.compile(
    r"^(?!.*\b(?:vow|pledg|agree|hail|prais|said|to\s+(?:bring|make|take|push|guide|further|deepen|carry|use)\b))"
    r"[^,.;:]{0,50}(?:\band\b|\bas well as\b|,)[^,.;:]{0,50}$|^\s*[/-]\s*$",
    re.DOTALL,
)
BETWEEN_THEM = re.compile(
    r"\s+between\s+(?:the\s+|their\s+|our\s+)?(?:two\s+|both\s+)?(?:countries|nations|states|sides)\b"
)
HYPHENED = re.compile(r"-[A-Za-z]")
BESIDE = re.compile(r"\s+of(?:\s+the)?\s*$")


@dataclass
class MilestoneWords:
    """What a report may mean by words for milestones.

    `pairs` are the countries of its leaders, `year` is the report's, `told` what it meant by each ordinal before.
    """

    lexicon: Lexicon
    pairs: list[frozenset[str]]
    year: int | None
    told: dict[int, str] = field(default_factory=dict)

    def between(self, countries: frozenset[str]) -> "MilestoneWords":
        """Return the words as they are meant where two countries, and no others, are spoken of: theirs come first."""
        if len(countries) != 2 or self.pairs[:1] == [countries]:
            return self
        return replace(self, pairs=[countries, *(pair for pair in self.pairs if pair != countries)])

    def of_relations(self, countries: frozenset[str], ordinal: int) -> str | None:
        """Return the diplomatic relations meant: of the countries named, else of the leaders who write."""
        candidates: list[str] = []
        for pair in ([countries] if len(countries) == 2 else []) + self.pairs:
            candidates = self.lexicon.relations.get(pair, [])
            if candidates:
                break
        return self.counted(candidates, ordinal)

    def of_state(self, countries: frozenset[str], ordinal: int) -> str | None:
        """Return the founding or independence meant: of the country named, else of one whose leader is written to."""
        for country in [*sorted(countries), *dict.fromkeys(c for pair in self.pairs for c in sorted(pair))]:
            fitting = [slug for slug in self.lexicon.foundings.get(country, []) if self.agrees(slug, ordinal)]
            if fitting:
                return self.counted(fitting, ordinal)
        return None

    def counted(self, candidates: list[str], ordinal: int) -> str | None:
        """Return the one of the candidates whose year and the ordinal come nearest to the year of the report."""
        if not candidates:
            return None
        return candidates[0] if self.year is None else min(candidates, key=lambda slug: self.years_off(slug, ordinal))

    def years_off(self, slug: str, ordinal: int) -> int:
        """Return how many years the count leads away from the year of the report; 0 where that is not known."""
        return 0 if self.year is None else abs(self.lexicon.milestones[slug].year + ordinal - self.year)

    def agrees(self, slug: str, ordinal: int) -> bool:
        """Return whether the count leads to about the year of the report, as general words must to mean this one."""
        return self.years_off(slug, ordinal) <= 1

    def fits(self, slug: str) -> bool:
        """Return whether words that need the pair may mean this milestone here."""
        parties = self.lexicon.milestones[slug].parties
        return any(parties <= pair or (len(parties) == 1 and parties & pair) for pair in self.pairs)

    def concerns(self, slug: str, countries: frozenset[str]) -> bool:
        """Return whether a milestone is the world's, or one of a country that is named or whose leader writes."""
        parties = self.lexicon.milestones[slug].parties
        return not parties or bool(parties & countries) or any(parties & pair for pair in self.pairs)


def milestones_near(
    view: SentenceView, match: re.Match[str], limit: int, words: MilestoneWords, ordinal: int
) -> list[str]:
    """Return the milestones that an anniversary is said to be of; else what this ordinal was told of before.

    What stands right after "anniversary of" and what is added with "and" counts; if nothing does, the words before it
    in the sentence ("diplomatic relations, whose 70th anniversary").
    """
    text = view.body
    after = tokens_after(view, match, limit)
    named = OF.match(text, match.end(), limit) is not None
    if named or not words.told.get(ordinal):
        slugs = milestones_in(text, after, words, ordinal, match.end() if named else None)
        if slugs:
            return slugs
    slug = owner_of(view, match, words, ordinal)
    its_own = named and after and after[0].kind == "country" and after[0].start - match.end() <= 8
    if not slug and (its_own or STATE.search(text, match.start(), min(limit, match.end() + 60))):
        # "the 70th anniversary of the People's Republic", or "of the founding of the republic"
        slug = words.of_state(frozenset(t.value for t in after if t.kind == "country"), ordinal)
    if slug:
        return [slug]
    if words.told.get(ordinal):
        return []
    before = [t for t in view.tokens if match.start() - 140 <= t.start < match.start()]
    return milestones_in(text, before, words, ordinal, None)[-1:]


def tokens_after(view: SentenceView, match: re.Match[str], limit: int) -> list[Token]:
    """Return the words after an anniversary, and the pair that the sentence names before: "between X and Y, whose"."""
    after = [t for t in view.tokens if match.start() <= t.start < limit]
    countries = view.by_kind.get("country", [])
    if len({t.value for t in countries}) == 2 and not any(t.kind == "country" for t in after):
        return sorted([*countries, *after])
    return after


def owner_of(view: SentenceView, match: re.Match[str], words: MilestoneWords, ordinal: int) -> str | None:
    """Return the milestone of what is named right beside an anniversary as having it: "the SCO's 20th"."""
    for token in view.tokens:
        if token.kind in ("founded", "country") and is_beside(view.body, token, match):
            founded = token.kind == "founded"
            slug = token.value if founded else words.of_state(frozenset({token.value}), ordinal)
            if slug and words.agrees(slug, ordinal):
                return slug
    return None


def is_beside(text: str, token: Token, match: re.Match[str]) -> bool:
    """Return whether a name stands right beside an anniversary: "the SCO's 20th", "marks its 75th", "of X"."""
    if token.end <= match.start():
        return bool(OWNS.match(text[token.end : match.start()])) and match.start() - token.end < 40
    return 0 <= token.start - match.end() <= 8 and bool(BESIDE.match(text[match.end() : token.start]))


def milestones_in(
    text: str, tokens: Sequence[Token], words: MilestoneWords, ordinal: int, place: int | None
) -> list[str]:
    """Return the milestones that the tokens name, from a place on only those that the words join to it."""
    countries = frozenset(t.value for t in tokens if t.kind == "country")
    of_pair: dict[tuple[int, int], list[str]] = {}
    for token in tokens:
        if token.kind == OF_PAIRS:
            slugs = token.value.split(" ")
            of_pair[token.start, token.end] = [s for s in slugs if words.fits(s) and words.agrees(s, ordinal)]
    slugs = []
    end = place
    for token in tokens:
        if end is not None and (
            token.start < end or not (JOINED if slugs else COMPLEMENT).match(text[end : token.start])
        ):
            continue
        if token.kind == "milestone" and HYPHENED.match(text, token.end):
            continue  # "the establishment of China-France relations"
        if token.kind == "relations" and BETWEEN_THEM.match(text, token.end):
            countries = frozenset()  # of those who write, whoever else is named
        slug = milestone_of(token, words, ordinal, countries, of_pair.get((token.start, token.end), []))
        if slug:
            slugs.append(slug)
            end = token.end
    if not slugs and any(t.kind == "relations" for t in tokens):
        # "ties" alone mean diplomatic relations if nothing else is named
        slugs = [slug for slug in [words.of_relations(countries, ordinal)] if slug]
    return list(dict.fromkeys(slugs))


def milestone_of(
    token: Token, words: MilestoneWords, ordinal: int, countries: frozenset[str], of_pair: list[str]
) -> str | None:
    """Return the milestone that one token means; `of_pair` are those that its words may mean for those who write."""
    if token.kind == "milestone" and words.concerns(token.value, countries):
        return token.value
    if token.kind == OF_PAIRS:
        return words.counted(of_pair, ordinal)
    if token.kind == "relations" and token.value == "relations":
        return words.of_relations(countries, ordinal)
    return None

"""A sentence with all that stands in it: tokens by kind, and who is mentioned where."""

import re
from bisect import bisect_left

from importers.extract.people import Mention, People
from importers.lexicon import Token
from importers.parse.report import ParsedReport
from importers.parse.sentences import Sentence

LEAD = (
    r"(?:(?:the|his|her|their|its|then|foreign|world|several"
    r"|other|many|both|former|fellow|newly[- ]\w+|re-?elected"
    r"|outgoing|incoming|visiting|respected|dear|new|comrade|h\.?\s?e\.?|h\.?h\.?"
    r"|mr\.?|dr\.?|samdech|u|excellency|friend|good friend"
    r"|brother|brotherly|late|your excellency|them|us|u\.s\."
    r"|:|,)\s+)*"
)
PREPOSITION = re.compile(
    rf"\b(to|from|with|by|of|between|on behalf of|for|including"
    rf"|both|over|that|among|against|against|reached|under"
    rf"|through|about|on)\s+{LEAD}$",
    re.IGNORECASE,
)


class SentenceView:
    """What stands in one sentence, for the rules that look at it."""

    def __init__(
        self,
        parsed: ParsedReport,
        people: People,
        index: int,
        sentence: Sentence,
        tokens: list[Token],
        mentions: list[Mention],
    ) -> None:
        self.index = index
        self.sentence = sentence
        self.start, self.end = sentence.start, sentence.end
        self.text = parsed.body[self.start : self.end]
        self.body = parsed.body
        self.tokens = tokens
        self.mentions = mentions
        self.people = people
        self.prepositions: dict[int, str] = {}
        self.by_kind: dict[str, list[Token]] = {}
        for token in tokens:
            self.by_kind.setdefault(token.kind, []).append(token)

    def before(self, place: int, length: int = 60) -> str:
        """Return the text right before a place, within the sentence."""
        return self.body[max(self.start, place - length) : place]

    def preposition(self, mention: Mention) -> str:
        """Return the preposition that a mention stands after, "" for none."""
        if mention.start not in self.prepositions:
            before = self.before(mention.start, 80)
            match = PREPOSITION.search(before)
            joined = match is not None and before[: match.start()].endswith(("along ", "together "))
            self.prepositions[mention.start] = match[1].lower() if match and not joined else ""
        return self.prepositions[mention.start]

    def named(self) -> list[Mention]:
        """Return the mentions that are known to mean one person."""
        return [m for m in self.mentions if m.slug]


def views(parsed: ParsedReport, people: People) -> list[SentenceView]:
    """Return the sentences with what stands in each."""
    starts = [token.start for token in parsed.tokens]
    places = [mention.start for mention in people.mentions]
    return [view_of(parsed, people, index, sentence, starts, places) for index, sentence in enumerate(parsed.sentences)]


def view_of(
    parsed: ParsedReport, people: People, index: int, sentence: Sentence, starts: list[int], places: list[int]
) -> SentenceView:
    """Return a sentence with what stands in it, of the tokens and the mentions that begin at these places."""
    tokens = parsed.tokens[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
    mentions = people.mentions[bisect_left(places, sentence.start) : bisect_left(places, sentence.end)]
    return SentenceView(parsed, people, index, sentence, tokens, mentions)


def headline_view(parsed: ParsedReport, people: People) -> SentenceView | None:
    """Return the headline as a sentence before the first; None where the text has none or only its source tells it."""
    start = parsed.body.find(parsed.headline) if parsed.headline else -1
    if start < 0:
        return None
    headline = Sentence(start, start + len(parsed.headline or ""), -1, False, False)
    starts = [token.start for token in parsed.tokens]
    return view_of(parsed, people, -1, headline, starts, [mention.start for mention in people.mentions])

"""Mutual messages: who exchanged letters with whom, as one sentence tells it."""

import re
from itertools import pairwise

from importers.extract.listings import ZONE_END
from importers.extract.participants import LEADERS, RESPECTIVELY, Pair, Participants
from importers.extract.people import Mention
from importers.extract.sentence_view import SentenceView
from importers.lexicon import Token

NO_EXCHANGE = re.compile(
    r"\bexchang\w*\s+(?:of\s+)?(?:[\w-]+\s+){0,3}(?:views?"
    r"|opinions?|ideas?|students?|visits?|pleasantries|fire"
    r"|prisoners|program\w*|experience|information|notes on)\b"
    r"|\bexchange\s+(?:year|program|rate)",
    re.IGNORECASE,
)
SENDING_BEFORE = re.compile(
    r"\b(?:sent|send|sending|congratulat\w*|wish\w*|wrote|write|writing|greet\w*|address\w*|messages?|letters?"
    r"|telegrams?|cables?|convey\w*|extend\w*|offer\w*|gave|felicitat\w*)\s[^.;,]{0,40}(?:each other|one another)$",
    re.IGNORECASE,
)
PASSED = re.compile(r"\b(?:pass|exchang|went|sent|flow|cross|travel)\w*")
IN_THEIR_MESSAGES = re.compile(
    r"\b(?:in|through|by) their (?:\w+ ){0,2}(?:messages|letters|telegrams"
    r"|cables|greetings)\b"
    r"(?! (?:addressed |sent )?(?:to|from|of)\b(?! (?:each other|one another|greet|congrat)))",
    re.IGNORECASE,
)
GREETINGS_TRADED = re.compile(r"\W*(?:[\w']+\W+){0,2}(?:greet|wish|congrat|message|letter|felicit)", re.IGNORECASE)
WITH_THEIR = re.compile(r"\bwith (?:their|the)\s(?:\w+\s)?$")
AS_DID = re.compile(r",?\s+as (?:did|had|have|has)\s")
WITH = re.compile(r"^ with (?:(?:the|his|her|their) )?$")
AND_END = re.compile(r"(?:,|;|\band)\s*(?:the\s)?$")


class MutualMessages(Participants):
    """Finds the pairs of sentences that tell of an exchange."""

    def mutual_pairs(self, view: SentenceView, mutual: list[Token], nouns: list[Token]) -> list[Pair]:
        """Return the pairs, both ways, of a sentence that tells of an exchange."""
        for token in mutual:
            if self.means_messages(view, token, nouns):
                pairs = self.partners(view, token)
                if pairs:
                    return [pair for a, b in pairs for pair in ((a, b), (b, a))]
        return (self.between(view) or self.in_their_messages(view)) if nouns else []

    def between(self, view: SentenceView) -> list[Pair]:
        """Return the pairs, both ways, of messages that "passed between X and Y"."""
        first = next((m for m in view.mentions if m.slug and view.preposition(m) == "between"), None)
        if first is None or not PASSED.search(view.text, 0, first.start - view.start):
            return []
        run = self.listed_from(view, first, view.named())
        if len(run) != 2:
            return []
        a, b = run[0].slug or "", run[1].slug or ""
        return [(a, b), (b, a)]

    def in_their_messages(self, view: SentenceView) -> list[Pair]:
        """Return the pairs, both ways, of "Xi and Modi noted in their letters", two of two countries."""
        if "heir " not in view.text or not IN_THEIR_MESSAGES.search(view.text):
            return []
        first = next((m for m in view.mentions if m.slug and self.is_subject(view, m)), None)
        both = self.slugs(view, self.listed_from(view, first, view.mentions)) if first else []
        if len(both) != 2 or len({self.people.persons[slug].country for slug in both}) != 2:
            return []
        a, b = both
        return [(a, b), (b, a)]

    def means_messages(self, view: SentenceView, token: Token, nouns: list[Token]) -> bool:
        """Return whether a word for an exchange is about messages, and not about views or students."""
        word = view.body[token.start : token.end].lower()
        if NO_EXCHANGE.match(view.body, token.start, view.end) or word in ("between them", "mutual"):
            return False
        if word.startswith("did "):
            return bool(self.pairs)
        if "each other" in word or "one another" in word:
            return bool(SENDING_BEFORE.search(view.before(token.end, 60)))
        if word in ("trade", "traded", "trading", "swap", "swapped"):
            return bool(GREETINGS_TRADED.match(view.body, token.end, view.end))
        return any(-60 <= n.start - token.end <= 70 for n in nouns)

    def partners(self, view: SentenceView, token: Token) -> list[Pair]:
        """Return who exchanged with whom around the word that says so."""
        left = self.slugs(view, self.subjects(view, token.start))
        after = [m for m in view.mentions if m.start >= token.end and m.kind != "he"]
        likewise = AS_DID.search(view.body, token.end, view.end)
        if likewise:  # "..., as did Foreign Minister Son and his Japanese counterpart"
            others = self.slugs(view, [m for m in after if m.start >= likewise.end()])
            here = self.partners_around(view, token, left, [m for m in after if m.end <= likewise.start()])
            return [*here, *(self.side_by_side(others) if len(others) >= 2 else [])]
        return self.partners_around(view, token, left, after)

    def partners_around(self, view: SentenceView, token: Token, left: list[str], after: list[Mention]) -> list[Pair]:
        """Return who exchanged with whom, of the subjects before and those named after the word that says so."""
        each = next((m for m in after if m.kind == "counterpart" and m.plural), None)
        if each and left and WITH_THEIR.search(view.before(each.start, 24)):
            found = ((a, self.counterpart(view, each, [a])) for a in left)
            return [(a, b) for a, b in found if b]
        shortened = self.shortened(view, after)
        gone = {m.start for pair in shortened for m in pair}
        right = self.slugs(view, [m for m in after if m.start not in gone and self.is_partner(view, token, m)], left)
        if shortened and left and right:
            others = [(self.slugs(view, [a]), b) for a, b in shortened]
            also = [(a[0], c) for a, b in others if a for c in self.slugs(view, [b], a)]
            return [*((a, b) for a in left for b in right if a != b), *also]
        if RESPECTIVELY.search(view.text) and len(left) == len(right) > 1:
            return list(zip(left, right, strict=True))
        if right:
            senders = left or self.senders_before(view)
            return [(a, b) for a in senders for b in right if a != b]
        return self.side_by_side(left) if len(left) >= 2 else self.partners_known(view, token, left)

    def partners_known(self, view: SentenceView, token: Token, left: list[str]) -> list[Pair]:
        """Return who exchanged where the words beside the exchange do not name both: the only two, or those before."""
        everyone = list(dict.fromkeys(m.slug for m in view.named() if m.slug))
        if len(everyone) == 2:
            return [(everyone[0], everyone[1])]
        both = any(m.plural for m in view.mentions if m.start < token.start) or not view.named()
        if both and not left:
            pair = self.pairs[-1] if self.pairs else tuple(self.recent[-2:])
            return [(pair[0], pair[1])] if len(pair) == 2 else []
        if len(left) == 1 and LEADERS.search(view.text):
            self.open_sender = left[0]
        return []

    def shortened(self, view: SentenceView, mentions: list[Mention]) -> list[tuple[Mention, Mention]]:
        """Return the pairs told without a verb of their own: "..., and Prime Minister Chinh with Mishustin"."""
        pairs = pairwise(mentions)
        return [
            (a, b)
            for a, b in pairs
            if WITH.match(view.body[a.end : b.start]) and AND_END.search(view.before(a.start, 12))
        ]

    def side_by_side(self, named: list[str]) -> list[Pair]:
        """Return the pairs of those named as having exchanged: two, or two and two ("A and B, as well as C and D")."""
        pairs = list(zip(named[::2], named[1::2], strict=False))
        abroad = all(self.people.persons[a].country != self.people.persons[b].country for a, b in pairs)
        return pairs if len(named) % 2 == 0 and abroad else [(named[-2], named[-1])]

    def is_partner(self, view: SentenceView, token: Token, mention: Mention) -> bool:
        """Return whether a mention after a word of exchanging is the other side of it."""
        if mention.kind == "he" or (mention.plural and mention.kind == "both"):
            return False
        between = view.body[token.end : mention.start]
        if re.search(r"\bwith\b", between):
            at = between.rfind("with")
            return not ZONE_END.search(between[at:])
        return bool(re.search(r"\b(?:are|were|include|including|between)\b", between))

"""Correspondence: who wrote to whom, as single sentences tell it."""

import re
from dataclasses import dataclass
from itertools import pairwise

from importers.extract.participants import RESPECTIVELY, SUBJECT_PRONOUNS, ZONE_END, Pair, Participants
from importers.extract.people import Mention, People
from importers.extract.sentence_view import SentenceView
from importers.lexicon import Token
from importers.parse.report import ParsedReport

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
TALK = re.compile(
    r"\b(?:tele)?phone (?:call|conversation|talk)|\bby (?:tele)?phone\b"
    r"|\b(?:over|on) the (?:tele)?phone|\btelephoned\b|\bphoned\b"
    r"|\bin a call\b|\ba call (?:with|from|to)\b"
    r"|\bvideo call|\bheld (?:talks|a meeting)|\bmet with\b"
    r"|\bduring (?:a|their|the) (?:meeting|talks|call)|\bconversation with\b"
    r"|\bpress conference|\btalks with\b"
    r"|\bat a (?:meeting|reception|press)\b|\btweet|\bfacebook"
    r"|\bsocial media|\bpersonally\b|\bask(?:ed|ing) .{0,40}\bconvey",
    re.IGNORECASE,
)
STRONG_NOUNS = frozenset(["message", "messages", "letter", "letters", "telegram", "telegrams", "cable", "cables"])
PAST = re.compile(
    r"\bhad (?:also |already |earlier |previously |once )?(?:exchanged"
    r"|sent|congratulated|written|extended|conveyed|offered)\b"
    r"|\bunlike last year"
    r"|\bhas(?:n't| not) (?:yet )?(?:sent|congratulated)"
    r"|\bdid not (?:send|congratulate|write)|\bexpected to (?:send"
    r"|write|exchange)|\bwill (?:send|write|exchange)\b"
    r"|\bwrote to no\b|\bwhether\b|\bin the past as well\b"
    r"|\bexchanged .{0,40}\bin the past\b|\bwere the first in years\b"
    r"|\b(?:last|previous) (?:year|month),? (?:the two|xi|putin|both|he|she|they)\b",
    re.IGNORECASE,
)
WITH = re.compile(r"^ with (?:(?:the|his|her|their) )?$")
AND_END = re.compile(r"(?:,|;|\band)\s*$")
NOT_YET = re.compile(
    r"\b(?:plans? to|may|might|would|could|intends? to|is to|are to|going to|about to|expected to|will)\s+(?:\w+\s)?"
    r"(?:send|write|exchange)\b",
    re.IGNORECASE,
)
REPORTED = re.compile(r"\b(?:said|says|reported|announced|confirmed|according to)\b", re.IGNORECASE)
PAST_WORDS = ("had ", "nlike", "not ", "n't", "xpected", "will ", "to no", "ast ", "revious", "hether", "in years")
PAST_YEAR = re.compile(
    r"^\W*(?:(?:back|earlier|already|as early as)\s)?in (?:[A-Z][a-z]+ )?((?:19|20)\d\d)\b", re.IGNORECASE
)
LEADERS = re.compile(
    r"\b(?:leaders?|heads? of (?:foreign )?(?:state|government"
    r"|states)|counterparts|presidents|colleagues|world|kings)\b",
    re.IGNORECASE,
)
PASSIVE = re.compile(r"\b(?:was|were|been|be|being)\s+(?:\w+ly\s+|also\s+)?$", re.IGNORECASE)
WRITING = frozenset(
    (
        "wrote to",
        "writes to",
        "written to",
        "writing to",
        "condoled",
        "greeted",
        "greets",
        "congratulated",
        "addressing",
    )
)
HOLIDAY_WISH = re.compile(
    r"\b(?:happy|merry|new year|recover\w*|well again|birthday"
    r"|good health|success|holiday|feast)\b",
    re.IGNORECASE,
)


@dataclass
class Telling:
    """A sentence that tells that messages went from senders to recipients."""

    sentence: int
    pairs: list[Pair]
    mutual: bool


class Correspondence(Participants):
    """Finds who wrote to whom, sentence by sentence, as each is read in the light of those before it."""

    def __init__(self, parsed: ParsedReport, people: People) -> None:
        super().__init__(people)
        self.parsed = parsed
        self.talks = bool(parsed.headline and TALK.search(parsed.headline))

    def tell(self, view: SentenceView) -> Telling | None:
        """Return what a sentence tells of messages sent, None where it tells of none; remember whom it names."""
        telling = self.telling(view)
        for mention in view.named():
            self.remember(mention.slug or "")
        if telling:
            self.pairs += [pair for pair in telling.pairs if pair not in self.pairs]
        return telling

    def telling(self, view: SentenceView) -> Telling | None:
        """Return what a sentence tells of messages sent."""
        if not view.mentions:
            return None
        nouns, mutual, verbs = (view.by_kind.get(kind, []) for kind in ("message", "mutual", "send"))
        if not nouns and not mutual and not verbs and not (self.open_recipient and view.text.startswith("From ")):
            return None
        if self.is_talk(view, nouns) or self.is_past(view):
            if TALK.search(view.text) and not self.pairs:
                self.talks = True
            return None
        pairs = self.usable(self.mutual_pairs(view, mutual, nouns))
        if pairs:
            return Telling(view.index, pairs, True)
        pairs = self.usable(self.one_way_pairs(view, verbs, nouns))
        return Telling(view.index, pairs, False) if pairs else None

    def is_talk(self, view: SentenceView, nouns: list[Token]) -> bool:
        """Return whether the sentence tells of a call or a meeting, and of no letter."""
        if not self.talks and "talk" not in view.by_kind:
            return False
        strong = any(view.body[t.start : t.end].lower() in STRONG_NOUNS for t in nouns)
        if self.talks and not strong:
            return True
        return bool(TALK.search(view.text)) and (not strong or "personally" in view.text)

    def is_past(self, view: SentenceView) -> bool:
        """Return whether the sentence tells of messages of another time than the report's own."""
        past = PAST.search(view.text) if any(word in view.text for word in PAST_WORDS) else None
        if past and not (past[0].lower().startswith("had") and REPORTED.search(view.text, 0, past.start())):
            return True
        if NOT_YET.search(view.text):
            return True
        day, named = self.parsed.published_on, PAST_YEAR.match(view.text)
        return bool(day and named and int(named[1]) < day.year - (1 if day.month < 3 else 0))

    def mutual_pairs(self, view: SentenceView, mutual: list[Token], nouns: list[Token]) -> list[Pair]:
        """Return the pairs, both ways, of a sentence that tells of an exchange."""
        for token in mutual:
            if self.means_messages(view, token, nouns):
                pairs = self.partners(view, token)
                if pairs:
                    return [pair for a, b in pairs for pair in ((a, b), (b, a))]
        between = [m for m in view.mentions if m.slug and view.preposition(m) == "between"]
        if (
            nouns
            and between
            and re.search(
                r"\b(?:pass|exchang|went|sent|flow|cross|travel)\w*", view.text[: between[0].start - view.start]
            )
        ):
            run = self.listed_from(view, between[0], view.named())
            if len(run) == 2:
                a, b = run[0].slug or "", run[1].slug or ""
                return [(a, b), (b, a)]
        return []

    def means_messages(self, view: SentenceView, token: Token, nouns: list[Token]) -> bool:
        """Return whether a word for an exchange is about messages, and not about views or students."""
        word = view.body[token.start : token.end].lower()
        if NO_EXCHANGE.match(view.body, token.start, view.end) or word in ("between them", "mutual"):
            return False
        if word.startswith("did "):
            return bool(self.pairs)
        if "each other" in word or "one another" in word:
            return bool(SENDING_BEFORE.search(view.before(token.end, 60)))
        near = [n for n in nouns if -60 <= n.start - token.end <= 70]
        if word in ("trade", "traded", "trading", "swap", "swapped"):
            return bool(
                re.match(
                    r"\W*(?:[\w']+\W+){0,2}(?:greet|wish|congrat|message|letter|felicit)",
                    view.body[token.end : view.end],
                    re.IGNORECASE,
                )
            )
        return bool(near)

    def partners(self, view: SentenceView, token: Token) -> list[Pair]:
        """Return who exchanged with whom around the word that says so."""
        left = self.slugs(view, self.subjects(view, token.start))
        after = [m for m in view.mentions if m.start >= token.end and m.kind != "he"]
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
        if len(left) >= 2:
            return self.side_by_side(left)
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

    def one_way_pairs(self, view: SentenceView, verbs: list[Token], nouns: list[Token]) -> list[Pair]:
        """Return sender and recipient for each message that a sentence tells was sent."""
        for rule in (self.from_and_to, self.received, self.sent, self.in_a_message, self.left_open):
            pairs = rule(view, verbs, nouns)
            if pairs:
                return pairs
        return []

    def from_and_to(self, view: SentenceView, verbs: list[Token], nouns: list[Token]) -> list[Pair]:
        """Return the pairs of "a message from X went to Y"."""
        if not nouns:
            return []
        sources = [m for m in view.mentions if view.preposition(m) == "from" and m.start > nouns[0].start - 40]
        targets = [m for m in view.mentions if view.preposition(m) in ("to", "reached")]
        if not sources or not targets:
            return []
        senders = self.listed_from(view, sources[0], view.mentions)
        recipients = self.zone(view, targets[0].start, sources[0])
        if not self.slugs(view, senders) and LEADERS.search(view.text):
            self.open_recipient = next(iter(self.slugs(view, recipients)), None)
        return self.crossed(view, senders, recipients)

    def received(self, view: SentenceView, verbs: list[Token], nouns: list[Token]) -> list[Pair]:
        """Return the pairs of "X received a message from Y", "X was congratulated by Y", "it was sent by Y to X"."""
        for verb in verbs:
            passive = bool(PASSIVE.search(view.before(verb.start, 24)))
            if not (verb.value == "receive" and nouns) and not (
                passive and verb.value in ("congratulate", "send", "extend")
            ):
                continue
            agents = self.standing_after(
                view, ("from", "by", "including", "among"), verb.end if passive else view.start
            )
            sources, takers = (
                [m for m in agents if view.preposition(m) != "by"],
                [m for m in agents if view.preposition(m) == "by"],
            )
            if verb.value == "receive" and takers and sources:  # "received by X from Y"
                return self.crossed(view, self.listed_from(view, sources[0], view.mentions), takers[:1])
            subjects = self.subjects(view, verb.start)
            to = self.standing_after(view, ("to",), view.start) if verb.value != "congratulate" else []
            targets = self.zone(view, to[0].start, None) if to and (passive or not subjects) else subjects
            pairs = self.crossed(view, self.agents_listed(view, agents), targets) if agents else []
            if pairs:
                return pairs
            self.leave_open(view, passive, agents, targets)
        return []

    def leave_open(self, view: SentenceView, passive: bool, agents: list[Mention], targets: list[Mention]) -> None:
        """Keep who has been written to by leaders yet to be named, or pair the one known to write to leaders."""
        named = self.slugs(view, targets)
        if named and (LEADERS.search(view.text) or passive):
            self.open_recipient = named[0]

    def sent(self, view: SentenceView, verbs: list[Token], nouns: list[Token]) -> list[Pair]:
        """Return the pairs of "X sent a message to Y", "X congratulated Y", "writing to Y, X said"."""
        found: list[Pair] = []
        end = view.start
        for verb in sorted(verbs, key=lambda v: (v.start, -v.end)):
            if verb.start < end or (found and not any(m.slug and end <= m.start < verb.start for m in view.mentions)):
                continue  # a second sending in the sentence has a subject of its own: "..., and Putin sent ..."
            pairs = self.sent_by(view, verb, nouns)
            if pairs:
                found += pairs
                end = verb.end
        return found

    def sent_by(self, view: SentenceView, verb: Token, nouns: list[Token]) -> list[Pair]:
        """Return the pairs that one verb of sending tells of."""
        word = view.body[verb.start : verb.end].lower()
        if (
            verb.value == "receive"
            or PASSIVE.search(view.before(verb.start, 24))
            or (
                verb.value not in ("congratulate", "wish")
                and not nouns
                and word not in WRITING
                and not word.startswith("condol")
            )
        ):
            return []
        if verb.value == "wish" and not (nouns or HOLIDAY_WISH.search(view.text)):
            return []
        targets = self.targets(view, verb, word, nouns)
        subjects = self.subjects(view, verb.start)
        if not subjects and (word.endswith("ing") or " " in word):
            subjects = self.subject_after(view, targets[-1].end if targets else verb.end)
        senders = self.slugs(view, subjects)
        if word in ("went to", "goes to", "went out to"):  # the messages are the subject
            senders = [self.open_sender] if self.open_sender else self.senders_before(view)
        if not senders and self.senders_before(view) and verb.start - view.start < 40 and not view.named():
            senders = self.senders_before(view)
        if targets and targets[0].kind == "counterpart" and targets[0].plural:
            each = ((sender, self.counterpart(view, targets[0], [sender])) for sender in senders)
            return [(sender, other) for sender, other in each if other]
        recipients = self.slugs(view, targets, senders)
        if senders and recipients:
            return self.paired(view, senders, recipients)
        if senders and LEADERS.search(view.text, verb.end - view.start):
            self.open_sender = senders[0]
        return []

    def targets(self, view: SentenceView, verb: Token, word: str, nouns: list[Token]) -> list[Mention]:
        """Return to whom a verb's message goes: the object of congratulating, whoever stands after "to"."""
        following = [m for m in view.mentions if m.start >= verb.end]
        if verb.value in ("congratulate", "wish") or word.startswith("condol") or word in ("addressing",):
            return self.zone(view, verb.end, None) if following and following[0].start - verb.end <= 160 else []
        direct = (
            following[0]
            if following and following[0].start - verb.end <= 8 and verb.value in ("send", "thank", "extend")
            else None
        )
        if direct and not (
            direct.kind == "he"
            and view.body[direct.start : direct.end].lower() in ("his", "her", *SUBJECT_PRONOUNS)
            and re.match(r"\s+\w", view.body[direct.end : direct.end + 2])
            and not self.is_object(view, direct)
        ):
            return self.zone(view, direct.start, None)
        for mention in following:
            if view.preposition(mention) in ("to", "including", "among", "with") and (verb.value != "thank"):
                return self.zone(view, mention.start, None)
        to = re.search(r"\bto\s", view.body[verb.end : view.end])
        if to and nouns and word not in ("to congratulate",):
            return self.zone(view, verb.end + to.end(), None, open_titles=True)
        return []

    def in_a_message(self, view: SentenceView, verbs: list[Token], nouns: list[Token]) -> list[Pair]:
        """Return the pairs of "in a message to Y, X said", "X's letter to Y"."""
        for noun in nouns:
            first = next(
                (m for m in view.mentions if noun.end <= m.start <= noun.end + 90 and view.preposition(m) == "to"), None
            )
            if first is None or re.search(r"[.;:]|\bsaid\b", view.body[noun.end : first.start]):
                continue
            targets = self.zone(view, first.start, None)
            owner = [
                m
                for m in view.mentions
                if m.kind == "name" and 0 <= noun.start - m.end <= 50 and view.body[m.end : m.end + 2] in ("'s", "’s")
            ]
            owner += [
                m for m in view.mentions if m.slug and 0 <= m.start - noun.end <= 8 and view.preposition(m) == "of"
            ]
            others = [
                m
                for m in view.mentions
                if m not in targets and self.is_subject(view, m) and not (m.kind == "title" and not m.slug)
            ]
            before = {sender for sender, _ in self.pairs}
            others.sort(key=lambda m: m.slug not in before)  # who has written before is the likelier to write again
            senders = self.slugs(view, owner[-1:] or others[:1]) or self.slugs(
                view, [m for m in view.mentions if m not in targets and m.kind == "title"][:1]
            )
            if not senders and (self.pairs or self.open_sender):
                senders = [self.open_sender or self.pairs[-1][0]]
            pairs = self.paired(view, senders, self.slugs(view, targets, senders))
            if pairs:
                return pairs
        return []

    def left_open(self, view: SentenceView, verbs: list[Token], nouns: list[Token]) -> list[Pair]:
        """Return the pairs of sentences that name only one side, the other having been told of before."""
        if self.open_recipient:
            senders = self.agents_listed(view, self.standing_after(view, ("from", "by"), view.start))
            usable = nouns or view.text.startswith("From ") or any(v.value == "congratulate" for v in verbs)
            if usable and not senders:
                senders = [m for m in view.mentions if m.slug and self.is_subject(view, m)][:1]
            if usable and senders:
                return self.crossed_slugs(self.slugs(view, senders), [self.open_recipient])
        if self.open_sender and nouns:
            to = next((m for m in view.mentions if view.preposition(m) == "to" and m.slug), None)
            if to:
                return self.crossed_slugs([self.open_sender], self.slugs(view, self.zone(view, to.start, None)))
        return []

"""Messages sent: sender and recipient where a sentence is told from the sender's side."""

import re
from itertools import pairwise

from importers.extract.listings import SUBJECT_PRONOUNS
from importers.extract.participants import LEADERS, PASSIVE, Pair, Participants
from importers.extract.people import Mention
from importers.extract.sentence_view import SentenceView
from importers.lexicon import Token

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
        "cabled",
    )
)
ITS_OBJECT = re.compile(r"^ (?:to (?:(?:the|his|her|their) )?|(?:his|her|their) )$")
NEXT_CLAUSE = re.compile(r"(?:[,;]\s*(?:and|while)?|\bwhile)\s+(?:the\s+)?$")
AMONG_THOSE = re.compile(r"\W*Among (?:those|the \w+|leaders|others) (?:who|to)\b", re.IGNORECASE)
WERE = re.compile(r"\b(?:were|was|are|is)\b")
ASKED_TO = re.compile(r"\bask(?:ed|s|ing) [^,.;]{1,45} to $")
ALSO = re.compile(r"\b(?:also|too|as well|similar|likewise)\b")
FOR = re.compile(r" for (?:the )?", re.IGNORECASE)
HOLIDAY_WISH = re.compile(
    r"\b(?:happy|merry|new year|recover\w*|well again|birthday"
    r"|good health|success|holiday|feast)\b",
    re.IGNORECASE,
)


class MessagesSent(Participants):
    """Finds the pairs of sentences in which somebody sends a message."""

    def sent(self, view: SentenceView, verbs: list[Token], nouns: list[Token]) -> list[Pair]:
        """Return the pairs of "X sent a message to Y", "X congratulated Y", "writing to Y, X said"."""
        found: list[Pair] = []
        end = view.start
        without_verb = self.without_verb(view) if verbs and len(view.mentions) > 2 else []
        taken = {mention.start for pair in without_verb for mention in pair}  # no part in the verbs is theirs
        for verb in sorted(verbs, key=lambda v: (v.start, -v.end)):
            if verb.start < end or (found and not any(m.slug and end <= m.start < verb.start for m in view.mentions)):
                continue  # a second sending in the sentence has a subject of its own: "..., and Putin sent ..."
            pairs = self.sent_by(view, verb, nouns, taken)
            if pairs:
                found += pairs
                end = verb.end
        if found:
            found += [pair for a, b in without_verb for pair in self.crossed(view, [a], [b])]
        return found

    def without_verb(self, view: SentenceView) -> list[tuple[Mention, Mention]]:
        """Return the pairs told without a verb of their own: "..., and Premier Li to Mr Modi", "while Lam his peer"."""
        named = pairwise(m for m in view.mentions if m.kind != "he")
        return [
            (a, b)
            for a, b in named
            if ITS_OBJECT.match(view.body[a.end : b.start]) and NEXT_CLAUSE.search(view.before(a.start, 14))
        ]

    def sent_by(self, view: SentenceView, verb: Token, nouns: list[Token], taken: set[int]) -> list[Pair]:
        """Return the pairs that one verb of sending tells of; who is written to is `taken` as subject of the next."""
        word = view.body[verb.start : verb.end].lower()
        if not self.is_sending(view, verb, word, nouns):
            return []
        targets = [m for m in self.targets(view, verb, word, nouns) if m.start not in taken]
        senders = self.senders(view, verb, word, targets, taken)
        if targets and targets[0].kind == "counterpart" and targets[0].plural:
            each = ((sender, self.counterpart(view, targets[0], [sender])) for sender in senders)
            return [(sender, other) for sender, other in each if other]
        recipients = self.slugs(view, targets, senders) or self.same_recipient(view, verb, nouns, senders)
        if senders and any(target.plural for target in targets):
            self.open_sender = senders[0]  # "the presidents of Tajikistan and Azerbaijan" are yet to be named
        if senders and recipients:
            pairs = self.paired(view, senders, recipients)
            taken |= {m.start for m in targets} if pairs else set()
            return pairs
        if senders and LEADERS.search(view.text, verb.end - view.start):
            self.open_sender = senders[0]
        if recipients and not senders and (LEADERS.search(view.before(verb.start, 80)) or self.untold(view, verb)):
            self.open_recipient = recipients[0]
        return []

    def same_recipient(self, view: SentenceView, verb: Token, nouns: list[Token], senders: list[str]) -> list[str]:
        """Return to whom the last message went where another's went to the same: "Solih also sent a message"."""
        if not (self.pairs and nouns and verb.value in ("send", "extend") and ALSO.search(view.text)):
            return []
        last = self.pairs[-1]
        return [last[1]] if senders and not set(senders) & set(last) else []

    def untold(self, view: SentenceView, verb: Token) -> bool:
        """Return whether the subject is a bare title of somebody yet to be named: "The Head of State sent ..."."""
        subjects = self.subjects(view, verb.start)
        return not self.pairs and len(subjects) == 1 and subjects[0].kind == "title"

    def is_sending(self, view: SentenceView, verb: Token, word: str, nouns: list[Token]) -> bool:
        """Return whether a verb tells that its subject sent a message: by itself, or with a word for one beside it."""
        if verb.value in ("send", "extend") and ASKED_TO.search(view.before(verb.start, 60)):
            return False  # "asked Li to convey his regards"
        if verb.value == "receive" or PASSIVE.search(view.before(verb.start, 24)):
            return False
        if verb.value == "wish":
            return bool(nouns or HOLIDAY_WISH.search(view.text))
        return bool(verb.value == "congratulate" or nouns or word in WRITING or word.startswith("condol"))

    def senders(self, view: SentenceView, verb: Token, word: str, targets: list[Mention], taken: set[int]) -> list[str]:
        """Return whose message a verb of sending tells of: its subject, else who was told to write before."""
        subjects = [m for m in self.subjects(view, verb.start) if m.start not in taken]
        were = AMONG_THOSE.match(view.text) and WERE.search(view.body, verb.end, view.end)
        if were:  # "Among those who congratulated Xi were Putin and Modi"
            subjects = [m for m in view.mentions if m.slug and m.start >= were.end()]
        if not subjects and (word.endswith("ing") or " " in word):
            subjects = self.subject_after(view, targets[-1].end if targets else verb.end)
        if word in ("went to", "goes to", "went out to"):  # the messages are the subject
            return [self.open_sender] if self.open_sender else self.senders_before(view)
        senders = self.slugs(view, subjects)
        if not senders and verb.start - view.start < 40 and not view.named():
            return self.senders_before(view)
        return senders

    def targets(self, view: SentenceView, verb: Token, word: str, nouns: list[Token]) -> list[Mention]:
        """Return to whom a verb's message goes: the object of congratulating, whoever stands after "to"."""
        following = [m for m in view.mentions if m.start >= verb.end]
        if verb.value in ("congratulate", "wish") or word.startswith("condol") or word in ("addressing", "cabled"):
            return self.object_of(view, verb, following)
        if following and verb.value in ("send", "thank", "extend") and self.is_addressed(view, verb, following[0]):
            return self.zone(view, following[0].start, None)
        for mention in following:
            if view.preposition(mention) in ("to", "including", "among", "with") and (verb.value != "thank"):
                return self.zone(view, mention.start, None)
        to = re.search(r"\bto\s", view.body[verb.end : view.end])
        if to and nouns and word not in ("to congratulate",):
            return self.zone(view, verb.end + to.end(), None, open_titles=True)
        return []

    def object_of(self, view: SentenceView, verb: Token, following: list[Mention]) -> list[Mention]:
        """Return whom a verb of greeting greets; of "many leaders, including X and Y" those named."""
        if not following or following[0].start - verb.end > 160:
            return []
        found = self.zone(view, verb.end, None)
        if found and all(m.plural and not m.slug for m in found):
            named = next((m for m in following if m.slug and view.preposition(m) in ("including", "among")), None)
            return self.zone(view, named.start, None) if named else found
        return found

    def addressed_first(self, view: SentenceView, verbs: list[Token], nouns: list[Token]) -> list[Pair]:
        """Return the pairs of "To Tokayev, Putin wrote that ...", in a report of what he has written to others."""
        first = next((m for m in view.mentions if view.preposition(m) == "to"), None)
        if first is None or not view.text.startswith("To ") or first.start - view.start > 12:
            return []
        targets = self.zone(view, first.start, None)
        senders = self.slugs(view, self.subject_after(view, targets[-1].end)) if targets else []
        wrote = {self.open_sender, *(sender for sender, _ in self.pairs)}
        return self.paired(view, senders, self.slugs(view, targets, senders)) if set(senders) & wrote else []

    def is_addressed(self, view: SentenceView, verb: Token, mention: Mention) -> bool:
        """Return whether a mention right after a verb is to whom it sends: "sent Xi", "sent her a", not "sent her"."""
        if mention.start - verb.end > 8:
            return False
        word = view.body[mention.start : mention.end].lower()
        owner = mention.kind == "he" and word in ("his", "her", *SUBJECT_PRONOUNS)
        goes_on = re.match(r"\s+\w", view.body[mention.end : mention.end + 2])
        return not (owner and goes_on and not self.is_object(view, mention))

    def in_a_message(self, view: SentenceView, verbs: list[Token], nouns: list[Token]) -> list[Pair]:
        """Return the pairs of "in a message to Y, X said", "X's letter to Y"."""
        for noun in nouns:
            first = next(
                (
                    m
                    for m in view.mentions
                    if (noun.end <= m.start <= noun.end + 90 and view.preposition(m) == "to")
                    or (noun.end < m.start and FOR.fullmatch(view.body, noun.end, m.start))
                ),
                None,
            )
            if first is None or re.search(r"[.;:]|\bsaid\b", view.body[noun.end : first.start]):
                continue
            targets = self.zone(view, first.start, None)
            subjects = self.other_subjects(view, targets)[:1]
            listed = self.listed_from(view, subjects[0], view.named()) if subjects and subjects[0].slug else subjects
            senders = self.slugs(view, self.owners(view, noun)[-1:] or listed)
            if not senders:
                senders = self.slugs(view, [m for m in view.mentions if m not in targets and m.kind == "title"][:1])
            if not senders and (self.pairs or self.open_sender):
                senders = [self.open_sender or self.pairs[-1][0]]
            pairs = self.paired(view, senders, self.slugs(view, targets, senders))
            if pairs:
                return pairs
        return []

    def owners(self, view: SentenceView, noun: Token) -> list[Mention]:
        """Return whose message the words beside it say it is: "X's letter", "the letter of X"."""
        before = [
            m
            for m in view.mentions
            if m.kind == "name" and 0 <= noun.start - m.end <= 50 and view.body[m.end : m.end + 2] in ("'s", "’s")
        ]
        after = [m for m in view.mentions if m.slug and 0 <= m.start - noun.end <= 8 and view.preposition(m) == "of"]
        return before + after

    def other_subjects(self, view: SentenceView, targets: list[Mention]) -> list[Mention]:
        """Return the subjects of the sentence but for the recipients, those first who have written before."""
        others = [
            m
            for m in view.mentions
            if m not in targets and self.is_subject(view, m) and not (m.kind == "title" and not m.slug)
        ]
        before = {sender for sender, _ in self.pairs}
        return sorted(others, key=lambda m: m.slug not in before)

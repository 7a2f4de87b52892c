"""Correspondence: who wrote to whom, as single sentences tell it."""

import re
from dataclasses import dataclass

from importers.extract.background import COURIER, TALK, is_of_another_time, is_past, is_talk
from importers.extract.clauses import clauses
from importers.extract.messages_received import MessagesReceived
from importers.extract.messages_sent import MessagesSent
from importers.extract.mutual_messages import MutualMessages
from importers.extract.not_sent import told_as_sent
from importers.extract.participants import Pair
from importers.extract.people import People
from importers.extract.sentence_view import SentenceView
from importers.lexicon import Token
from importers.parse.report import ParsedReport

REPLY = re.compile(r"\brepl(?:y|ies|ied)\b|\bwr(?:itten|ote) back\b|\bthank\w*\b.{3,80}\bfor\b", re.IGNORECASE)
HAD_WRITTEN = re.compile(r"\bhad (?:\w+ )?(?:written|sent|congratulated|greeted|conveyed|extended)\b")
OWN = re.compile(r"\b(?:his|her) own (?:\w+ )?(?:message|letter|telegram|cable|greetings|congratulations|wishes)\b")
ANOTHER_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b(?:last|previous) (?:year|month)\b")


@dataclass
class Telling:
    """That messages went from senders to recipients; `goes_on`: one of a row told without a word for the message."""

    pairs: list[Pair]
    goes_on: bool = False


class Correspondence(MutualMessages, MessagesReceived, MessagesSent):
    """Finds who wrote to whom, sentence by sentence, as each is read in the light of those before it."""

    def __init__(self, parsed: ParsedReport, people: People) -> None:
        super().__init__(people)
        self.parsed = parsed
        self.paragraph = -1
        self.tells_of_reply = False
        self.of_another_time: set[int] = set()  # the sentences that tell of earlier messages
        self.opened_by: SentenceView | None = None  # the last to tell of messages to or from leaders yet to be named
        self.talks = bool(parsed.headline and TALK.search(parsed.headline))

    def tell(self, view: SentenceView) -> Telling | None:
        """Return what a sentence tells of messages sent, None where it tells of none; remember whom it names."""
        self.begins_paragraph = view.sentence.paragraph != self.paragraph
        self.paragraph = view.sentence.paragraph
        if self.begins_paragraph:
            self.before.clear()
        open_before = (self.open_sender, self.open_recipient)
        telling = self.telling(view)
        if (self.open_sender, self.open_recipient) != open_before:
            self.opened_by = view
        self.before.append(view)
        for mention in view.named():
            self.remember(mention.slug or "")
        if telling:
            self.tells_of_reply = self.tells_of_reply or REPLY.search(view.text) is not None
            self.pairs += [pair for pair in telling.pairs if pair not in self.pairs]
        return telling

    def telling(self, view: SentenceView) -> Telling | None:
        """Return what a sentence tells of messages sent."""
        if not view.mentions:
            return None
        nouns, mutual, verbs = (view.by_kind.get(kind, []) for kind in ("message", "mutual", "send"))
        is_open = self.open_recipient or self.open_sender
        goes_on = is_open and (
            view.text.startswith(("From ", "According to ", "In the words of ")) or "say" in view.by_kind
        )
        if not nouns and not mutual and not verbs and not goes_on:
            return None
        if is_talk(view, nouns, told_of_talks=self.talks) or is_past(view, self.people.day):
            if nouns and len(view.named()) > 1 and is_of_another_time(view.text, self.people.day):
                self.of_another_time.add(view.index)
            if TALK.search(view.text) and not self.pairs:
                self.talks = True
            return self.answered(view) if self.tells_of_reply else None
        sent = told_as_sent(view, self.parsed)
        if sent is not None:
            pairs = [pair for part in sent for pair in self.pairs_of(part)]
            return Telling(pairs) if pairs else None
        parts = clauses(view, self.parsed)
        if len(parts) > 1:
            told, before = [], list(self.pairs)
            for part in parts:
                told.append(self.pairs_of(part))
                self.pairs += told[-1]  # "...; Li and Philippe did the same"
            self.pairs = before
            if all(told):
                return Telling([pair for pairs in told for pair in pairs])
        pairs = self.pairs_of(view)
        return Telling(pairs, goes_on=not nouns and not verbs) if pairs else None

    def answered(self, view: SentenceView) -> Telling | None:
        """Return the earlier messages that a reply told of answers: "Modi had written to Khan a week before"."""
        if not HAD_WRITTEN.search(view.text) or ANOTHER_YEAR.search(view.text):
            return None
        told = self.pairs_of(view)
        if not told and OWN.search(view.text):  # "Xi had sent his own message a week before"
            senders = self.slugs(view, self.first_subjects(view))
            told = [(b, a) for a, b in self.pairs if senders == [b]]
        pairs = [(a, b) for a, b in told if (b, a) in self.pairs]
        return Telling(pairs) if pairs else None

    def pairs_of(self, view: SentenceView) -> list[Pair]:
        """Return sender and recipient of the messages, exchanged or sent, that a sentence or a clause tells of."""
        nouns, mutual, verbs = (view.by_kind.get(kind, []) for kind in ("message", "mutual", "send"))
        return self.usable(self.mutual_pairs(view, mutual, nouns)) or self.usable(
            self.one_way_pairs(view, verbs, nouns)
        )

    def one_way_pairs(self, view: SentenceView, verbs: list[Token], nouns: list[Token]) -> list[Pair]:
        """Return sender and recipient for each message that a sentence tells was sent."""
        if nouns and COURIER.search(view.text):
            return self.from_and_to(view, verbs, nouns)
        for rule in (
            self.from_and_to,
            self.received,
            self.sent,
            self.addressed_first,
            self.in_a_message,
            self.left_open,
        ):
            pairs = rule(view, verbs, nouns)
            if pairs:
                return pairs
        return []

"""Messages received: sender and recipient where a sentence is told from the recipient's side."""

from importers.extract.participants import LEADERS, PASSIVE, Pair, Participants
from importers.extract.sentence_view import SentenceView
from importers.lexicon import Token


class MessagesReceived(Participants):
    """Finds the pairs of sentences in which a message comes from somebody."""

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
            if (verb.value == "receive" and nouns) or (passive and verb.value in ("congratulate", "send", "extend")):
                pairs = self.received_by(view, verb, passive=passive)
                if pairs:
                    return pairs
        return []

    def received_by(self, view: SentenceView, verb: Token, *, passive: bool) -> list[Pair]:
        """Return the pairs of one verb of receiving; keep who has been written to by leaders yet to be named."""
        agents = self.standing_after(view, ("from", "by", "including", "among"), verb.end if passive else view.start)
        sources = [m for m in agents if view.preposition(m) != "by"]
        takers = [m for m in agents if view.preposition(m) == "by"]
        if verb.value == "receive" and takers and sources:  # "received by X from Y"
            return self.crossed(view, self.listed_from(view, sources[0], view.mentions), takers[:1])
        subjects = self.subjects(view, verb.start)
        to = self.standing_after(view, ("to",), view.start) if verb.value != "congratulate" else []
        targets = self.zone(view, to[0].start, None) if to and (passive or not subjects) else subjects
        pairs = self.crossed(view, self.agents_listed(view, agents), targets) if agents else []
        named = [] if pairs else self.slugs(view, targets)
        if named and (LEADERS.search(view.text) or passive):
            self.open_recipient = named[0]
        return pairs

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

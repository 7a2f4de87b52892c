"""Messages received: sender and recipient where a sentence is told from the recipient's side."""

import re

from importers.extract.attribution_words import ACCORDING, ADVERBS, OWNED, READS_ON, SOURCE_SUBJECT
from importers.extract.background import COURIER, MET
from importers.extract.participants import LEADERS, PASSIVE, Pair, Participants
from importers.extract.people import Mention
from importers.extract.sentence_view import SentenceView
from importers.lexicon import Token

TOLD = re.compile(r"(?:told|assured|reminded|wished|thanked|sent)$", re.IGNORECASE)
SEVERAL = re.compile(r"\b(?:messages|letters|telegrams|cables|greetings|congratulations|condolences)\b", re.IGNORECASE)
IN_WRITING = re.compile(
    r"\b(?:in (?:a|an|his|her)|sent (?:a|an|his|her)?) ?(?:[\w-]+ ){0,3}(?:message|letter|telegram|cable|note|greeting"
    r"|congratulation|condolence|felicitation|sympath)|\bcongratulat",
    re.IGNORECASE,
)
IN_HIS_OWN = re.compile(r"In (?:his|her) (?:own|separate|similar) (?:message|letter|telegram|cable|note)\b")
REPLY_TO = re.compile(
    r"\b(?:repl(?:ied|ies|ying)|respond(?:ed|s|ing)|answer(?:ed|s|ing))\s+(?:to\s+)?(?:(?:a|an|the|his|her)\s+)?"
    r"(?:[\w-]+\s+){0,3}(?:message|letter|telegram|cable|greeting)s?\b",
    re.IGNORECASE,
)
AFTER_QUOTE = re.compile(r"[\"“«].+[\"”»],?\s+(?P<verb>\w+)?\s*(?:the\s+)?$", re.DOTALL)
OF_WHOM = re.compile(r"\b(?:message|letter|telegram|cable) of (?:the )?$")  # "..., the telegram of Tokayev says"
POURED = re.compile(  # "Congratulations poured in for the president-elect": from leaders yet to be named
    r"\b(?:congratulations|condolences|greetings|messages|wishes)\b[^.;]{0,40}"
    r"\b(?:pour(?:ed|ing)?|flood(?:ed|ing)?|flow(?:ed|ing)?) in\b[^.;]{0,30}?\b(?:for|to)\b",
    re.IGNORECASE,
)
IN_TURN = re.compile(r"(?:For (?:his|her) part|On (?:his|her) part|In turn|Likewise|Also),? (?:the )?$")


class MessagesReceived(Participants):
    """Finds the pairs of sentences in which a message comes from somebody."""

    def from_and_to(self, view: SentenceView, verbs: list[Token], nouns: list[Token]) -> list[Pair]:
        """Return the pairs of "a message from X went to Y"."""
        if not nouns:
            return []
        sources = [m for m in view.mentions if view.preposition(m) == "from" and m.start > nouns[0].start - 40]
        targets = [m for m in view.mentions if view.preposition(m) in ("to", "reached")]
        if sources and REPLY_TO.search(view.text):  # "X replied to a letter from Y"
            there = self.crossed(
                view, self.subjects(view, nouns[0].start), self.listed_from(view, sources[0], view.mentions)
            )
            return [*there, *((b, a) for a, b in there)]
        if sources and not targets and COURIER.search(view.text):
            targets = [m for m in view.mentions if MET.search(view.before(m.start, 30))]
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
            if (verb.value == "receive" and nouns) or (
                passive and verb.value in ("congratulate", "send", "extend", "wish")
            ):
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
        if named and (LEADERS.search(view.text) or passive or (not agents and SEVERAL.search(view.text))):
            self.open_recipient = named[0]
        return pairs

    def left_open(self, view: SentenceView, verbs: list[Token], nouns: list[Token]) -> list[Pair]:
        """Return the pairs of sentences that name only one side, the other having been told of before."""
        if self.open_recipient:
            senders = self.agents_listed(view, self.standing_after(view, ("from", "by"), view.start))
            usable = nouns or view.text.startswith("From ") or any(v.value == "congratulate" for v in verbs)
            if usable and not senders:
                senders = [
                    m for m in view.mentions if m.slug and (self.owns(view, m) or OF_WHOM.search(view.before(m.start)))
                ][:1]
            if usable and not senders and (self.pairs or IN_WRITING.search(view.text)):
                senders = self.first_subjects(view)
            if usable and senders:
                return self.crossed_slugs(self.slugs(view, senders), [self.open_recipient])
        elif poured := POURED.search(view.text):
            self.open_recipient = next((m.slug for m in view.mentions if m.start - view.start >= poured.end()), None)
        if nouns and self.pairs and (others := self.another_sender(view)):
            return self.crossed_slugs(others, [self.pairs[-1][1]])
        if self.open_sender and (told := self.told_by_nobody(view)):
            return self.crossed_slugs([self.open_sender], told)
        if self.open_recipient and (sender := self.next_sender(view)):
            return [(sender, self.open_recipient)]
        if self.open_sender and (recipients := self.next_recipients(view)):
            return self.crossed_slugs([self.open_sender], recipients)
        if self.open_sender and nouns:
            to = next((m for m in view.mentions if view.preposition(m) == "to" and m.slug), None)
            if to:
                return self.crossed_slugs([self.open_sender], self.slugs(view, self.zone(view, to.start, None)))
        return []

    def another_sender(self, view: SentenceView) -> list[str]:
        """Return who is told to have written to the same as those before: "In her own letter, Merkel ..."."""
        own = IN_HIS_OWN.match(view.text)
        senders = self.slugs(view, self.subject_after(view, view.start + own.end())) if own else []
        return [] if set(senders) & set(self.pairs[-1]) else senders

    def told_by_nobody(self, view: SentenceView) -> list[str]:
        """Return who is told, wished or sent something in the passive: "Ramaphosa was assured that ..."."""
        told: list[str] = []
        for verb in [*view.by_kind.get("say", ()), *view.by_kind.get("send", ())]:
            word = view.body[verb.start : verb.end].lower()
            passive = PASSIVE.search(view.before(verb.start, 24)) and TOLD.match(word)
            if passive or word in ("was sent", "were sent"):
                told += [slug for slug in self.slugs(view, self.subjects(view, verb.start)) if slug not in told]
        return told

    def owns(self, view: SentenceView, mention: Mention) -> bool:
        """Return whether a sentence tells of somebody's message, at its beginning or in "..., Xi's letter reads"."""
        owned = OWNED.match(view.body[mention.end : mention.end + 60])
        if owned is None or SOURCE_SUBJECT.match(view.text):
            return False
        return mention.start - view.start < 40 or READS_ON.match(view.body, mention.end + owned.end()) is not None

    def first_subjects(self, view: SentenceView) -> list[Mention]:
        """Return the first subject of a sentence with all that are listed with it."""
        first = next((m for m in view.mentions if m.slug and self.is_subject(view, m)), None)
        return self.listed_from(view, first, view.named()) if first and not SOURCE_SUBJECT.match(view.text) else []

    def next_sender(self, view: SentenceView) -> str | None:
        """Return the leader with whose words the report goes on to tell what was written to one: "Xi said that ...".

        Only at the beginning of a paragraph, after messages to the same or none, and from another country.
        """
        if not self.begins_paragraph or (self.pairs and self.pairs[-1][1] != self.open_recipient):
            return None
        first = next((m for m in view.mentions if m.slug and m.kind == "name"), None)
        if not first or not self.opens_with_words_of(view, first):
            return None
        here, there = self.people.persons[first.slug or ""], self.people.persons[self.open_recipient or ""]
        return here.slug if here.roles and here.country != there.country else None

    def opens_with_words_of(self, view: SentenceView, first: Mention) -> bool:
        """Return whether a sentence begins with who says what it tells: "Xi said", "According to Xi, ..."."""
        if ACCORDING.fullmatch(view.before(first.start, 40).removeprefix("As ").strip() + " "):
            return True
        opening = view.body[view.start : first.start]
        says = view.by_kind.get("say", ())
        quoted = AFTER_QUOTE.match(opening)
        if quoted and quoted["verb"]:
            return any(token.end == view.start + quoted.end("verb") for token in says)
        verb = next((token for token in says if token.start >= first.end), None)
        begins = len(opening) <= 4 or IN_TURN.match(opening) or quoted
        if not verb or not begins or not self.is_subject(view, first):
            return False
        return ADVERBS.match(view.body[first.end : verb.start]) is not None

    def next_recipients(self, view: SentenceView) -> list[str]:
        """Return to whom the report goes on to tell that the same leader wrote: "He told Xi that ..."."""
        if not (self.begins_paragraph and self.pairs and self.pairs[-1][0] == self.open_sender):
            return []
        for verb in view.by_kind.get("say", ()):
            addressed = next((m for m in view.mentions if 0 < m.start - verb.end <= 5 and m.kind != "he"), None)
            if addressed and TOLD.match(view.body, verb.start, verb.end):
                senders = self.slugs(view, self.subjects(view, verb.start))
                return self.slugs(view, [addressed], senders) if senders == [self.open_sender] else []
        return []

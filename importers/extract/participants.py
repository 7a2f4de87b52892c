"""Participants: who takes which part in a sentence that tells of messages, in the light of the sentences before it."""

import re

from importers.extract.listings import SUBJECT_PRONOUNS, Listings
from importers.extract.people import Mention, People
from importers.extract.sentence_view import SentenceView

RESPECTIVELY = re.compile(r"\brespective(?:ly)?\b", re.IGNORECASE)
LEADERS = re.compile(
    r"\b(?:leaders?|heads? of (?:foreign )?(?:state|government"
    r"|states)|counterparts|presidents|colleagues|world|kings)\b",
    re.IGNORECASE,
)
SPOKESMEN = frozenset(("spokesperson", "spokesman", "spokeswoman", "ambassador", "minister"))
PASSIVE = re.compile(r"\b(?:was|were|been|be|being)\s+(?:\w+ly\s+|also\s+)?$", re.IGNORECASE)
Pair = tuple[str, str]

# "In a letter to his Ukrainian counterpart, President Duda stressed": who stands behind is the one who writes.
IN_LETTER_TO = re.compile(r"\W*In (?:a|an|his|her) (?:[\w-]+ ){0,3}to (?:(?:his|her) )?$")


class Participants(Listings):
    """Works out whom the words of a sentence mean as senders and recipients."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.recent: list[str] = []  # people in the order of their last mention
        self.pairs: list[Pair] = []  # who writes to whom, in the order told
        self.begins_paragraph = True  # whether the sentence looked at is the first of its paragraph
        self.before: list[SentenceView] = []  # the sentences before in the same paragraph
        self.open_sender: str | None = None  # who is known to have written to leaders yet to be named
        self.open_recipient: str | None = None  # to whom leaders yet to be named have written

    def remember(self, slug: str) -> None:
        """Make somebody the person mentioned last."""
        if slug in self.recent:
            self.recent.remove(slug)
        self.recent.append(slug)

    def can_write(self, slug: str) -> bool:
        """Return whether somebody is a leader."""
        person = self.people.persons.get(slug)
        if person is None or not person.provisional:
            return person is not None
        called = self.people.called.get(slug, set())
        return bool(person.roles) and not (called and called <= SPOKESMEN)

    def usable(self, pairs: list[Pair]) -> list[Pair]:
        """Return the pairs whose both sides are leaders: known as such, or met with an office."""
        return [(a, b) for a, b in dict.fromkeys(pairs) if a != b and self.can_write(a) and self.can_write(b)]

    def senders_before(self, view: SentenceView) -> list[str]:
        """Return who was named last before the sentence, for a subject that is a pronoun or left out."""
        if self.pairs:
            return [self.pairs[-1][0]]
        return self.recent[-1:]

    def slugs(self, view: SentenceView, mentions: list[Mention], others: list[str] | None = None) -> list[str]:
        """Return who the mentions mean, pronouns and counterparts worked out from what was told before."""
        found: list[str] = []
        named = {mention.slug for mention in mentions if mention.slug}
        for mention in mentions:
            slug = mention.slug or self.worked_out(view, mention, [*(others or []), *found])
            if slug in named and not mention.slug and mention.kind == "title":
                slug = self.of_home(mention)  # "The King and Emperor Naruhito": who is named beside is somebody else
            if slug and slug not in found:
                found.append(slug)
        return found

    def worked_out(self, view: SentenceView, mention: Mention, others: list[str]) -> str | None:
        """Return who is meant by "he", "the president" or "his Russian counterpart"."""
        if mention.kind == "counterpart" and mention.country:
            return self.counterpart(view, mention, others)
        if mention.kind == "title" and not mention.country and not mention.plural:
            order = [sender for sender, _ in reversed(self.pairs)] + self.recent[::-1]
            if others:  # whoever they write to has mostly been written to before
                written_to = [recipient for _, recipient in reversed(self.pairs)]
                order = [*([self.open_recipient] if self.open_recipient else []), *written_to, *order]
            if (
                self.open_recipient
                and view.by_kind.get("send")
                and any(verb.value == "receive" for verb in view.by_kind["send"])
            ):
                order.insert(0, self.open_recipient)  # "The President also received cables from ..."
            possible = [slug for slug in order if slug not in others]
            told_of = possible if self.pairs else ()
            return self.people.meant_by_title(mention, possible, told_of) or self.of_home(mention)
        if mention.kind == "he":
            named = [m.slug for m in view.named() if m.start < mention.start and m.slug not in others]
            if named and others:
                return named[-1]
            possible = [slug for slug in self.order_of_pronoun(view, mention, others) if slug not in others]
            genders = (None, mention.gender)
            return next((slug for slug in possible if self.people.persons[slug].gender in genders), None)
        return None

    def order_of_pronoun(self, view: SentenceView, mention: Mention, others: list[str]) -> list[str]:
        """Return whom a pronoun may mean, the likeliest first: subjects of this sentence and the last, then others."""
        order: list[str | None] = [None if others else self.open_sender, *reversed(self.recent)]
        if view.body[mention.start : mention.end].lower() in SUBJECT_PRONOUNS:
            here = [m.slug for m in view.named() if m.end < mention.start and self.is_subject(view, m)]
            order = [*here[:1], self.subject_before(), *(sender for sender, _ in self.pairs[-1:]), *order]
        return [slug for slug in order if slug]

    def subject_before(self) -> str | None:
        """Return the subject of the sentences before in the paragraph, the last that was named."""
        return next((slug for view in reversed(self.before) if (slug := self.subject_of(view))), None)

    def subject_of(self, view: SentenceView) -> str | None:
        """Return the first person named as the subject of the sentence: before any verb of writing or saying."""
        verbs = [*view.by_kind.get("send", ())[:1], *view.by_kind.get("say", ())[:1]]
        first = next((m for m in view.named() if self.is_subject(view, m)), None)
        after = first and any(verb.end <= first.start for verb in verbs)
        return None if first is None or after else first.slug

    def of_home(self, mention: Mention) -> str | None:
        """Return whom a bare title means where the report has named nobody so: who holds the office in its country."""
        text = self.people.text
        named = "leader" not in text[mention.start : mention.end].lower() and not text.startswith(" of ", mention.end)
        return self.people.by_title(self.people.home, mention.roles) if named else None

    def counterpart(self, view: SentenceView, mention: Mention, others: list[str]) -> str | None:
        """Return who holds in the other country the office that the one spoken of holds in theirs."""
        before = [m.slug for m in view.named() if m.slug and m.start < mention.start]
        if IN_LETTER_TO.match(view.before(mention.start, mention.start - view.start)):
            before = [m.slug for m in view.named() if m.slug and m.start > mention.end][:1]
        subject = next(iter(others or before or self.recent[-1:]), None)
        person = self.people.persons.get(subject or "")
        roles = [r for r in person.roles if r != "party_leader"] if person else []
        slugs = (self.people.by_title(mention.country, [role]) for role in roles or ["head_of_state"])
        return next((slug for slug in slugs if slug and slug != subject), None)

    def crossed(self, view: SentenceView, senders: list[Mention], recipients: list[Mention]) -> list[Pair]:
        """Return each sender with each recipient, or one with one where the sentence says "respectively"."""
        sources = self.slugs(view, senders)
        return self.paired(view, sources, self.slugs(view, recipients, sources))

    def paired(self, view: SentenceView, senders: list[str], recipients: list[str]) -> list[Pair]:
        """Return each sender with each recipient, or one with one where the sentence says "respectively"."""
        targets = [slug for slug in recipients if slug not in senders]
        if RESPECTIVELY.search(view.text) and len(senders) == len(targets) > 1:
            return list(zip(senders, targets, strict=True))
        return self.crossed_slugs(senders, targets)

    def crossed_slugs(self, senders: list[str], recipients: list[str]) -> list[Pair]:
        """Return each sender with each recipient."""
        return [(a, b) for a in senders for b in recipients if a != b]

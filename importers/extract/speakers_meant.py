"""Speakers meant: who is the subject of a verb of saying, be it a pronoun or a bare title."""

from dataclasses import dataclass, field

from importers.extract.attribution_words import APART, OWNED, SAID_AFTER, TOGETHER
from importers.extract.people import Mention, People
from importers.extract.sentence_view import SentenceView
from importers.lexicon import Token

JOINT = "(joint)"  # several speak as one


@dataclass
class State:
    """What the sentences so far have settled."""

    speaker: str | None = None
    sender: str | None = None
    recent: list[str] = field(default_factory=list)
    group: list[int] = field(default_factory=list)
    paragraph: int = -1
    flowing: bool = False
    writing: list[str] = field(default_factory=list)  # who the sentence looked at tells has written
    subject: str | None = None  # of the last sentence, if that told nobody's words
    outsider: bool = False  # whether the paragraph's last sentence was about somebody who writes to nobody here
    another: bool = False  # whether somebody who is no leader spoke last
    by_message: bool = False  # whether the last sentence told what a message says


class SpeakersMeant:
    """Works out who is meant to speak; `state` is what the sentences so far have settled."""

    def __init__(self, people: People, parties: set[str]) -> None:
        self.people = people
        self.parties = parties
        self.state = State()

    def can_be_subject(self, view: SentenceView, mention: Mention) -> bool:
        """Return whether a mention can be the subject of a verb: no object pronoun, nothing after "to" or "with"."""
        if mention.kind == "he":
            return view.body[mention.start : mention.end].lower() in ("he", "she")
        return view.preposition(mention) not in ("to", "with", "from", "of", "for", "between", "by")

    def is_joint(self, view: SentenceView, mention: Mention) -> bool:
        """Return whether the subject is several people: "both leaders", "Xi and Putin"."""
        if mention.plural:
            return True
        previous = next(
            (m for m in reversed(view.mentions) if m.start < mention.start and m.kind in ("name", "title")), None
        )
        return bool(
            previous
            and (previous.slug is None or previous.slug != mention.slug)
            and TOGETHER.match(view.body[previous.end : mention.start])
            and self.can_be_subject(view, previous)
        )

    def first_subject(self, view: SentenceView, token: Token) -> str | None:
        """Return the first subject of the sentence, for a verb that has none of its own: "..., adding that"."""
        subjects = [m for m in view.mentions if m.start < token.start and self.can_be_subject(view, m)]
        if not subjects:
            return None
        second = subjects[1] if len(subjects) > 1 else None
        if subjects[0].plural or (second and TOGETHER.match(view.body[subjects[0].end : second.start])):
            return JOINT
        return self.resolve(view, subjects[0])

    def resolve(self, view: SentenceView, mention: Mention) -> str | None:
        """Return who is meant, pronouns and bare titles by who was named before, in the sentence or in the report."""
        if mention.slug:
            return mention.slug
        if mention.plural or mention.kind not in ("he", "title"):
            return None
        state = self.state
        named = [m for m in view.named() if m.slug in self.parties and not m.plural]
        quoted = self.is_quoted_before(view, mention)
        subjects = [
            m.slug
            for m in named
            if m.end <= mention.start and (self.owns_message(view, m) or (self.can_be_subject(view, m) and not quoted))
        ]
        order = [
            *subjects[-1:],
            state.subject if mention.kind == "he" else None,
            state.speaker,
            *state.writing[:1],
            state.sender,
            *reversed(state.recent),
        ]
        objects = {m.slug for m in named if m.start > mention.end and not APART.search(view.body, mention.end, m.start)}
        if quoted:  # whom the words before name is somebody else: '"My friend Kishida was here," he wrote'
            objects |= {m.slug for m in named if m.end <= mention.start and m.slug not in state.writing}
            if state.another:
                return None
        if mention.kind == "he" and not subjects and state.outsider and not state.writing:
            return None
        others = objects - set(subjects[-1:])  # "He congratulated Nazarbayev": he is somebody else
        order += sorted(self.parties)
        possible = [slug for slug in order if slug in self.parties and slug not in others]
        if mention.kind == "he":
            fitting = (slug for slug in possible if self.people.persons[slug].gender in (None, mention.gender))
            return next(fitting, None)
        return self.people.meant_by_title(mention, possible, (*subjects[-1:], state.speaker, state.sender))

    def is_quoted_before(self, view: SentenceView, mention: Mention) -> bool:
        """Return whether what is said stands before a pronoun: "..., he said"."""
        return (
            mention.kind == "he"
            and mention.start - view.start > 25
            and SAID_AFTER.search(view.before(mention.start, 4)) is not None
        )

    def owns_message(self, view: SentenceView, mention: Mention) -> bool:
        """Return whether somebody is named as whose message it is: "in Key's message"."""
        return bool(OWNED.match(view.body[mention.end : mention.end + 60]))

    def note(self, slug: str) -> None:
        """Make somebody the person mentioned last."""
        if slug in self.state.recent:
            self.state.recent.remove(slug)
        self.state.recent.append(slug)

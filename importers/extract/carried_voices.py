"""Carried voices: whose words a sentence tells that names no speaker, and to which messages words belong."""

import re
from dataclasses import dataclass

from importers.extract.attribution import Attributions
from importers.extract.attribution_words import SOURCE_SUBJECT
from importers.extract.people import People
from importers.extract.sentence_view import SentenceView
from importers.extract.told import Told
from importers.parse.dates import A_MONTH, A_WEEKDAY

FIRST_PERSON = re.compile(r"(?:^|[\s\"“(,])(?:I|my|My|we|We|our|Our|me|us)\b(?!\.)(?! told)")
JOINT_VOICE = re.compile(
    r"^[\"“]?(?:(?:the )?(?:two|both) (?:sides|countries"
    r"|nations|states|peoples|parties|economies|neighbou?rs"
    r"|governments|leaders|presidents|heads)\b|both\b|it is (?:believed"
    r"|hoped|expected|his|her)|they (?:have|had|also|should"
    r"|will|would|must|need|are|were)\b|this (?:is|was|has"
    r"|will|year|serves|meets|fully|undoubtedly)|that should"
    r"|these\b|together\b|such\b|over the (?:past|last)"
    r"|in recent years|since\b|for (?:this|more than)|under\b"
    r"|next year|in the (?:new|coming|past)|guided by|no matter"
    r"|history\b|looking)",
    re.IGNORECASE,
)
VOLITION = re.compile(
    r"\b(?:should|will|must|need|shall|ready|willing|hopes?|believes?|stands?|wants?|looks? forward|attaches|supports?"
    r"|continue|jointly|always|firmly|ought|would)\b",
    re.IGNORECASE,
)
BACKGROUND = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d+(?:\.\d+)? ?(?:percent|per cent|%|billion|million)"
    r"|\b(?:last|earlier) (?:met|month|week|year|this)|\bmet (?:in|on|at|last)\b"
    rf"|\b{A_WEEKDAY}\b|\b(?:is|are) (?:expected|due|set|scheduled) to\b"
    rf"|\b(?:had (?:\w+ )?(?:in|last)|last) (?:{A_MONTH})\b"
    r"|\bsince (?:their|the) (?:\w+ )?(?:summit|meeting|talks|visit)\b"
    r"|\bago\b|\btrading partner|\baccording to\b|\bis to (?:pay|visit|hold|attend)\b|\bsanctions\b"
)
DEAR = re.compile(
    r"^[\"“]?(?:my |our )?(?:dear|respected comrade|comrade)\b"
    r"|^[\"“]?(?:your |his )?excellenc|^(?:esteemed|respected) ",
    re.IGNORECASE,
)
CLOSES = re.compile(r"[\"”](?:\s*[.,!?])?\s*$|[.!?,][\"”](?!\w)")
OPENED = re.compile(r"^\s*[\"“'‘]")
HAD = re.compile(r" had (?!(?:a |an |the |great |full ))")


@dataclass
class Voice:
    """Whose words a sentence tells."""

    speaker: str | None = None
    exchanges: tuple[int, ...] = ()
    mode: str = "narrated"
    joint: bool = False


class CarriedVoices(Attributions):
    """Carries a speaker on over the sentences that name none."""

    def __init__(self, people: People, told: Told, views: list[SentenceView]) -> None:
        super().__init__(people, {slug for exchange in told.exchanges for slug in exchange.leaders})
        self.told = told
        self.views = views

    def carried_voice(self, view: SentenceView, new_paragraph: bool) -> Voice:
        """Return the voice of a sentence that names no speaker."""
        state = self.state
        speaker = state.speaker or state.sender
        if DEAR.match(view.text) and (signatory := self.signatory(view) or speaker):
            state.flowing, state.speaker = True, signatory
            return self.spoken(view, signatory)
        if speaker is None or not self.exchanges_of(speaker, view):
            return Voice()
        if speaker == state.speaker and self.tells_of_speaker(view, speaker):
            return Voice()
        opened = bool(OPENED.match(view.text))
        quoted = view.sentence.opens_quoted or opened
        if quoted or FIRST_PERSON.search(view.text) or state.flowing:
            state.flowing = (state.flowing or (opened and state.speaker is None)) and not CLOSES.search(view.text)
            return self.spoken(view, state.speaker or speaker)
        if state.speaker is None or SOURCE_SUBJECT.match(view.text):
            if not new_paragraph:
                state.speaker = None
            return Voice()
        if not new_paragraph or self.goes_on(view):
            return self.spoken(view, state.speaker)
        state.speaker = None
        return Voice()

    def tells_of_speaker(self, view: SentenceView, speaker: str) -> bool:
        """Return whether a sentence tells what the speaker had done before: "Xi had been his guest a month earlier"."""
        first = next((m for m in view.mentions if m.kind == "name"), None)
        return (
            first is not None
            and first.slug == speaker
            and first.start - view.start < 6
            and HAD.match(view.body, first.end) is not None
        )

    def signatory(self, view: SentenceView) -> str | None:
        """Return whose name stands as a line of its own below a letter that begins here."""
        for later in self.views[view.index + 1 : view.index + 40]:
            if DEAR.match(later.text):
                return None
            named = later.named()
            if (
                len(named) == 1
                and len(later.text) <= named[0].end - named[0].start + 3
                and named[0].slug in self.parties
            ):
                return named[0].slug
        return None

    def goes_on(self, view: SentenceView) -> bool:
        """Return whether a paragraph without a speaker goes on with the words of the last.

        It does where it speaks for both sides, or for a country, of what they want; what has happened, with figures,
        years and days, is the journalist's background.
        """
        if BACKGROUND.search(view.text):
            return False
        if JOINT_VOICE.match(view.text):
            return True
        begins_with_country = any(t.start - view.start <= 4 for t in view.by_kind.get("country", []))
        return begins_with_country and bool(VOLITION.search(view.text[:160]))

    def spoken(self, view: SentenceView, speaker: str) -> Voice:
        """Return the voice of a speaker, in the exchanges that the sentence belongs to."""
        direct = (
            view.sentence.opens_quoted
            or view.sentence.closes_quoted
            or '"' in view.text
            or "“" in view.text
            or bool(FIRST_PERSON.search(view.text))
            or self.state.flowing
        )
        self.note(speaker)
        return Voice(speaker, self.exchanges_of(speaker, view), "direct" if direct else "indirect")

    def exchanges_of(self, speaker: str, view: SentenceView) -> tuple[int, ...]:
        """Return the exchanges in which the speaker's words stand: those told of last, of those the recipient's."""
        written = {
            number: recipient
            for number, exchange in enumerate(self.told.exchanges)
            for sender, recipient in exchange.messages
            if sender == speaker
        }
        if len(written) <= 1:
            return tuple(written)
        named = {m.slug for m in view.named()}
        meant = [number for number, recipient in written.items() if recipient in named]
        if meant:
            self.state.group = meant
            return tuple(meant)
        current = [number for number in written if number in self.state.group]
        if current:
            return tuple(current)
        latest = max(
            (i, numbers)
            for i, numbers in self.told.first_told.items()
            if i <= view.index or i == min(self.told.first_told)
        )
        return tuple(number for number in written if number in latest[1]) or (max(written),)

"""Speakers: whose words each sentence tells, and of which messages."""

import re

from importers.extract.attribution import MESSAGE, SOURCE, Attribution
from importers.extract.attribution_words import SOURCE_SUBJECT
from importers.extract.carried_voices import CarriedVoices, Voice
from importers.extract.people import People
from importers.extract.sentence_view import SentenceView
from importers.extract.speakers_meant import JOINT
from importers.extract.told import IN_MESSAGE, Told

GOOD_WISHES = re.compile(
    r"\bgriev(?:ed|es)\b|\b(?:deep|deepest|sincere|heartfelt"
    r"|profound)(?: and \w+)? (?:condolences|sympath|sorrow)"
    r"|\bwish(?:ed|es|ing)?\b.{0,120}\b(?:recover|health|success"
    r"|happiness|prosper|progress|well-being)|\b(?:laid|lays"
    r"|place[ds]?|put|puts) (?:an |great |special )?(?:emphasis"
    r"|stress|weight)|\bmourn(?:ed|ing|s)\b",
    re.IGNORECASE | re.DOTALL,
)
READS = re.compile(
    r"\b(?:reads?|said|says|stated|wrote|continues?|goes on"
    r"|went on)\b[^.]{0,40}:\s*[\"“]?|:\s*[\"“]|\breproduced below\b"
    r"|\bfull text\b|\bfollows\s*[:.]",
    re.IGNORECASE,
)
HAD_SENT = re.compile(r"\bhad (?:\w+ )?(?:sent|written|dispatched)\b(?!.*\bwish)")
THANKED = re.compile(r"\bthank(?:ed|s)\b")
THANKS = re.compile(
    r"\b(?:in (?:his|her|the|a) (?:\w+ ){0,2}(?:message|reply|answer"
    r"|letter|telegram|cable|response|note)|thank(?:ed|s|ing) .{0,60}(?:congratulat"
    r"|message|greeting|letter|wish)|for (?:his|her) part"
    r"|in return|in turn|on (?:his|her) part|replied|wrote)\b",
    re.IGNORECASE,
)


def begins_to_read(sentence: str) -> bool:
    """Return whether a sentence announces the words of a message: "The message reads:", "The full text follows."."""
    if ":" not in sentence and not any(word in sentence for word in ("below", "text", "follows")):
        return False  # a cheap question, as most do not
    return READS.search(sentence) is not None


class Speakers(CarriedVoices):
    """Goes through the sentences in their order and gives each its voice."""

    def __init__(self, people: People, told: Told, views: list[SentenceView]) -> None:
        super().__init__(people, told, views)
        self.thankful: set[str] = set()  # who is told to have thanked another of the correspondents

    def voices(self) -> list[Voice]:
        """Return the voice of each sentence."""
        attributions: list[Attribution | None] = []
        found: list[Voice] = []
        for view in self.views:  # one by one: whom "he" means hangs on the voices before
            self.state.writing = [sender for sender, _ in self.told.pairs.get(view.index, ())]
            attributions.append(self.attribution(view))
            self.note_thanks(view, attributions[-1])
            self.state.by_message = self.is_by_message(view, attributions[-1])
            found.append(self.voice(view, attributions[-1]))
        self.hand_back(attributions, found)
        return found

    def is_by_message(self, view: SentenceView, told: Attribution | None) -> bool:
        """Return whether a sentence tells what a message says, so that "It also said" is the message."""
        if told is None or not any(
            later.text.startswith("It ") for later in self.views[view.index + 1 : view.index + 2]
        ):
            return False
        return told.speaker == MESSAGE or (told.speaker in self.parties and IN_MESSAGE.search(view.text) is not None)

    def note_thanks(self, view: SentenceView, attribution: Attribution | None) -> None:
        """Keep who thanks another of the correspondents by name: what they say further answers a message."""
        if (
            attribution
            and attribution.speaker in self.parties
            and "talk" not in view.by_kind
            and THANKED.search(view.text)
        ):
            others = {m.slug for m in view.named() if m.slug in self.parties} - {attribution.speaker}
            self.thankful |= {attribution.speaker} if others else set()

    def voice(self, view: SentenceView, attribution: Attribution | None) -> Voice:
        """Return the voice of a sentence, and keep what it settles for the next."""
        state, first, letter = self.state, self.told.first_told.get(view.index), self.told.letter
        if letter and letter.start <= view.start < letter.end:
            state.flowing = True
            return self.spoken(view, letter.signatory)
        if view.index in self.told.of_another_time:
            attribution = Attribution(SOURCE, view.start, False, False)
        new_paragraph = view.sentence.paragraph != state.paragraph or (
            view.start > 0 and not view.body[view.start - 1].isspace()
        )  # sentences that a saved page glued together stood in paragraphs of their own
        state.paragraph = view.sentence.paragraph
        is_of_outsider = attribution is None and self.is_of_outsider(view)
        subject = view.mentions[0].slug if attribution is None and view.mentions else None
        state.subject = subject if subject in self.parties else None
        state.outsider = is_of_outsider or (state.outsider and not new_paragraph and not view.named())
        if first is not None:
            return self.telling_voice(view, attribution, first)
        voice = self.told_voice(view, attribution, new_paragraph)
        for mention in view.named():
            self.note(mention.slug or "")
        return voice

    def is_of_outsider(self, view: SentenceView) -> bool:
        """Return whether the subject of a sentence is somebody named who writes to nobody in this report."""
        first = next(iter(view.mentions), None)
        return first is not None and first.slug is not None and first.slug not in self.parties

    def telling_voice(self, view: SentenceView, attribution: Attribution | None, first: list[int]) -> Voice:
        """Return the voice of a sentence that first tells of messages: the journalist's, unless somebody says more."""
        state = self.state
        state.group, state.flowing = list(first), False
        senders = {sender for sender, _ in self.told.pairs[view.index]}
        for mention in view.named():
            self.note(mention.slug or "")
        state.sender = next(iter(senders)) if len(senders) == 1 else None
        state.speaker = None
        only_thanks = "message" not in view.by_kind and THANKED.search(
            view.text
        )  # a row of letters, each told by its words
        says_more = attribution and (attribution.strong or only_thanks or GOOD_WISHES.search(view.text))
        speaker = attribution.speaker if attribution else None
        if speaker == MESSAGE:
            speaker = state.sender
        if speaker in senders and says_more:
            state.speaker = speaker
            return self.spoken(view, speaker)
        if (begins_to_read(view.text) or view.text.startswith("From ")) and state.sender:
            state.speaker, state.flowing = state.sender, True
        return Voice()

    def told_voice(self, view: SentenceView, attribution: Attribution | None, new_paragraph: bool) -> Voice:
        """Return the voice of a sentence by its attribution, or by what went before."""
        state = self.state
        if attribution is None:
            return self.carried_voice(view, new_paragraph)
        if attribution.speaker == SOURCE:
            state.speaker, state.flowing = None, False
            return Voice()
        if attribution.speaker == JOINT:
            state.flowing = False
            spokesman = self.first_of_one_side(view)
            return self.spoken(view, spokesman) if spokesman else Voice(joint=True)
        if view.index in self.told.pairs and HAD_SENT.search(view.text) and not attribution.strong:
            state.speaker = attribution.speaker
            return Voice()
        speaker = (state.speaker or state.sender) if attribution.speaker == MESSAGE else attribution.speaker
        is_before = view.index < min(self.told.first_told, default=0) and (new_paragraph or state.speaker is None)
        if speaker is None or (is_before and not attribution.strong and not IN_MESSAGE.search(view.text)):
            return Voice()
        if not self.exchanges_of(speaker, view) and not self.replies(speaker, view):
            state.speaker, state.flowing = None, False
            return Voice()
        state.speaker = speaker
        state.flowing = bool(begins_to_read(view.text)) or (attribution.speaker == MESSAGE and state.flowing)
        return self.spoken(view, speaker)

    def first_of_one_side(self, view: SentenceView) -> str | None:
        """Return the first of the senders told of last, if several of one country wrote together: "they said"."""
        last = [pairs for index, pairs in self.told.pairs.items() if index <= view.index]
        senders = list(dict.fromkeys(sender for sender, _ in last[-1])) if last else []
        countries = {self.people.persons[sender].country for sender in senders}
        return senders[0] if len(senders) > 1 and len(countries) == 1 else None

    def replies(self, speaker: str, view: SentenceView) -> bool:
        """Return whether somebody only written to so far is now told to have written, and enter that message."""
        if speaker not in self.parties or not (speaker in self.thankful or THANKS.search(view.text)):
            return False
        for exchange in self.told.exchanges:
            if speaker in exchange.leaders:
                other = exchange.leaders[0] if exchange.leaders[1] == speaker else exchange.leaders[1]
                exchange.messages.add((speaker, other))
        return True

    def hand_back(self, attributions: list[Attribution | None], found: list[Voice]) -> None:
        """Give the sentences of a paragraph before an attribution that trails, ", he said", to its speaker."""
        for number, attribution in enumerate(attributions):
            speaker = found[number].speaker
            if attribution is None or not attribution.trailing:
                continue
            if speaker is None:
                self.take_back(number, found)
                continue
            at = number - 1
            while (
                at >= 0
                and self.views[at].sentence.paragraph == self.views[number].sentence.paragraph
                and attributions[at] is None
                and at not in self.told.first_told
            ):
                if found[at].speaker is None and not SOURCE_SUBJECT.match(self.views[at].text):
                    found[at] = Voice(speaker, found[number].exchanges, found[number].mode)
                at -= 1

    def take_back(self, number: int, found: list[Voice]) -> None:
        """Take the sentences of a quotation that ends with somebody else's name from whom they were given to."""
        while number > 0 and self.views[number - 1].sentence.closes_quoted:
            number -= 1
            found[number] = Voice()

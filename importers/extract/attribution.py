"""Attribution: who a sentence says is speaking, by its own words and by whom the report spoke of before."""

from dataclasses import dataclass

from importers.extract.attribution_words import (
    ACCORDING,
    ACCORDING_TO_MESSAGE,
    ADVERBS,
    ANOTHER,
    ASIDE,
    DEEDS,
    FURTHER,
    IMPERSONAL,
    IN_MESSAGE_TO,
    IN_WORDS_OF,
    JUDGING,
    MESSAGE_BEHIND,
    MESSAGE_FROM,
    NOT_SAID,
    NOT_TOLD,
    OF_SPEECH,
    OPENS_QUOTE,
    OPINION,
    PASSIVE,
    PASSIVE_SENDING,
    PAST_CLAUSE,
    PAST_FORM,
    QUOTED,
    READS_ON,
    RELEASED,
    SAID_AFTER,
    SAYS_NO_MORE,
    SOURCE_SUBJECT,
    TAKES_OBJECT,
    TO_SOMEBODY,
    WEAK,
    WHO,
)
from importers.extract.people import Mention
from importers.extract.sentence_view import SentenceView
from importers.extract.speakers_meant import JOINT, SpeakersMeant
from importers.lexicon import Token, longest

SOURCE, MESSAGE = "(source)", "(message)"


@dataclass
class Attribution:
    """Who a sentence says is speaking, and whether the words that say so follow what is said."""

    speaker: str
    place: int
    trailing: bool
    strong: bool


class Attributions(SpeakersMeant):
    """Finds who is said to speak, sentence by sentence; `state` is what the sentences so far have settled."""

    def attribution(self, view: SentenceView) -> Attribution | None:
        """Return who the sentence says is speaking; None where it does not say."""
        found = [one for token in longest(view.by_kind.get("say", [])) if (one := self.attributed_by(view, token))]
        found += [
            Attribution(slug, mention.start, False, True)
            for mention in view.mentions
            if self.is_quoted(view, mention) and (slug := self.resolve(view, mention))
        ]
        if not found and ACCORDING_TO_MESSAGE.match(view.text):
            return Attribution(MESSAGE, view.start, False, True)
        if NOT_TOLD.match(view.text):
            return Attribution(SOURCE, view.start, False, False)
        if all(one.speaker == SOURCE for one in found):
            same_quoted = view.sentence.paragraph == self.state.paragraph and view.text.startswith(('"', "“"))
            goes_on = self.state.another and not found and (same_quoted or self.says_he(view))
            self.state.another = goes_on or self.said_by_another(view)
        if not found:
            outside = self.state.another or (not self.state.flowing and SOURCE_SUBJECT.match(view.text))
            return Attribution(SOURCE, view.start, False, False) if outside else None
        best = min(found, key=self.preference)
        self.state.another = self.state.another and best.speaker == SOURCE
        return best

    def is_quoted(self, view: SentenceView, mention: Mention) -> bool:
        """Return whether words without a verb of saying make somebody the speaker: "in Xi's words", "Xi: ..."."""
        if mention.plural or mention.kind not in ("name", "title"):
            return False
        after, before = mention.end, view.before(mention.start, 60)
        from_message = MESSAGE_FROM.search(before)
        return bool(
            IN_WORDS_OF.match(view.body, after)
            or ACCORDING.search(before)
            or (from_message and (from_message["verb"] or READS_ON.match(view.body, after)))
            or (mention.start - view.start < 4 and OPENS_QUOTE.match(view.body, after))
        )

    def said_by_another(self, view: SentenceView) -> bool:
        """Return whether somebody who is no leader is said to speak: "Li Xin, a professor, told the paper"."""
        match = ANOTHER.search(view.text)
        if match is None:
            return False
        start, end = (view.start + place for place in match.span("after" if match["after"] else "before"))
        return not any(m.start < end and start < m.end for m in view.mentions)

    def says_he(self, view: SentenceView) -> bool:
        """Return whether only a pronoun is said to speak: '"The pass is closed," he said'."""
        return "say" in view.by_kind and not view.named() and any(m.kind == "he" for m in view.mentions)

    def preference(self, attribution: Attribution) -> int:
        """Return how little an attribution is to be believed beside others of its sentence."""
        if attribution.speaker in self.parties:
            return 0 if attribution.strong else 1
        return {MESSAGE: 2, JOINT: 3, SOURCE: 4}.get(attribution.speaker, 5)

    def attributed_by(self, view: SentenceView, token: Token) -> Attribution | None:
        """Return the attribution that one verb makes, if it makes one."""
        word = view.body[token.start : token.end].lower()
        if word in DEEDS and DEEDS[word].match(view.body, token.end, view.end):
            return Attribution(SOURCE, token.start, '"' in view.text or "”" in view.text, False)
        if OF_SPEECH.match(word) and NOT_SAID.search(view.before(token.start, 40)):
            return Attribution(SOURCE, token.start, False, False)
        strong = self.is_strong(view, token, word)
        if word.endswith("ing") and not word.startswith(("look", "is ", "was ")):
            return self.by_participle(view, token, strong)
        if PAST_FORM.match(word) and PASSIVE.search(view.before(token.start, 24)) and not QUOTED.match(word):
            return self.by_agent(view, token, strong)
        if token.value == "say" and MESSAGE_BEHIND.match(view.body, token.end, view.end):
            return Attribution(MESSAGE, token.start, True, True)
        behind = self.speaker_behind(view, token, word) if token.value == "say" else None
        return Attribution(behind, token.start, True, strong) if behind else self.by_what_precedes(view, token, strong)

    def by_participle(self, view: SentenceView, token: Token, strong: bool) -> Attribution | None:
        """Return the attribution of "..., adding that": to the subject of the sentence."""
        if view.before(token.start, 4).endswith(" of "):
            return None  # "a day of mourning"
        subject = self.first_subject(view, token)
        usable = subject and subject != JOINT and token.start > view.start + 2
        return Attribution(subject or "", token.start, False, strong) if usable else None

    def by_what_precedes(self, view: SentenceView, token: Token, strong: bool) -> Attribution | None:
        """Return the attribution of a verb to its subject, to a message or source, or to that of the verb before."""
        before = [m for m in view.mentions if m.end <= token.start and self.can_speak(view, m, token)]
        if before and PAST_CLAUSE.search(view.before(before[-1].start, 60)):
            return None
        mention = next((m for m in reversed(before) if self.is_subject_of(view, m, token)), None)
        if mention:
            return self.by_subject(view, mention, token, strong)
        return self.impersonal(view, token, strong) or self.by_subject_before(view, token, strong)

    def is_strong(self, view: SentenceView, token: Token, word: str) -> bool:
        """Return whether a verb by itself tells that a message says something, even where that it was sent is told."""
        if word.startswith(("wrote", "writ")) and TO_SOMEBODY.match(view.body, token.end, view.end):
            return False  # "Putin wrote to Khamenei" tells nothing of what
        if word.startswith("wish") and view.body.startswith(" that ", token.end):
            return True
        weak = WEAK.match(word) and not OPINION.match(view.body, token.end, view.end) and not JUDGING.match(word)
        return (token.value == "say" and not weak) or (token.value == "mind" and not word.startswith("made the"))

    def speaker_behind(self, view: SentenceView, token: Token, word: str) -> str | None:
        """Return who is named right behind a verb that follows what is said: "..., said Xi"."""
        after = next((m for m in view.mentions if 0 < m.start - token.end <= 5 and m.kind != "both"), None)
        if after is None or TAKES_OBJECT.match(word) or not SAID_AFTER.search(view.before(token.start, 4)):
            return None
        return self.resolve(view, after) if view.body[token.end : after.start].strip() in ("", "the") else None

    def is_subject_of(self, view: SentenceView, mention: Mention, token: Token) -> bool:
        """Return whether nothing stands between a mention and a verb but adverbs and asides."""
        if token.start - mention.end > 200:
            return False
        gap = view.body[mention.end : token.start]
        return bool(ADVERBS.match(gap) or ASIDE.match(gap) or IN_MESSAGE_TO.match(gap))

    def by_subject(self, view: SentenceView, mention: Mention, token: Token, strong: bool) -> Attribution | None:
        """Return the attribution of a verb to its subject."""
        if self.is_joint(view, mention):
            return Attribution(JOINT, token.start, False, False)
        slug = self.resolve(view, mention)
        if slug is None:
            return None
        follows = mention.start - view.start > 25 and bool(SAID_AFTER.search(view.before(mention.start, 4)))
        trailing = follows and bool(SAYS_NO_MORE.match(view.body[token.end : view.end]))
        return Attribution(slug, token.start, trailing, strong)

    def by_subject_before(self, view: SentenceView, token: Token, strong: bool) -> Attribution | None:
        """Return the attribution of a further verb: "has condoled with India and said that ..."."""
        if token.value != "say" or not FURTHER.search(view.before(token.start, 12)):
            return None
        subject = self.first_subject(view, token)
        return Attribution(subject, token.start, False, strong) if subject and subject != JOINT else None

    def can_speak(self, view: SentenceView, mention: Mention, token: Token) -> bool:
        """Return whether a mention can be the subject of this verb, be it that of a relative clause."""
        return self.can_be_subject(view, mention) or (
            mention.kind == "name" and WHO.match(view.body[mention.end : token.start]) is not None
        )

    def by_agent(self, view: SentenceView, token: Token, strong: bool) -> Attribution | None:
        """Return the attribution of a passive verb: to whom it names with "by", who wishes, thanks or assures."""
        tells = token.value == "say" or view.body[token.start : token.end].lower() == "wished"
        for mention in view.mentions if tells else ():
            if 0 < mention.start - token.end <= 110 and view.preposition(mention) == "by":
                slug = self.resolve(view, mention)
                return Attribution(slug, token.start, False, strong) if slug else None
        left_out = tells and len(set(self.state.writing)) == 1  # "Maduro was assured of support"
        return Attribution(self.state.writing[0], token.start, False, strong) if left_out else None

    def impersonal(self, view: SentenceView, token: Token, strong: bool) -> Attribution | None:
        """Return the attribution to a message ("the letter reads") or to a source ("the ministry said")."""
        for other in view.by_kind.get("message", ()):
            if (
                0 < token.start - other.end <= 14
                and not PASSIVE_SENDING.search(view.body[other.end : token.end])
                and IMPERSONAL.match(view.body[other.end : token.start])
            ) or (0 < token.start - other.end <= 110 and RELEASED.match(view.body[other.end : token.start])):
                owner = next(
                    (m.slug for m in view.named() if m.end <= other.start and self.owns_message(view, m)), None
                )
                trailing = bool(owner and SAYS_NO_MORE.match(view.body[token.end : view.end]))
                return Attribution(owner or MESSAGE, token.start, trailing, strong or trailing)
        if (
            self.state.by_message
            and view.text.startswith("It ")
            and IMPERSONAL.match(view.text[2 : token.start - view.start])
        ):
            return Attribution(MESSAGE, token.start, False, strong)  # "The message said ... It noted"
        sources = [*view.by_kind.get("source", ()), *view.by_kind.get("outlet name", ())]
        if token.value == "say" and any(0 <= token.start - other.end <= 12 for other in sources):
            return Attribution(SOURCE, token.start, False, False)
        return None

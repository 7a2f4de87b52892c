"""Voices: whose words each sentence tells, by its own words and by whom the report was quoting before."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from importers.extract.persons import Mention
from importers.extract.quotations import CLOSED, begins_quoted, is_quoted_at, leaves_open, mode_of
from importers.extract.reference import meant_by, slugs_in
from importers.extract.speech_patterns import FACE_TO_FACE, IN_TURN, parts_letters_from_talk, weak_names
from importers.extract.subjects import has_other_subject
from importers.extract.thread import Sent, Thread
from importers.extract.view import View
from importers.extract.writers import has_written, writer_meant
from importers.grammar.patterns import Match, Patterns, first_matches, giving

NOT_PLAIN = (("deed",), ("mind",))  # meanings of verbs by which letters tell words, and other texts deeds or feelings
ENDED = re.compile(r"[^\w\s]\s*$")  # else a paragraph is a heading, or the title of something else
BESIDE = 3  # tags from a pronoun to the end of its verb


@dataclass(frozen=True)
class Voice:
    """Whose words a sentence tells; `pattern` says by which words, or that they go on from the sentence before."""

    speaker: str | None
    mode: str  # direct, indirect, narrated
    pattern: str | None = None
    is_spoken: bool = False  # in a talk or a speech: words of no letter


NARRATED = Voice(None, "narrated")


class Voices:
    """Gives each sentence its voice, one after the other.

    `is_of_no_letter` supposes that the report will tell of none: what somebody says is then spoken, and goes on with
    the next sentence only where it is quoted, or where the language is one in which it `runs_on` to the next speaker.
    `letters_run_on` is of a language in which words go on to the next speaker, whoever else is their subject. A text
    that `is_flat` has lost where its paragraphs begin.
    """

    def __init__(
        self,
        thread: Thread,
        patterns: Patterns,
        running: Collection[int] = (),
        *,
        is_of_no_letter: bool = False,
        runs_on: bool = True,
        letters_run_on: bool = False,
        is_flat: bool = False,
    ) -> None:
        self.thread, self.patterns = thread, patterns
        self.is_of_no_letter, self.runs_on = is_of_no_letter, runs_on
        is_face_to_face = thread.frame in FACE_TO_FACE and parts_letters_from_talk(patterns)
        self.is_spoken = is_face_to_face or self.is_of_no_letter
        self.letters_run_on, self.is_flat = letters_run_on, is_flat
        self.running = running  # paragraphs that go on with whose words the one before tells
        self.last = NARRATED
        self.paragraph = -1
        self.turn: Voice | None = None  # of whoever speaks in turn, until the next does
        self.is_flowing = False  # a letter is being read out, to its end
        self.is_within_quotes = False  # the letter is quoted, so that it ends where the quotation does
        self.early: dict[int, Voice] = {}  # of people who are not known yet to have written
        self.silent: set[int] = set()  # sentences that name nobody who speaks
        self.quoted: set[int] = set()  # sentences that go on with a quotation
        self.is_left_open = False  # the sentence before opened a quotation that it does not close
        self.unsigned: set[int] = set()  # sentences of a printed letter whose writer only the signature tells
        self.named_before: set[str] = set()  # in the sentence before
        self.named_here: set[str] = set()
        self.is_of_unknown = False  # somebody whom nobody knows has written
        self.told_behind: dict[int, Voice] = {}  # of sentences whose speaker the next one tells: "The letter says so."

    def voice(self, view: View, news: Sequence[Sent]) -> Voice:
        """Return the voice of the next sentence, which tells of these messages."""
        is_new = view.paragraph != self.paragraph
        self.named_before, self.named_here = self.named_here, {slug for one in view.mentions() for slug in one.slugs}
        if view.opens_quoted or (is_new and self.is_left_open and begins_quoted(view)):
            self.quoted.add(view.index)
        self.is_left_open = leaves_open(view)
        self.is_of_unknown |= view.has("nobody") and view.has("congratulate", "send")
        self.paragraph = view.paragraph
        self.turn = self.in_turn(view, is_new=is_new)
        if self.turn is not None:
            self.last = self.turn
            return self.turn
        if self.is_flowing and is_new and self.is_told_of(view):
            self.is_flowing = False
        opening = self.salutation(view)
        found = opening or self.attributed(view, news)
        if found is None:
            if not news:
                self.silent.add(view.index)
            found = self.carried(view, news, is_new=is_new)
        elif found.speaker and found.speaker != self.last.speaker:
            self.is_flowing = opening is not None
        is_open = (
            not self.is_of_no_letter
            and view.has("colon")
            and not view.has("listing")
            and view.text.rstrip().endswith((":", "："))
        )
        if is_open and (found.speaker or self.writer()):
            self.is_flowing, self.is_within_quotes = True, False
            self.last = Voice(found.speaker or self.writer(), "direct", "printed", is_spoken=found.is_spoken)
            return found
        if len({one.sender for one in news}) == 1 and leaves_open(view):
            self.last = Voice(news[0].sender, "direct", "printed")
            return found
        if self.is_flowing:
            self.unsigned |= {view.index} if found.speaker is None and not news else set()
            self.flow(view)
        self.last = found
        return found

    def in_turn(self, view: View, *, is_new: bool) -> Voice | None:
        """Return the voice of a sentence of a transcript from where people speak in turn; None outside their turns.

        Whose turn it is when nobody known speaks, is told by no speaker.
        """
        is_talk = self.thread.frame in FACE_TO_FACE
        may_turn = self.thread.frame == IN_TURN or (is_talk and (is_new or self.is_flat or self.turn))
        matches = first_matches(giving(self.patterns, "by", "turn"), view.row.letters) if may_turn else []
        if not matches:
            goes_on = self.turn is not None and not (is_new and (self.is_told_of(view) or not ENDED.search(view.text)))
            return self.turn if goes_on else None
        kept = matches[-1].kept.get("speaker")
        slugs = slugs_in(view.row, (kept[0], matches[-1].end), self.thread) if kept else ()
        return Voice(slugs[-1], "direct", matches[-1].name, is_spoken=True) if slugs else NARRATED

    def salutation(self, view: View) -> Voice | None:
        """Return the voice of a sentence that opens a printed letter, if it does and its writer is known."""
        writer = self.writer() if not self.is_spoken else None
        if self.is_flowing or not (writer or self.thread.is_headed):
            return None
        matches = first_matches(giving(self.patterns, "by", "letter"), view.row.letters)
        if not matches:
            return None
        self.is_flowing, self.is_within_quotes = True, False
        return Voice(writer, "direct", matches[0].name)

    def flow(self, view: View) -> None:
        """Let a letter that is being read out go on, or end with this sentence, where its quotation does."""
        if begins_quoted(view):
            self.is_within_quotes = True
        if self.is_within_quotes and CLOSED.search(view.text):
            self.is_flowing = False

    def is_told_of(self, view: View) -> bool:
        """Return whether a paragraph tells of the writer of the letter that is being read out, or is his signature."""
        mentions = view.mentions()
        is_first = bool(mentions) and self.last.speaker in mentions[0].slugs
        return is_first and not view.has("i") and not begins_quoted(view)

    def attributed(self, view: View, told: Sequence[Sent]) -> Voice | None:
        """Return the voice that the sentence itself tells of; None where it tells of none."""
        voice: Voice | None = None
        of_others = -1  # where the verb of somebody else ends: what it governs is not the next verb's subject
        for match in first_matches(self.patterns, view.row.letters):
            if match.pattern.gives["by"] in ("last", "letter", "turn") or match.start == of_others:
                continue
            if (told and match.pattern.gives.get("weak")) or is_quoted_at(view, view.row.tags[match.end - 1].start):
                continue
            if self.is_of_no_letter and not self.is_plain(view, match):
                of_others = match.end
                continue
            speaker = self.speaker(view, match, told)
            if self.is_spoken and self.by(match) == "somebody" and not match.pattern.gives.get("in_letter"):
                if speaker and voice is None:
                    self.tell_behind(view, speaker, match, is_spoken=True)
                voice = voice or (Voice(speaker, mode_of(view), match.name, is_spoken=True) if speaker else NARRATED)
                continue
            if speaker is not None and has_written(self.thread, speaker):
                self.tell_behind(view, speaker, match)
                return Voice(speaker, mode_of(view), match.name)
            if speaker is not None and not match.pattern.gives.get("weak"):
                self.early.setdefault(view.index, Voice(speaker, mode_of(view), match.name))
            if self.by(match) == "source" or speaker is not None:
                voice = voice or NARRATED
                of_others = match.end if speaker is not None else behind_that(view, match.end)
        return voice or (NARRATED if told else None)

    def by(self, match: Match) -> str:
        """Return by whom a match tells a sentence to be: what is told to "others" is said, but in no letter."""
        by: str = match.pattern.gives["by"]
        return ("somebody" if self.is_spoken else "source") if by == "others" else by

    def is_plain(self, view: View, match: Match) -> bool:
        """Return whether words tell plainly that somebody says something, in a text of any kind."""
        if match.pattern.gives.get("weak") or match.pattern.gives.get("of_letters"):
            return False
        if view.row.tags[match.end - 1].sense.get("say", ())[:1] in NOT_PLAIN:
            return False
        is_quoted = mode_of(view) == "direct"
        if view.has("i") and not is_quoted:  # who speaks tells what others say
            return False
        at = match.kept["speaker"][0] if "speaker" in match.kept else None
        if at is None or isinstance(view.row.tags[at].item, Mention):
            return True
        return self.is_of_sentence_before(view, at) and (is_quoted or stands_beside(view, match, at))

    def is_of_sentence_before(self, view: View, at: int) -> bool:
        """Return whether a pronoun means who spoke or was named in the sentence before."""
        meant = meant_by(view.row, at, self.thread)
        return bool(meant) and (meant[0] == self.last.speaker or meant[0] in self.named_before)

    def tell_behind(self, view: View, speaker: str, match: Match, *, is_spoken: bool = False) -> None:
        """Note whose words the sentences before were: of one quotation, or as this one says of the one before."""
        index = view.index
        if match.pattern.gives.get("of_sentence_before"):
            index -= 1
            self.told_behind[index] = Voice(speaker, "indirect", match.name, is_spoken=is_spoken)
        while index in self.quoted:
            index -= 1
            self.told_behind[index] = Voice(speaker, "direct", match.name, is_spoken=is_spoken)

    def speaker(self, view: View, match: Match, told: Sequence[Sent]) -> str | None:
        """Return whom a match makes the speaker."""
        by = self.by(match)
        if by == "message":
            return told[0].sender if told else self.writer()
        if by != "somebody":
            return None
        if "they" in view.row.tags[match.kept["speaker"][0]].sense:
            return self.writer()
        slugs = meant_by(view.row, match.kept["speaker"][0], self.thread)
        return slugs[0] if len(slugs) == 1 else None

    def writer(self) -> str | None:
        """Return whose message is spoken of."""
        return writer_meant(self.thread, self.last.speaker, is_of_unknown=self.is_of_unknown)

    def filled(self, voices: dict[int, Voice]) -> dict[int, Voice]:
        """Return the voices with those that only later sentences settle.

        Who is quoted right before it is told that he wrote is quoted from what he wrote; and a sentence without a
        speaker between two of the same speaker is his too.
        """
        first = min((sent.sentence for sent in self.thread.sent), default=0)
        for index, voice in self.early.items():
            if 0 <= first - index <= 1 and has_written(self.thread, voice.speaker or ""):
                voices[index] = voice
        for index in self.unsigned if (writer := self.writer()) else ():
            voices[index] = Voice(writer, "direct", "signed")
        for index, voice in self.told_behind.items():
            if index in self.silent and voices[index].pattern in (None, "goes-on"):
                voices[index] = voice
        for index in sorted(self.silent & voices.keys()):
            before, after = voices.get(index - 1, NARRATED), voices.get(index + 1, NARRATED)
            is_apart = before.pattern in weak_names(self.patterns) or before.mode == after.mode == "direct"
            if voices[index].speaker is None and before.speaker and before.speaker == after.speaker and not is_apart:
                voices[index] = Voice(before.speaker, "indirect", "between")
        return voices

    def carried(self, view: View, told: Sequence[Sent], *, is_new: bool) -> Voice:
        """Return the voice of a sentence that names no speaker: that of the one before, where that goes on."""
        if self.last.speaker is None or told:
            return NARRATED
        is_behind_quotation = self.last.mode == "direct" and not self.is_flowing and mode_of(view) == "indirect"
        goes_on = (not is_new and not is_behind_quotation) or view.paragraph in self.running
        goes_on = goes_on and self.runs_on and self.last.pattern not in weak_names(self.patterns)
        is_of_others = not self.letters_run_on and has_other_subject(view, self.last.speaker)
        goes_on = goes_on and not is_of_others
        if self.is_flowing or view.opens_quoted or goes_on or begins_quoted(view):
            mode = "direct" if self.is_flowing else mode_of(view)
            return Voice(self.last.speaker, mode, "goes-on", is_spoken=self.last.is_spoken)
        going_on = next(
            (m for m in first_matches(self.patterns, view.row.letters) if m.pattern.gives["by"] == "last"), None
        )
        return Voice(self.last.speaker, "direct", going_on.name) if going_on else NARRATED


def behind_that(view: View, place: int) -> int:
    """Return where a clause begins that tells what somebody said: behind "that", if it stands here; else -1."""
    tags = view.row.tags[place : place + 2]
    ahead = next((at for at, tag in enumerate(tags, 1) if "that" in tag.sense), 0)
    return place + ahead if ahead == 1 or (ahead and "comma" in tags[0].sense) else -1


def stands_beside(view: View, match: Match, at: int) -> bool:
    """Return whether a pronoun stands beside its verb, where a sentence or a clause begins: "He noted that ..."."""
    begins = at == 0 or any(name in view.row.tags[at - 1].sense for name in ("comma", "quote"))
    return begins and match.end - at <= BESIDE

"""Statements put right: whose words a sentence tells."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from importers.corrections.applying import Applying
from importers.corrections.exchanges import Moved, same_person
from importers.corrections.places import Span
from importers.reading import Reading, StatementRead

NARRATED = "narrated"


def put_statements_right(reading: Reading, moved: Sequence[Moved], at: Applying, known: Callable[[str], bool]) -> None:
    """Put right who speaks: after the exchanges were, by what became of these, and by corrections of the sentences."""
    read = {told_at(told): told.speaker for told in reading.statements}
    patterns = {told_at(told): told.read_by for told in reading.statements}
    reading.statements = [now for told in reading.statements for now in spoken(told, moved, reading, at)]
    add_sentences(reading)
    writers = {slug for exchange in reading.exchanges for slug in exchange.leaders}
    for one, span in at.placed("statement"):
        several = [told for told in reading.statements if told_at(told) == span]
        speakers = (read.get(span), several[0].speaker) if several else ()
        if speakers and at.holds(
            one, *speakers, by=patterns.get(span), can=lambda slug: slug in writers or known(slug)
        ):
            where = reading.statements.index(several[0])
            rest = [told for told in reading.statements if told_at(told) != span]
            right = with_speaker(several, one.right_value, reading)
            reading.statements = [*rest[:where], right, *rest[where:]]


def told_at(told: StatementRead) -> Span:
    """Return the place of a sentence."""
    return told.start_char, told.end_char


def spoken(told: StatementRead, moved: Sequence[Moved], reading: Reading, at: Applying) -> list[StatementRead]:
    """Return a sentence with who speaks now, once for each where messages that it tells went to several writers."""
    if not told.exchanges:
        other = same_person(told.speaker, reading, at) if told.speaker else None
        return [replace(told, speaker=other)] if other else [told]
    numbers: dict[str, list[int]] = {}
    for exchange in told.exchanges:
        number, writers = moved[exchange]
        speaker = writers.get(told.speaker or "")
        if number is not None and speaker is not None and number not in numbers.get(speaker, ()):
            numbers.setdefault(speaker, []).append(number)
    if not numbers:
        return [replace(told, speaker=None, read_by=None, exchanges=())]
    return [replace(told, speaker=speaker, exchanges=tuple(several)) for speaker, several in numbers.items()]


def add_sentences(reading: Reading) -> None:
    """Add as sentences the places of messages that stand in none."""
    there = {told_at(told) for told in reading.statements}
    for exchange in reading.exchanges:
        for message in exchange.messages.values():
            start, end = message.start_char, message.end_char
            if start is not None and end is not None and (start, end) not in there:
                words = len(reading.body[start:end].split())
                reading.statements.append(StatementRead(start, end, NARRATED, words))
                there.add((start, end))


def with_speaker(several: Sequence[StatementRead], speaker: str | None, reading: Reading) -> StatementRead:
    """Return a sentence as the words of somebody: of what they sent in the exchanges that it is of, or in all."""
    before = [number for told in several for number in told.exchanges]
    sent = [number for number, exchange in enumerate(reading.exchanges) if speaker in exchange.messages]
    numbers = [number for number in sent if number in before] or sent
    return replace(several[0], speaker=speaker, read_by=None, exchanges=tuple(numbers) if speaker else ())

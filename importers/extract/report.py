"""Extraction: from a parsed report to everything it tells, in this order."""

import datetime
from collections.abc import Sequence

from importers.extract.background import is_background
from importers.extract.claims.anniversaries import anniversaries_of
from importers.extract.claims.milestones import Meaning
from importers.extract.cleared import cleared
from importers.extract.frames import NEWS, frame_of, is_flat
from importers.extract.messages import read_messages
from importers.extract.occasions import occasions_of
from importers.extract.settle import settle
from importers.extract.speech_patterns import IN_TURN, parts_letters_from_talk
from importers.extract.statements import narrated, statements
from importers.extract.subjects import opening_person
from importers.extract.thread import Sent, Thread, countries_of
from importers.extract.view import View, views_with_people
from importers.extract.voices import Voice, Voices
from importers.grammar.numbers import Date
from importers.knowledge import HEADS, Knowledge
from importers.lexicon import Lexicon
from importers.parse.report import ParsedReport
from importers.reading import Reading

PRINTED = 3  # days from a dateline to the page that prints it


def extract(parsed: ParsedReport, lexicon: Lexicon) -> Reading:
    """Return what the report tells. Never raises for any text."""
    reading = blank(parsed)
    if not parsed.is_readable:
        return reading
    knowledge, vocabulary = lexicon.knowledge, parsed.vocabulary
    plain = cleared(parsed, knowledge)
    if plain is not None:
        reading.statements = [narrated(view, parsed.tagged, knowledge) for view in plain]
        return reading
    people, views = views_with_people(parsed, knowledge)
    present = frozenset(slug for view in views if view.index <= 0 for one in view.mentions() for slug in one.slugs)
    thread = Thread(people, frame_of(views, vocabulary.of("frames")), present, home=home_of(parsed, knowledge))
    voices = thread_through(views, thread, parsed)
    day = written_on(parsed) or stated_day(views, thread, knowledge)
    meaning = meaning_of(parsed, thread, day, knowledge)
    told = anniversaries_of(views, meaning, people.persons, vocabulary)

    occasions = {
        view.index: occasions_of(view, told[view.index], vocabulary.of("occasions")) for view in views if thread.sent
    }
    countries = {slug: person.country for slug, person in people.persons.items()}
    is_digest = thread.frame == "digest"
    reading.exchanges = settle(
        thread.sent, thread.opened, views, day, occasions, knowledge, countries, is_digest=is_digest
    )
    reading.leaders = {slug: people.persons[slug].read() for e in reading.exchanges for slug in e.leaders}
    reading.statements = statements(parsed, views, voices, told, reading.exchanges, thread, lexicon)
    return reading


def meaning_of(parsed: ParsedReport, thread: Thread, day: datetime.date | None, knowledge: Knowledge) -> Meaning:
    """Return what words for events mean in the report, by who writes, who is named and who publishes it."""
    persons = thread.people.persons
    pairs, honoured = countries_of(thread)
    named = frozenset(thread.countries).union(p.country for p in persons.values() if p.country)
    pairs = pairs or [named] * (len(named) == 2)  # else the two that it names at all
    heads = frozenset(p.country for p in persons.values() if p.country and any(role in HEADS for role in p.roles))
    home = knowledge.outlets.get(parsed.outlet or "")
    heads = heads if len(heads) == 2 else frozenset()
    return Meaning(knowledge, pairs, day.year if day else None, home, heads, honoured)


def thread_through(views: list[View], thread: Thread, parsed: ParsedReport) -> dict[int, Voice]:
    """Go through the sentences in their order: who writes to whom, and whose words each tells."""
    runs_on = parsed.vocabulary.language.settings.get("letters_run_on", False)
    patterns = parsed.vocabulary.of("speech")
    running, flat = running_on(views) if runs_on else (), is_flat(views)
    voices = Voices(thread, patterns, running, letters_run_on=runs_on, is_flat=flat)
    may_be_news = thread.frame in (NEWS, IN_TURN)  # an interview may be told as news
    is_open = may_be_news or not parts_letters_from_talk(patterns)  # only at the end is it known if they write
    spoken = (
        Voices(thread, patterns, is_of_no_letter=True, runs_on=runs_on, letters_run_on=runs_on, is_flat=flat)
        if is_open
        else voices
    )
    found: dict[int, Voice] = {}
    otherwise: dict[int, Voice] = {}  # where nobody turns out to write
    for view in views:
        told = messages_of(view, thread, parsed)
        if view.index < 0:
            thread.announced = told
        else:
            known = {(one.sender, one.recipient) for one in thread.sent}
            news = [one for one in told if (one.sender, one.recipient) not in known]
            thread.sent += news
            found[view.index] = voices.voice(view, news)
            if spoken is not voices and not thread.sent:
                otherwise[view.index] = spoken.voice(view, ())
            if found[view.index].speaker:
                thread.subject = found[view.index].speaker
            elif not told and (subject := opening_person(view)) is not None:
                thread.subject = subject
        for mention in view.mentions():
            thread.name(mention.slugs)
            if mention.kind == "group" and mention.countries:
                thread.lands = mention.countries
        thread.countries |= dict.fromkeys(tag.sense.one("country") for tag in view.row.tags if "country" in tag.sense)
    thread.sent += untold(thread)
    is_of_letters = spoken is voices or thread.sent or thread.writers
    return voices.filled(found) if is_of_letters else spoken.filled(otherwise)


def untold(thread: Thread) -> list[Sent]:
    """Return what the headline tells and the body does not: all where the body tells nothing, else only answers."""
    told = {(one.sender, one.recipient) for one in thread.sent}
    return [
        one
        for one in thread.announced
        if not told or ((one.recipient, one.sender) in told and (one.sender, one.recipient) not in told)
    ]


def messages_of(view: View, thread: Thread, parsed: ParsedReport) -> list[Sent]:
    """Return the messages that a sentence tells of as news."""
    if is_background(view, parsed.published_on, parsed.vocabulary.of("background")):
        return []
    of = parsed.vocabulary.of
    return read_messages(view, thread, of("correspondence"), of("occasions"))


def home_of(parsed: ParsedReport, knowledge: Knowledge) -> str | None:
    """Return the country in which a report was written: of its dateline, else of its outlet."""
    place = parsed.dateline.place if parsed.dateline else None
    return knowledge.capitals.get((place or "").casefold()) or knowledge.outlets.get(parsed.outlet or "")


def running_on(views: Sequence[View]) -> set[int]:
    """Return the paragraphs that may go on with a letter: in the first person, or with nobody named as they begin.

    Regions are what journalists tell of: "Guangzhou plans 1,700 projects".
    """
    running = {view.paragraph for view in views if view.has("i")}
    met: set[int] = set()
    for view in views:
        is_told_of = view.mentions() or view.has("colon", "listing", "they", "both", "titles", "region")
        if view.paragraph not in met and not is_told_of:
            running.add(view.paragraph)
        met.add(view.paragraph)
    return running


def written_on(parsed: ParsedReport) -> datetime.date | None:
    """Return the day of the dateline, of which "today" speaks, where the page is of the days after; else the page's."""
    published, date = parsed.published_on, parsed.dateline.date if parsed.dateline else None
    written = date.on(published.year) if date and published else None
    return written if written and published and 0 <= (published - written).days <= PRINTED else published


def stated_day(views: list[View], thread: Thread, knowledge: Knowledge) -> datetime.date | None:
    """Return the latest whole date that the text names, for a page that tells no day of its own.

    It must be one on which the known leaders who write held an office: others are dates of birth or of history.
    """
    days = {tag.item.on() for view in views for tag in view.row.tags if isinstance(tag.item, Date) and tag.item.year}
    writers = {slug for one in thread.sent for slug in one.pair}
    terms = [known.terms for slug in writers if (known := knowledge.leaders.get(slug)) and known.terms]
    return max((day for day in days if day and all(any(t.includes(day) for t in held) for held in terms)), default=None)


def blank(parsed: ParsedReport) -> Reading:
    """Return a reading that tells what the page says of itself."""
    return Reading(
        locator=parsed.raw.locator,
        body=parsed.body,
        sha256=parsed.sha256,
        url=parsed.raw.url,
        headline=parsed.headline,
        dateline_place=parsed.dateline.place if parsed.dateline else None,
        published_on=parsed.published_on,
        published_basis=parsed.published_basis,
        language=parsed.language,
        outlet=parsed.outlet,
    )

"""Extraction: from a parsed report to everything it tells, in this order."""

import dataclasses
import datetime
from collections.abc import Sequence

from importers.extract.background import is_background
from importers.extract.claims.anniversaries import Observed, anniversaries_of, claims_of
from importers.extract.claims.milestones import Meaning
from importers.extract.claims.themes import themes_of
from importers.extract.claims.trade import trade_of
from importers.extract.claims.trade_flows import Spoken, owner_spoken_of, two_spoken_of
from importers.extract.claims.trade_partners import at_home
from importers.extract.claims.trade_periods import Period, last_period
from importers.extract.cleared import cleared
from importers.extract.frames import NEWS, frame_of
from importers.extract.messages import read_messages
from importers.extract.occasions import occasions_of
from importers.extract.people import HEADS, Mention
from importers.extract.settle import settle
from importers.extract.thread import Sent, Thread
from importers.extract.view import View, views_with_people
from importers.extract.voices import NARRATED, Voice, Voices, parts_letters_from_talk
from importers.grammar.numbers import Date
from importers.knowledge import Knowledge
from importers.lexicon import Lexicon
from importers.parse.report import ParsedReport
from importers.parse.tagged import Tagged
from importers.reading import ExchangeRead, Reading, StatementRead, TradeRead
from models.statement import FORMS_OF_ADDRESS

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
    thread = Thread(people, frame_of(views, vocabulary.of("frames")), home=home_of(parsed, knowledge))
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


def countries_of(thread: Thread) -> tuple[list[frozenset[str]], list[str]]:
    """Return the pairs of countries whose leaders write to each other, and the countries of whom is written to.

    Where nobody writes, they are the two whose leaders the report names, if these are no more.
    """
    country = {slug: person.country for slug, person in thread.people.persons.items()}
    pairs = [frozenset(c for slug in one.pair if (c := country[slug])) for one in thread.sent]
    named = frozenset(c for slug in thread.named if (c := country[slug]))
    honoured = [c for one in thread.sent if (c := country[one.recipient])]
    return pairs or [named] * (len(named) == 2), list(dict.fromkeys(honoured))


def thread_through(views: list[View], thread: Thread, parsed: ParsedReport) -> dict[int, Voice]:
    """Go through the sentences in their order: who writes to whom, and whose words each tells."""
    runs_on = parsed.vocabulary.language.settings.get("letters_run_on", False)
    patterns = parsed.vocabulary.of("speech")
    voices = Voices(thread, patterns, running_on(views) if runs_on else ())
    is_open = thread.frame == NEWS or not parts_letters_from_talk(patterns)  # only at the end is it known if they write
    spoken = Voices(thread, patterns, is_of_no_letter=True) if is_open else voices
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


def opening_person(view: View) -> str | None:
    """Return who a sentence begins with, of whom it then tells; None where with nobody, or with what is his."""
    first, second = [*view.row.tags[:2], None, None][:2]
    if first is None or not isinstance(first.item, Mention) or len(first.item.slugs) != 1:
        return None
    return None if second is not None and "possessive" in second.sense else first.item.slugs[0]


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
    return read_messages(view, thread, parsed.vocabulary.of("correspondence"))


def home_of(parsed: ParsedReport, knowledge: Knowledge) -> str | None:
    """Return the country in which a report was written: of its dateline, else of its outlet."""
    place = parsed.dateline.place if parsed.dateline else None
    return knowledge.capitals.get((place or "").casefold()) or knowledge.outlets.get(parsed.outlet or "")


def running_on(views: Sequence[View]) -> set[int]:
    """Return the paragraphs that may go on with a letter: in the first person, or with nobody named as they begin."""
    running = {view.paragraph for view in views if view.has("i")}
    met: set[int] = set()
    for view in views:
        is_told_of = view.mentions() or view.has("colon", "listing", "they", "both", "titles")
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


def form_of_address(view: View, tagged: Tagged) -> str | None:
    """Return the warmest form of address in a sentence, None where there is none."""
    if not tagged.has_address:
        return None
    forms = {tag.sense.one("address") for tag in tagged.tags_in(view.start, view.end) if "address" in tag.sense}
    return next((form for form in FORMS_OF_ADDRESS if form in forms), None)


def narrated(view: View, tagged: Tagged, knowledge: Knowledge) -> StatementRead:
    """Return a sentence of a report that tells of no message, with its themes."""
    form = form_of_address(view, tagged)
    statement = StatementRead(view.start, view.end, NARRATED.mode, len(view.text.split()), form)
    statement.themes = themes_of(view, None, (), (), knowledge)
    return statement


def statements(
    parsed: ParsedReport,
    views: list[View],
    voices: dict[int, Voice],
    anniversaries: dict[int, list[Observed]],
    exchanges: list[ExchangeRead],
    thread: Thread,
    lexicon: Lexicon,
) -> list[StatementRead]:
    """Return the sentences with whose words they are and what they claim."""
    found = []
    persons = thread.people.persons
    pairs = [frozenset(c for slug in e.leaders if (c := persons[slug].country)) for e in exchanges]
    day = next((e.exchanged_on for e in exchanges if e.exchanged_on), None) or parsed.published_on
    before: list[TradeRead] = []
    owner: str | None = None
    when: list[Period] = []
    lands = {slug: person.country for slug, person in persons.items()}
    meant: tuple[int, ...] = ()
    for place, view in enumerate(views):
        if view.index < 0:
            owner = owner_spoken_of(owner, view, parsed.vocabulary)
            when = last_period(view.row, parsed.vocabulary.of("periods"), day) if view.has("flow") else []
            continue
        previous = views[place - 1] if view.index else None
        voice = voices[view.index]
        letters = tuple(n for n, e in enumerate(exchanges) if voice.speaker in e.messages and not voice.is_spoken)
        begins = previous is None or previous.paragraph != view.paragraph
        numbers = meant = letters_meant(view, voice.speaker, letters, exchanges, () if begins else meant)
        is_known = voice.speaker is not None and not persons[voice.speaker].provisional
        is_told = bool(numbers) or (voice.is_spoken and is_known) or voice.speaker in thread.writers
        own = own_pair(voice, pairs[numbers[0]] if numbers else None, pairs, thread)
        two, here = two_spoken_of(views[:place], lands), two_spoken_of([view], lands)
        spoken = Spoken(own, before, previous, two, lands.get(voice.speaker or ""), owner, when, here)
        home = thread.home if voice.speaker is None else None
        narrated_view = dataclasses.replace(view, row=at_home(view.row, home, parsed.vocabulary.made))
        before = trade_of(narrated_view, spoken, day, parsed.vocabulary)
        owner = owner_spoken_of(owner, narrated_view, parsed.vocabulary)
        if view.has("flow"):
            when = last_period(view.row, parsed.vocabulary.of("periods"), day) or when
        statement = StatementRead(
            view.start, view.end, voice.mode, len(view.text.split()), form_of_address(view, parsed.tagged),
            speaker=voice.speaker if is_told else None, read_by=voice.pattern if is_told else None,
            exchanges=numbers, anniversaries=claims_of(anniversaries[view.index]), trade=before,
        )  # fmt: skip
        statement.themes = themes_of(view, voice.speaker, before, pairs, lexicon.knowledge)
        found.append(statement)
    return [*claimed_above(views, anniversaries, found), *found]


def own_pair(
    voice: Voice, meant: frozenset[str] | None, pairs: Sequence[frozenset[str]], thread: Thread
) -> frozenset[str]:
    """Return the two countries whose trade a sentence means where it names none: those of the letter that it is of.

    In a talk they are the two whose leaders alone are named, where one of them speaks: "our trade has grown".
    """
    if meant is not None:
        return meant
    if len(set(pairs)) == 1:
        return pairs[0]
    of_talk = countries_of(thread)[0] if voice.is_spoken and not pairs else []
    own = thread.people.persons[voice.speaker].country if voice.speaker else None
    return of_talk[0] if len(of_talk) == 1 and own in of_talk[0] else frozenset()


def letters_meant(
    view: View,
    speaker: str | None,
    letters: tuple[int, ...],
    exchanges: Sequence[ExchangeRead],
    before: tuple[int, ...],
) -> tuple[int, ...]:
    """Return which of somebody's letters a sentence is of: those to whom it names, else those of the sentence before.

    `before` are those that the paragraph spoke of last; where it names nobody, all letters told of by then are meant,
    and where it names others alone, none.
    """
    told = tuple(n for n in letters if is_told_by(exchanges[n], speaker, view.end))
    letters = told or letters
    if len(letters) < 2:
        return letters
    named = {slug for mention in view.mentions() for slug in mention.slugs if slug != speaker}
    own = tuple(n for n in letters if named & set(exchanges[n].leaders))
    return own or tuple(n for n in before if n in letters) or (() if named else letters)


def is_told_by(exchange: ExchangeRead, sender: str | None, place: int) -> bool:
    """Return whether a report tells before a place of what somebody wrote in an exchange, as a headline does."""
    message = exchange.messages.get(sender or "")
    return message is not None and (message.start_char is None or message.start_char < place)


def claimed_above(
    views: Sequence[View], anniversaries: dict[int, list[Observed]], below: Sequence[StatementRead]
) -> list[StatementRead]:
    """Return the headline as a statement where it alone tells an anniversary."""
    told = {(claim.milestone, claim.ordinal) for statement in below for claim in statement.anniversaries}
    found = []
    for view in views[:1] if views and views[0].index < 0 else ():
        claims = [c for c in claims_of(anniversaries[view.index]) if (c.milestone, c.ordinal) not in told]
        if claims and view.is_in_body:
            found.append(
                StatementRead(view.start, view.end, "narrated", len(view.text.split()), None, anniversaries=claims)
            )
    return found

"""Statements: each sentence with whose words it tells, of which letters, and what it claims."""

from collections.abc import Sequence

from importers.extract.claims.anniversaries import Observed, claims_of
from importers.extract.claims.themes import themes_of
from importers.extract.claims.trade_thread import TradeThread
from importers.extract.thread import Thread, countries_of
from importers.extract.view import View
from importers.extract.voices import NARRATED, Voice
from importers.knowledge import Knowledge
from importers.lexicon import Lexicon
from importers.parse.report import ParsedReport
from importers.parse.tagged import Tagged
from importers.reading import ExchangeRead, StatementRead
from models.statement import FORMS_OF_ADDRESS


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
    found: list[StatementRead] = []
    persons = thread.people.persons
    pairs = [frozenset(c for slug in e.leaders if (c := persons[slug].country)) for e in exchanges]
    day = next((e.exchanged_on for e in exchanges if e.exchanged_on), None) or parsed.published_on
    lands = {slug: person.country for slug, person in persons.items()}
    trade = TradeThread(views, lands, lexicon.knowledge.organizations, day, parsed.vocabulary)
    meant: tuple[int, ...] = ()
    for place, view in enumerate(views):
        if view.index < 0:
            trade.pass_headline(view)
            continue
        previous = views[place - 1] if place else None
        voice = voices[view.index]
        letters = tuple(n for n, e in enumerate(exchanges) if voice.speaker in e.messages and not voice.is_spoken)
        begins = previous is None or previous.paragraph != view.paragraph
        numbers = meant = letters_meant(view, voice.speaker, letters, exchanges, () if begins else meant)
        is_known = voice.speaker is not None and not persons[voice.speaker].provisional
        is_told = bool(numbers) or (voice.is_spoken and is_known) or voice.speaker in thread.writers
        letter = pairs[numbers[0]] if numbers else None
        own = own_pair(voice, letter, pairs, thread) if trade.asks(view) else frozenset()
        home = thread.home if voice.speaker is None else None
        claims = trade.claims(place, own, lands.get(voice.speaker or ""), home)
        statement = StatementRead(
            view.start, view.end, voice.mode, len(view.text.split()), form_of_address(view, parsed.tagged),
            speaker=voice.speaker if is_told else None, read_by=voice.pattern if is_told else None,
            exchanges=numbers, anniversaries=claims_of(anniversaries[view.index]), trade=claims,
        )  # fmt: skip
        statement.themes = themes_of(view, voice.speaker, claims, pairs, lexicon.knowledge)
        found.append(statement)
    return [*claimed_above(views, anniversaries, found), *found]


def own_pair(
    voice: Voice, meant: frozenset[str] | None, pairs: Sequence[frozenset[str]], thread: Thread
) -> frozenset[str]:
    """Return the two countries whose trade a sentence means where it names none: those of the letter that it is of.

    In a talk they are the two whose leaders alone are named, where one of them speaks: "our trade has grown". A speech
    names others in passing.
    """
    if meant is not None:
        return meant
    if len(set(pairs)) == 1:
        return pairs[0]
    is_talk = voice.is_spoken and thread.frame != "speech"
    of_talk = countries_of(thread)[0] if is_talk and not pairs else []
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
    found: list[StatementRead] = []
    for view in views[:1] if views and views[0].index < 0 else ():
        claims = [c for c in claims_of(anniversaries[view.index]) if (c.milestone, c.ordinal) not in told]
        if claims and view.is_in_body:
            found.append(
                StatementRead(view.start, view.end, "narrated", len(view.text.split()), None, anniversaries=claims)
            )
    return found

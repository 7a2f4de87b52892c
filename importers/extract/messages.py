"""Messages: who wrote to whom, as single sentences tell it in the light of those before them.

What a language gives (words.csv): `similar`, words by which each of several writes to all of several; `respectively`,
those by which each writes to his own.
"""

from collections.abc import Iterator, Sequence

from importers.extract.in_office import OTHER
from importers.extract.occasions import is_said, occasions_of
from importers.extract.persons import Mention, Person
from importers.extract.reference import slugs_in
from importers.extract.thread import Sent, Thread
from importers.extract.view import View
from importers.grammar.patterns import Match, Patterns, first_matches
from importers.knowledge import HEADS

SPOKEN = ("call", "meeting", "speech", "briefing", "transcript", "column")  # where good wishes are spoken, not sent
IN_ROW = 3  # sentences from one message to the next, of many who write to one, or of one who writes to many
LEAD = 2  # the last of the first sentences, which tell the news
ASKING = ("?", "？")  # a question tells nothing
STATE, PARTY = frozenset({"head_of_state", "head_of_government"}), frozenset({"party_leader"})
ALIKE = {"monarch": "head_of_state"}
Pair = tuple[str, str]


def read_messages(view: View, thread: Thread, patterns: Patterns, occasions: Patterns) -> list[Sent]:
    """Return the messages that a sentence tells of, and note in the thread what it leaves open.

    `occasions` are the patterns of what is written for: good wishes that tell it are news anywhere.
    """
    found: list[Sent] = []
    if view.text.rstrip().endswith(ASKING):
        return found
    thread.is_of_wishes = thread.is_of_wishes or (view.index < 0 and view.has("congratulate", "greeting"))
    for match in first_matches(patterns, view.row.letters, lambda one: is_in_place(one, view)):
        if thread.frame in SPOKEN and is_said(view, view.row.tags[match.start].start):
            continue  # in a talk, letters that somebody speaks of were written before
        evidence = evidence_of(view, match)
        if match.pattern.gives["ways"] == "writer":
            note_writer(view, match, thread)
            continue
        may_be_said = thread.frame == "call"  # a verb that is to wire and to ring up, as the Chinese one is
        is_channel_named = names_channel(view, match) or (evidence == "message" and not may_be_said)
        is_told = is_channel_named or may_be_sent(view, thread, occasions) or is_awaited(match, thread)
        if not is_told or not goes_on(view, match, thread, found):
            continue
        pairs = list(pairs_of(view, match, thread))
        clause = view.row.tags[match.start].start, view.row.tags[match.end - 1].end
        for sender, recipient in pairs:
            if may_write(sender, recipient, thread) and is_of_talk((sender, recipient), thread):
                is_answered = match.pattern.gives["ways"] == "answer" and sender != pairs[0][0]
                place = (view.index, view.start, view.end)
                found.append(Sent(sender, recipient, match.name, evidence, *place, is_answered, clause))
        if match.pattern.gives["ways"] == "open":
            thread.opened.add(view.index)
        if found or match.pattern.gives["ways"] == "open":
            thread.row = view.index
            thread.is_headed = thread.is_headed or view.index < 0
    return list(dict.fromkeys(found))


def note_writer(view: View, match: Match, thread: Thread) -> None:
    """Note who writes to somebody who is no leader: what the letter says is theirs, though it makes no exchange."""
    persons = thread.people.persons
    slugs = [slug for slug in slugs_in(view.row, match.kept["sender"], thread) if not persons[slug].provisional]
    if thread.frame not in SPOKEN and view.index >= 0:
        thread.writers += [slug for slug in slugs if slug not in thread.writers]


def is_in_place(match: Match, view: View) -> bool:
    """Return whether a pattern may hold in a sentence: one `at` the headline there alone."""
    return view.index < 0 or not match.pattern.gives.get("at")


def goes_on(view: View, match: Match, thread: Thread, found: Sequence[Sent]) -> bool:
    """Return whether a pattern that goes on with what was told before does so here.

    `after` another message; `in_row` near the last of a row of messages, where a paragraph begins; `signs` a
    letter that the headline tells of, and that nobody else is told to have written.
    """
    if match.pattern.gives.get("signs"):
        return thread.is_headed and not thread.sent and view.begins_paragraph
    if match.pattern.gives.get("after") and not (thread.sent or found):
        return False
    if not match.pattern.gives.get("in_row"):
        return True
    is_near = thread.row is not None and view.index - thread.row <= IN_ROW
    return is_near and thread.frame not in SPOKEN and view.begins_paragraph


def may_be_sent(view: View, thread: Thread, occasions: Patterns) -> bool:
    """Return whether good wishes without a word of their channel tell of a message: as the news, and not spoken.

    They are the news near the top, behind another message, under a headline that speaks of them, and where they tell
    their occasion.
    """
    if any(sent.evidence == "message" for sent in thread.sent):
        return True
    if thread.frame in SPOKEN:
        return False
    is_near = view.index <= LEAD or thread.is_of_wishes or bool(thread.sent)
    return is_near or occasions_of(view, (), occasions).own is not None


def is_awaited(match: Match, thread: Thread) -> bool:
    """Return whether a match closes a row of messages of which earlier sentences told one side, or goes on with it."""
    goes_on_with_it = match.pattern.gives["ways"] == "closes" or bool(thread.senders)
    return goes_on_with_it and thread.row is not None and thread.frame not in SPOKEN


def evidence_of(view: View, match: Match) -> str:
    """Return what a message rests on: that the channel is named, or good wishes alone, or a headline."""
    if view.index < 0:
        return "headline"
    told = match.pattern.gives.get("evidence")
    if told:
        return str(told)
    return "message" if names_channel(view, match) else "greeting"


def names_channel(view: View, match: Match) -> bool:
    """Return whether a letter, a telegram or the like is among the words that a pattern has read."""
    within = view.row.tags[match.start : match.end]
    return any("message" in tag.sense or "congratulatory" in tag.sense for tag in within)


def pairs_of(view: View, match: Match, thread: Thread) -> Iterator[Pair]:
    """Yield sender and recipient of what a match tells of."""
    kept = {name: slugs_in(view.row, span, thread) for name, span in match.kept.items() if name != "noun"}
    ways = match.pattern.gives["ways"]
    first = "sender" if kept.get("sender") else min(kept, key=lambda name: match.kept[name][0], default=None)
    if first and len(kept[first]) == 1:
        thread.subject = kept[first][0]
    senders, recipients = kept.get("sender", []), kept.get("recipient", [])
    if match.pattern.gives.get("signs") and thread.senders and senders:  # the headline tells the writer: an address
        senders, recipients = [], senders
    if ways == "both":
        others = crossed(kept.get("other_sender", []), kept.get("other_recipient", []), thread)
        for a, b in [*mutual(kept.get("both", []), senders, recipients, thread), *others]:
            yield from ((a, b), (b, a))
    elif ways == "open":
        before = ((), ()) if match.pattern.gives.get("begins") else (thread.senders, thread.recipients)
        thread.senders, thread.recipients = tuple(senders or before[0]), tuple(recipients or before[1])
    elif ways == "back":
        yield from (pair for sender in senders for pair in answers(sender, thread))
    elif ways == "to_host":
        yield from ((sender, host) for sender in senders for host in hosts(sender, thread))
    elif ways == "closes":
        yield from closing(match, senders, recipients, thread)
    else:
        yield from crossed(kept.get("other_sender", []), kept.get("other_recipient", []), thread)
        for sender, recipient in crossed(senders, recipients, thread, **shared_out(view, match)):
            yield sender, recipient
            if ways == "answer":
                yield recipient, sender


def closing(match: Match, senders: list[str], recipients: list[str], thread: Thread) -> Iterator[Pair]:
    """Yield sender and recipient of a letter of which an earlier sentence left one side open.

    Of several recipients of one country each sender writes to who holds his own office.
    """
    senders = senders or open_side(match, thread, 0, recipients)
    if recipients:
        yield from crossed(senders, recipients, thread)
        return
    recipients = open_side(match, thread, 1, senders)
    for sender in senders:
        yield from crossed([sender], of_own_office(sender, recipients, thread) or recipients, thread)


def shared_out(view: View, match: Match) -> dict[str, bool]:
    """Return how words before the recipients share several letters out: to all of them, or to each his own.

    Where one alone is named before them, he writes to all: "sent messages respectively to two presidents".
    """
    recipients = match.kept.get("recipient", (match.end,))[0]
    within = view.row.tags[match.start : recipients]
    named = [tag for tag in view.row.tags[:recipients] if isinstance(tag.item, Mention) or "nobody" in tag.sense]
    return {
        "is_each": any("similar" in one.sense for one in within),
        "is_paired": len(named) > 1 and any("respectively" in one.sense for one in within),
    }


def answers(sender: str, thread: Thread) -> Iterator[Pair]:
    """Yield sender and recipient of what somebody writes back: to who wrote to him last."""
    yield from ((sender, one.sender) for one in reversed(thread.sent[-1:]) if one.recipient == sender)


def hosts(sender: str, thread: Thread) -> list[str]:
    """Return to whom somebody's envoy has come: the one leader of another country whom headline or lead name."""
    persons = thread.people.persons
    others = [slug for slug in thread.present if persons[slug].country not in (None, persons[sender].country)]
    return others if len(others) == 1 else []


def open_side(match: Match, thread: Thread, side: int, others: list[str]) -> list[str]:
    """Return the senders (0) or recipients (1) that a sentence leaves open, as those before told them."""
    told = (thread.senders, thread.recipients)[side]
    if told or not match.pattern.gives.get("again"):
        return list(told)
    told_of = thread.sent or thread.announced
    all_told = {(one.sender, one.recipient)[side] for one in told_of}
    if all_told & set(others):  # who was written to writes himself
        all_told = {(one.recipient, one.sender)[side] for one in told_of}
    return list(all_told) if len(all_told) == 1 else []


def of_own_office(sender: str, recipients: list[str], thread: Thread) -> list[str]:
    """Return who of several of one country hold a sender's office: in the state, else in a party, else another."""
    persons = thread.people.persons
    if len({persons[slug].country for slug in recipients}) != 1:
        return []
    roles = {slug: {ALIKE.get(role, role) for role in persons[slug].roles} for slug in (sender, *recipients)}
    for offices in (STATE, PARTY, roles[sender] - {*STATE, *PARTY, OTHER}):
        found = [slug for slug in recipients if roles[slug] & roles[sender] & offices]
        if found:
            return found
    return []


def mutual(both: list[str], senders: list[str], recipients: list[str], thread: Thread) -> list[Pair]:
    """Return who exchanged messages with whom."""
    if both:
        pairs = list(zip(both[::2], both[1::2], strict=len(both) % 2 == 0)) if len(both) % 2 == 0 else []
        lands = {frozenset(thread.people.persons[slug].country for slug in pair) for pair in pairs}
        return pairs if len(lands) == 1 else []
    return crossed(senders, recipients, thread)


def crossed(
    senders: list[str], recipients: list[str], thread: Thread, *, is_each: bool = False, is_paired: bool = False
) -> list[Pair]:
    """Return who wrote to whom: one to several, several to one, or each to the one of the same office or rank.

    `is_each` where all write the same, so that each writes to all; `is_paired` where the words say that each writes to
    his own.
    """
    if not is_paired and (is_each or len(senders) == 1 or len(recipients) == 1):
        return [(a, b) for a in senders for b in recipients if a != b]
    senders, recipients = (
        sorted(several, key=lambda slug: not leads(slug, thread)) for several in (senders, recipients)
    )
    by_office = [(a, b) for a in senders for b in of_own_office(a, recipients, thread)]
    by_rank = list(zip(senders, recipients, strict=False)) if len(senders) == len(recipients) else []
    placed = {slug for pair in by_office for slug in pair}
    return by_rank if by_rank and not any(placed & {*pair} for pair in set(by_rank) - set(by_office)) else by_office


def is_of_talk(pair: Pair, thread: Thread) -> bool:
    """Return whether a letter may be news, which in a talk is of those who meet; one of others was written before."""
    return thread.frame not in SPOKEN or bool(thread.sent) or any(slug in thread.present for slug in pair)


def leads(slug: str, thread: Thread) -> bool:
    """Return whether somebody leads a country: of a couple, the one who does writes to the one who does."""
    return any(role in HEADS for role in thread.people.persons[slug].roles)


def may_write(sender: str, recipient: str, thread: Thread) -> bool:
    """Return whether two may be correspondents: two people of two countries, each known to hold an office.

    Who is written to from abroad may be written to by leaders of the own country too, as a former president is.
    """
    known = thread.people.knowledge.leaders
    if any(slug in known and not known[slug].is_alive(thread.people.day) for slug in (sender, recipient)):
        return False
    a, b = (thread.people.persons[slug] for slug in (sender, recipient))
    is_abroad = a.country != b.country or (not a.provisional and is_written_to(recipient, thread))
    return sender != recipient and is_abroad and holds_office(a) and holds_office(b)


def is_written_to(slug: str, thread: Thread) -> bool:
    """Return whether a sentence before told that somebody of another country wrote to a leader."""
    persons = thread.people.persons
    return any(one.recipient == slug and persons[one.sender].country != persons[slug].country for one in thread.sent)


def holds_office(person: Person) -> bool:
    """Return whether somebody is known to hold an office of a country, or is of the family of one who does."""
    return not person.provisional or bool(person.country and person.roles) or person.is_relative

"""Who is meant by a pronoun, a bare title, a counterpart, "the two leaders": the one place where that is decided."""

import itertools
from collections.abc import Container, Iterable, Sequence

from importers.extract.in_office import ROLES_OF_TITLE
from importers.extract.persons import Mention, Person
from importers.extract.thread import STRANGER, Thread
from importers.grammar.tags import Row, Tag
from importers.knowledge import HEADS

OPENING = 2  # tags in which a sentence names its subject, if it opens with it


def slugs_in(row: Row, span: tuple[int, int], thread: Thread) -> list[str]:
    """Return who is meant by the people and pronouns in a stretch of a row, in their order."""
    found: list[str] = []
    for place in range(*span):
        found += meant_by(row, place, thread)
    return list(dict.fromkeys(found))


def meant_by(row: Row, place: int, thread: Thread) -> Sequence[str]:
    """Return who is meant by the tag at a place of a row; nobody where it is not settled."""
    tag = row.tags[place]
    before = [slug for other in row.tags[:place] if isinstance(other.item, Mention) for slug in other.item.slugs]
    if isinstance(tag.item, Mention):
        return by_mention(tag.item, thread, before)
    if "capital" in tag.sense:
        head = thread.people.holder(tag.sense.one("capital"), HEADS)
        return (head,) if head else ()
    if "object" in tag.sense or ("his" in tag.sense and "he" not in tag.sense):  # "congratulated her on her victory"
        return by_pronoun(tag, [*reversed(before[1:]), *spoken_of(thread, ())], before[:1], thread)
    if "he" in tag.sense and is_of_nobody(row.tags[:place]):
        return ()
    if "he" in tag.sense:
        opens = any(isinstance(other.item, Mention) for other in row.tags[: min(place, OPENING)])
        return by_pronoun(tag, spoken_of(thread, before[:1] if opens else ()), (), thread)
    if "they" in tag.sense:
        return thread.correspondents()[:2] if len(thread.correspondents()) == 2 else ()
    return ()


def is_of_nobody(before: Sequence[Tag]) -> bool:
    """Return whether the last of those named before a pronoun is nobody known: an ambassador, whom "he" may mean."""
    named = (tag for tag in reversed(before) if isinstance(tag.item, Mention) or "nobody" in tag.sense)
    last = next(named, None)
    if last is None:
        return False
    return not isinstance(last.item, Mention) or (last.item.kind == "name" and not last.item.slugs)


def by_mention(mention: Mention, thread: Thread, before: Sequence[str]) -> Sequence[str]:
    """Return who is meant by a phrase that names people."""
    if mention.slugs:
        return mention.slugs
    if mention.kind == "both":
        pair = thread.correspondents() or list(dict.fromkeys(thread.named))
        return pair if len(pair) == 2 else heads_of_the_two(thread) if not pair else ()
    if mention.kind == "group" and not mention.countries and len(thread.lands) > 2:
        return [slug for country in thread.lands if (slug := thread.people.holder(country, mention.roles))]
    if mention.kind == "counterpart":
        return by_counterpart(mention, thread, before)
    if mention.kind == "counterparts":
        return by_counterparts(mention, thread, before)
    if mention.kind == "title" and not mention.countries:
        return by_title(mention, thread, before)
    return ()


def heads_of_the_two(thread: Thread) -> Sequence[str]:
    """Return the heads of the two countries spoken of, where nobody was named and no other country."""
    heads = [thread.people.holder(country, HEADS) for country in thread.countries]
    return [slug for slug in heads if slug] if len(heads) == 2 and all(heads) else ()


def by_title(mention: Mention, thread: Thread, before: Sequence[str]) -> Sequence[str]:
    """Return who is meant by a title without a country: whom the report calls so, else who holds such an office."""
    persons = thread.people.persons
    known = list(dict.fromkeys([*thread.correspondents(), *reversed(thread.named), *before]))
    called: list[str] = []
    for title in reversed(mention.titles):  # of "His Highness the Amir" the last tells most
        called = called or [slug for slug in known if is_called(persons[slug], title, mention.roles)]
    roles = mention.roles[:1] if mention.roles[:1] == ("monarch",) else mention.roles  # "the Queen" is no president
    for role in roles if not called else ():
        called = [slug for slug in known if role in persons[slug].roles]
        if called:
            break
    if len(called) > 1 and thread.subject in called:
        return (thread.subject,)
    at_home = [slug for slug in called if persons[slug].country == thread.home]
    if len(called) > 1 and len(at_home) == 1:
        return at_home
    is_of_office = not set(ROLES_OF_TITLE["leader"]) <= set(mention.roles)  # "Hamas leader", "the opposition leader"
    if not called and thread.home and is_of_office and (slug := thread.people.holder(thread.home, mention.roles)):
        return (slug,)
    return (called[0],) if len(called) == 1 else ()


def is_called(person: Person, title: str, roles: Sequence[str]) -> bool:
    """Return whether the report calls somebody by a title; "Iran's president" calls its holder president."""
    holds = not set(roles).isdisjoint(person.roles)
    return title in person.called or (holds and any(own.endswith(title) for own in person.called))


def by_counterpart(mention: Mention, thread: Thread, before: Sequence[str]) -> Sequence[str]:
    """Return who holds in another country the office that the one spoken of holds in his."""
    persons = thread.people.persons
    other = next((slug for slug in [*reversed(before), *thread.correspondents(), *reversed(thread.named)]), None)
    own = persons[other].roles if other else ()
    roles = [role for role in own if role in HEADS] or own or HEADS
    if not mention.countries:
        met = thread.correspondents() or [slug for slug in thread.named if is_of_rank(persons[slug], roles)]
        rest = [slug for slug in met if slug != other]
        return (rest[0],) if len(rest) == 1 else ()
    slug = thread.people.holder(mention.countries[0], roles)
    return (slug,) if slug and slug != other else ()


def by_counterparts(mention: Mention, thread: Thread, before: Sequence[str]) -> Sequence[str]:
    """Return the counterparts of each of those spoken of: "their Vietnamese counterparts"."""
    alone = [mention._replace(countries=(country,)) for country in mention.countries] or [mention]
    each = [[slug] for slug in before] or [[]]
    found = [slug for one in alone for own in each for slug in by_counterpart(one, thread, own)]
    return list(dict.fromkeys(found))


def is_of_rank(person: Person, roles: Iterable[str]) -> bool:
    """Return whether somebody who is listed has, or had, such an office: whoever leads a country is of one rank."""
    rank = {*roles, *HEADS} if not set(HEADS).isdisjoint(roles) else set(roles)
    return not person.provisional and not rank.isdisjoint(person.roles)


def spoken_of(thread: Thread, before: Sequence[str]) -> list[str]:
    """Return whom he or she may mean: whom the sentence opens with, the subject so far, else who was named last."""
    if thread.frame == "digest" or thread.subject == STRANGER:  # of whom nothing is known that was told before
        return list(before)
    subject = [thread.subject] if thread.subject else []
    return [*before, *subject, *thread.correspondents(), *reversed(thread.named)]


def by_pronoun(tag: Tag, candidates: Iterable[str], others: Container[str], thread: Thread) -> Sequence[str]:
    """Return who is meant by a pronoun: the first of the candidates who may be, and is none of the others."""
    gender = tag.sense.one("he") or tag.sense.one("his")
    fits = (slug for slug in candidates if thread.people.persons[slug].gender in (None, gender) and slug not in others)
    return tuple(itertools.islice(fits, 1))

"""Exchanges put right: whether there was one, for what, of which year, between whom; and who wrote to whom in it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from importers.corrections.applying import Applying
from importers.corrections.met import Met
from importers.corrections.places import Span
from importers.corrections.stored import ExchangeKey
from importers.corrections.values import in_words, whole
from importers.reading import ExchangeRead, MessageRead, Reading
from models import key_of

Writers = dict[str, str | None]  # by the sender as read, who sent it; None where nobody did
Moved = tuple[int | None, Writers]  # the number that an exchange has now, None where it was none


def key_of_exchange(exchange: ExchangeRead) -> ExchangeKey:
    """Return what an exchange is known by."""
    return exchange.occasion, exchange.occasion_year, *exchange.leaders


def put_exchanges_right(reading: Reading, at: Applying) -> list[Moved]:
    """Put the exchanges of a reading right; return what became of each as it was read."""
    found: dict[ExchangeKey, ExchangeRead] = {}
    moved: list[tuple[ExchangeKey | None, Writers]] = []
    for exchange in reading.exchanges:
        now, writers = followed(exchange, reading, at)
        if now is None:
            moved.append((None, writers))
            continue
        key = key_of_exchange(now)
        told = found.setdefault(key, now)
        told.messages = now.messages | told.messages
        moved.append((key, writers))
    add_messages(reading, found, at)
    note_settled(found, at)
    numbers = {key: number for number, key in enumerate(found)}
    reading.exchanges = list(found.values())
    return [(None if key is None else numbers[key], writers) for key, writers in moved]


def note_settled(found: Mapping[ExchangeKey, ExchangeRead], at: Applying) -> None:
    """Note of which exchanges of the report a day, a milestone or an ordinal is put right, once all are settled."""
    told = {key_of("exchange", *key): exchange for key, exchange in found.items()}
    for one, key in at.corrections.settled():
        if key in told:
            at.met[one.id] = Met(holds=True, read=in_words(getattr(told[key], one.property)), exchange=key)


def followed(exchange: ExchangeRead, reading: Reading, at: Applying) -> tuple[ExchangeRead | None, Writers]:
    """Return what an exchange is after all corrections of it, and of what each of them made of it, and who writes."""
    writers: Writers = {sender: sender for sender in exchange.messages}
    seen: set[ExchangeKey] = set()
    now: ExchangeRead | None = replace(exchange, messages=dict(exchange.messages))
    while now is not None and key_of_exchange(now) not in seen:
        seen.add(key_of_exchange(now))
        put_messages_right(now, writers, at)
        now = put_right(now, writers, reading, at) if now.messages else None
    return now, writers


def put_messages_right(exchange: ExchangeRead, writers: Writers, at: Applying) -> None:
    """Take out messages that were none, turn round those that went the other way, and mark those found right."""
    for one in at.of_exchange("message", key_of_exchange(exchange)):
        sender = one.sender or ""
        if one.quote is not None or sender not in exchange.messages:
            continue
        by = exchange.messages[sender].read_by
        if one.property == "exists" and at.holds(one, "yes", by=by):
            if one.right_value == "yes":
                exchange.messages[sender] = replace(exchange.messages[sender], is_checked=True)
                continue
            del exchange.messages[sender]
            rename(writers, {sender: None})
        elif one.property == "sender" and at.holds(one, sender, by=by, can=exchange.leaders.__contains__):
            told, right = exchange.messages.pop(sender), one.right_value or ""
            turned = replace(told, sender=right, recipient=sender, is_checked=True)
            exchange.messages.setdefault(right, turned)
            rename(writers, {sender: right})


def rename(writers: Writers, names: Writers) -> None:
    """Give those who write other names."""
    for read, now in list(writers.items()):
        if now in names:
            writers[read] = names[now]


def put_right(exchange: ExchangeRead, writers: Writers, reading: Reading, at: Applying) -> ExchangeRead | None:
    """Return an exchange as the corrections of it have it, or else as those of its leaders; None where it was none."""
    key = key_of_exchange(exchange)
    as_read = {"exists": "yes", "occasion": key[0], "occasion_year": key[1], "leaders": " ".join(key[2:])}
    right = {
        one.property: one.right_value
        for one in at.of_exchange("exchange", key)
        if one.property in as_read and at.holds(one, in_words(as_read[one.property]), by=read_by(exchange))
    }
    if right.get("exists") == "no":
        return None
    pair = others(exchange.leaders, (right.get("leaders") or "").split())
    if not right:
        pair = {slug: other for slug in exchange.leaders if (other := same_person(slug, reading, at))}
    a, b = sorted(pair.get(slug, slug) for slug in exchange.leaders)
    if a == b:
        return None
    exchange.occasion = right.get("occasion") or exchange.occasion
    exchange.occasion_year = whole(right["occasion_year"]) if "occasion_year" in right else exchange.occasion_year
    exchange.leaders = (a, b)
    exchange.messages = {
        pair.get(sender, sender): renamed(message, pair.get) for sender, message in exchange.messages.items()
    }
    rename(writers, dict(pair))
    return exchange


def others(read: Sequence[str], right: Sequence[str]) -> dict[str, str]:
    """Return who is meant instead of whom: whoever is of both pairs stays, else they go by their order."""
    wrong = (slug for slug in read if slug not in right)
    return dict(zip(wrong, (slug for slug in right if slug not in read), strict=False))


def read_by(exchange: ExchangeRead) -> str | None:
    """Return the pattern that read the first message of an exchange."""
    return next((message.read_by for message in exchange.messages.values()), None)


def renamed(message: MessageRead, name: Callable[[str, str], str]) -> MessageRead:
    """Return a message with other names of who wrote to whom."""
    return replace(
        message, sender=name(message.sender, message.sender), recipient=name(message.recipient, message.recipient)
    )


def same_person(slug: str, reading: Reading, at: Applying) -> str | None:
    """Return who a leader known from reports only is, by what people say; None where they say nothing."""
    one = at.corrections.same_as(slug)
    is_known = slug in reading.leaders and not reading.leaders[slug].provisional
    return one.right_value if one is not None and not is_known and at.holds(one, slug) else None


def add_messages(reading: Reading, found: dict[ExchangeKey, ExchangeRead], at: Applying) -> None:
    """Add the messages that reading missed, each with the sentence that tells of it."""
    for one, span in at.placed("message"):
        if one.property != "exists" or one.right_value != "yes":
            continue
        key, sender = one.exchange(), one.sender or ""
        is_there = key in found and sender in found[key].messages
        if at.holds(one, "yes" if is_there else "no"):
            start, end = sentence_around(span, reading)
            day = reading.published_on
            exchange = ExchangeRead(key[0], key[1], day, "published" if day else None, key[2:])
            recipient = key[3] if sender == key[2] else key[2]
            told = MessageRead(sender, recipient, start, end, None, "message", is_checked=True)
            found.setdefault(key, exchange).messages[sender] = told


def sentence_around(span: Span, reading: Reading) -> Span:
    """Return the sentence in which a place stands, the place itself where it is in none."""
    for told in reading.statements:
        if told.start_char <= span[0] and span[1] <= told.end_char:
            return told.start_char, told.end_char
    return span

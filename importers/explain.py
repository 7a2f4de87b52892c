"""Explaining: a report sentence by sentence, with its tags, which pattern read what, who speaks and why."""

from collections.abc import Iterator

from importers.examples import described
from importers.extract.frames import frame_of
from importers.extract.persons import Mention
from importers.extract.report import extract
from importers.extract.view import View, views_with_people
from importers.grammar.tags import Tag
from importers.lexicon import Lexicon
from importers.parse.report import parse
from importers.raw_report import RawReport
from importers.reading import Reading, StatementRead


def explain(raw: RawReport, lexicon: Lexicon) -> Iterator[str]:
    """Yield in lines what is read in a report, and by what."""
    parsed = parse(raw, lexicon)
    reading = extract(parsed, lexicon)
    yield f"{reading.locator}: {reading.language or 'language not told'}, {reading.outlet or 'outlet not told'}"
    yield f"published {reading.published_on or 'on a day not told'} ({reading.published_basis or 'no basis'})"
    if not parsed.is_readable:
        yield "there are no files of its language, so nothing is read in it"
        return
    _, views = views_with_people(parsed, lexicon.knowledge)
    yield f"kind of text: {frame_of(views, parsed.vocabulary.of('frames'))}"
    yield from exchanges_of(reading)
    statements = {(one.start_char, one.end_char): one for one in reading.statements}
    for view in views:
        yield ""
        yield f"{'headline' if view.index < 0 else view.index + 1}: {' '.join(view.text.split())}"
        yield f"    tags: {' '.join(shown(tag, view) for tag in view.row.tags)}"
        if view.index >= 0 and (view.start, view.end) in statements:
            yield from facts_of(statements[view.start, view.end], reading)


def exchanges_of(reading: Reading) -> Iterator[str]:
    """Yield the exchanges, each message with the pattern that read it."""
    for exchange in reading.exchanges:
        what = " ".join(str(part) for part in (exchange.ordinal, exchange.milestone) if part)
        on = f"on {exchange.exchanged_on}" if exchange.exchanged_on else "on a day not told"
        when = f"{exchange.occasion_year or 'of a year not told'} {on} ({exchange.date_basis or 'no basis'})"
        yield f"exchange: {exchange.occasion} {when} {what}".rstrip()
        for message in exchange.messages.values():
            yield f"    {message.sender} > {message.recipient}, read by {message.read_by}, rests on: {message.evidence}"


def shown(tag: Tag, view: View) -> str:
    """Return a tag with its words: <send sent>, <person kim-jong-un>."""
    words = " ".join(view.text[tag.start - view.start : tag.end - view.start].split())
    names = "|".join(name for name in tag.sense if not name.startswith("word:")) or words
    if isinstance(tag.item, Mention):
        return f"<{names} {','.join(tag.item.slugs) or words}>"
    return words if names == words else f"<{names} {words}>"


def facts_of(statement: StatementRead, reading: Reading) -> Iterator[str]:
    """Yield what is read in a sentence."""
    for exchange in reading.exchanges:
        for message in exchange.messages.values():
            if (message.start_char, message.end_char) == (statement.start_char, statement.end_char):
                yield f"    tells: {message.sender} > {message.recipient} (by {message.read_by})"
    who = statement.speaker or "the journalist"
    yield f"    whose words: {who}, {statement.mode}" + (f" (by {statement.read_by})" if statement.read_by else "")
    for told in statement.anniversaries:
        yield f"    anniversary: {told.ordinal} of {told.milestone}, {told.observed_year} (by {told.read_by})"
    for figure in statement.trade:
        yield f"    trade: {described(figure)} (by {figure.read_by})"
    if statement.themes:
        yield f"    themes: {', '.join(theme.theme for theme in statement.themes)}"

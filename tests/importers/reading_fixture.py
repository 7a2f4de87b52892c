"""What tests of reading share: reading a few paragraphs with the shipped reference data, and asking what was read."""

import datetime
import functools
from collections.abc import Callable, Iterator

from importers.grammar.rules import languages, load_language
from importers.lexicon import Lexicon, Vocabulary, build_lexicon
from importers.raw_report import RawReport
from importers.read_report import read_report
from importers.reading import ExchangeRead, Reading, StatementRead
from importers.reference import load

ReadText = Callable[..., Reading]
Said = tuple[str | None, str]


@functools.cache
def shipped_lexicon() -> Lexicon:
    """The words and facts of the reference data that ships, without any database."""
    return build_lexicon(load.shipped_rows())


def vocabulary(code: str) -> Vocabulary:
    """The words and patterns of a language, with the reference data that ships."""
    return shipped_lexicon().vocabulary(code)


def written(kind: str, key: str) -> Iterator[tuple[str, str, str]]:
    """Yield what stands beside the patterns of a kind as `reads` or `passes`: language, name of the pattern, text.

    They are taken from the files as they are written: to list the tests, no language need be compiled.
    """
    for code in languages():
        for parts in (source.parts for source in load_language(code).sources if source.kind == kind):
            for text in parts.get(key, ()):
                yield code, parts["name"], text


def read_paragraphs(
    *paragraphs: str,
    on: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Reading:
    """Read a report of these paragraphs, `on` being the day on which its source says it was published."""
    published_on = datetime.date.fromisoformat(on) if on else None
    text = "\n\n".join(paragraphs)
    return read_report(
        RawReport("example.txt", text, title, url, outlet, published_on, language=language), shipped_lexicon()
    )


def day(written: str) -> datetime.date:
    return datetime.date.fromisoformat(written)


def flat(text: str) -> str:
    return " ".join(text.split())


def quote_of(reading: Reading, statement: StatementRead) -> str:
    return flat(reading.body[statement.start_char : statement.end_char])


def statement_of(reading: Reading, snippet: str) -> StatementRead:
    """The one statement that holds these words."""
    found = [statement for statement in reading.statements if snippet in quote_of(reading, statement)]
    assert len(found) == 1, f"{len(found)} statements hold {snippet!r}"
    return found[0]


def voice(statement: StatementRead) -> str | None:
    """Whose words of a message a statement tells; None for the journalist's own."""
    return statement.speaker if statement.exchanges else None


def speaker_of(reading: Reading, snippet: str) -> str | None:
    return voice(statement_of(reading, snippet))


def recipients_of(reading: Reading, snippet: str) -> set[str]:
    """To whom the message went that a statement tells of."""
    statement = statement_of(reading, snippet)
    return {slug for number in statement.exchanges for slug in reading.exchanges[number].leaders} - {statement.speaker}


def pairs_of(reading: Reading) -> set[tuple[str, str]]:
    return {exchange.leaders for exchange in reading.exchanges}


def sent(reading: Reading) -> set[tuple[str, str]]:
    """Sender and recipient of every message that was read."""
    return {(m.sender, m.recipient) for exchange in reading.exchanges for m in exchange.messages.values()}


def the_exchange(reading: Reading) -> ExchangeRead:
    """The one exchange of a report that tells of one."""
    assert len(reading.exchanges) == 1, reading.exchanges
    return reading.exchanges[0]


def anniversaries_of(reading: Reading) -> set[tuple[str | None, int, str | None, int | None]]:
    """Speaker, ordinal, milestone and year of every anniversary that was read."""
    return {
        (voice(statement), told.ordinal, told.milestone, told.observed_year)
        for statement in reading.statements
        for told in statement.anniversaries
    }


def trade_of(reading: Reading) -> list[tuple[str, float | None, int | None]]:
    """Claim, number and year of every trade figure that was read, in their order."""
    return [
        (figure.claim, figure.amount if figure.percent is None else figure.percent, figure.year)
        for statement in reading.statements
        for figure in statement.trade
    ]


def themes_of(reading: Reading) -> set[Said]:
    """Speaker and theme of everything touched."""
    return {(voice(statement), told.theme) for statement in reading.statements for told in statement.themes}


def meetings_of(reading: Reading) -> set[tuple[str, int]]:
    """Series and number of the numbered meetings told of."""
    return {(told.theme, told.ordinal) for statement in reading.statements for told in statement.themes if told.ordinal}

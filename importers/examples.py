"""Examples: whether the sentences beside the patterns of a language are read as they say, by these very patterns."""

import datetime
from collections import defaultdict
from collections.abc import Iterator

from importers.extract.people import People
from importers.extract.report import extract
from importers.extract.view import views_of
from importers.grammar.patterns import Pattern, first_matches
from importers.grammar.rules import Language
from importers.lexicon import Lexicon
from importers.parse.report import ParsedReport, parse
from importers.raw_report import RawReport
from importers.reading import Reading, TradeRead

DAY = datetime.date(2024, 1, 2)  # on which examples are read, where they do not begin with another: "[2020-12-31] ..."
OF_FACTS = ("correspondence", "speech", "anniversaries", "trade")  # whose patterns stand with facts; others make tags
ASKED_IN_CODE = {  # by the engine, or by those who put sentences together
    *("address", "i", "colon", "comma", "gap", "month", "name", "no_name", "number_word", "ordinal_word", "quote"),
    *("stop", "weekday", "day_word", "apart", "between_them", "year_word", "he", "occasion_of"),
}
OF_ROWS = ("names", "dates", "amounts")  # whose matches are gone from the rows that others see


def check(code: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield what is wrong in the files of a language, a line each, with file and line."""
    vocabulary = lexicon.vocabulary(code)
    for patterns in vocabulary.patterns.values():
        for pattern in patterns:
            for wrong in check_pattern(pattern, code, lexicon):
                yield f"{code}/{pattern.where}, pattern {pattern.name!r}: {wrong}"
    yield from unused_words(vocabulary.language)


def check_pattern(pattern: Pattern, code: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield what is wrong with one pattern."""
    if not (pattern.reads and pattern.passes):
        yield "it needs a sentence that it reads and one that it leaves alone"
    for example in pattern.reads:
        text, _, wanted = example.partition("=>")
        came = told_by(pattern, text.strip(), code, lexicon)
        if came is None or (pattern.kind in OF_FACTS and wanted.strip() and facts_in(wanted) != came):
            told = "; ".join(sorted(came)) if came is not None else "nothing"
            yield f"of {text.strip()!r} it reads {told}, not {wanted.strip()}"
    for text in pattern.passes:
        came = told_by(pattern, text, code, lexicon)
        if came is not None:
            yield f"it does not leave alone {text!r}, but reads {'; '.join(sorted(came))}"


def facts_in(text: str) -> set[str]:
    """Return the facts that an example lists, parted by semicolons."""
    return {" ".join(fact.split()) for fact in text.split(";") if fact.strip()}


def told_by(pattern: Pattern, text: str, code: str, lexicon: Lexicon) -> set[str] | None:
    """Return the facts that a pattern reads in a text, an empty set where it only makes tags; None where nothing."""
    parsed = parse(report_of(text, code), lexicon)
    if pattern.kind in OF_FACTS:
        facts = facts_by_pattern(extract(parsed, lexicon)).get(pattern.name)
        return facts if facts else (set() if matches(pattern, parsed, lexicon) and not wants_facts(pattern) else None)
    return set() if matches(pattern, parsed, lexicon) else None


def wants_facts(pattern: Pattern) -> bool:
    """Return whether a pattern stands with facts: one that only opens or ends something does not."""
    return any(example.partition("=>")[2].strip() for example in pattern.reads)


def report_of(text: str, code: str) -> RawReport:
    """Return a report of one example, with the day that it begins with."""
    day = DAY
    if text.startswith("["):
        written, _, text = text[1:].partition("]")
        day = datetime.date.fromisoformat(written)
    return RawReport("example", text.strip(), published_on=day, language=code)


def matches(pattern: Pattern, parsed: ParsedReport, lexicon: Lexicon) -> bool:
    """Return whether a pattern is the one that holds somewhere in the rows of a text."""
    vocabulary = parsed.vocabulary
    if pattern.kind in OF_ROWS:
        put_together = pattern.kind == "names"
        rows = [
            (parsed.tagged.row if put_together else parsed.tagged.plain_row)(sentence.start, sentence.end)
            for sentence in parsed.sentences
        ]
    else:
        people = People(lexicon.knowledge, parsed.published_on, vocabulary.language.settings.get("family_first", ()))
        rows = [view.row for view in views_of(parsed, people)]
    if pattern.kind == "frames":  # of a headline or of a lead: they do not vie with each other
        return any(any(pattern.matches(row.letters)) for row in rows)
    found = [match.name for row in rows for match in first_matches(vocabulary.of(pattern.kind), row.letters)]
    return pattern.name in found


def facts_by_pattern(reading: Reading) -> dict[str, set[str]]:
    """Return what a reading tells as short texts, by the patterns that read it."""
    found: dict[str, set[str]] = defaultdict(set)
    for exchange in reading.exchanges:
        for message in exchange.messages.values():
            found[message.read_by].add(f"{message.sender} > {message.recipient}")
    for statement in reading.statements:
        quote = " ".join(reading.body[statement.start_char : statement.end_char].split())
        if statement.read_by and statement.speaker:
            found[statement.read_by].add(f"{statement.speaker}: {quote}")
        for told in statement.anniversaries:
            found[told.read_by].add(f"{told.ordinal} {told.milestone} {told.observed_year}")
        for figure in statement.trade:
            found[figure.read_by].add(described(figure))
    return dict(found)


def described(figure: TradeRead) -> str:
    """Return a claim on trade in short: "level total 240100000000 USD 2023 CN RU"."""
    parts = (
        figure.claim, figure.flow, None if figure.amount is None else f"{figure.amount:.15g}", figure.currency,
        None if figure.percent is None else f"{figure.percent:.15g} %", figure.year, figure.country_a, figure.country_b,
    )  # fmt: skip
    return " ".join(str(part) for part in parts if part is not None)


def unused_words(language: Language) -> Iterator[str]:
    """Yield the tags of words that no pattern of the language, and nothing in code, asks for."""
    asked = ASKED_IN_CODE | set(language.settings.get("lists", ()))
    for text in [*language.rules.values(), *(text for source in language.sources for text in source.texts)]:
        asked |= {part.partition(":")[0] for part in tags_in(text)}
    for tag in sorted({word.tag for word in language.words} - asked):
        yield f"{language.code}/words.csv: nothing asks for words of the tag {tag!r}"


def tags_in(text: str) -> Iterator[str]:
    """Yield the tags and rules that a pattern names."""
    for part in text.replace("{", "<").replace("}", ">").split("<")[1:]:
        yield from part.partition(">")[0].replace("|", ":").split(":")

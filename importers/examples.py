"""Examples: whether the sentences beside the patterns of a language are read as they say, by these very patterns.

An example is a sentence, and behind "=>" what is read in it, several facts parted by semicolons. A day in brackets
before it is the report's: "[2020-12-31] ...". What facts look like hangs on the file:

    correspondence     xi-jinping > vladimir-putin
    speech             xi-jinping: the whole sentence
    anniversaries      75 cn-ru-diplomatic-relations 2024; of one that is not counted, the occasion that it is of
    occasions          new-year
    trade              CN-RU level total >240000000000 USD 2023 1-6
    amounts            240000000000 USD

Patterns of other files make tags that these ask for: it is enough that they hold in their examples, and not in others.
"""

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from importers.extract.claims.anniversaries import Observed, anniversaries_of
from importers.extract.frames import frame_of
from importers.extract.occasions import OF_MILESTONE
from importers.extract.report import extract, meaning_of, thread_through
from importers.extract.thread import Thread
from importers.extract.view import views_with_people
from importers.grammar.amounts import Amount, amount_of, share_of
from importers.grammar.patterns import Pattern, first_matches
from importers.grammar.rules import Language
from importers.grammar.syntax import PatternError
from importers.grammar.tags import Row
from importers.lexicon import Lexicon, Vocabulary
from importers.parse.report import ParsedReport, parse
from importers.parse.tagged import with_dates
from importers.raw_report import RawReport
from importers.reading import Reading, TradeRead

DAY = datetime.date(2024, 1, 2)  # on which examples are read that tell no day
OF_TRADE = datetime.date(2023, 12, 31)  # the same, of what is claimed on trade: of a year that has ended
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
ASKED_IN_CODE = {  # by the engine, or by those who put sentences together
    *("address", "he", "i", "they", "both", "titles", "colon", "comma", "quote", "stop", "listing", "gap", "name"),
    *(
        "no_name",
        "month",
        "weekday",
        "day_word",
        "year_word",
        "years_ahead",
        "number_word",
        "ordinal_word",
        "apart",
        "that",
        "between_them",
    ),
    "occasion_of",
    "respectively",
    "object",
    "world_trade",
    "home",
}
Facts = set[tuple[str | None, str]]  # each with the name of the pattern that read it


@dataclass(frozen=True)
class Example:
    """A sentence beside a pattern, taken apart."""

    text: str
    expected: frozenset[str]
    day: datetime.date | None

    @classmethod
    def of(cls, written: str) -> "Example":
        """Return an example as it is written in a file."""
        text, _, facts = written.partition("=>")
        day = None
        if text.startswith("["):
            dated, _, text = text[1:].partition("]")
            day = datetime.date.fromisoformat(dated)
        return cls(text.strip(), frozenset(" ".join(f.split()) for f in facts.split(";") if f.strip()), day)


def check(code: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield what is wrong in the files of a language, a line each, with file and line."""
    vocabulary = lexicon.vocabulary(code)
    broken = list(not_compiled(vocabulary))
    yield from broken
    for patterns in vocabulary.patterns.values() if not broken else ():
        for pattern in patterns:
            for wrong in check_pattern(pattern, vocabulary, lexicon):
                yield f"{code}/{pattern.where}, pattern {pattern.name!r}: {wrong}"
    yield from unused_words(vocabulary.language)


def not_compiled(vocabulary: Vocabulary) -> Iterator[str]:
    """Yield which patterns cannot be compiled, and why: in reading each is compiled only when it is needed."""
    for pattern in (one for patterns in vocabulary.patterns.values() for one in patterns):
        for expression in (pattern.match, *pattern.unless):
            try:
                expression.compiled  # noqa: B018
            except PatternError as error:
                yield f"{vocabulary.language.code}/{pattern.where}, pattern {pattern.name!r}: {error}"


def check_pattern(pattern: Pattern, vocabulary: Vocabulary, lexicon: Lexicon) -> Iterator[str]:
    """Yield what is wrong with one pattern."""
    if not (pattern.reads or is_refusal(pattern) or pattern.gives.get("is") in ASIDE) or not pattern.passes:
        yield "it needs a sentence that it reads and one that it leaves alone"
    told = READERS.get(pattern.kind, told_by_match)
    for written in pattern.reads:
        example = Example.of(written)
        facts = told(example, pattern, vocabulary, lexicon)
        own = {fact for name, fact in facts if name == pattern.name}
        if not own and not example.expected:  # one that only opens, ends or takes something
            own = {fact for _, fact in told_by_match(example, pattern, vocabulary, lexicon)}
        everything = {fact for _, fact in facts}
        wanted = example.expected
        is_read = bool(own) and (wanted in (own, everything) or not wanted)
        if not is_read and not (wanted and not own and pattern.kind in MADE_OF and everything == wanted):
            yield f"of {example.text!r} it reads {'; '.join(sorted(own)) or 'nothing'}, not {'; '.join(sorted(wanted))}"
    for written in pattern.passes:
        example = Example.of(written)
        facts = told(example, pattern, vocabulary, lexicon)
        own = {fact for name, fact in facts if name == pattern.name}
        if is_refusal(pattern):
            if {fact for _, fact in facts} != example.expected:
                yield f"it does not keep {example.text!r} from being read"
        elif own:
            yield f"it does not leave alone {example.text!r}, but reads {'; '.join(sorted(own))}"


def is_refusal(pattern: Pattern) -> bool:
    """Return whether a pattern takes what is no claim, so that its `passes` make none."""
    return pattern.gives.get("claim") == "none" or pattern.gives.get("is") == "other"


def parsed_example(example: Example, day: datetime.date, vocabulary: Vocabulary, lexicon: Lexicon) -> ParsedReport:
    """Return an example as a report."""
    code = vocabulary.language.code
    return parse(RawReport("example", example.text, published_on=example.day or day, language=code), lexicon)


def told_by_reading(example: Example, _pattern: Pattern, vocabulary: Vocabulary, lexicon: Lexicon) -> Facts:
    """Return the messages and the attributions that are read in an example."""
    reading = extract(parsed_example(example, DAY, vocabulary, lexicon), lexicon)
    found = {
        (message.read_by, f"{message.sender} > {message.recipient}")
        for exchange in reading.exchanges
        for message in exchange.messages.values()
    }
    found |= {
        (statement.read_by, f"{statement.speaker}: {quote_of(reading, statement.start_char, statement.end_char)}")
        for statement in reading.statements
        if statement.read_by and statement.speaker
    }
    return found


def quote_of(reading: Reading, start: int, end: int) -> str:
    """Return a stretch of the body in one line."""
    return " ".join(reading.body[start:end].split())


def told_of_trade(example: Example, _pattern: Pattern, vocabulary: Vocabulary, lexicon: Lexicon) -> Facts:
    """Return the claims on trade that are read in an example."""
    reading = extract(parsed_example(example, OF_TRADE, vocabulary, lexicon), lexicon)
    return {(figure.read_by, described(figure)) for statement in reading.statements for figure in statement.trade}


def described(figure: TradeRead) -> str:
    """Return a claim on trade in short: "CN-RU level total >240000000000 USD 2023 1-6"."""
    number = f"{figure.amount:.15g} {figure.currency}" if figure.amount is not None else None
    if figure.percent is not None:
        number = f"{figure.percent:.15g}%"
    months = "-".join(str(month or "") for month in figure.months) if figure.months else None
    bound = ">" if figure.is_threshold and number else ""
    countries = "-".join(country for country in (figure.country_a, figure.country_b) if country)
    since = f"since {figure.base_year}" if figure.base_year else None
    year = figure.year and str(figure.year)
    parts = (countries, figure.claim, figure.flow, number and bound + number, year, months, since)
    return " ".join(part for part in parts if part)


def told_of_anniversaries(example: Example, _pattern: Pattern, vocabulary: Vocabulary, lexicon: Lexicon) -> Facts:
    """Return the anniversaries that are read in an example, which is of the year that it expects."""
    years = [year for fact in example.expected for year in YEAR.findall(fact)]
    day = datetime.date(int(years[0]) if years else 2024, 7, 1)
    parsed = parsed_example(example, day, vocabulary, lexicon)
    people, views = views_with_people(parsed, lexicon.knowledge)
    thread = Thread(people, frame_of(views, vocabulary.of("frames")))
    thread_through(views, thread, parsed)
    meaning = meaning_of(parsed, thread, example.day or day, lexicon.knowledge)
    found = anniversaries_of(views, meaning, people.persons, vocabulary)
    return {(each.read_by, observed(each)) for several in found.values() for each in several}


def observed(each: Observed) -> str:
    """Return an anniversary in short: counted with its milestone and its year, else the occasion that it is of."""
    if each.ordinal is None:
        return OF_MILESTONE.get(each.kind or "", "")
    return f"{each.ordinal} {each.milestone or '-'} {each.year}"


def told_of_occasions(example: Example, _pattern: Pattern, vocabulary: Vocabulary, lexicon: Lexicon) -> Facts:
    """Return the occasion of an example by the pattern that decides on it."""
    _, views = views_with_people(parsed_example(example, DAY, vocabulary, lexicon), lexicon.knowledge)
    for pattern in vocabulary.of("occasions"):
        for match in (match for view in views[:1] for match in pattern.matches(view.row.letters)):
            kept = match.kept.get("occasion")
            slug = pattern.gives.get("occasion") or (views[0].row.tags[kept[0]].sense.one("occasion") if kept else "")
            return {(pattern.name, str(slug))}
    return set()


def told_of_amounts(example: Example, _pattern: Pattern, vocabulary: Vocabulary, lexicon: Lexicon) -> Facts:
    """Return the amounts and percentages that are made of an example."""
    row = rows_of("amounts", parsed_example(example, DAY, vocabulary, lexicon), lexicon)[0]
    found: Facts = set()
    for match in first_matches(vocabulary.of("amounts"), row.letters):
        makes = match.pattern.gives["makes"]
        item = amount_of(row, match) if makes in ("amount", "quantity") else share_of(row, match, makes)
        if isinstance(item, Amount):
            found.add((match.name, f"{item.value:.15g} {item.currency or ''}".strip()))
        elif item is not None:
            found.add((match.name, f"{item.percent:.15g}"))
    return found


def told_by_match(example: Example, pattern: Pattern, vocabulary: Vocabulary, lexicon: Lexicon) -> Facts:
    """Return what an example expects, where the pattern is the one that holds somewhere in it."""
    rows = rows_of(pattern.kind, parsed_example(example, DAY, vocabulary, lexicon), lexicon)
    if pattern.kind == "frames":  # of a headline or of a lead: they do not vie with each other
        holds = any(any(pattern.matches(row.letters)) for row in rows)
    else:
        patterns = vocabulary.of(pattern.kind)
        holds = any(match.name == pattern.name for row in rows for match in first_matches(patterns, row.letters))
    return {(pattern.name, fact) for fact in example.expected or ("(holds)",)} if holds else set()


def rows_of(kind: str, parsed: ParsedReport, lexicon: Lexicon) -> list[Row]:
    """Return the rows of a report as the patterns of a kind see them: each sees what others before it have made."""
    plain = [parsed.tagged.plain_row(sentence.start, sentence.end) for sentence in parsed.sentences]
    if kind == "dates":
        return plain
    if kind == "amounts":
        return [with_dates(row, parsed.vocabulary) for row in plain]
    if kind == "names":
        return [parsed.tagged.row(sentence.start, sentence.end) for sentence in parsed.sentences]
    return [view.row for view in views_with_people(parsed, lexicon.knowledge)[1]]


ASIDE = ("aside", "compared")  # what a pattern of periods takes so tells no year: its `passes` prove it
MADE_OF = ("flows", "periods")  # whose patterns only help those of trade: what is claimed proves them
READERS: dict[str, Callable[[Example, Pattern, Vocabulary, Lexicon], Facts]] = {
    "correspondence": told_by_reading,
    "speech": told_by_reading,
    "anniversaries": told_of_anniversaries,
    "occasions": told_of_occasions,
    "trade": told_of_trade,
    "flows": told_of_trade,
    "periods": told_of_trade,
    "amounts": told_of_amounts,
}


def unused_words(language: Language) -> Iterator[str]:
    """Yield the tags of words that no pattern of the language, and nothing in code, asks for."""
    asked = ASKED_IN_CODE | set(language.settings.get("lists", ())) | set(language.settings.get("compounds", ()))
    asked |= {name.partition(":")[0] for name in language.asked}
    for tag in sorted({word.tag for word in language.words} - asked):
        yield f"{language.code}/words.csv: nothing asks for words of the tag {tag!r}"

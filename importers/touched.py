"""Touched: the stored reports in which a phrase stands that is another today than when they were read."""

import re
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from importers.basis import Basis, Phrase, noted_bases
from importers.extract.claims.themes import KINDS
from importers.grammar.inflection import inflection_of
from importers.grammar.phrases import fold
from importers.grammar.rules import Language, languages, load_language
from importers.parse.report import DEFAULT
from models import SourceReport

PLACEHOLDER = re.compile(r"\{number\}|\{leader\}")
AT_ONCE = 1000  # texts taken from the database together
Needle = tuple[str, ...]  # parts that all stand in a text which holds a phrase, without spaces


def touched(connection: Connection, today: Basis) -> list[int] | None:
    """Return the keys of the reports that today's basis may read otherwise; None where these may be any."""
    changed: set[Phrase] = set()
    bases = noted_bases(connection)
    for basis in bases:
        phrases = basis.phrases_changed(today)
        if phrases is None:
            return None
        changed |= phrases
    return sorted(holding(connection, changed)) if bases else None


def holding(connection: Connection, phrases: Iterable[Phrase]) -> Iterator[int]:
    """Yield the reports, as far as their sources still say so, in which one of these phrases stands."""
    wanted: dict[str, set[Needle]] = {}
    for phrase in phrases:
        wanted.setdefault(phrase.language, set()).update(needles(phrase))
    if not wanted:
        return
    columns = (SourceReport.id, SourceReport.language, SourceReport.headline, SourceReport.body)
    texts = connection.execute(select(*columns).where(SourceReport.is_current))
    readable = set(languages())
    for row in texts.yield_per(AT_ONCE):
        looked_for = wanted.get(row.language if row.language in readable else DEFAULT)
        if looked_for:
            text = without_spaces(f"{row.headline or ''}\n{row.body}")
            if any(all(part in text for part in needle) for needle in looked_for):
                yield row.id


def needles(phrase: Phrase) -> Iterator[Needle]:
    """Yield the parts of each form of a phrase, between what stands for a number or a leader in it."""
    if phrase.language in languages():
        for form in forms_of(phrase, load_language(phrase.language)):
            yield tuple(part for part in map(without_spaces, PLACEHOLDER.split(form)) if part)


def without_spaces(text: str) -> str:
    """Return a text as phrases are matched against it, but for spaces, which pages leave out here and there."""
    return "".join(fold(text).split())


def forms_of(phrase: Phrase, language: Language) -> Iterator[str]:
    """Yield the forms in which the lexicon looks for a phrase."""
    inflection = inflection_of(language.settings)
    yield phrase.phrase
    if inflection is not None:
        for tag in (phrase.meaning.split(" ")[0],) if phrase.kind == "word" else KINDS:
            yield from inflection.forms(phrase.phrase.removesuffix(" {leader}"), tag)

"""The files of a language: loaded, checked, and compiled over the alphabet of its words."""

import csv
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

from importers.grammar.alphabet import Alphabet
from importers.grammar.compiler import WIDEST, Compiler
from importers.grammar.patterns import Pattern, Patterns
from importers.grammar.phrases import Phrases, Script
from importers.grammar.syntax import GAP, SOMEBODY, STOP, PatternError, names_in, word_tag, words_in

OF_PATTERN = ("name", "match", "unless", "reads", "passes")
SETTINGS = "language.toml"
PAGE = "page.toml"
WORDS = "words.csv"


class LanguageError(ValueError):
    """A mistake in a file of a language; says in which, where, and what is wrong."""


class Word(NamedTuple):
    """A phrase of a language, the tag it carries, and what it means there; `line` of words.csv, 0 for a user's own."""

    tag: str
    meaning: str
    phrase: str
    line: int = 0


class Source(NamedTuple):
    """A pattern as it is written: in which file, its kind, its parts."""

    where: str
    kind: str
    parts: Mapping[str, Any]

    @property
    def texts(self) -> list[str]:
        """What it matches, and what it does not."""
        return [self.parts["match"], *self.parts.get("unless", ())]


@dataclass(frozen=True, eq=False)
class Language:
    """What the files of one language say, before it is compiled."""

    code: str
    settings: Mapping[str, Any]
    words: Sequence[Word]
    sources: Sequence[Source]
    rules: Mapping[str, str]
    script: Script = field(default_factory=Script)

    @property
    def texts(self) -> list[str]:
        """All that is written as a pattern: rules, patterns, and their exceptions."""
        return [*self.rules.values(), *(text for source in self.sources for text in source.texts)]

    @cached_property
    def asked(self) -> frozenset[str]:
        """The names of tags and rules that patterns ask for, and those that the engine asks for itself."""
        return frozenset({GAP, STOP, SOMEBODY, *(name for text in self.texts for name in names_in(text))})


@cache
def languages() -> list[str]:
    """Return the codes of the languages that can be read, in their order."""
    folder = files("importers") / "languages"
    return sorted(entry.name for entry in folder.iterdir() if (entry / SETTINGS).is_file())


@cache
def load_language(code: str, folder: Traversable | None = None) -> Language:
    """Load the files of a language. Raises LanguageError with file and line where one of them is wrong."""
    folder = folder or files("importers") / "languages" / code
    settings = settings_in(folder)
    sources: list[Source] = []
    rules: dict[str, str] = dict(settings.get("rules", {}))
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml") and file.name not in (SETTINGS, PAGE):
            content = toml_of(file)
            rules |= content.get("rules", {})
            sources += sources_in(file, content.get("pattern", []), content.get("unless", []))
    letters = frozenset(settings.get("name_letters", ""))
    script = Script(
        settings.get("has_words", True), settings.get("has_case", True), settings.get("name_joint", ""), letters
    )
    return Language(code, settings, list(words_of(folder / WORDS)), sources, rules, script)


def load_settings(code: str) -> dict[str, Any]:
    """Return what the language.toml of a language says, and its page.toml as "page". Raises LanguageError."""
    return settings_in(files("importers") / "languages" / code)


def settings_in(folder: Traversable) -> dict[str, Any]:
    """Return the settings in the folder of a language. Raises LanguageError where a file is no TOML."""
    page = folder / PAGE
    return {**toml_of(folder / SETTINGS), "page": toml_of(page) if page.is_file() else {}}


def toml_of(file: Traversable) -> dict[str, Any]:
    """Return what a TOML file says. Raises LanguageError where it is none."""
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"{file}: {error}") from None


def words_of(file: Traversable) -> Iterator[Word]:
    """Yield the words of a file with the columns tag, meaning, phrase."""
    with file.open(encoding="utf-8") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            tag, meaning, phrase = (row.get(column) for column in ("tag", "meaning", "phrase"))
            if not tag or not phrase or meaning is None:
                raise LanguageError(
                    f"{file}, line {number}: a word needs a tag and a phrase, and a column for its meaning"
                )
            yield Word(tag, meaning, phrase, number)


def sources_in(file: Traversable, patterns: Sequence[Mapping[str, Any]], unless: Sequence[str]) -> Iterator[Source]:
    """Yield the patterns of a file as written, each with its line; `unless` are exceptions of all of them."""
    lines = file.read_text("utf-8").split("\n")
    at = [number for number, line in enumerate(lines, start=1) if line.strip() == "[[pattern]]"]
    for line, parts in zip(at, patterns, strict=True):
        where = f"{file.name}, line {line}"
        if "name" not in parts or "match" not in parts:
            raise LanguageError(f"{where}: a pattern needs a name and a match")
        exceptions = [*parts.get("unless", ()), *unless]
        yield Source(where, file.name.removesuffix(".toml"), {**parts, "unless": exceptions})


def add_words(phrases: Phrases, language: Language) -> None:
    """Add the words of a language, and those that stand in its patterns themselves."""
    small, listed = (frozenset(language.settings.get(name, ())) for name in ("small_tags", "lists"))
    for word in language.words:
        if word.tag not in listed:
            is_small = word.tag in small and " " not in word.phrase
            phrases.add(word.phrase, word.tag, word.meaning, cased=word.phrase[0].isupper(), is_small=is_small)
    for text in language.texts:
        for literal in words_in(text):
            phrases.add(literal, word_tag(literal))


def compile_patterns(language: Language, alphabet: Alphabet, late: frozenset[str]) -> dict[str, Patterns]:
    """Return the patterns of a language by kind, each in the order of its file; `late` are letters that code makes.

    Raises LanguageError where one cannot be compiled, with its file and line.
    """
    compiler = Compiler(alphabet, language.rules, widest=language.settings.get("widest_gap", WIDEST))
    compiled: dict[str, list[Pattern]] = {}
    for source in language.sources:
        parts = source.parts
        try:
            match, *unless = map(compiler.compile, source.texts)
        except PatternError as error:
            raise LanguageError(f"{language.code}/{source.where}, pattern {parts['name']!r}: {error}") from None
        gives = {name: value for name, value in parts.items() if name not in OF_PATTERN}
        reads, passes = tuple(parts.get("reads", ())), tuple(parts.get("passes", ()))
        pattern = Pattern(parts["name"], source.kind, match, tuple(unless), reads, passes, gives, source.where,
                          compiler.needs(parts["match"]), compiler.opening(parts["match"]))  # fmt: skip
        compiled.setdefault(source.kind, []).append(pattern)
    return {kind: Patterns(patterns, late) for kind, patterns in compiled.items()}

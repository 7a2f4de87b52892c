"""Inflection: the forms in which words and names stand in texts of a language that declines them.

They are made once, when the vocabulary is built, so that a text needs no analysis of its words. pymorphy3 gives the
forms of words, those of its dictionary and, by their endings, others; pytrovich those of people's names, which go by
rules of their own: foreign surnames of women stay, a Korean name declines in its last part alone.

language.toml says under [forms] which tags are of words to be inflected, and by the grammemes of OpenCorpora which of
their forms are meant: `message = ["NOUN"]`, `send = ["VERB,past"]`. All other words stand as they are written.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, combinations, product
from typing import Any

from pymorphy3 import MorphAnalyzer
from pymorphy3.analyzer import Parse
from pytrovich.enums import Case, Gender, NamePart
from pytrovich.maker import PetrovichDeclinationMaker

CASES = {
    "nomn": "nominative",
    "gent": "genitive",
    "datv": "dative",
    "accs": "accusative",
    "ablt": "instrumental",
    "loct": "prepositional",
    "gen2": "genitive",
    "loc2": "prepositional",
}
OF_NAMES = {
    Case.GENITIVE: "genitive",
    Case.DATIVE: "dative",
    Case.ACCUSATIVE: "accusative",
    Case.INSTRUMENTAL: "instrumental",
    Case.PREPOSITIONAL: "prepositional",
}
NOMINATIVE = "nominative"
FEMININE = ("а", "я")  # noqa: RUF001
VOWELS = "аеёиоуыэюя"
FIRST_ENDINGS = ("ий", "", "ь", "й", "а", "я")  # noqa: RUF001 - of names, the likeliest first
MODIFIERS, NOUNS, VERBS = ("ADJF", "PRTF"), ("NOUN", "NPRO"), ("INFN",)

Forms = Mapping[str, frozenset[str]]  # with the cases that each may be, none where it has none


@cache
def analyzer() -> MorphAnalyzer:
    """Return the dictionary of words, opened once."""
    return MorphAnalyzer()


@cache
def parses(word: str) -> list[Parse]:
    """Return what a word may be, likeliest first."""
    return list(analyzer().parse(word))


@cache
def declension() -> PetrovichDeclinationMaker:
    """Return the rules of names, opened once."""
    return PetrovichDeclinationMaker()


@dataclass(frozen=True)
class Inflection:
    """Gives the forms of the words that carry the tags of [forms]."""

    wanted: Mapping[str, Sequence[frozenset[str]]]
    left_out: frozenset[str] = frozenset()  # forms that far oftener are another word
    long_initials: tuple[str, ...] = ()  # letters that together stand for a given name
    made: dict[tuple[str, str], Forms] = field(default_factory=dict)

    def forms(self, phrase: str, tag: str) -> Forms:
        """Return the forms of a phrase that are looked for under a tag; itself alone where it is not inflected."""
        wanted = self.wanted.get(tag)
        if wanted is None:
            return {phrase: frozenset()}
        if (phrase, tag) not in self.made:
            forms = gathered(forms_of_phrase(phrase, wanted)) or {phrase: frozenset()}
            self.made[phrase, tag] = {form: cases for form, cases in forms.items() if form not in self.left_out}
        return self.made[phrase, tag]


def inflection_of(settings: Mapping[str, Any]) -> Inflection | None:
    """Return the inflection that the settings of a language ask for, None where they ask for none."""
    wanted = settings.get("forms")
    if wanted is None:
        return None
    by_tag = {tag: [frozenset(one.split(",")) for one in several] for tag, several in wanted.items()}
    left_out, initials = settings.get("left_out", ()), settings.get("long_initials", ())
    return Inflection(by_tag, frozenset(left_out), tuple(initials))


def gathered(forms: Iterable[tuple[str, str]]) -> Forms:
    """Return each form with all the cases that it may be."""
    found: dict[str, set[str]] = {}
    for form, case in forms:
        found.setdefault(form, set()).update([case] if case else ())
    return {form: frozenset(cases) for form, cases in found.items()}


# ---- words


def forms_of_phrase(phrase: str, wanted: Sequence[frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Yield the forms of a phrase: its head, the words before it that agree with it, what is joined to it by "and".

    Nothing comes of a phrase that stands in no form of a dictionary: it is looked for as it is.
    """
    words = phrase.split(" ")
    head = place_of_head(words)
    if head is None:
        return
    before, rest = words[:head], words[head + 1 :]
    joined = rest[-1] if len(rest) == 2 and parses(rest[0])[0].tag.POS == "CONJ" else None
    parts = NOUNS if paradigm(words[head], NOUNS) else (*MODIFIERS, *VERBS)
    for parse in paradigm(words[head], parts):
        grammemes = frozenset(parse.tag.grammemes)
        if not any(one <= grammemes for one in wanted):
            continue
        agreeing = [agreed(word, parse) for word in before]
        if all(agreeing):
            behind = [rest[0], form_as(joined, parse)] if joined else rest
            yield (
                " ".join([*agreeing, as_written(parse.word, words[head]), *behind]),
                CASES.get(str(parse.tag.case), ""),
            )


def place_of_head(words: Sequence[str]) -> int | None:
    """Return the place of the word that a phrase is a form of: the first noun, or the verb or adjective before it."""
    for place, word in enumerate(words):
        if paradigm(word, NOUNS) or (place and place == len(words) - 1 and paradigm(word, MODIFIERS)):
            return place
        if not paradigm(word, MODIFIERS) and not is_numeral(word):
            break
    return 0 if paradigm(words[0], VERBS if len(words) > 1 else (*MODIFIERS, *VERBS)) else None


@cache
def is_numeral(word: str) -> bool:
    """Return whether a word is a number, which stays before an ordinal as it is: seventy-fifth."""
    return bool(parses(word)[0].tag.POS == "NUMR")


def form_as(word: str, noun: Parse) -> str:
    """Return a noun in the case and number of another, as it is where it has none such."""
    for form in paradigm(word, NOUNS):
        if form.tag.case == noun.tag.case and form.tag.number == noun.tag.number:
            return as_written(form.word, word)
    return word


@cache
def paradigm(word: str, parts: tuple[str, ...]) -> tuple[Parse, ...]:
    """Return all forms of a word that stands in its first form, of one of these parts of speech; of a plural, those."""
    for parse in parses(word):
        tag = parse.tag
        if tag.POS not in parts or not (tag.case == "nomn" or tag.POS in VERBS) or ("Name" in tag and "plur" in tag):
            continue
        number = "plur" if tag.number == "plur" and tag.POS in NOUNS else None
        return tuple(
            form
            for form in parse.lexeme
            if (number is None or form.tag.number == number)
            and (tag.POS not in MODIFIERS or (form.tag.voice, form.tag.tense) == (tag.voice, tag.tense))
        )
    return ()


@cache
def by_agreement(word: str) -> dict[tuple[str, str, str, str], str]:
    """Return the forms of an adjective by case, number, gender and whether it goes with a living being."""
    found: dict[tuple[str, str, str, str], str] = {}
    for form in paradigm(word, MODIFIERS):
        tag = form.tag
        beings = [tag.animacy] if tag.animacy else ["anim", "inan"]
        for being in beings:
            found.setdefault((str(tag.case), str(tag.number), str(tag.gender), being), as_written(form.word, word))
    return found


def agreed(word: str, noun: Parse) -> str:
    """Return the form of an adjective that goes with a form of a noun or of an adjective, "" for none."""
    if is_numeral(word):
        return word
    tag = noun.tag
    case = {"gen2": "gent", "loc2": "loct"}.get(str(tag.case), str(tag.case))
    gender = "None" if tag.number == "plur" else {"ms-f": "masc"}.get(str(tag.gender), str(tag.gender))
    return by_agreement(word).get((case, str(tag.number), gender, str(tag.animacy or "inan")), "")


def as_written(form: str, word: str) -> str:
    """Return a form with the capitals of the word that it is of."""
    if word.isupper() and len(word) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if word[:1].isupper() else form


# ---- names


def forms_of_name(name: str, gender: str | None, *, is_family_name_first: bool) -> Forms:
    """Return the forms of a person's name, as those decline it who decline all its words, and who the last alone.

    A man's foreign name that ends like a Russian family name may decline otherwise: Putinym, but Jinpinom.
    """
    sex = Gender.FEMALE if gender == "f" else Gender.MALE
    *before, last = name.split(" ")
    foreign = (False, True) if sex is Gender.MALE else (False,)
    parted = (True, False) if "-" in name else (True,)
    forms = [(name, NOMINATIVE)]
    for (case, told), parts in product(OF_NAMES.items(), parted):
        declined = [declined_word(word, sex, case, parts, is_last=False) for word in before]
        for is_foreign in foreign:
            end = declined_word(last, sex, case, parts, is_last=not is_foreign)
            forms += [(" ".join([*declined, end]), told), (" ".join([*before, end]), told)]
    return gathered(forms)


@cache
def declined_word(word: str, sex: Gender, case: Case, parts: bool, *, is_last: bool) -> str:
    """Return a word of a name in a case; of one with a hyphen each part, or the last alone. Small words stay."""
    kind = NamePart.LASTNAME if is_last else NamePart.FIRSTNAME
    pieces = word.split("-")
    declined = [
        declension().make(kind, sex, case, piece)
        if piece[:1].isupper() and (parts or place == len(pieces) - 1)
        else piece
        for place, piece in enumerate(pieces)
    ]
    return "-".join(declined)


def in_nominative(name: str, cases: frozenset[str]) -> str:
    """Return the first form of a name that stands in one of these cases; as it is where it may be that already."""
    case = next((case for case, told in OF_NAMES.items() if told in cases), None)
    if case is None or NOMINATIVE in cases:
        return name
    words = name.split(" ")
    return " ".join(first_form(word, case, is_last=word is words[-1]) for word in words)


def first_form(word: str, case: Case, *, is_last: bool) -> str:
    """Return the word of which another is a case: the one without its ending, or with the ending of a first form."""
    for sex, ending, cut in product((Gender.MALE, Gender.FEMALE), FIRST_ENDINGS, range(1, min(4, len(word) - 1))):
        first = word[:-cut] + ending
        may_be = first[-2:-1] in VOWELS if ending == "й" else ending in FEMININE or word[-cut - 1] not in VOWELS
        if may_be and declined_word(first, sex, case, True, is_last=is_last) == word:
            return first
    return word


def with_initial(name: str, form: str, longer: Sequence[str], *, is_family_name_first: bool) -> Iterator[str]:
    """Yield a form of a name with the given name as its first letter, or as one of `longer`, together and apart."""
    words, declined = name.split(" "), form.split(" ")
    if len(words) == 2 and not is_family_name_first and words[0][0].isupper():
        first = next((letters for letters in longer if words[0].startswith(letters)), words[0][0])
        for space in ("", " "):
            yield f"{first}.{space}{declined[1]}"


def sets_of_cases() -> Iterator[frozenset[str]]:
    """Yield every set of cases that a form may stand for."""
    names = sorted(set(CASES.values()))
    return map(frozenset, chain.from_iterable(combinations(names, size) for size in range(1, len(names) + 1)))

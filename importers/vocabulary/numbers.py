"""Numbers in words, months, weekdays and currencies, as libraries know them in each language."""

from babel import Locale
from babel.numbers import get_currency_name
from num2words import num2words

from importers.grammar.phrases import Phrases
from importers.grammar.rules import Language


def add_calendar(phrases: Phrases, language: Language) -> None:
    """Add the names of months and weekdays, as Unicode's CLDR has them: 1 is January, and 0 Monday."""
    locale = Locale.parse(language.code)
    for of, tag, first in ((locale.months, "month", 0), (locale.days, "weekday", 0)):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in of[context][width].items():
                    if not name[0].isdigit():
                        for written in {name, name.rstrip(".")}:
                            phrases.add(written, tag, str(number - first), cased=name[0].isupper())


def add_numbers(phrases: Phrases, language: Language) -> None:
    """Add the numbers in words up to 150, and as ordinals, of languages that num2words knows; others write theirs.

    Where numbers have cases, `number_cases` of language.toml has the letters that num2words calls them by; what of them
    is often left out is `left_out_of_numbers`.
    """
    left_out = language.settings.get("left_out_of_numbers", "-")
    cases = [{"case": case} for case in language.settings.get("number_cases", ())]
    for to, tag, forms in (("cardinal", "number_word", cases or [{}]), ("ordinal", "ordinal_word", [{}])):
        for number in range(1, 151) if language.settings.get("spells_numbers") else ():
            for spelled in {num2words(number, to=to, lang=language.code, **form) for form in forms}:
                for written in {spelled, spelled.replace("-", " "), spelled.replace(left_out, " ")}:
                    phrases.add(written, tag, str(number))


def add_currencies(phrases: Phrases, language: Language) -> None:
    """Add the full names of currencies in all their numbers, and their symbols, as Unicode's CLDR has them."""
    locale = Locale.parse(language.code)
    for code in map(str, locale.currencies):
        for name in {get_currency_name(code, count, locale) for count in (1, 2, 5)}:
            phrases.add(name.casefold(), "currency", code)
        symbol = locale.currency_symbols.get(code, code)
        if not symbol[-1].isalpha():
            phrases.add(symbol, "currency", code)

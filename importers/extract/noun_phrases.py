"""Noun phrases that name people: country, titles and name, in any of the usual orders, of known people and others."""

import re
from collections.abc import Iterator

from importers.extract.phrase_joining import HEAD_BEHIND, NounPhrase, absorb, joins, share_country
from importers.lexicon import Lexicon, Token

# A hyphen is within a word only before a small letter ("Jong-un"); before a capital it parts two words: were both
# possible, a row of hyphens could be matched in very many ways.
WORD = r"(?:[A-Z]\.|[A-ZÀ-ÖØ-ÞĀ-Ž](?:[\w’']|\.(?=\w))*(?:-[a-zà-ž][\w’']*)*)"
PARTICLE = (
    r"(?:al|bin|bint|ibn|de|da|do|dos|das|del|della|di|van"
    r"|von|der|den|la|le|el|ben|ould|ag|y|e|af|zu|ter|ten"
    r"|ul|ur|arap|ap|bte|binti|abu|wa|do)"
)
NAME = rf"{WORD}(?:(?:[ -]{PARTICLE}){{0,2}}[ -]{WORD}|(?:[ ]al-{WORD}))*"
HONOURS = (
    r"(?:(?:H\.?E\.?|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Sir|General"
    r"|Gen\.?|Comrade|Excellency|Sh[ae]ikh|Eng\.?|Prof\.?|Honorable"
    r"|Hon\.?|the\s+Honou?rable|Alhaji|Haji|Dato'?|Tun|Datuk)\s+)*"
)
AFTER_TITLE = re.compile(rf"(?P<gap>,?\s)(?:{HONOURS})(?P<name>{NAME})")
BEFORE_TITLE = re.compile(rf"(?P<name>{NAME})\s?,\s(?:the\s|who\sis\s)?$")
PATRONYMIC = re.compile(r"\b(?:bin|ibn|ben|al-|Al-)\s?$")
SON_OF = (" bin ", " bint ", " ibn ")
GOES_ON = re.compile(r" ([A-Z][a-zà-ž'’-]+)\b(?!['’]s)(?! (?:Initiative|Plan|Administration|Government))")
GIVEN = re.compile(r"(?<![.!?\n] )(?<![.!?\n])\b[A-Z][a-z]+ (?:[A-Z][a-z.]+ )?$")
NO_NAMES = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December On In At The A An And For From With Of By To As His Her He She They It Its
    This That Both New Year Eve Day Christmas Easter Xinhua Reuters Tass TASS KCNA Also Meanwhile Earlier Today
    Yesterday During After Before Party State Government Central Committee National Assembly Council Ministers
    General Secretary President Premier Prime Minister King Queen Emir Foreign Affairs Republic United Nations
    Union Kingdom Federation Congress Message Telegram
    """.split()  # noqa: SIM905 - a list of so many words reads best as text
)


def chosen(text: str, tokens: list[Token]) -> list[list[Token]]:
    """Return the tokens that may name people, longest first where they overlap, those of one place together."""
    order = {"leader": 0, "family": 1, "country": 2, "title": 3, "capital": 4}
    relevant = [t for t in tokens if t.kind in order and not (t.kind == "family" and is_part(text, t))]
    if any(t.value == "leader" and t.kind == "title" and text[t.start] in "Hh" for t in relevant):
        relevant = without_other_heads(text, relevant)
    relevant.sort(key=lambda token: (token.start, -token.end, order[token.kind]))
    found: list[list[Token]] = []
    end = -1
    for token in relevant:
        if token.start >= end:
            found.append([token])
            end = token.end
        elif token.start == found[-1][0].start and token.end == end and token.kind == found[-1][0].kind:
            found[-1].append(token)
    return found


def without_other_heads(text: str, tokens: list[Token]) -> list[Token]:
    """Return the tokens without "head of" where no country follows that somebody can be the head of."""
    countries = {token.start: token for token in tokens if token.kind == "country"}
    kept = []
    for token in tokens:
        word = text[token.start : token.end].lower() if token.kind == "title" and token.value == "leader" else ""
        if word.startswith("head of"):
            country = countries.get(token.end + 1)
            if country is None or not HEAD_BEHIND[word].match(text, country.end):
                continue
        kept.append(token)
    return kept


def is_part(text: str, token: Token) -> bool:
    """Return whether a family name is part of another's name: "Sam" in "Sam Nujoma", "Salman" in "bin Salman"."""
    if PATRONYMIC.search(text, max(0, token.start - 4), token.start) or text.startswith(SON_OF, token.end):
        return True
    goes_on = GOES_ON.match(text, token.end)
    return goes_on is not None and goes_on[1] not in NO_NAMES


def noun_phrases(text: str, groups: list[list[Token]], lexicon: Lexicon) -> Iterator[NounPhrase]:
    """Yield the noun phrases that name people, as long as their words allow."""
    at = last_name = 0
    last: NounPhrase | None = None
    while at < len(groups):
        first = groups[at][0]
        phrase = NounPhrase(first.start, first.end, first.kind)
        absorb(phrase, groups[at], text)
        at += 1
        while at < len(groups) and joins(phrase, text, groups, at, lexicon):
            absorb(phrase, groups[at], text)
            at += 1
        known_next = at < len(groups) and groups[at][0].kind == "leader" and groups[at][0].start <= phrase.end + 2
        if not phrase.names and phrase.titles and not known_next:
            take_unlisted(phrase, text, last_name)
            while at < len(groups) and groups[at][0].start < phrase.end:
                at += 1
            if (
                phrase.unlisted
                and not phrase.countries
                and at < len(groups)
                and groups[at][0].kind == "country"
                and text[phrase.end : groups[at][0].start] in (" of ", " of the ")
            ):
                absorb(phrase, groups[at], text)
                at += 1
        if phrase.titles and not phrase.names and not phrase.countries and not phrase.unlisted:
            share_country(phrase, last, text)
        last = phrase
        if phrase.names or phrase.titles:
            last_name = phrase.end if phrase.names else last_name
            yield phrase


def take_unlisted(phrase: NounPhrase, text: str, last_name: int) -> None:
    """Take a name of nobody known after, or before, the titles of a phrase; known names end at `last_name`."""
    if phrase.plural and "counterpart" not in phrase.titles:
        return
    match = AFTER_TITLE.match(text, phrase.end, min(len(text), phrase.end + 90))
    if match and match["gap"] in (" ", ", ", "\n"):
        name = usable_name(match["name"])
        words = len(name.split())
        apposed = "counterpart" in phrase.titles or bool(phrase.countries)
        enough = words >= 2 or (words == 1 and "monarch" in phrase.titles and match["gap"] == " ")
        if name and enough and (match["gap"] == " " or (apposed and words >= 2)):
            start = match.start("name")
            phrase.unlisted, phrase.end = name, start + len(name)
            return
    before = BEFORE_TITLE.search(text, max(last_name, phrase.start - 60), phrase.start)
    if before and phrase.countries:
        name = usable_name(before["name"], last=True)
        name = re.sub(rf"^{HONOURS}", "", name)
        if len(name.split()) >= 2:
            phrase.unlisted, phrase.start = name, before.start("name")


def before_family(text: str, phrase: NounPhrase) -> int:
    """Return where a name begins whose given names stand before a family name: "Vladimir Vladimirovich Putin"."""
    if phrase.names[0].start != phrase.start:
        return phrase.start
    match = GIVEN.search(text, max(0, phrase.start - 40), phrase.start)
    if match is None or any(word in NO_NAMES for word in match[0].split()):
        return phrase.start
    return match.start()


def usable_name(name: str, *, last: bool = False) -> str:
    """Return the part of a run of capitalised words that can be a name."""
    words = name.rstrip(".").split(" ")
    if last:
        while words and words[0] in NO_NAMES:
            words = words[1:]
        return "" if any(word in NO_NAMES for word in words) else " ".join(words)
    kept = []
    for word in words:
        if word in NO_NAMES:
            break
        kept.append(word.removesuffix("'s").removesuffix("’s"))
        if word != kept[-1]:
            break
    return " ".join(kept)

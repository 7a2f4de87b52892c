"""Noun phrases that name people: country, titles and name, in any of the usual orders, of known people and others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

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
GOES_ON = re.compile(r" ([A-Z][a-zà-ž'’-]+)\b(?!['’]s)(?! (?:Initiative|Plan|Administration|Government))")
GIVEN = re.compile(r"(?<![.!?\n] )(?<![.!?\n])\b[A-Z][a-z]+ (?:[A-Z][a-z.]+ )?$")
HEAD_BEHIND = {  # "the head of Uzbekistan", "the head of the Russian state", but not "the head of Russia's Church"
    "head of": re.compile(r"(?!['’]s|[-\w])(?! [A-Z])"),
    "head of the": re.compile(r" (?:state|nation|republic)\b"),
}
PARTY = re.compile(r"(?:['’]s)? (?:[A-Z][\w'’]+ ){0,3}Party (?:\([A-Z]+\) )?")
ADDRESSED = re.compile(r"\bto (?:the|his|her) $")
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
GLUE_NAME, GLUE_TITLE = {" ", "  "}, {" ", "'s ", "’s ", "' ", "’ ", " state "}
GLUE_OF = {" of ", " of the ", " for ", " from ", " in ", " of The ", " to ", " from the "}


@dataclass
class NounPhrase:
    """Words that together name a person: country, titles, name, in any of the usual orders."""

    start: int
    end: int
    last: str
    countries: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    called: list[str] = field(default_factory=list)  # the titles as written, in small letters
    names: list[Token] = field(default_factory=list)
    unlisted: str | None = None
    plural: bool = False


def chosen(text: str, tokens: list[Token]) -> list[list[Token]]:
    """Return the tokens that may name people, longest first where they overlap, those of one place together."""
    order = {"leader": 0, "family": 1, "country": 2, "title": 3, "capital": 4}
    relevant = [t for t in tokens if t.kind in order and not (t.kind == "family" and is_part(text, t))]
    if any(t.kind == "title" and t.value == "leader" for t in relevant):
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
    if PATRONYMIC.search(text, max(0, token.start - 4), token.start):
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


def share_country(phrase: NounPhrase, last: NounPhrase | None, text: str) -> None:
    """Give a bare title the country of the one before that it is joined to: "Pakistan's president and premier"."""
    if last and last.countries and last.titles and not last.names and text[last.end : phrase.start] == " and ":
        phrase.countries += last.countries


def absorb(phrase: NounPhrase, group: list[Token], text: str) -> None:
    """Make a group of tokens part of a phrase."""
    kind = group[0].kind
    phrase.end, phrase.last = group[0].end, kind
    if kind in ("country", "capital"):
        phrase.countries.append(group[0].value)
        behind = HEAD_BEHIND["head of the"].match(text, phrase.end) if phrase.called[-1:] == ["head of the"] else None
        phrase.end = behind.end() if behind else phrase.end
    elif kind == "title":
        role, _, country = group[0].value.partition("|")  # a title may name its country: "President of Russia"
        phrase.titles.append(role)
        if country and not phrase.countries:
            phrase.countries.append(country)
        word = text[group[0].start : group[0].end].lower()
        phrase.called.append(word)
        phrase.plural = word.split(" of ")[0].endswith("s") and not word.endswith(("affairs", "highness"))
    else:
        phrase.names = group


def joins(phrase: NounPhrase, text: str, groups: list[list[Token]], at: int, lexicon: Lexicon) -> bool:
    """Return whether the next token goes on with the phrase."""
    token = groups[at][0]
    gap = text[phrase.end : token.start].replace("\n", " ")
    if len(gap) > 14:
        return token.kind in ("leader", "family") and phrase.last == "country" and heads_party(phrase, gap)
    following = groups[at + 1][0] if at + 1 < len(groups) else None
    if token.kind in ("leader", "family"):
        if gap == ", " and phrase.countries and lexicon.leaders[token.value].country not in phrase.countries:
            return False  # not an apposition: "In a message to the Russian president, Xi said"
        return joins_name(phrase, gap, token)
    if token.kind == "title":
        beyond = groups[at + 2][0] if at + 2 < len(groups) else None
        return joins_title(phrase, gap, token, (following, beyond), text, lexicon)
    if token.kind == "capital":
        return phrase.last == "title" and gap in (" in ", " from ") and not phrase.names
    return joins_country(phrase, gap, token, following, text)


def heads_party(phrase: NounPhrase, gap: str) -> bool:
    """Return whether a country only begins the name of a party: "President of Cambodia's People's Party Hun Sen"."""
    return bool(phrase.titles) and not phrase.names and PARTY.fullmatch(gap) is not None


def joins_name(phrase: NounPhrase, gap: str, token: Token) -> bool:
    """Return whether a name goes on with the phrase: "President Xi", "President of China Xi", "China's Xi"."""
    if phrase.names or phrase.plural:
        return False
    if phrase.last == "title":
        apposed = token.kind == "leader" and (phrase.titles[-1] == "counterpart" or bool(phrase.countries))
        return (
            gap in GLUE_NAME
            or gap.strip() in ("-elect", "Dr", "Dr.", "Comrade", "Mr.", "Mr", "Sheikh", "Shaikh", "General", "Sir")
            or (gap == ", " and apposed)
        )
    if phrase.titles:
        return gap == " " or (gap == ", " and token.kind == "leader")
    return gap in ("'s ", "’s ", "' ") or (gap == " " and token.kind == "leader")


def joins_title(
    phrase: NounPhrase, gap: str, token: Token, next_two: tuple[Token | None, ...], text: str, lexicon: Lexicon
) -> bool:
    """Return whether a title goes on with the phrase: "Chinese President", "Xi, general secretary of ..."."""
    following, beyond = next_two
    if phrase.names:
        full = text.startswith(" of", token.end) or " of " in text[token.start : token.end]
        if gap not in (", ", ", the ", " , ", ", also ") or not full:
            return False
        return not of_another_country(phrase, token, following, text, lexicon) and not begins_another(
            token, following, beyond, text
        )
    if phrase.last in ("country", "capital"):
        return gap in GLUE_TITLE or (
            bool(phrase.titles) and gap in (" and ", ", ") and names_next(token, following, text)
        )
    if phrase.last == "title":
        if gap == ", " and not phrase.countries and ADDRESSED.search(text, max(0, phrase.start - 10), phrase.start):
            return False  # "In his message to the Emperor, President Thuong said"
        return gap in (" ", " the ") or (gap in (" and ", ", ", " & ", ", and ") and names_next(token, following, text))
    return False


def of_another_country(phrase: NounPhrase, token: Token, following: Token | None, text: str, lexicon: Lexicon) -> bool:
    """Return whether a title after a name is of another country: "To Kim Jong Un, the President of Russia wrote"."""
    country = token.value.partition("|")[2]
    if not country and following is not None and following.kind == "country":
        country = following.value if text[token.end : following.start] in (" of ", " of the ", " ") else ""
    own = {lexicon.leaders[name.value].country for name in phrase.names} | set(phrase.countries)
    return bool(country and own and country not in own)


def begins_another(token: Token, following: Token | None, beyond: Token | None, text: str) -> bool:
    """Return whether a title after a name is of somebody else: "Xi Jinping, President of Brazil Lula da Silva"."""
    if names_next(token, following, text, of=False):
        return True
    of_country = following is not None and following.kind == "country" and names_next(token, following, text)
    return of_country and following is not None and names_next(following, beyond, text, of=False)


def names_next(token: Token, following: Token | None, text: str, *, of: bool = True) -> bool:
    """Return whether right after the token a name follows, or, with `of`, a country."""
    if following is None or following.kind not in (("leader", "family", "country") if of else ("leader", "family")):
        return False
    return text[token.end : following.start] in ((" ", " of ", " of the ") if of else (" ",))


def joins_country(phrase: NounPhrase, gap: str, token: Token, following: Token | None, text: str) -> bool:
    """Return whether a country goes on with the phrase: "president of China", "President Solih of the Maldives"."""
    if phrase.last == "title" and not phrase.names:
        if gap == " ":
            return text.endswith((" of", " the"), phrase.start, phrase.end)  # "head of Uzbekistan"
        if gap in GLUE_OF:
            return gap not in (" to ", " in ", " for ") or phrase.titles[-1] == "counterpart"
        return (
            gap in (" and ", ", ")
            and following is not None
            and following.kind == "title"
            and text[token.end : following.start] == " "
        )
    if phrase.names and not phrase.countries:
        return gap in (" of ", " of the ")
    if phrase.names and phrase.last == "title":
        return gap in (" of ", " of the ")
    return False


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

"""Noun phrases that name people: which words go on with one that has begun."""

import re
from dataclasses import dataclass, field

from importers.lexicon import Lexicon, Token

HEAD_BEHIND = {  # "the head of Uzbekistan", "the head of the Russian state", but not "the head of Russia's Church"
    "head of": re.compile(r"(?!['’]s|[-\w])(?! [A-Z])"),
    "head of the": re.compile(r" (?:state|nation|republic)\b"),
}
PARTY = re.compile(r"(?:['’]s)? (?:[A-Z][\w'’]+ ){0,3}Party (?:\([A-Z]+\) )?")
ADDRESSED = re.compile(r"\bto (?:the|his|her) $")
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
    if gap.strip() in ("and", ", and", ",") and text.startswith(("His ", "Her ", "H.E. "), token.start):
        return False  # "His Majesty the King and His Majesty Emperor Naruhito": each honour begins somebody else
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
        if phrase.titles[-1] == "counterpart" and phrase.countries and token.value not in phrase.countries:
            return False  # "In a letter to his Ukrainian counterpart, Polish President Duda said"
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

"""People: who is meant by a name, a title, or both, on the day of the report."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from anyascii import anyascii
from rapidfuzz import fuzz

from importers.lexicon import Lexicon, Term, Token
from importers.reading import LeaderRead

HEADS = ("head_of_state", "head_of_government", "party_leader", "monarch")
ROLES_OF_TITLE = {
    "head_of_state": ("head_of_state", "party_leader", "monarch"),
    "head_of_government": ("head_of_government",),
    "monarch": ("monarch", "head_of_state"),
    "party_leader": ("party_leader", "head_of_state"),
    "leader": ("head_of_state", "party_leader", "monarch", "head_of_government"),
    "other": ("other",),
    "counterpart": HEADS,
}
FAMILY_NAME_FIRST = frozenset({"CN", "KP", "KR", "VN", "KH", "TW", "HU", "SG"})

WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]*[\w’']|[A-Z]\.)"
PARTICLE = (
    r"(?:al|bin|bint|ibn|de|da|do|dos|das|del|della|di|van"
    r"|von|der|den|la|le|el|ben|ould|ag|y|e|af|zu|ter|ten"
    r"|ul|ur|arap|ap|bte|binti|abu|wa|do)"
)
NAME = rf"{WORD}(?:(?:[ -]{PARTICLE}){{0,2}}[ -]{WORD}|(?:[ ]al-{WORD}))*"
HONOURS = (
    r"(?:(?:H\.?E\.?|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Sir|General"
    r"|Gen\.?|Comrade|Excellency|Sheikh|Eng\.?|Prof\.?|Honorable"
    r"|Hon\.?|the\s+Honou?rable|Alhaji|Haji|Dato'?|Tun|Datuk)\s+)*"
)
AFTER_TITLE = re.compile(rf"(?P<gap>,?\s)(?:{HONOURS})(?P<name>{NAME})")
BEFORE_TITLE = re.compile(rf"(?P<name>{NAME})\s?,\s(?:the\s|who\sis\s)?$")
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
GLUE_NAME, GLUE_TITLE = {" ", "  "}, {" ", "'s ", "’s ", "' ", "’ ", " state "}
GLUE_OF = {" of ", " of the ", " for ", " from ", " in ", " of The ", " to ", " from the "}


@dataclass
class Person:
    """Somebody the report names."""

    slug: str
    full_name: str
    country: str | None
    roles: tuple[str, ...]
    gender: str | None
    families: tuple[str, ...]
    provisional: bool
    is_family_name_first: bool = False

    def read(self) -> LeaderRead:
        """Return the person as reading hands them on."""
        return LeaderRead(self.slug, self.full_name, self.country, self.provisional, self.is_family_name_first)


@dataclass
class Mention:
    """A place where the text means a person: by name, by title, by a pronoun, or several at once ("both")."""

    start: int
    end: int
    kind: str
    slug: str | None = None
    roles: tuple[str, ...] = ()
    gender: str | None = None
    plural: bool = False
    country: str | None = None


@dataclass
class NounPhrase:
    """Words that together name a person: country, titles, name, in any of the usual orders."""

    start: int
    end: int
    last: str
    countries: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    names: list[Token] = field(default_factory=list)
    unlisted: str | None = None
    plural: bool = False


class People:
    """Who is who in one report."""

    def __init__(self, text: str, tokens: list[Token], lexicon: Lexicon, day: datetime.date | None) -> None:
        self.text = text
        self.lexicon = lexicon
        self.day = day
        self.persons: dict[str, Person] = {}
        self.families: dict[str, list[str]] = {}
        named = chosen(tokens)
        self.phrases = list(noun_phrases(text, named, lexicon))
        self.introduce()
        self.mentions = self.find_mentions(tokens)

    def introduce(self) -> None:
        """Get to know everybody whom the text names in full, or by title and name, wherever it does so first."""
        for phrase in self.phrases:
            if phrase.names and phrase.names[0].kind == "leader":
                slug = self.best_leader(phrase)
                self.know(slug)
                self.spell(slug, self.text[phrase.names[0].start : phrase.names[0].end])
        for phrase in self.phrases:
            if phrase.unlisted:
                self.meet(phrase)
        for phrase in self.phrases:
            if phrase.names and phrase.names[0].kind == "family" and phrase.titles:
                self.know(self.by_family(phrase))

    def know(self, slug: str | None) -> None:
        """Enter a known leader."""
        if slug is None or slug in self.persons:
            return
        known = self.lexicon.leaders[slug]
        roles = tuple(t.role for t in known.terms if self.day is None or t.includes(self.day)) or tuple(
            {t.role for t in known.terms}
        )
        self.enter(
            Person(
                slug,
                known.full_name,
                known.country,
                roles,
                known.gender,
                known.family_names,
                False,
                known.is_family_name_first,
            )
        )

    def enter(self, person: Person) -> None:
        """Enter a person and the names by which they may be called from now on."""
        self.persons[person.slug] = person
        for family in person.families:
            self.families.setdefault(family.casefold(), []).append(person.slug)

    def meet(self, phrase: NounPhrase) -> None:
        """Enter somebody whom no reference data lists, unless the name is another spelling of one it does."""
        name = phrase.unlisted or ""
        country = phrase.countries[0] if phrase.countries else None
        slug = slug_of(name)
        if slug in self.persons or not slug:
            return
        if slug in self.lexicon.leaders:
            self.know(slug)
            return
        roles = tuple(role for title in phrase.titles for role in ROLES_OF_TITLE[title])
        for role in roles if country else ():
            holder = self.lexicon.holder(country or "", [role], self.day)
            if holder and same_name(name, self.lexicon.leaders[holder].full_name):
                self.know(holder)
                self.alias(name, holder)
                return
        for other in self.persons.values():
            if fuzz.token_set_ratio(anyascii(name), anyascii(other.full_name)) >= 96:
                return
        words = name.split()
        first = country in FAMILY_NAME_FIRST and len(words) in (2, 3)
        short = [words[-1], words[0]] if country == "VN" else [words[0] if first else words[-1]]
        self.enter(Person(slug, name, country, roles, None, tuple(dict.fromkeys([*short, name])), True, first))

    def spell(self, slug: str, name: str) -> None:
        """Let the family name in the text's own spelling of a full name mean that leader too."""
        words = name.split()
        family = words[0 if self.persons[slug].is_family_name_first else -1].casefold()
        if len(words) > 1 and family not in self.families and len(family) > 2:
            self.families[family] = [slug]

    def alias(self, name: str, slug: str) -> None:
        """Let a spelling of the text mean a known leader."""
        for word in (name, name.rsplit(maxsplit=1)[-1]):
            self.families.setdefault(word.casefold(), []).append(slug)

    def best_leader(self, phrase: NounPhrase) -> str:
        """Return which of the leaders of that name is meant."""
        slugs = [token.value for token in phrase.names]
        return min(slugs, key=lambda slug: self.distance(slug, phrase))

    def distance(self, slug: str, phrase: NounPhrase) -> tuple[bool, bool, str]:
        """Return how ill a leader fits a noun phrase: by country, by holding an office that day."""
        leader = self.lexicon.leaders[slug]
        in_office = any(self.day is None or term.includes(self.day) for term in leader.terms)
        return (bool(phrase.countries) and leader.country not in phrase.countries, not in_office, slug)

    def by_family(self, phrase: NounPhrase) -> str | None:
        """Return whom a family name means: somebody met in the report, else the one in that office that day."""
        word = self.text[phrase.names[0].start : phrase.names[0].end].casefold()
        met = [slug for slug in self.families.get(word, ()) if self.fits(self.persons[slug], phrase)]
        if met:
            return met[-1] if not phrase.titles else max(met, key=lambda slug: self.rank(slug, phrase))
        roles = [role for title in phrase.titles for role in ROLES_OF_TITLE[title]] or list(HEADS)
        namesakes = [self.lexicon.leaders[token.value] for token in phrase.names]
        fitting = [leader for leader in namesakes if not phrase.countries or leader.country in phrase.countries]
        if not phrase.titles:
            held = {leader.slug for leader in fitting if any(self.holds(term, HEADS) for term in leader.terms)}
            return next(iter(held)) if len(held) == 1 else None
        for role in roles:  # "leader" means the head of state before the head of government
            held = {leader.slug for leader in fitting if any(self.holds(term, (role,)) for term in leader.terms)}
            if len(held) == 1:
                return next(iter(held))
        return None

    def holds(self, term: Term, roles: Iterable[str]) -> bool:
        """Return whether a term is of one of the roles, on the day of the report."""
        return term.role in roles and (self.day is None or term.includes(self.day))

    def rank(self, slug: str, phrase: NounPhrase) -> bool:
        """Return whether a person holds an office of the title."""
        return any(role in self.persons[slug].roles for title in phrase.titles for role in ROLES_OF_TITLE[title])

    def fits(self, person: Person, phrase: NounPhrase) -> bool:
        """Return whether a person may be meant by a phrase that names a country."""
        return not phrase.countries or person.country is None or person.country in phrase.countries

    def find_mentions(self, tokens: list[Token]) -> list[Mention]:
        """Return all places that mean somebody, in their order."""
        found = [mention for phrase in self.phrases if (mention := self.mention(phrase))]
        covered = [(m.start, m.end) for m in found]
        found += self.unlisted_again(covered)
        for token in tokens:
            if token.kind == "he" and not any(start <= token.start < end for start, end in covered):
                found.append(Mention(token.start, token.end, "he", gender=token.value))
            elif token.kind == "both":
                found.append(Mention(token.start, token.end, "both", plural=True))
        return sorted(found, key=lambda mention: mention.start)

    def mention(self, phrase: NounPhrase) -> Mention | None:
        """Return what a noun phrase means; None where it means nobody in particular."""
        slug: str | None = None
        if phrase.unlisted:
            slug = slug_of(phrase.unlisted)
            if slug not in self.persons:
                again = self.families.get(phrase.unlisted.casefold()) or self.alike(phrase.unlisted)
                slug = again[-1] if again else None
        elif phrase.names:
            slug = self.best_leader(phrase) if phrase.names[0].kind == "leader" else self.by_family(phrase)
            if slug:
                self.know(slug)
        if slug:
            start = (
                before_family(self.text, phrase) if phrase.names and phrase.names[0].kind == "family" else phrase.start
            )
            return Mention(start, phrase.end, "name", slug, country=self.persons[slug].country)
        if not phrase.titles or phrase.names:
            return None
        roles = tuple(role for title in phrase.titles for role in ROLES_OF_TITLE[title])
        country = phrase.countries[0] if phrase.countries else None
        kind = "counterpart" if "counterpart" in phrase.titles else "title"
        return Mention(
            phrase.start,
            phrase.end,
            kind,
            self.by_title(country, roles) if kind == "title" else None,
            roles,
            plural=phrase.plural,
            country=country,
        )

    def alike(self, name: str) -> list[str]:
        """Return the person met whose name has the words of this one."""
        return [
            p.slug for p in self.persons.values() if fuzz.token_set_ratio(anyascii(name), anyascii(p.full_name)) >= 96
        ]

    def by_title(self, country: str | None, roles: Iterable[str]) -> str | None:
        """Return who is meant by a country's title: somebody met in the report, else who held the office that day."""
        if country is None:
            return None
        wanted = list(roles)
        for role in wanted:
            for person in self.persons.values():
                if person.country == country and role in person.roles:
                    return person.slug
        compatriots = [
            person.slug for person in self.persons.values() if person.country == country and person.provisional
        ]
        if len(compatriots) == 1:
            return compatriots[0]
        slug = self.lexicon.holder(country, wanted, self.day)
        if slug and any(role in HEADS for role in wanted):
            self.know(slug)
            return slug
        return None

    def unlisted_again(self, covered: list[tuple[int, int]]) -> list[Mention]:
        """Return the later mentions, by family name, of people whom no reference data lists."""
        found = []
        taken = {place for start, end in covered for place in range(start, end)}
        for family, slugs in self.families.items():
            person = self.persons[slugs[-1]]
            if not person.provisional and family in {name.casefold() for name in person.families}:
                continue
            for match in re.finditer(rf"(?<!\w){re.escape(family)}(?!\w)", self.text, re.IGNORECASE):
                if match.start() not in taken and self.text[match.start()].isupper():
                    found.append(Mention(match.start(), match.end(), "name", person.slug, country=person.country))
                    taken.update(range(match.start(), match.end()))
        return found


def chosen(tokens: list[Token]) -> list[list[Token]]:
    """Return the tokens that may name people, longest first where they overlap, those of one place together."""
    order = {"leader": 0, "family": 1, "country": 2, "title": 3, "capital": 4}
    relevant = [token for token in tokens if token.kind in order]
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


def noun_phrases(text: str, groups: list[list[Token]], lexicon: Lexicon) -> Iterator[NounPhrase]:
    """Yield the noun phrases that name people, as long as their words allow."""
    at = 0
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
            take_unlisted(phrase, text)
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
        if phrase.names or phrase.titles:
            yield phrase


def absorb(phrase: NounPhrase, group: list[Token], text: str) -> None:
    """Make a group of tokens part of a phrase."""
    kind = group[0].kind
    phrase.end, phrase.last = group[0].end, kind
    if kind in ("country", "capital"):
        phrase.countries.append(group[0].value)
    elif kind == "title":
        role, _, country = group[0].value.partition("|")  # a title may name its country: "President of Russia"
        phrase.titles.append(role)
        if country and not phrase.countries:
            phrase.countries.append(country)
        word = text[group[0].start : group[0].end].lower()
        phrase.plural = word.endswith("s") and not word.endswith("affairs")
    else:
        phrase.names = group


def joins(phrase: NounPhrase, text: str, groups: list[list[Token]], at: int, lexicon: Lexicon) -> bool:
    """Return whether the next token goes on with the phrase."""
    token = groups[at][0]
    gap = text[phrase.end : token.start].replace("\n", " ")
    if len(gap) > 14:
        return False
    following = groups[at + 1][0] if at + 1 < len(groups) else None
    if token.kind in ("leader", "family"):
        if gap == ", " and phrase.countries and lexicon.leaders[token.value].country not in phrase.countries:
            return False  # not an apposition: "In a message to the Russian president, Xi said"
        return joins_name(phrase, gap, token)
    if token.kind == "title":
        return joins_title(phrase, gap, token, following, text)
    if token.kind == "capital":
        return phrase.last == "title" and gap in (" in ", " from ") and not phrase.names
    return joins_country(phrase, gap, token, following, text)


def joins_name(phrase: NounPhrase, gap: str, token: Token) -> bool:
    """Return whether a name goes on with the phrase: "President Xi", "President of China Xi", "China's Xi"."""
    if phrase.names or phrase.plural:
        return False
    if phrase.last == "title":
        apposed = token.kind == "leader" and (phrase.titles[-1] == "counterpart" or bool(phrase.countries))
        return (
            gap in GLUE_NAME
            or gap.strip() in ("-elect", "Dr", "Dr.", "Comrade", "Mr.", "Mr", "Sheikh", "General", "Sir")
            or (gap == ", " and apposed)
        )
    if phrase.titles:
        return gap == " " or (gap == ", " and token.kind == "leader")
    return gap in ("'s ", "’s ", "' ") or (gap == " " and token.kind == "leader")


def joins_title(phrase: NounPhrase, gap: str, token: Token, following: Token | None, text: str) -> bool:
    """Return whether a title goes on with the phrase: "Chinese President", "Xi, general secretary of ..."."""
    if phrase.names:
        full = text.startswith(" of", token.end) or " of " in text[token.start : token.end]
        return gap in (", ", ", the ", " , ", ", also ") and full and not names_next(token, following, text, of=False)
    if phrase.last in ("country", "capital"):
        return gap in GLUE_TITLE or (
            bool(phrase.titles) and gap in (" and ", ", ") and names_next(token, following, text)
        )
    if phrase.last == "title":
        return gap in (" ", " the ") or (gap in (" and ", ", ", " & ", ", and ") and names_next(token, following, text))
    return False


def names_next(token: Token, following: Token | None, text: str, *, of: bool = True) -> bool:
    """Return whether right after the token a name follows, or, with `of`, a country."""
    if following is None or following.kind not in (("leader", "family", "country") if of else ("leader", "family")):
        return False
    return text[token.end : following.start] in ((" ", " of ", " of the ") if of else (" ",))


def joins_country(phrase: NounPhrase, gap: str, token: Token, following: Token | None, text: str) -> bool:
    """Return whether a country goes on with the phrase: "president of China", "President Solih of the Maldives"."""
    if phrase.last == "title" and not phrase.names:
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


def take_unlisted(phrase: NounPhrase, text: str) -> None:
    """Take a name of nobody known after, or before, the titles of a phrase."""
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
    before = BEFORE_TITLE.search(text, max(0, phrase.start - 60), phrase.start)
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


def same_name(name: str, other: str) -> bool:
    """Return whether two spellings may be of one name, as transcriptions differ."""
    return fuzz.token_sort_ratio(anyascii(name).casefold(), anyascii(other).casefold()) >= 78


def slug_of(name: str) -> str:
    """Return the slug of a name: "Ibrahim Mohamed Solih" as ibrahim-mohamed-solih."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower().replace("'", "").replace("’", "")).strip("-")

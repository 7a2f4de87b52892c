"""Exchanges: which sentences tell that somebody wrote to somebody, who, to whom, on which day, for what."""

import datetime
import re
from bisect import bisect_left
from dataclasses import dataclass, field

from importers.extract.anniversaries import Anniversary
from importers.extract.occasions import OF_MILESTONE, occasion_of
from importers.extract.people import Mention, People
from importers.lexicon import Lexicon, Token
from importers.parse.dates import DAY, find_dates, weekday_number
from importers.parse.report import ParsedReport, said_day
from importers.parse.sentences import Sentence
from importers.reading import ExchangeRead

NO_EXCHANGE = re.compile(
    r"\bexchang\w*\s+(?:of\s+)?(?:[\w-]+\s+){0,3}(?:views?|opinions?|ideas?|students?|visits?|pleasantries|fire|prisoners|program\w*|experience|information|notes on)\b"
    r"|\bexchange\s+(?:year|program|rate)|\byears? of\b.{0,40}\bexchang",
    re.IGNORECASE,
)
TALK = re.compile(
    r"\b(?:tele)?phone (?:call|conversation|talk)|\bby (?:tele)?phone\b|\b(?:over|on) the (?:tele)?phone|\btelephoned\b|\bphoned\b|\bin a call\b|\ba call (?:with|from|to)\b|\bvideo call|\bheld (?:talks|a meeting)|\bmet with\b|\bduring (?:a|their|the) (?:meeting|talks|call)|\bconversation with\b|\bpress conference|\btalks with\b|\bat a (?:meeting|reception|ceremony|press)\b|\btweet|\bfacebook|\bon x\b|\bsocial media|\bpersonally\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\bhad (?:also |already |earlier |previously |once )?(?:exchanged|sent|congratulated|written|extended|conveyed|offered)\b|\b(?:last|previous) (?:month|year|week|time)\b|\bearlier (?:this|in the) (?:year|month|week)|\b(?:in|since) (?:19|20)\d\d\b,? (?:the two|they|xi|putin|both)\b|\bunlike last year|\b(?:a|one|two|three|four|five|several|many|ten) (?:years?|months?|weeks?) (?:ago|before|earlier)|\bhas(?:n't| not) sent|\bdid not (?:send|congratulate|write)|\bexpected to (?:send|write|exchange)|\bwill (?:send|write|exchange)",
    re.IGNORECASE,
)
EXPLICIT_PAST_YEAR = re.compile(r"\b(?:in|of|on [A-Z][a-z]+\.? \d{1,2},|back in|in [A-Z][a-z]+) ((?:19|20)\d\d)\b")
PREPOSITION = re.compile(r"\b(to|from|with|by|of|between|on behalf of|for|for both|including|both|over|that|as|among)\s+(?:(?:the|his|her|their|its|then|both|former|fellow|newly[- ]\w+|re-?elected|visiting|respected|dear|new|comrade|h\.?e\.?|mr\.?|dr\.?|excellency|friend|good friend|brother|late|your excellency|,)\s+)*$", re.IGNORECASE)
AND = re.compile(r"^\s*(?:,|;|,?\s*and|,?\s*as well as|&|,?\s*along with|,?\s*together with)\s+(?:(?:the|his|her|to|its|also|both|of)\s+)*$", re.IGNORECASE)
RESPECTIVELY = re.compile(r"\brespective(?:ly)?\b", re.IGNORECASE)
SAME_DAY = re.compile(r"\b(?:the\s+)?same\s+day\b|\bthat\s+day\b", re.IGNORECASE)
YESTERDAY, TODAY = re.compile(r"\byesterday\b", re.IGNORECASE), re.compile(r"\btoday\b", re.IGNORECASE)
NEEDS_NO_NOUN = frozenset({"congratulate", "wish"})
ON_BEHALF = re.compile(r"\bon behalf of\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass
class Telling:
    """A sentence that tells that messages went from senders to recipients."""

    sentence: int
    pairs: list[tuple[str, str]]
    mutual: bool
    start: int
    end: int


@dataclass
class Told:
    """The exchanges of a report, each with the sentence that first told of it, and those told together."""

    exchanges: list[ExchangeRead] = field(default_factory=list)
    first_told: dict[int, list[int]] = field(default_factory=dict)  # sentence -> exchanges told of in it


class SentenceView:
    """What stands in one sentence, for the rules that look at it."""

    def __init__(self, parsed: ParsedReport, people: People, index: int, sentence: Sentence, tokens: list[Token], mentions: list[Mention]) -> None:
        self.index = index
        self.sentence = sentence
        self.start, self.end = sentence.start, sentence.end
        self.text = parsed.body[self.start : self.end]
        self.body = parsed.body
        self.tokens = tokens
        self.mentions = mentions
        self.people = people
        self.by_kind: dict[str, list[Token]] = {}
        for token in tokens:
            self.by_kind.setdefault(token.kind, []).append(token)

    def before(self, place: int, length: int = 60) -> str:
        """Return the text right before a place, within the sentence."""
        return self.body[max(self.start, place - length) : place]

    def named(self) -> list[Mention]:
        """Return the mentions that are known to mean one person."""
        return [m for m in self.mentions if m.slug]


def views(parsed: ParsedReport, people: People) -> list[SentenceView]:
    """Return the sentences with what stands in each."""
    starts = [token.start for token in parsed.tokens]
    places = [mention.start for mention in people.mentions]
    found = []
    for index, sentence in enumerate(parsed.sentences):
        tokens = parsed.tokens[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        mentions = people.mentions[bisect_left(places, sentence.start) : bisect_left(places, sentence.end)]
        found.append(SentenceView(parsed, people, index, sentence, tokens, mentions))
    return found


class Correspondence:
    """Finds who wrote to whom, sentence by sentence, as each is read in the light of those before it."""

    def __init__(self, parsed: ParsedReport, people: People, lexicon: Lexicon) -> None:
        self.parsed = parsed
        self.people = people
        self.lexicon = lexicon
        self.recent: list[str] = []  # people in the order of their last mention
        self.pairs: list[tuple[str, str]] = []  # who writes to whom, in the order told

    def tell(self, view: SentenceView) -> Telling | None:
        """Return what a sentence tells of messages sent, None where it tells of none; remember whom it names."""
        telling = self.telling(view)
        for mention in view.named():
            self.remember(mention.slug or "")
        if telling:
            self.pairs += [pair for pair in telling.pairs if pair not in self.pairs]
        return telling

    def remember(self, slug: str) -> None:
        """Make somebody the person mentioned last."""
        if slug in self.recent:
            self.recent.remove(slug)
        self.recent.append(slug)

    def telling(self, view: SentenceView) -> Telling | None:
        """Return what a sentence tells of messages sent."""
        nouns = view.by_kind.get("message", [])
        mutual = view.by_kind.get("mutual", [])
        verbs = view.by_kind.get("send", [])
        if not nouns and not mutual and not any(v.value in NEEDS_NO_NOUN for v in verbs):
            return None
        if self.is_talk(view, nouns) or self.is_past(view):
            return None
        pairs = self.mutual_pairs(view, mutual, nouns)
        both_ways = bool(pairs)
        if not pairs:
            pairs = self.one_way_pairs(view, verbs, nouns)
        pairs = [(a, b) for a, b in pairs if a != b and self.can_write(a) and self.can_write(b)]
        if not pairs:
            return None
        return Telling(view.index, list(dict.fromkeys(pairs)), both_ways, view.start, view.end)

    def is_talk(self, view: SentenceView, nouns: list[Token]) -> bool:
        """Return whether the sentence tells of a call or a meeting, and of no letter."""
        if not TALK.search(view.text):
            return False
        strong = {"message", "messages", "letter", "letters", "telegram", "telegrams", "cable", "cables"}
        return not any(view.body[t.start : t.end].lower() in strong for t in nouns) or "personally" in view.text

    def is_past(self, view: SentenceView) -> bool:
        """Return whether the sentence tells of messages of another time than the report's own."""
        if PAST.search(view.text):
            return True
        day = self.parsed.published_on
        if day is None:
            return False
        return any(int(m[1]) < day.year - 1 for m in EXPLICIT_PAST_YEAR.finditer(view.text) if m.start() < 25)

    def can_write(self, slug: str) -> bool:
        """Return whether somebody is a leader: known as one, or met with an office."""
        person = self.people.persons.get(slug)
        return person is not None and (bool(person.roles) or not person.provisional)

    def mutual_pairs(self, view: SentenceView, mutual: list[Token], nouns: list[Token]) -> list[tuple[str, str]]:
        """Return the pairs, both ways, of a sentence that tells of an exchange."""
        for token in mutual:
            word = view.body[token.start : token.end].lower()
            if NO_EXCHANGE.match(view.body, token.start, view.end):
                continue
            reciprocal = "each other" in word or "one another" in word
            if not reciprocal and word not in ("between them", "mutual"):
                near = [n for n in nouns if -40 <= n.start - token.end <= 70]
                if not near or (word == "trade" and not re.match(r"\W*(?:[\w']+\W+){0,2}(?:greet|wish|congrat|message|letter)", view.body[token.end : view.end], re.IGNORECASE)):
                    continue
            elif word in ("between them", "mutual"):
                continue
            if reciprocal and not (nouns or any(v.value in NEEDS_NO_NOUN for v in view.by_kind.get("send", []))):
                continue
            pairs = self.partners(view, token)
            if pairs:
                return [pair for a, b in pairs for pair in ((a, b), (b, a))]
        return []

    def partners(self, view: SentenceView, token: Token) -> list[tuple[str, str]]:
        """Return who exchanged with whom around the word that says so."""
        left = self.run_before(view, token.start)
        right = [m for m in self.with_run(view, token.end)]
        names_left, names_right = self.slugs(view, left), self.slugs(view, right)
        if RESPECTIVELY.search(view.text) and len(names_left) == len(names_right) > 1:
            return list(zip(names_left, names_right, strict=True))
        if names_right:
            senders = names_left or self.last_senders(view)
            return [(a, b) for a in senders[:2] for b in names_right if a != b]
        if len(names_left) >= 2:
            return [(names_left[0], names_left[1])] if len(names_left) == 2 else [(names_left[-2], names_left[-1])]
        everyone = [slug for slug in dict.fromkeys(m.slug for m in view.named() if m.slug)]
        if len(everyone) == 2:
            return [(everyone[0], everyone[1])]
        if not names_left or any(m.plural for m in left):
            return [self.last_pair()] if self.last_pair() else []  # type: ignore[list-item]
        return []

    def last_pair(self) -> tuple[str, str] | None:
        """Return the two people who write to each other as far as the report has told, or whom it named last."""
        if self.pairs:
            return self.pairs[-1]
        return (self.recent[-2], self.recent[-1]) if len(self.recent) >= 2 else None

    def last_senders(self, view: SentenceView) -> list[str]:
        """Return who was named last before the sentence, for a subject that is a pronoun."""
        return [self.recent[-1]] if self.recent and any(m.kind == "he" for m in view.mentions) else []

    def run_before(self, view: SentenceView, place: int) -> list[Mention]:
        """Return the subjects named before a verb: those that no preposition makes something else."""
        found: list[Mention] = []
        role = ""
        previous: Mention | None = None
        for mention in view.mentions:
            if mention.start >= place:
                break
            if mention.kind == "he" and not (mention.start == view.start or view.body[mention.start : mention.end].lower() in ("he", "she")):
                continue
            if not (previous and AND.match(view.body[previous.end : mention.start])):
                role = self.preposition(view, mention)
            if role in ("", "between", "both", "that", "as"):
                found.append(mention)
            previous = mention
        return found

    def with_run(self, view: SentenceView, place: int) -> list[Mention]:
        """Return those named after a verb as partners: "with X and Y"."""
        found: list[Mention] = []
        role = ""
        previous: Mention | None = None
        for mention in view.mentions:
            if mention.start < place or mention.kind == "he":
                continue
            if not (previous and AND.match(view.body[previous.end : mention.start])):
                role = self.preposition(view, mention)
            if role in ("with", "between", "including"):
                found.append(mention)
            previous = mention
        return found

    def preposition(self, view: SentenceView, mention: Mention) -> str:
        """Return the preposition that a mention stands after, "" for none."""
        match = PREPOSITION.search(view.before(mention.start, 70))
        return match[1].lower() if match else ""

    def slugs(self, view: SentenceView, mentions: list[Mention]) -> list[str]:
        """Return who the mentions mean, pronouns and counterparts worked out from what was told before."""
        found: list[str] = []
        for mention in mentions:
            slug = mention.slug or self.worked_out(view, mention, found)
            if slug and slug not in found:
                found.append(slug)
        return found

    def worked_out(self, view: SentenceView, mention: Mention, others: list[str]) -> str | None:
        """Return who is meant by "he", "the president" or "his Russian counterpart"."""
        if mention.kind == "counterpart" and mention.country:
            subject = next(iter(others), None) or next((m.slug for m in view.named() if m.start < mention.start), None) or (self.recent[-1] if self.recent else None)
            person = self.people.persons.get(subject or "")
            roles = [r for r in person.roles if r != "party_leader"] if person else []
            slug = next((s for role in roles or ["head_of_state"] if (s := self.people.by_title(mention.country, [role]))), None)
            if slug and slug != subject:
                return slug
        if mention.kind == "title" and not mention.country and not mention.plural:
            return next((slug for slug in reversed(self.recent) if any(r in self.people.persons[slug].roles for r in mention.roles)), None)
        if mention.kind == "he":
            named = [m.slug for m in view.named() if m.start < mention.start and m.slug not in others]
            if named and others:
                return named[-1]
            return next((slug for slug in reversed(self.recent) if slug not in others and self.people.persons[slug].gender in (None, mention.gender)), None)
        return None

    def one_way_pairs(self, view: SentenceView, verbs: list[Token], nouns: list[Token]) -> list[tuple[str, str]]:
        """Return sender and recipient for each message that a sentence tells was sent."""
        roles = self.roles(view)
        for verb in sorted(verbs, key=lambda v: v.start):
            if verb.value not in NEEDS_NO_NOUN and not nouns:
                continue
            pairs = self.pairs_of_verb(view, verb, roles, nouns)
            if pairs:
                return pairs
        return self.pairs_of_noun(view, nouns, roles) if nouns else []

    def roles(self, view: SentenceView) -> list[tuple[Mention, str]]:
        """Return the mentions, each with the preposition it stands after; members of a list share the first's."""
        found: list[tuple[Mention, str]] = []
        for mention in view.mentions:
            if mention.kind == "both":
                continue
            role = self.preposition(view, mention)
            if not role and found and AND.match(view.body[found[-1][0].end : mention.start]):
                role = found[-1][1]
            if role == "of" and found and view.body[mention.start - 3 : mention.start] == "of ":
                role = "of"
            found.append((mention, role))
        return found

    def pairs_of_verb(
        self, view: SentenceView, verb: Token, roles: list[tuple[Mention, str]], nouns: list[Token]
    ) -> list[tuple[str, str]]:
        """Return who sent to whom by a verb of sending, wishing or receiving."""
        word = view.body[verb.start : verb.end].lower()
        passive = bool(re.search(r"\b(?:was|were|been|be|being)\s+(?:\w+ly\s+)?$", view.before(verb.start, 20))) or word.startswith(("was ", "were "))
        subject = [m for m, role in roles if m.start < verb.start and role in ("", "that", "as") and (m.kind != "he" or self.is_subject_pronoun(view, m))]
        agents = [m for m, role in roles if role in ("from", "by")]
        dative = [m for m, role in roles if role in ("to",) and m.kind != "he" or (role == "to" and m.kind == "he")]
        objects = [m for m, role in roles if m.start >= verb.end and role in ("", "both") and not self.is_other_subject(view, m)]
        if verb.value == "receive" or (passive and agents and verb.value in ("send", "extend", "congratulate", "wish")):
            if passive and dative and not verb.value == "receive" and not word.startswith("was congrat"):
                return self.crossed(view, agents, dative)
            return self.crossed(view, agents, subject or self.pronoun_subject(view, verb))
        if verb.value in ("send", "extend") and agents and dative and not [m for m in subject if m.kind == "name"]:
            return self.crossed(view, agents, dative)
        senders = self.closest_run(view, subject)
        if verb.value in ("congratulate", "wish"):
            targets = self.first_run(view, objects)
            if verb.value == "wish" and not self.is_message_wish(view, nouns):
                return []
            return self.crossed(view, senders, targets)
        if verb.value == "thank":
            targets = self.first_run(view, objects) if nouns else []
            return self.crossed(view, senders, targets)
        near = [n for n in nouns if n.start >= verb.start - 60]
        if not near:
            return []
        if word.startswith(("wrote", "writ")):
            return self.crossed(view, senders, dative or [])
        direct = [m for m in self.first_run(view, objects) if m.start - verb.end <= 3 or (verb.value == "send" and m.start - verb.end <= 5)]
        return self.crossed(view, senders, dative or direct)

    def is_message_wish(self, view: SentenceView, nouns: list[Token]) -> bool:
        """Return whether a wish is one that is sent: for a feast or a recovery."""
        return bool(re.search(r"\b(?:happy|merry|new year|recover|well\b|birthday|success)", view.text, re.IGNORECASE)) or bool(nouns)

    def is_subject_pronoun(self, view: SentenceView, mention: Mention) -> bool:
        """Return whether a pronoun is "he" or "she", not "his" or "him"."""
        return view.body[mention.start : mention.end].lower() in ("he", "she")

    def is_other_subject(self, view: SentenceView, mention: Mention) -> bool:
        """Return whether a mention after the verb begins a clause of its own: ", Xi said"."""
        after = view.body[mention.end : mention.end + 14].lower()
        return bool(re.match(r"\s+(?:also\s+)?(?:said|added|noted|wrote|stressed|told)\b", after))

    def pronoun_subject(self, view: SentenceView, verb: Token) -> list[Mention]:
        """Return a pronoun or title subject before the verb."""
        return [m for m in view.mentions if m.start < verb.start and m.kind in ("title", "he")][-1:]

    def closest_run(self, view: SentenceView, mentions: list[Mention]) -> list[Mention]:
        """Return the subjects named together that stand first, a list of names as a whole."""
        return self.first_run(view, mentions)

    def first_run(self, view: SentenceView, mentions: list[Mention]) -> list[Mention]:
        """Return the first of the mentions with those listed with it."""
        run = mentions[:1]
        for mention in mentions[1:]:
            if not AND.match(view.body[run[-1].end : mention.start]) and view.body[run[-1].end : mention.start].count(",") + len(view.body[run[-1].end : mention.start]) > 60:
                break
            if not self.listed(view, run[-1], mention):
                break
            run.append(mention)
        return run

    def listed(self, view: SentenceView, first: Mention, second: Mention) -> bool:
        """Return whether two mentions stand in one list, with no verb between them."""
        between = view.body[first.end : second.start]
        if AND.match(between):
            return True
        if not re.search(r",|\band\b", between):
            return False
        return not any(t.kind in ("send", "say", "mutual") for t in view.tokens if first.end <= t.start < second.start)

    def crossed(self, view: SentenceView, senders: list[Mention], recipients: list[Mention]) -> list[tuple[str, str]]:
        """Return each sender with each recipient, or one with one where the sentence says "respectively"."""
        sources = self.slugs(view, senders)
        if not sources:
            return []
        targets = []
        for mention in recipients:
            slug = mention.slug or self.worked_out(view, mention, sources)
            if slug and slug not in targets and slug not in sources:
                targets.append(slug)
        if RESPECTIVELY.search(view.text) and len(sources) == len(targets) > 1:
            return list(zip(sources, targets, strict=True))
        return [(a, b) for a in sources for b in targets]

    def pairs_of_noun(self, view: SentenceView, nouns: list[Token], roles: list[tuple[Mention, str]]) -> list[tuple[str, str]]:
        """Return who wrote to whom by a noun: "in a message to X, Y said", "a letter from X to Y"."""
        for noun in nouns:
            after = [(m, role) for m, role in roles if noun.end <= m.start <= noun.end + 160]
            recipients = [m for m, role in after if role == "to"]
            sources = [m for m, role in after if role == "from"]
            possessor = [m for m, _ in roles if m.kind == "name" and 0 <= noun.start - m.end <= 40 and view.body[m.end : m.end + 2] in ("'s", "’s")]
            if recipients:
                first = self.first_run(view, recipients)
                chosen = sources or possessor or [m for m, role in roles if role == "" and m not in recipients and m.kind in ("name", "title", "he") and (m.kind != "he" or self.is_subject_pronoun(view, m))]
                pairs = self.crossed(view, self.first_run(view, chosen), first)
                if pairs:
                    return pairs
            elif sources and possessor == []:
                continue
        return []


def collect(parsed: ParsedReport, people: People, lexicon: Lexicon, all_views: list[SentenceView], anniversaries: dict[int, list[Anniversary]]) -> Told:
    """Return the exchanges that the report tells of as its news."""
    correspondence, told = Correspondence(parsed, people, lexicon), Told()
    known: dict[tuple[str, str], int] = {}
    for view in all_views:
        telling = correspondence.tell(view)
        if telling is None:
            continue
        add_telling(telling, view, parsed, lexicon, told, known, anniversaries.get(view.index, []))
    settle(parsed, told, lexicon, all_views, anniversaries)
    return told


def add_telling(
    telling: Telling, view: SentenceView, parsed: ParsedReport, lexicon: Lexicon, told: Told, known: dict[tuple[str, str], int], anniversaries: list[Anniversary]
) -> None:
    """Enter the messages that a sentence tells of, into exchanges known before or new ones."""
    occasion, milestone, ordinal = occasion_of(view.text, anniversaries, lexicon)
    for sender, recipient in telling.pairs:
        pair = (min(sender, recipient), max(sender, recipient))
        if pair not in known:
            day, basis = day_of(view, parsed, told)
            known[pair] = len(told.exchanges)
            told.exchanges.append(ExchangeRead(occasion or "", None, day, basis, pair, set(), milestone, ordinal))
            told.first_told.setdefault(view.index, []).append(known[pair])
        exchange = told.exchanges[known[pair]]
        exchange.messages.add((sender, recipient))
        if not exchange.occasion and occasion:
            exchange.occasion, exchange.milestone, exchange.ordinal = occasion, milestone, ordinal
        if exchange.exchanged_on is None:
            exchange.exchanged_on, exchange.date_basis = day_of(view, parsed, told)


def day_of(view: SentenceView, parsed: ParsedReport, told: Told) -> tuple[datetime.date | None, str | None]:
    """Return the day that a sentence gives for the messages it tells of, and its basis."""
    day, basis = said_day(parsed, view.start, view.end)
    if day and parsed.published_on and not -3 <= (parsed.published_on - day).days <= 45:
        day, basis = None, None  # a date of something else: of the event commemorated, say
    if day:
        return day, basis
    if SAME_DAY.search(view.text) and told.exchanges:
        return told.exchanges[-1].exchanged_on, told.exchanges[-1].date_basis
    if parsed.published_on and YESTERDAY.search(view.text):
        return parsed.published_on - DAY, "weekday"
    if parsed.published_on and TODAY.search(view.text):
        return parsed.published_on, "weekday"
    return None, None


def settle(
    parsed: ParsedReport, told: Told, lexicon: Lexicon, all_views: list[SentenceView], anniversaries: dict[int, list[Anniversary]]
) -> None:
    """Give each exchange what only the whole report tells: its occasion, its day, its year."""
    fallback = report_occasion(parsed, lexicon, all_views, anniversaries)
    day, basis = report_day(parsed, all_views, told)
    for exchange in told.exchanges:
        if not exchange.occasion:
            first = next((e for e in told.exchanges if e.occasion), None)
            exchange.occasion, exchange.milestone, exchange.ordinal = (first.occasion, first.milestone, first.ordinal) if first else fallback
        if exchange.exchanged_on is None:
            exchange.exchanged_on, exchange.date_basis = day, basis
        if exchange.date_basis == "weekday":
            exchange.exchanged_on = on_the_day_itself(exchange, lexicon)
        exchange.occasion_year = year_of(exchange, parsed, anniversaries)


def report_occasion(
    parsed: ParsedReport, lexicon: Lexicon, all_views: list[SentenceView], anniversaries: dict[int, list[Anniversary]]
) -> tuple[str, str | None, int | None]:
    """Return the occasion that headline or first sentences tell of, for exchanges whose own sentence does not."""
    if parsed.headline:
        occasion = occasion_of(parsed.headline, [], lexicon)[0]
        if occasion:
            told = next((a for several in anniversaries.values() for a in several if a.milestone), None)
            same = told and told.milestone and OF_MILESTONE.get(lexicon.milestones[told.milestone].kind) == occasion
            return occasion, told.milestone if told and same else None, told.ordinal if told and same else None
    for view in all_views[:8]:
        occasion, milestone, ordinal = occasion_of(view.text, anniversaries.get(view.index, []), lexicon)
        if occasion:
            return occasion, milestone, ordinal
    return "other", None, None


def report_day(parsed: ParsedReport, all_views: list[SentenceView], told: Told) -> tuple[datetime.date | None, str | None]:
    """Return the day for exchanges whose own sentence gives none: another exchange's, a weekday told, the page's."""
    for exchange in told.exchanges:
        if exchange.exchanged_on:
            return exchange.exchanged_on, "inferred"
    for view in all_views[:6]:
        if parsed.published_on and weekday_number(parsed.body, view.start, view.end):
            day, basis = said_day(parsed, view.start, view.end)
            if day and 0 <= (parsed.published_on - day).days <= 7:
                return day, basis
    if parsed.published_on:
        return parsed.published_on, "published"
    for view in all_views[:3]:
        for date in find_dates(parsed.body, view.start, view.end):
            if date.year:
                return date.on(), "stated"
    return None, None


def on_the_day_itself(exchange: ExchangeRead, lexicon: Lexicon) -> datetime.date | None:
    """Return the day of the anniversary where a weekday may mean it: pages are stamped some days early or late."""
    day = exchange.exchanged_on
    milestone = lexicon.milestones.get(exchange.milestone or "")
    if day is None or milestone is None or not milestone.month or not milestone.day or not exchange.ordinal:
        return day
    try:
        itself = datetime.date(milestone.year + exchange.ordinal, milestone.month, milestone.day)
    except ValueError:
        return day
    return itself if itself.weekday() == day.weekday() and abs((itself - day).days) <= 7 else day


def year_of(exchange: ExchangeRead, parsed: ParsedReport, anniversaries: dict[int, list[Anniversary]]) -> int | None:
    """Return the year greeted or observed: New Year's is the one to come, of all else the year of the day."""
    day = exchange.exchanged_on or parsed.published_on
    if day is None:
        return None
    return day.year + 1 if exchange.occasion == "new-year" and day.month >= 10 else day.year

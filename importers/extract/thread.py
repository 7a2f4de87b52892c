"""The thread of a report: what earlier sentences left open, as one value handed from sentence to sentence."""

from dataclasses import dataclass, field

from importers.extract.people import People

STRANGER = ""  # somebody whom a report names and nothing else tells of


@dataclass(frozen=True)
class Sent:
    """A message that a sentence tells of: who wrote it to whom, and by which pattern it was read where."""

    sender: str
    recipient: str
    pattern: str
    evidence: str  # message: the channel is named; greeting: only good wishes; headline: only a headline tells it
    sentence: int
    start: int
    end: int
    is_answered: bool = False  # told of only as what another of the same sentence answers
    clause: tuple[int, int] = field(default=(0, 0), compare=False)  # from who writes to what or whom, in the sentence

    @property
    def pair(self) -> tuple[str, str]:
        """The two, the one whose slug sorts first before the other."""
        return min(self.sender, self.recipient), max(self.sender, self.recipient)


@dataclass
class Thread:
    """What is known by the sentence at hand."""

    people: People
    frame: str = "news"  # what kind of text this is: news, call, meeting, speech, briefing, transcript, digest, column
    present: frozenset[str] = frozenset()  # whom headline or first sentence name: in a talk those who meet or call
    sent: list[Sent] = field(default_factory=list)
    announced: list[Sent] = field(default_factory=list)  # by the headline: told of, if the body tells of none
    recipients: tuple[str, ...] = ()  # of messages whose senders are yet to be told
    senders: tuple[str, ...] = ()  # of messages whose recipients are yet to be told
    opened: set[int] = field(default_factory=set)  # sentences that open such a row: "greetings to foreign leaders"
    row: int | None = None  # the last sentence that opened such a row of messages, or went on with it
    is_headed: bool = False  # whether the headline tells of a message
    is_of_wishes: bool = False  # whether the headline speaks of congratulations or greetings
    home: str | None = None  # the country in which the report was written
    writers: list[str] = field(default_factory=list)  # of letters to others than leaders: a forum, a party, pupils
    subject: str | None = None  # who did or said something last; STRANGER where nobody knows who that is
    lands: tuple[str, ...] = ()  # whose leaders were last told of together: "the presidents of six countries"
    countries: dict[str, None] = field(default_factory=dict)  # named so far, but for those in the titles of people
    named: list[str] = field(default_factory=list)  # everybody named so far, the last at the end

    def correspondents(self) -> list[str]:
        """Return who is told to have written or to have been written to, the last first."""
        found = [slug for sent in reversed(self.sent or self.announced) for slug in (sent.sender, sent.recipient)]
        return list(dict.fromkeys([*found, *self.recipients, *self.senders]))

    def name(self, slugs: tuple[str, ...]) -> None:
        """Note that somebody was named."""
        for slug in slugs:
            if slug in self.named:
                self.named.remove(slug)
            self.named.append(slug)


def countries_of(thread: Thread) -> tuple[list[frozenset[str]], list[str]]:
    """Return the pairs of countries whose leaders write to each other, and the countries of whom is written to.

    Where nobody writes, they are the two whose leaders the report names, if these are no more.
    """
    country = {slug: person.country for slug, person in thread.people.persons.items()}
    pairs = [frozenset(c for slug in one.pair if (c := country[slug])) for one in thread.sent]
    named = frozenset(c for slug in thread.named if (c := country[slug]))
    honoured = [c for one in thread.sent if (c := country[one.recipient])]
    return pairs or [named] * (len(named) == 2), list(dict.fromkeys(honoured))

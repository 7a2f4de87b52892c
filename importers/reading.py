"""What reading finds in one report: plain facts, with characters of the body as evidence, before any database."""

import datetime
from dataclasses import dataclass, field


@dataclass(frozen=True)
class LeaderRead:
    """A leader as a report names them: a known one by slug, or one to be entered as provisional."""

    slug: str
    full_name: str
    country: str | None
    provisional: bool
    is_family_name_first: bool = False


@dataclass(frozen=True)
class AnniversaryRead:
    """An ordinal anniversary told of, its milestone by slug where the text names one that is known."""

    milestone: str | None
    ordinal: int
    observed_year: int | None
    start_char: int
    end_char: int
    read_by: str | None  # None where a person told it
    is_checked: bool = False  # whether a person put it right, or found it right


Months = tuple[int, int | None]  # the first and the last month; the last None where it is not told up to which


@dataclass(frozen=True)
class TradeRead:
    """A claim on trade: one number at most, the flow as seen from country_a; `months` where not of the whole year.

    A threshold is a bound that was passed: "more than 200 billion", "230 to 240 billion".
    """

    claim: str
    flow: str
    amount: float | None
    currency: str | None
    percent: float | None
    year: int | None
    months: Months | None
    country_a: str | None
    country_b: str | None
    start_char: int
    end_char: int
    read_by: str | None  # None where a person told it
    is_threshold: bool = False
    is_checked: bool = False
    base_year: int | None = None  # of growth over several years


@dataclass(frozen=True)
class ThemeRead:
    """A theme touched, with the ordinal of a numbered meeting."""

    theme: str
    start_char: int
    end_char: int
    ordinal: int | None


@dataclass(frozen=True)
class MessageRead:
    """A message of an exchange: the sentence that tells of it, the pattern that read it, and what it rests on."""

    sender: str
    recipient: str
    start_char: int | None  # None where only a headline tells it that does not stand in the body
    end_char: int | None
    read_by: str | None  # None where a person told it
    evidence: str  # message, greeting or headline
    sent_on: datetime.date | None = None  # None where only the day of the exchange is told
    is_checked: bool = False


@dataclass
class ExchangeRead:
    """An exchange that the report tells of as its news."""

    occasion: str
    occasion_year: int | None
    exchanged_on: datetime.date | None
    date_basis: str | None
    leaders: tuple[str, str]
    messages: dict[str, MessageRead] = field(default_factory=dict)  # by sender
    milestone: str | None = None
    ordinal: int | None = None


@dataclass
class StatementRead:
    """A sentence: its place in the body and its length, whose words it tells in which exchanges, and its claims."""

    start_char: int
    end_char: int
    mode: str
    word_count: int
    address: str | None = None
    speaker: str | None = None
    read_by: str | None = None  # the pattern that tells the speaker
    exchanges: tuple[int, ...] = ()
    anniversaries: list[AnniversaryRead] = field(default_factory=list)
    trade: list[TradeRead] = field(default_factory=list)
    themes: list[ThemeRead] = field(default_factory=list)


@dataclass
class Reading:
    """All that one report tells."""

    locator: str
    body: str
    sha256: str
    url: str | None
    headline: str | None
    dateline_place: str | None
    published_on: datetime.date | None
    published_basis: str | None
    language: str | None
    outlet: str | None
    leaders: dict[str, LeaderRead] = field(default_factory=dict)
    exchanges: list[ExchangeRead] = field(default_factory=list)
    statements: list[StatementRead] = field(default_factory=list)

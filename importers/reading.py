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


Months = tuple[int, int | None]  # the first and the last month; the last None where it is not told up to which


@dataclass(frozen=True)
class TradeRead:
    """A claim on trade: one number at most, the flow as seen from country_a; `months` where not of the whole year."""

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


@dataclass(frozen=True)
class ThemeRead:
    """A theme touched, with the ordinal of a numbered meeting."""

    theme: str
    start_char: int
    end_char: int
    ordinal: int | None


@dataclass
class ExchangeRead:
    """An exchange that the report tells of as its news; its messages as (sender, recipient) slugs."""

    occasion: str
    occasion_year: int | None
    exchanged_on: datetime.date | None
    date_basis: str | None
    leaders: tuple[str, str]
    messages: set[tuple[str, str]] = field(default_factory=set)
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

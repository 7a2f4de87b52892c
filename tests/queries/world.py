"""A small world whose right answers are known by hand: countries, leaders, exchanges, and reports of them."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

import migrations
from importers.quotations import quoted_word_count
from models import (
    AnniversaryMention,
    Base,
    Correction,
    Country,
    Exchange,
    ExchangeReport,
    ImportRun,
    Leader,
    Message,
    MessageReport,
    Milestone,
    MilestoneParty,
    Occasion,
    Office,
    Outlet,
    ReadingChange,
    Rejection,
    SourceReport,
    Statement,
    Tenure,
    Theme,
    ThemeMention,
    TradeFigure,
    TradeStatistic,
    TradeTarget,
    key_of,
)
from models.database import writing
from queries.publish import publish

BILLION = 1_000_000_000

COUNTRIES = {"CN": "China", "RU": "Russia", "KP": "North Korea", "MV": "Maldives", "VN": "Vietnam"}
LEADERS = {
    "xi-jinping": ("Xi Jinping", "CN"),
    "li-keqiang": ("Li Keqiang", "CN"),
    "li-qiang": ("Li Qiang", "CN"),
    "vladimir-putin": ("Vladimir Putin", "RU"),
    "mikhail-mishustin": ("Mikhail Mishustin", "RU"),
    "kim-jong-un": ("Kim Jong Un", "KP"),
    "ibrahim-solih": ("Ibrahim Mohamed Solih", "MV"),
    "to-lam": ("To Lam", "VN"),
}
OFFICES = {
    "cn-president": ("CN", "head_of_state"),
    "cn-general-secretary": ("CN", "party_leader"),
    "cn-premier": ("CN", "head_of_government"),
    "ru-president": ("RU", "head_of_state"),
    "ru-prime-minister": ("RU", "head_of_government"),
    "kp-president": ("KP", "head_of_state"),
}
TENURES = [
    ("xi-jinping", "cn-general-secretary", "2012-11-15", None),
    ("xi-jinping", "cn-president", "2013-03-14", None),
    ("li-keqiang", "cn-premier", "2013-03-15", "2023-03-11"),
    ("li-qiang", "cn-premier", "2023-03-11", None),
    ("vladimir-putin", "ru-president", "2000-05-07", "2008-05-07"),
    ("vladimir-putin", "ru-prime-minister", "2008-05-08", "2012-05-07"),
    ("vladimir-putin", "ru-president", "2012-05-07", None),
    ("mikhail-mishustin", "ru-prime-minister", "2020-01-16", None),
    ("kim-jong-un", "kp-president", "2016-06-29", None),
]
MILESTONES = {
    "cn-ru-treaty": ("Treaty between China and Russia", "treaty", (2001, 7, 16), ("CN", "RU")),
    "cn-ru-relations": ("Relations of China and Russia", "diplomatic_relations", (1949, 10, 2), ("CN", "RU")),
    "cn-kp-relations": ("Relations of China and North Korea", "diplomatic_relations", (1949, 10, 6), ("CN", "KP")),
    "sco-founding": ("Shanghai Cooperation Organization", "organization_founded", (2001, 6, 15), ("CN", "KP", "RU")),
    "cn-ru-pact": ("Pact of China and Russia", "treaty", (2017, 5, 8), ("CN", "RU")),
    "victory": ("Victory", "war_end", (1945, 9, 2), ()),
    "leap-day": ("A leap day", "other", (2004, 2, 29), ()),
    "year-only": ("A year", "other", (1990, None, None), ("CN", "MV")),
}
OCCASIONS = {
    "new-year": "New Year",
    "diplomatic-anniversary": "Anniversary of diplomatic relations",
    "condolences": "Condolences",
}
OUTLETS = {"xinhua": ("Xinhua", "agency", "CN"), "tass": ("TASS", "agency", "RU"), "kcna": ("KCNA", "agency", "KP")}
THEMES = {
    "energy": ("topic", "Energy"),
    "trade-economy": ("topic", "Economic and trade cooperation"),
    "pandemic": ("topic", "Pandemic"),
    "strategic-partnership": ("formulation", "strategic partnership"),
    "new-era-partnership": ("formulation", "strategic partnership of coordination for a new era"),
    "dear-friend": ("formulation", "dear friend"),
}
FROM_MEMORY = "from memory"  # the issuer of figures that nobody has looked up
STATISTICS = [  # reporter, partner, year, flow, billions of US dollars, issuer
    ("CN", "RU", 2017, "total", 84, "Chinese customs"),
    ("CN", "RU", 2018, "total", 107, "Chinese customs"),
    ("CN", "RU", 2019, "total", 111, "Chinese customs"),
    ("CN", "RU", 2020, "total", 108, "Chinese customs"),
    ("CN", "RU", 2022, "total", 190, "Chinese customs"),
    ("CN", "RU", 2023, "total", 240, "Chinese customs"),
    ("RU", "CN", 2020, "total", 104, "Russian customs"),
    ("RU", "CN", 2016, "total", 66, "Russian customs"),
    ("CN", "RU", 2018, "export", 48, "Chinese customs"),
    ("CN", "RU", 2018, "total", 999, FROM_MEMORY),
    ("CN", "RU", 1999, "total", 6, FROM_MEMORY),
]
TARGETS = {
    "cn-ru-100bn": (100, 2011, 2015, 2018),
    "cn-ru-200bn-2020": (200, 2011, 2020, None),
    "cn-ru-60bn-more": (60, 2019, 2021, None),  # the total was above it before: it is of something else
    "cn-ru-200bn": (200, 2019, 2024, 2023),
    "cn-ru-300bn": (300, 2022, 2030, None),
}

MEASURES: dict[str, dict[str, Any]] = {  # of goals that are no stated goal for the total of a year
    "cn-ru-60bn-more": {"flow": "additional_import", "span_years": 2, "base_year": 2017, "kind": "signed"},
    "cn-ru-200bn": {"outcome": "in_time", "outcome_source": "Chinese customs"},
    "cn-ru-300bn": {"kind": "forecast"},
}


@dataclass(frozen=True)
class Told:
    """A sentence of a report: the exchange and sender of its message, or neither; and what it claims."""

    text: str
    exchange: str = ""
    sender: str = ""
    mode: str = "indirect"
    anniversaries: Iterable[tuple[str | None, int, int | None, str]] = ()
    themes: Iterable[tuple[str, str]] = ()
    trade: Iterable[dict[str, Any]] = field(default_factory=tuple)
    address: str | None = None


# name: occasion, year, day, pair, senders and the days they wrote, milestone, ordinal
EXCHANGES: dict[str, tuple[str, int | None, str | None, tuple[str, str], dict[str, str | None], str | None, int | None]]
EXCHANGES = {
    "ny2021": (
        "new-year", 2021, "2020-12-31", ("vladimir-putin", "xi-jinping"),
        {"xi-jinping": "2020-12-31", "vladimir-putin": "2020-12-31"}, None, None,
    ),
    "premiers2021": (
        "new-year", 2021, "2020-12-31", ("li-keqiang", "mikhail-mishustin"),
        {"li-keqiang": "2020-12-31", "mikhail-mishustin": None}, None, None,
    ),
    "ny2022": (
        "new-year", 2022, "2021-12-31", ("vladimir-putin", "xi-jinping"),
        {"xi-jinping": "2021-12-31", "vladimir-putin": "2021-12-30"}, None, None,
    ),
    "ny2024": (
        "new-year", 2024, "2023-12-31", ("vladimir-putin", "xi-jinping"),
        {"xi-jinping": "2023-12-31", "vladimir-putin": "2023-12-31"}, None, None,
    ),
    "kim2023": (
        "new-year", 2023, "2023-01-01", ("kim-jong-un", "xi-jinping"), {"kim-jong-un": "2023-01-01"}, None, None,
    ),
    "kim2024": (
        "diplomatic-anniversary", 2024, "2024-10-06", ("kim-jong-un", "xi-jinping"),
        {"kim-jong-un": "2024-10-06", "xi-jinping": "2024-10-06"}, "cn-kp-relations", 75,
    ),
    "solih": ("condolences", None, None, ("ibrahim-solih", "xi-jinping"), {"xi-jinping": None}, None, None),
}  # fmt: skip

# locator: outlet, day, the report whose text it carries, exchanges with the day and its basis, sentences
REPORTS: dict[str, tuple[str | None, str | None, str | None, dict[str, tuple[str | None, str | None]], list[Told]]]
REPORTS = {
    "xinhua-2020.txt": (
        "xinhua", "2020-12-31", None,
        {"ny2021": ("2020-12-31", "stated"), "premiers2021": ("2020-12-31", "inferred")},
        [
            Told("Xi hailed the 20th anniversary of the treaty in 2021.", "ny2021", "xi-jinping",
                 anniversaries=[("cn-ru-treaty", 20, 2021, "20th anniversary of the treaty")]),
            Told("Xi called Putin his dear friend, and spoke of the pandemic and the strategic partnership.",
                 "ny2021", "xi-jinping", "direct", address="dear friend",
                 themes=[("dear-friend", "dear friend"), ("pandemic", "pandemic"),
                         ("strategic-partnership", "strategic partnership")]),
            Told("Trade with Russia was 107 billion dollars in 2018, a record.", "ny2021", "xi-jinping",
                 trade=[{"claim": "level", "amount": 107 * BILLION, "year": 2018},
                        {"claim": "record", "year": 2018}]),
            Told("The premiers also wrote to each other."),
        ],
    ),
    "tass-2020.txt": (
        "tass", "2021-01-01", None, {"ny2021": ("2020-12-30", "weekday")},
        [
            Told("Putin praised cooperation in energy.", "ny2021", "vladimir-putin", themes=[("energy", "energy")]),
            Told("Trade would reach 200 billion dollars by 2024, and was 120 billion dollars in 2020, he said.",
                 "ny2021", "vladimir-putin",
                 trade=[{"claim": "target", "amount": 200 * BILLION, "year": None},
                        {"claim": "level", "amount": 120 * BILLION, "year": 2020}]),
        ],
    ),
    "tass-copy-2020.txt": (
        None, "2021-01-02", "tass-2020.txt", {"ny2021": ("2020-12-31", "published")},
        [Told("Putin praised cooperation in energy!", "ny2021", "vladimir-putin", themes=[("energy", "energy")])],
    ),
    "xinhua-2021.txt": (
        "xinhua", "2021-12-31", None, {"ny2022": ("2021-12-31", "stated")},
        [
            Told("Xi spoke of a Strategic Partnership of coordination for a new era and of energy.", "ny2022",
                 "xi-jinping", themes=[("new-era-partnership", "Strategic Partnership of coordination for a new era"),
                                       ("energy", "energy")]),
            Told("The treaty of 2001 had its 21st anniversary in 2021, Xi said.", "ny2022", "xi-jinping",
                 anniversaries=[("cn-ru-treaty", 21, 2021, "21st anniversary")]),
        ],
    ),
    "xinhua-2023.txt": (
        "xinhua", "2023-12-31", None, {"ny2024": ("2023-12-31", "stated")},
        [
            Told("Xi said that the 75th anniversary of relations comes in 2024.", "ny2024", "xi-jinping",
                 anniversaries=[("cn-ru-relations", 75, 2024, "75th anniversary of relations")]),
            Told("The goal of 200 billion dollars was reached in 2023, and trade grew by 26.3 percent, Xi noted.",
                 "ny2024", "xi-jinping",
                 trade=[{"claim": "target_reached", "amount": 200 * BILLION, "year": 2023},
                        {"claim": "growth", "percent": 26.3, "year": 2023}]),
            Told("It came to 240 billion dollars.", "ny2024", "xi-jinping", "direct",
                 trade=[{"claim": "level", "amount": 240 * BILLION, "year": 2023}]),
        ],
    ),
    "tass-2023.txt": (
        "tass", "2023-12-31", None, {"ny2024": ("2023-12-31", "stated")},
        [
            Told("Putin said that trade had come to 180 billion dollars in 2023.", "ny2024", "vladimir-putin",
                 trade=[{"claim": "level", "amount": 180 * BILLION, "year": 2023}]),
        ],
    ),
    "kcna-2023.txt": (
        "kcna", "2023-01-01", None, {"kim2023": ("2023-01-01", "stated")},
        [Told("Kim Jong Un sent a New Year card.", "kim2023", "kim-jong-un", "narrated")],
    ),
    "kcna-2024.txt": (
        "kcna", "2024-10-06", None, {"kim2024": ("2024-10-06", "stated")},
        [
            Told("Kim Jong Un spoke of the 75th anniversary of relations.", "kim2024", "kim-jong-un",
                 anniversaries=[("cn-kp-relations", 75, 2024, "75th anniversary of relations")]),
            Told("An observer recalled a 50th anniversary.", anniversaries=[(None, 50, None, "50th anniversary")]),
        ],
    ),
    "xinhua-solih.txt": (
        "xinhua", None, None, {"solih": (None, None)},
        [Told("Xi sent condolences to Solih.", "solih", "xi-jinping", "narrated")],
    ),
}  # fmt: skip
LANGUAGES = {"tass-copy-2020.txt": "ru"}  # the others are in English
HOW_READ = {  # of each report of a message: what it rests on, and the pattern that read it; others name the message
    ("kim2023", "kim-jong-un", "kcna-2023.txt"): ("greeting", "greets"),
    ("solih", "xi-jinping", "xinhua-solih.txt"): ("headline", "sends"),
    ("ny2021", "vladimir-putin", "tass-copy-2020.txt"): ("greeting", "greets"),
}
NO_WORDS = [("ny2021", "vladimir-putin", "xinhua-2020.txt")]  # reports that only say that a message was sent


def day(word: str | None) -> datetime.date | None:
    return None if word is None else datetime.date.fromisoformat(word)


TOLD = select(Statement.source_report_id, Statement.start_char, Statement.end_char).order_by(Statement.id)


def build(engine: Engine) -> None:
    """Make the tables, the rows and the views."""
    with writing(engine) as connection:
        migrations.upgrade(connection)
        add_reference(connection)
        add_exchanges(connection)
        add_corrections(connection)
        for locator in REPORTS:
            add_report(connection, locator)
        told = connection.execute(TOLD.where(Statement.message_id.is_not(None)).limit(1)).one()
        add(connection, ReadingChange, 1, **told._mapping, fact_kind="theme", change="new", read_now="energy")
        publish(connection)


def add(connection: Connection, model: type[Base], *natural: str | int | None, **values: Any) -> int:
    key = key_of(model.__tablename__, *natural)
    if "verified" in model.__table__.columns:
        values = {"source": None, "verified": True, **values}
    connection.execute(insert(model).values(id=key, **values))
    return key


def country(code: str) -> int:
    return key_of("country", code)


def leader(slug: str) -> int:
    return key_of("leader", slug)


def add_reference(connection: Connection) -> None:
    for code, name in COUNTRIES.items():
        add(connection, Country, code, code=code, kind="country", name=name)
    for slug, (name, code) in LEADERS.items():
        add(connection, Leader, slug, slug=slug, full_name=name, country_id=country(code),
            is_family_name_first=code != "RU", provisional=slug == "ibrahim-solih")  # fmt: skip
    for slug, (code, role) in OFFICES.items():
        add(connection, Office, slug, slug=slug, country_id=country(code), title=slug, role=role, holders=1)
    for slug, office, start, end in TENURES:
        add(connection, Tenure, slug, office, start, leader_id=leader(slug), office_id=key_of("office", office),
            started_on=day(start), ended_on=day(end), is_acting=False)  # fmt: skip
    for slug, (name, kind, (year, month, day_), parties) in MILESTONES.items():
        add(connection, Milestone, slug, slug=slug, name=name, kind=kind, year=year, month=month, day=day_)
        for code in parties:
            add(
                connection, MilestoneParty, slug, code, milestone_id=key_of("milestone", slug), country_id=country(code)
            )
    for slug, name in OCCASIONS.items():
        add(connection, Occasion, slug, slug=slug, name=name)
    for slug, (name, kind, code) in OUTLETS.items():
        add(connection, Outlet, slug, slug=slug, name=name, kind=kind, country_id=country(code))
    for slug, (kind, name) in THEMES.items():
        add(connection, Theme, slug, slug=slug, kind=kind, name=name)
    add_trade(connection)


def add_trade(connection: Connection) -> None:
    for reporter, partner, year, flow, billions, issuer in STATISTICS:
        add(connection, TradeStatistic, reporter, partner, year, flow, issuer, reporter_id=country(reporter),
            partner_id=country(partner), year=year, flow=flow, value_usd=billions * BILLION, issuer=issuer,
            basis="calendar_year", verified=issuer != FROM_MEMORY)  # fmt: skip
    for slug, (billions, set_year, due_year, reached_year) in TARGETS.items():
        add(connection, TradeTarget, slug, slug=slug, country_a_id=country("CN"), country_b_id=country("RU"),
            value_usd=billions * BILLION, set_year=set_year, due_year=due_year, reached_year=reached_year,
            **({"flow": "total", "span_years": 1, "kind": "stated"} | MEASURES.get(slug, {})))  # fmt: skip


def add_corrections(connection: Connection) -> None:
    """What a person put right of a report that is not here, and of two people who look like one."""
    made = {"why": "I have read it", "made_by": "Ann", "made_at": datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)}
    add(connection, Correction, 1, fact="report", report_sha256="0" * 63 + "1", property="outlet", right_value="tass",
        **made)  # fmt: skip
    add(connection, Correction, 2, fact="leader", leader="to-lam", property="never_same_as",
        right_value="xi-jinping", **made)  # fmt: skip


def add_exchanges(connection: Connection) -> None:
    for name, (occasion, year, when, (a, b), sent, milestone, ordinal) in EXCHANGES.items():
        add(connection, Exchange, name, occasion_id=key_of("occasion", occasion), occasion_year=year,
            exchanged_on=day(when), leader_a_id=leader(a), leader_b_id=leader(b),
            milestone_id=key_of("milestone", milestone) if milestone else None, ordinal=ordinal)  # fmt: skip
        for sender, sent_on in sent.items():
            add(connection, Message, name, sender, exchange_id=key_of("exchange", name), sender_id=leader(sender),
                recipient_id=leader(b if sender == a else a), sent_on=day(sent_on))  # fmt: skip
    now = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    connection.execute(
        insert(ImportRun).values(
            id=1, started_at=now, ended_at=now, version="1", inserted=len(REPORTS), updated=0, unchanged=0, rejected=1
        )
    )
    add(connection, Rejection, "broken.html", locator="broken.html", reason="no text in it", first_run_id=1,
        last_run_id=1)  # fmt: skip


def add_report(connection: Connection, locator: str) -> None:
    outlet, published, copied, exchanges, sentences = REPORTS[locator]
    body = " ".join(told.text for told in sentences)
    report = key_of("source_report", locator)
    account = key_of("source_report", copied or locator)
    add(connection, SourceReport, locator, sha256=f"{report:064d}", locator=locator, headline=f"Headline of {locator}",
        outlet_id=key_of("outlet", outlet) if outlet else None, published_on=day(published),
        language=LANGUAGES.get(locator, "en"), body=body, account_id=account, import_run_id=1)  # fmt: skip
    for name, (when, basis) in exchanges.items():
        add(connection, ExchangeReport, name, locator, exchange_id=key_of("exchange", name), source_report_id=report,
            exchanged_on=day(when), date_basis=basis)  # fmt: skip
    writers = dict.fromkeys((told.exchange, told.sender) for told in sentences if told.sender)
    writers |= dict.fromkeys((name, sender) for name, sender, where in NO_WORDS if where == locator)
    for told in sentences:
        add_statement(connection, report, body, told)
    for name, sender in writers:
        evidence, read_by = HOW_READ.get((name, sender, locator), ("message", "sends"))
        first = next((told for told in sentences if (told.exchange, told.sender) == (name, sender)), None)
        tells = None if first is None or evidence == "headline" else body.index(first.text)
        add(connection, MessageReport, name, sender, locator, message_id=key_of("message", name, sender),
            source_report_id=report, statement_id=None if tells is None else key_of("statement", report, tells),
            evidence=evidence, read_by=read_by,
            statement_count=sum((told.exchange, told.sender) == (name, sender) for told in sentences))  # fmt: skip


def add_statement(connection: Connection, report: int, body: str, told: Told) -> None:
    start = body.index(told.text)
    message = key_of("message", told.exchange, told.sender) if told.sender else None
    statement = add(connection, Statement, report, start, source_report_id=report, message_id=message, mode=told.mode,
                    start_char=start, end_char=start + len(told.text), word_count=len(told.text.split()),
                    quoted_word_count=quoted_word_count(told.text) if told.mode == "direct" else 0,
                    address=told.address,
                    speaker_id=key_of("leader", told.sender) if told.sender else None,
                    read_by="says" if told.sender and told.mode != "narrated" else None)  # fmt: skip
    for milestone, ordinal, observed_year, words in told.anniversaries:
        at = body.index(words, start)
        add(connection, AnniversaryMention, statement, milestone, ordinal, statement_id=statement, ordinal=ordinal,
            milestone_id=key_of("milestone", milestone) if milestone else None, observed_year=observed_year,
            start_char=at, end_char=at + len(words), read_by="ordinal-of")  # fmt: skip
    for theme, words in told.themes:
        at = body.index(words, start)
        add(connection, ThemeMention, statement, theme, statement_id=statement, theme_id=key_of("theme", theme),
            start_char=at, end_char=at + len(words), message_id=message, source_report_id=report)  # fmt: skip
    for figure in told.trade:
        currency = "USD" if "amount" in figure else None
        add(connection, TradeFigure, statement, str(figure), statement_id=statement, flow="total", currency=currency,
            country_a_id=country("CN"), country_b_id=country("RU"), start_char=start, end_char=start + 5,
            read_by="trade-of", **figure)  # fmt: skip

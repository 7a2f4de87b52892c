"""One exchange on one page: its letters, its reports side by side, and what they tell."""

from dataclasses import dataclass, replace

from sqlalchemy import BigInteger, Connection, and_, column

from models.database import InputError
from queries.answer import Answer, Value, ask
from queries.catalogue import shipped_reports
from queries.presentation import with_names

# Of which saved report each part is, what it is called here, and which columns it shows.
PARTS = (
    ("messages", "The letters", ("sent_on", "sender", "sender_office", "recipient", "statements", "reports")),
    ("coverage", "The reports", ("outlet", "language", "published_on", "exchanged_on", "date_basis", "statements")),
    ("statements", "What they say", ("speaker", "mode", "outlet", "quote")),
    ("told-once", "What one report alone tells", ("outlet", "fact_kind", "fact", "reports", "quote")),
    ("anniversaries", "Anniversaries", ("ordinal", "milestone", "observed_year", "agrees", "speaker", "outlet")),
    (
        "trade-against-official",
        "Trade figures beside the official ones",
        (
            *("year", "claim", "is_threshold", "amount", "currency", "official_usd", "difference_percent", "agrees"),
            *("percent", "official_growth_percent", "speaker"),
        ),
    ),
)
BY_MESSAGE = ("told-once",)  # with the exchange alone, a database tells those of all others first


@dataclass(frozen=True)
class ExchangePage:
    """What is known of an exchange: its heading, and its parts, those without rows left out."""

    heading: str
    parts: tuple[Answer, ...]

    @property
    def side_by_side(self) -> list[tuple[dict[str, Value], list[dict[str, Value]]]]:
        """Each report of the exchange with its sentences that tell the words of the letters."""
        by_name = {part.report.name: part for part in self.parts}
        reports = by_name["coverage"].as_dicts() if "coverage" in by_name else []
        told = by_name["statements"].as_dicts() if "statements" in by_name else []
        key = "source_report_id"
        return [(report, [sentence for sentence in told if sentence[key] == report[key]]) for report in reports]


def page_of_exchange(connection: Connection, key: int) -> ExchangePage:
    """Return what is known of an exchange. Raises InputError where there is none with this key."""
    of_exchange = column("exchange_id", BigInteger()) == key
    rows = with_names(ask(connection, shipped_reports()["exchanges"], narrower=of_exchange)).as_dicts()
    if not rows:
        raise InputError(
            f"there is no exchange {key}; the column exchange_id of chancery report exchanges has the keys"
        )
    messages = ask(connection, shipped_reports()["messages"], narrower=of_exchange).only(["message_id"])
    of_messages = column("message_id", BigInteger()).in_([key for (key,) in messages.rows])
    parts = []
    for name, title, shown in PARTS:
        order = ("published_on",) if name == "coverage" else ()
        narrower = and_(of_messages, of_exchange) if name in BY_MESSAGE else of_exchange
        answer = with_names(ask(connection, shipped_reports()[name], order=order, narrower=narrower))
        parts.append(replace(answer, report=replace(answer.report, title=title, shown=shown)))
    return ExchangePage(heading_of(rows[0]), tuple(part for part in parts if part.rows))


def heading_of(exchange: dict[str, Value]) -> str:
    """Return who wrote to whom, for what, of which year, and when."""
    known = (exchange[part] for part in ("occasion", "occasion_year", "exchanged_on"))
    return f"{exchange['who_to_whom']}: {', '.join(str(part) for part in known if part is not None)}"

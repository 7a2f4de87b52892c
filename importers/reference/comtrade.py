"""UN Comtrade: exports of its database as downloaded, one official figure a reporter, partner, year and flow."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

import pycountry

from importers.reference.records import Record, Rows
from models import TradeStatistic, country_key

MARKS = {"refYear", "reporterCode", "partnerCode", "flowCode", "cmdCode", "primaryValue"}
COUNTED = {  # of the many rows of a year and flow, the one that stands for all
    "freqCode": ("A",), "cmdCode": ("TOTAL",), "customsCode": ("C00", ""), "motCode": ("0", ""), "mosCode": ("0", ""),
    "partner2Code": ("0", ""),
}  # fmt: skip
FLOWS = {"X": ("export", "FOB"), "M": ("import", "CIF")}
# Codes of countries that are not their ISO 3166 numbers; Taiwan stands under "Other Asia, not elsewhere specified".
OWN_CODES = {"842": "US", "699": "IN", "757": "CH", "251": "FR", "579": "NO", "490": "TW"}
OWN_LETTERS = {"S19": "TW"}


def is_comtrade(names: Sequence[str]) -> bool:
    """Return whether the columns are those of a UN Comtrade export."""
    return set(names) >= MARKS


def statistic_of(record: Record, rows: Rows, source: str) -> None:
    """Add the official figure of a row; of rows that are parts of another nothing is added. Raises ValueError."""
    if any(
        (record.optional(column) or "") not in values for column, values in COUNTED.items() if column in record.columns
    ):
        return
    flow = FLOWS.get(record.text("flowCode"))
    partner = country_of(record, "partner")
    if flow is None or partner is None:
        return
    reporter = country_of(record, "reporter")
    if reporter is None:
        raise ValueError(f"reporterCode is of no country: {record.text('reporterCode')!r}")
    try:
        value = Decimal(record.text("primaryValue"))
    except InvalidOperation:
        raise ValueError(f"primaryValue is no amount: {record.text('primaryValue')!r}") from None
    issuer = "UN Comtrade"
    year = record.number("refYear")
    rows.add(
        TradeStatistic,
        (reporter, partner, year, flow[0], issuer, "calendar_year", f"{value:.2f}"),
        reporter_id=country_key(reporter),
        partner_id=country_key(partner),
        year=year,
        flow=flow[0],
        value_usd=round(value, 2),
        issuer=issuer,
        basis="calendar_year",
        note=f"{flow[1]}, as reported by {record.optional('reporterDesc') or reporter}",
        source=source,
        verified=True,
    )


def country_of(record: Record, who: str) -> str | None:
    """Return the ISO code of the reporter or the partner; None for the world and other groups of countries."""
    letters, number = record.optional(f"{who}ISO") or "", record.optional(f"{who}Code") or ""
    if letters in OWN_LETTERS or number in OWN_CODES:
        return OWN_LETTERS.get(letters) or OWN_CODES[number]
    found = pycountry.countries.get(alpha_3=letters) if letters else None
    found = found or (pycountry.countries.get(numeric=number.zfill(3)) if number.isdigit() else None)
    return None if found is None else str(found.alpha_2)

"""IMF Direction of Trade Statistics: workbooks of one country as downloaded, a sheet of exports and one of imports.

A sheet has a title, the country, the unit, the years, and below these a line for each partner and group of partners.
"""

import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pycountry

from importers.reference.records import Record, Rows
from models import TradeStatistic, country_key
from models.database import InputError
from models.extras import how_to_install

WORKBOOK = b"PK\x03\x04"
TITLES = {"Exports, FOB to Partner Countries": "export", "Imports, CIF from Partner Countries": "import"}
UNITS = {"US Dollars, Millions": 1_000_000}
BASES = {"export": "FOB", "import": "CIF"}
TITLE_ROW, COUNTRY_ROW, UNIT_ROW, YEARS_ROW = 2, 4, 5, 7
ISSUER = "International Monetary Fund"

# Names of the IMF that no list of countries has; they have its own short forms.
OWN_NAMES = {
    "Afghanistan, Islamic Rep. of": "AF", "Bahamas, The": "BS", "Central African Rep.": "CF",
    "China, P.R.: Hong Kong": "HK", "China, P.R.: Macao": "MO", "China, P.R.: Mainland": "CN",
    "Congo, Dem. Rep. of the": "CD", "Congo, Rep. of": "CG", "Czech Rep.": "CZ", "Dominican Rep.": "DO",
    "Ethiopia, The Federal Dem. Rep. of": "ET", "Gambia, The": "GM", "Holy See": "VA",
    "Iran, Islamic Rep. of": "IR", "Korea, Dem. People's Rep. of": "KP", "Korea, Rep. of": "KR",
    "Kosovo, Rep. of": "XK", "Kyrgyz Rep.": "KG", "Lao People's Dem. Rep.": "LA",
    "Micronesia, Federated States of": "FM", "Netherlands, The": "NL",
    "Sint Maarten, Kingdom of the Netherlands": "SX", "Slovak Rep.": "SK", "St. Kitts and Nevis": "KN",
    "St. Lucia": "LC", "St. Vincent and the Grenadines": "VC", "Syrian Arab Rep.": "SY",
    "São Tomé and Príncipe, Dem. Rep. of": "ST", "Taiwan Province of China": "TW", "Turkey": "TR",
    "Türkiye, Rep. of": "TR", "Venezuela, Rep. Bolivariana de": "VE", "West Bank and Gaza": "PS",
    "Yemen, Rep. of": "YE",
}  # fmt: skip
GROUPS = (
    "Advanced Economies", "Africa", "Asia", "Countries & Areas", "Emerging", "Euro Area", "Europe", "European Union",
    "Memorandum Items", "Middle East", "Other Countries", "South African Common", "Special Categories", "Sub-Saharan",
    "Western Hemisphere", "World",
)  # fmt: skip
PAST = (
    "Belgium-Luxembourg", "Czechoslovakia", "Eastern Germany", "Malaysia, West", "Netherlands Antilles",
    "Serbia and Montenegro", "USSR", "Yemen Arab Rep.", "Yemen, People's Dem. Rep. of", "Yugoslavia",
)  # fmt: skip


def is_workbook(content: bytes) -> bool:
    """Return whether a file is a workbook."""
    return content.startswith(WORKBOOK)


def records_of_workbook(content: bytes) -> Iterator[Record]:
    """Yield a record for each partner of each sheet, its columns the reporter, the flow, the partner and the years.

    Raises InputError where the workbook is none of the Direction of Trade Statistics.
    """
    try:
        import openpyxl
    except ImportError:
        raise InputError(f"workbooks need a package more: {how_to_install('formats')}") from None
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            yield from records_of_sheet([list(row) for row in sheet.iter_rows(values_only=True)], sheet.title)
    finally:
        book.close()


def records_of_sheet(rows: list[list[Any]], title: str) -> Iterator[Record]:
    """Yield a record for each partner of a sheet. Raises InputError where it is not laid out as the IMF's are."""
    heads = [str(second(rows, number)) for number in (TITLE_ROW, COUNTRY_ROW, UNIT_ROW)]
    flow, factor = TITLES.get(heads[0]), UNITS.get(heads[2])
    if flow is None or factor is None:
        raise InputError(
            f"the sheet {title!r} is none of the IMF's Direction of Trade Statistics: row {TITLE_ROW} says"
            f" {heads[0]!r}, row {UNIT_ROW} {heads[2]!r}; save other tables as CSV"
        )
    years = rows[YEARS_ROW - 1][2:]
    for number, row in enumerate(rows[YEARS_ROW:], YEARS_ROW + 1):
        if row[1]:
            values = {
                str(year): str(Decimal(str(value)) * factor)
                for year, value in zip(years, row[2:], strict=False)
                if isinstance(value, int | float)
            }
            yield Record({"reporter": heads[1], "flow": flow, "partner": str(row[1]).strip(), **values}, number)


def second(rows: list[list[Any]], number: int) -> Any:
    """Return the second cell of a row, None where there is none."""
    row = rows[number - 1] if number <= len(rows) else []
    return row[1] if len(row) > 1 else None


def statistics_of(record: Record, rows: Rows, source: str) -> None:
    """Add the figure of each year of a partner; of groups of countries, and of those that are no more, nothing.

    Raises ValueError for a name that is of no country.
    """
    reporter, partner, flow = record.text("reporter"), record.text("partner"), record.text("flow")
    codes = [country_of(name) for name in (reporter, partner)]
    if None in codes:
        return
    for year, value in record.columns.items():
        if year.isdigit() and value is not None and Decimal(value) > 0:
            amount = round(Decimal(value), 2)
            rows.add(
                TradeStatistic,
                (*codes, int(year), flow, ISSUER, "calendar_year", f"{amount:.2f}"),
                reporter_id=country_key(str(codes[0])),
                partner_id=country_key(str(codes[1])),
                year=int(year),
                flow=flow,
                value_usd=amount,
                issuer=ISSUER,
                basis="calendar_year",
                note=BASES[flow],
                source=source,
                verified=True,
            )


def country_of(name: str) -> str | None:
    """Return the ISO code of a country by the IMF's name; None for groups and for countries that are no more.

    Raises ValueError for any other name.
    """
    if name.startswith(GROUPS) or name.endswith("not specified") or name in PAST:
        return None
    if name in OWN_NAMES:
        return OWN_NAMES[name]
    for known in (name, name.partition(",")[0]):
        try:
            return str(pycountry.countries.lookup(known).alpha_2)
        except LookupError:
            continue
    raise ValueError(f"this name is of no country: {name!r}")

"""Workbooks of the IMF's Direction of Trade Statistics, laid out as downloaded, with figures of the tests' own."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import Result
from sqlalchemy import text

from importers.reference.direction_of_trade import country_of
from models.database import connect

EXPORTS, IMPORTS = "Exports, FOB to Partner Countries", "Imports, CIF from Partner Countries"
MILLIONS = "US Dollars, Millions"
Lines = dict[str, tuple[float | None, ...]]


def workbook(*sheets: tuple[str, Lines], unit: str = MILLIONS) -> bytes:
    """A workbook of Czechia with these sheets, each a title and the lines below the years 2022 and 2023."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, lines in sheets:
        sheet = book.create_sheet(title[:12])
        for row in ([], [None, title], [], [None, "Czech Rep."], [None, unit], [], [None, None, "2022", "2023"]):
            sheet.append(row)
        for partner, values in lines.items():
            sheet.append([None, partner, *values])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


@pytest.fixture
def imported(tmp_path: Path, chancery: Callable[..., Result], address: str) -> Callable[[bytes], Result]:
    """Import a workbook of trade figures."""

    def import_it(content: bytes) -> Result:
        path = tmp_path / "DOTS_49.xlsx"
        path.write_bytes(content)
        return chancery("import", "trade", str(path), "--db", address)

    return import_it


def figures(address: str) -> list[tuple[Any, ...]]:
    engine = connect(address)
    with engine.connect() as connection:
        found = connection.execute(
            text(
                "SELECT r.code, p.code, year, flow, value_usd, issuer, trade_statistic.source"
                " FROM trade_statistic JOIN country r ON r.id = reporter_id JOIN country p ON p.id = partner_id"
                " WHERE trade_statistic.supplied_by = 'user' ORDER BY 2, 3, 4"
            )
        ).all()
    engine.dispose()
    return [tuple(float(value) if place == 4 else value for place, value in enumerate(row)) for row in found]


def test_each_year_and_flow_of_a_partner_is_a_figure(imported: Callable[[bytes], Result], address: str) -> None:
    result = imported(
        workbook(
            (EXPORTS, {"World": (9, 9), "Maldives": (1.5, 2.25), "Korea, Rep. of": (None, 3.1234567)}),
            (IMPORTS, {"Maldives": (0, 4), "Yugoslavia": (1, 1)}),
        )
    )
    assert result.exit_code == 0, result.output
    assert "3 inserted" in result.output
    assert "2 lines left out" in result.output
    issued = ("International Monetary Fund", "DOTS_49.xlsx")
    assert figures(address) == [
        ("CZ", "KR", 2023, "export", 3_123_456.7, *issued),
        ("CZ", "MV", 2022, "export", 1_500_000.0, *issued),
        ("CZ", "MV", 2023, "export", 2_250_000.0, *issued),
        ("CZ", "MV", 2023, "import", 4_000_000.0, *issued),
    ]


def test_the_same_workbook_again_changes_nothing(imported: Callable[[bytes], Result]) -> None:
    content = workbook((EXPORTS, {"Maldives": (1.5, 2.25)}))
    imported(content)
    assert "0 inserted, 0 updated, 1 unchanged" in imported(content).output


def test_a_name_that_is_of_no_country_is_told_with_its_row(imported: Callable[[bytes], Result]) -> None:
    result = imported(workbook((EXPORTS, {"Maldives": (1, 2), "Atlantis": (3, 4)})))
    assert result.exit_code == 1
    assert "line 9: this name is of no country: 'Atlantis'" in result.output


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (workbook((EXPORTS, {}), unit="Euros, Millions"), "Euros, Millions"),
        (workbook(("A list of ships", {})), "A list of ships"),
    ],
)
def test_another_workbook_is_refused(imported: Callable[[bytes], Result], content: bytes, told: str) -> None:
    result = imported(content)
    assert result.exit_code == 2
    assert told in result.output
    assert result.output.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("China, P.R.: Mainland", "CN"),
        ("Korea, Dem. People's Rep. of", "KP"),
        ("Kazakhstan, Rep. of", "KZ"),
        ("Russian Federation", "RU"),
        ("European Union", None),
        ("Emerging and Developing Asia", None),
        ("Asia not specified", None),
        ("USSR", None),
    ],
)
def test_names_of_the_imf(name: str, code: str | None) -> None:
    assert country_of(name) == code

"""Growth over several years is told as such, and set beside no year's growth."""

from pathlib import Path

from sqlalchemy import Engine

from importers.import_reports import import_reports
from queries.answer import ask, reading
from queries.catalogue import shipped_reports

TEXT = """---
date: 2024-03-01
---
Trade between China and Russia was 64 percent above 2021 in 2023, and it grew by 26.3 percent last year.
"""


def test_growth_over_several_years_is_compared_with_no_year(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "trade.txt").write_text(TEXT)
    import_reports(engine, [str(tmp_path)])
    with reading(engine) as connection:
        figures = ask(connection, shipped_reports()["trade-figures"], {})
        growth = ask(connection, shipped_reports()["trade-growth"], {})
    percent, base = figures.columns.index("percent"), figures.columns.index("base_year")
    assert {(float(str(row[percent])), row[base]) for row in figures.rows} == {(64.0, 2021), (26.3, None)}
    assert [float(str(row[growth.columns.index("told_percent")])) for row in growth.rows] == [26.3]

"""The saved report of CONTRIBUTING.md is one: written as told there, it is right, answers and draws."""

import re
from pathlib import Path

from sqlalchemy import Engine

from queries.answer import ask, reading
from queries.catalogue import read_own
from queries.chart import as_svg, specification
from queries.check import check
from queries.relations import view_relation
from queries.rough_chart import rough_chart

GUIDE = Path("CONTRIBUTING.md").read_text(encoding="utf-8")


def test_a_report_is_added_with_two_files_and_no_python(world_engine: Engine, tmp_path: Path) -> None:
    sql, chart = (re.findall(rf"```{kind}\n(.*?)```", GUIDE, re.DOTALL)[0] for kind in ("sql", "json"))
    (tmp_path / "letters-by-outlet.sql").write_text(sql)
    (tmp_path / "charts").mkdir()
    (tmp_path / "charts" / "letters-by-outlet.json").write_text(chart)
    report = read_own(tmp_path / "letters-by-outlet.sql")
    assert check(report) == []
    assert all(column.type and column.description for column in view_relation(report).columns)
    with reading(world_engine) as connection:
        answer = ask(connection, report, {"outlet": ["TASS"]})
    assert answer.only(["year", "outlet", "letters"]).rows == [(2021, "tass", 1), (2024, "tass", 1)]
    assert b"Letters by outlet" in as_svg(specification(answer))
    assert "".join(rough_chart(answer)).startswith("Letters by outlet\n")

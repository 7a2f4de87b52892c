"""The rows that a reading becomes."""

from importers.link import rows_of
from tests.importers.reading_fixture import read_paragraphs


def test_a_figure_of_trade_keeps_its_months_apart_from_its_year() -> None:
    rows = rows_of(
        read_paragraphs(
            "Xi Jinping and Vladimir Putin exchanged New Year greetings.",
            "Xi said that trade came to 240 billion dollars in 2023, with 22 billion dollars in December alone.",
            on="2023-12-31",
        )
    )
    columns = ("amount", "year", "first_month", "last_month")
    told = {tuple(row[column] for column in columns) for row in rows["trade_figure"]}
    assert told == {(240e9, 2023, None, None), (22e9, 2023, 12, 12)}

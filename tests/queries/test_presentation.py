from queries.answer import Answer
from queries.catalogue import SavedReport
from queries.presentation import for_page, only_columns, with_names, with_slugs

REPORT = SavedReport(name="x", path="x.sql", sql="", title="X", shown=("sender", "day"))
COLUMNS = ("message_id", "sender", "sender_name", "day", "quote", "place_name")
ROWS = [(1, "xi-jinping", "Xi Jinping", 2, "Words.", "Beijing"), (2, "nobody", None, 3, None, None)]
ANSWER = Answer(REPORT, COLUMNS, list(ROWS), 2, {}, "db")


def test_names_stand_where_slugs_stood_and_a_slug_without_name_stays() -> None:
    told = with_names(ANSWER)
    assert told.columns == ("message_id", "sender", "day", "quote", "place_name")  # which names no slug
    assert [row[1] for row in told.rows] == ["Xi Jinping", "nobody"]


def test_a_column_of_names_that_is_asked_for_stays_with_its_slugs() -> None:
    told = with_names(ANSWER, ["sender", "sender_name"])
    assert told.columns == ("message_id", "sender", "sender_name", "day", "quote", "place_name")
    assert told.rows[0][1:3] == ("xi-jinping", "Xi Jinping")


def test_a_page_has_the_quote_first_and_no_keys() -> None:
    assert for_page(ANSWER).columns == ("quote", "sender", "day", "place_name")


def test_columns_that_were_asked_for_are_those_shown() -> None:
    told = only_columns(ANSWER, ["day", "message_id"])
    assert (told.columns, told.rows[0], told.report.shown) == (("day", "message_id"), (2, 1), ())


def test_slugs_stand_in_columns_that_join_the_names_of_several() -> None:
    joined = Answer(
        REPORT,
        ("sender", "sender_name", "who_to_whom", "who_to_whom_slugs"),
        [("xi-jinping", "Xi Jinping", "Xi Jinping to Li Qiang", "xi-jinping to li-qiang"), ("a", None, "A to B", None)],
        2,
        {},
        "db",
    )
    assert with_names(joined).rows == [("Xi Jinping", "Xi Jinping to Li Qiang"), ("a", "A to B")]
    told = with_slugs(joined)
    assert told.columns == ("sender", "who_to_whom")
    assert told.rows == [("xi-jinping", "xi-jinping to li-qiang"), ("a", "A to B")]


def test_a_page_with_slugs_has_them_where_names_stood() -> None:
    page = for_page(with_slugs(ANSWER))
    assert page.columns == ("quote", "sender", "day", "place_name")
    assert page.rows[0][1] == "xi-jinping"

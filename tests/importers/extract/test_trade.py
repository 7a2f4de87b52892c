"""What a sentence claims of the size or the course of goods trade, and whose trade it is."""

import pytest

from importers.reading import Reading, TradeRead
from tests.importers.reading_fixture import ReadText, trade_of

LEAD = "Xi Jinping and Vladimir Putin exchanged New Year greetings on Sunday."


def figures(read_text: ReadText, sentence: str, on: str = "2023-12-31") -> list[tuple[str, float | None, int | None]]:
    return trade_of(read_text(LEAD, sentence, on=on))


def figure(read_text: ReadText, sentence: str) -> TradeRead:
    reading = read_text(LEAD, sentence, on="2023-12-31")
    (found,) = told_in(reading)
    return found


def told_in(reading: Reading) -> list[TradeRead]:
    return [told for statement in reading.statements for told in statement.trade]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Xi said that trade grew by 26.3 percent in 2023.", [("growth", 26.3, 2023)]),
        ("Xi said that bilateral trade rose 26.3% in 2023.", [("growth", 26.3, 2023)]),
        ("Xi said that trade turnover was up 26.3 per cent in 2023.", [("growth", 26.3, 2023)]),
        ("Xi said that shipments to Russia jumped 46.9% in 2023.", [("growth", 46.9, 2023)]),
        ("Xi said that exports to Russia fell 3.4 percent in 2023.", [("decline", 3.4, 2023)]),
        ("Xi said that bilateral trade hit a record high in 2023.", [("record", None, 2023)]),
        ("Xi said that trade volume reached an all-time high in 2023.", [("record", None, 2023)]),
        ("Xi said that both aim to bring trade to 300 billion dollars by 2030.", [("target", 300e9, 2030)]),
        (
            "Xi said that both sides set a target of 200 billion U.S. dollars in trade for 2024.",
            [("target", 200e9, 2024)],
        ),
        (
            "Xi said that in 2023 trade surpassed the goal of 200 billion U.S. dollars.",
            [("target_reached", 200e9, 2023)],
        ),
        (
            "Xi said that the target of $200 billion in bilateral trade was met in 2023 ahead of schedule.",
            [("target_reached", 200e9, 2023)],
        ),
        (
            "Xi said that the 200-billion-dollar trade target was reached ahead of time in 2023.",
            [("target_reached", 200e9, 2023)],
        ),
        ("Xi said that two-way trade topped $200 billion for the first time.", [("level", 200e9, 2023)]),
        ("Xi said that trade has grown steadily.", [("growth", None, 2023)]),
        ("Xi said that trade turnover declined slightly.", [("decline", None, 2023)]),
        ("Xi said that trade has never been higher.", [("record", None, 2023)]),
        (
            "Xi said that trade exceeded 1.5 trillion yuan in the first half of 2023, up 26.7 percent year on year.",
            [("level", 1.5e12, 2023), ("growth", 26.7, 2023)],
        ),
        (
            "Xi said that trade was 244.8 billion dollars in 2023, 1.9 percent more than in 2022.",
            [("level", 244.8e9, 2023), ("growth", 1.9, 2023)],
        ),
        (
            "Xi said that trade reached 190.27 billion dollars in 2022 and 240 billion dollars in 2023.",
            [("level", 190.27e9, 2022), ("level", 240e9, 2023)],
        ),
        (
            "Xi said that exports to Russia rose 46.9 percent in 2023 while imports from Russia grew 12.7 percent.",
            [("growth", 46.9, 2023), ("growth", 12.7, 2023)],
        ),
        (
            "Xi said that trade grew by 26.3 percent to 240.1 billion U.S. dollars in 2023.",
            [("growth", 26.3, 2023), ("level", 240.1e9, 2023)],
        ),
        (
            "Xi said that trade stood at a record $240.1 billion in 2023.",
            [("record", None, 2023), ("level", 240.1e9, 2023)],
        ),
    ],
)
def test_claims(read_text: ReadText, sentence: str, expected: list[tuple[str, float | None, int | None]]) -> None:
    assert sorted(figures(read_text, sentence), key=str) == sorted(expected, key=str)


def test_a_figure_is_of_the_two_countries_that_write(read_text: ReadText) -> None:
    found = figure(read_text, "Xi said that bilateral trade reached 240 billion dollars in 2023.")
    assert (found.flow, found.country_a, found.country_b) == ("total", "CN", "RU")


def test_a_figure_is_of_the_two_countries_that_the_sentence_names(read_text: ReadText) -> None:
    found = figure(read_text, "Xi said that trade between China and Brazil reached 180 billion dollars in 2023.")
    assert {found.country_a, found.country_b} == {"BR", "CN"}


@pytest.mark.parametrize(
    ("sentence", "flow"),
    [
        ("Xi said that China's exports to Russia grew 46.9 percent in 2023.", "export"),
        ("Xi said that China's imports from Russia grew 12.7 percent in 2023.", "import"),
        ("Xi said that imports from Russia grew 12.7 percent in 2023.", "import"),
        ("Xi said that exports to Russia grew 12.7 percent in 2023.", "export"),
        ("Xi said that shipments to Russia from China grew 12.7 percent in 2023.", "export"),
    ],
)
def test_exports_and_imports_are_seen_from_the_first_country(read_text: ReadText, sentence: str, flow: str) -> None:
    found = figure(read_text, sentence)
    assert (found.flow, found.country_a, found.country_b) == (flow, "CN", "RU")


def test_a_figure_of_the_sentence_after_may_be_of_trade_too(read_text: ReadText) -> None:
    sentences = "Xi said that trade grew by 26.3 percent in 2023. It stood at 240.1 billion dollars."
    assert ("level", 240.1e9, 2023) in figures(read_text, sentences)


def test_the_place_of_a_figure_is_its_number(read_text: ReadText) -> None:
    reading = read_text(LEAD, "Xi said that bilateral trade reached 240.1 billion dollars in 2023.", on="2023-12-31")
    (told,) = reading.statements[1].trade
    assert "240.1 billion" in reading.body[told.start_char : told.end_char]


def test_a_record_right_before_an_amount_goes_on_with_the_trade_of_the_sentence_before(read_text: ReadText) -> None:
    sentences = "Xi said that trade grew by 6 percent in 2022. In 2023 it reached a record 240 billion dollars."
    assert ("record", None, 2023) in figures(read_text, sentences)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Xi said that trade turnover totalled 1.7 trln rubles in 2022.", [("level", 1.7e12, 2022)]),
        ("Xi said that trade touched A$136.2 billion in 2022.", [("level", 136.2e9, 2022)]),
        ("Xi said that trade has tripled since 2013.", [("growth", 200.0, 2023)]),
        ("Xi said that the exchange of goods shrank by 7 percent in 2023.", [("decline", 7.0, 2023)]),
        ("Xi said that imports from Russia plummeted 14 percent in 2023.", [("decline", 14.0, 2023)]),
        (
            "Xi said that they strive to bring trade to 300 billion dollars within five years.",
            [("target", 300e9, 2028)],
        ),
        ("Xi said that they want trade to reach $300 billion by the end of the decade.", [("target", 300e9, 2030)]),
        (
            "Xi said that the goals of 100 billion dollars of trade by 2025 and 200 billion by 2030 stand.",
            [("target", 100e9, 2025)],
        ),
        (
            "Xi said that the aim of $50 billion in trade set for 2030 was passed in 2023, seven years early.",
            [("target_reached", 50e9, 2023)],
        ),
        ("Xi said that trade is set to cross the $250 billion mark this year.", []),
        (
            "Xi said that trade was up by 20 percent last year and by 11 percent in the first half of this one.",
            [("growth", 20.0, 2022), ("growth", 11.0, 2023)],
        ),
    ],
)
def test_words_for_size_course_goal_and_year(
    read_text: ReadText, sentence: str, expected: list[tuple[str, float | None, int | None]]
) -> None:
    assert figures(read_text, sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Chinese companies poured $3.6 billion into Russian factories, up 12 percent.",
        "Chinese investment in Russia reached $3.6 billion, up 12 percent.",
        "China brought $2 billion of new investment.",
        "Russia rolled over deposits of $4 billion.",
        "The share of trade settled in national currencies rose to 95 percent.",
        "Cooperation in trade and finance is growing.",
    ],
)
def test_what_is_no_trade(read_text: ReadText, sentence: str) -> None:
    trade = figures(read_text, f"Xi said that trade reached 240 billion dollars in 2023. {sentence}")
    assert trade == [("level", 240e9, 2023)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia's trade with them came to 90 billion U.S. dollars, customs said.",
        "Trade between the two countries fell by 3 percent as U.S. sanctions and Indian oil came up.",
    ],
)
def test_the_country_of_a_currency_or_of_sanctions_has_no_part_in_the_trade(read_text: ReadText, sentence: str) -> None:
    found = figure(read_text, sentence)
    assert {found.country_a, found.country_b} == {"CN", "RU"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Bilateral trade reached 1.2 billion dollars in 2022.",
        "Trade between the two countries reached 1.2 billion dollars in 2022.",
        "Exports to Uganda reached 1.2 billion dollars in 2022.",
    ],
)
def test_the_two_are_those_that_the_sentences_just_before_name_together(read_text: ReadText, sentence: str) -> None:
    reading = read_text("Kenya and Uganda opened a road.", "It is long.", sentence, on="2023-05-04")
    assert trade_of(reading) == [("level", 1.2e9, 2022)]


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("Trade reached 1.2 billion dollars in 2022.", [("level", 1.2e9, 2022)]),
        ("Foreign trade reached 1.2 billion dollars in 2022.", []),
        ("Trade reached 1.2 billion dollars in 2022, as did that of Chad.", []),
    ],
)
def test_of_a_report_that_names_two_countries_alone_and_begins_with_them_it_is_their_trade(
    read_text: ReadText, last: str, expected: list[tuple[str, float, int]]
) -> None:
    between = ["It is long.", "It is wide.", "It is dry.", "It is new."]
    assert trade_of(read_text("Kenya and Uganda opened a road.", *between, last, on="2023-05-04")) == expected


def test_farther_back_they_are_looked_for_in_the_paragraph(read_text: ReadText) -> None:
    between = "It is long. It is wide. It is dry. It is new."
    reading = read_text(
        f"Kenya and Uganda opened a road. {between} Bilateral trade reached 1.2 billion dollars in 2022.",
        on="2023-05-04",
    )
    assert trade_of(reading) == [("level", 1.2e9, 2022)]


def test_an_organisation_is_none_of_the_two(read_text: ReadText) -> None:
    reading = read_text(
        "Thailand, of all in ASEAN, trades most with India. Trade between the two countries reached 17 billion dollars"
        " in 2022.",
        on="2023-05-04",
    )
    assert [(c.country_a, c.country_b) for c in told_in(reading)] == [("IN", "TH")]


def test_bilateral_trade_goes_on_with_that_of_just_before(read_text: ReadText) -> None:
    reading = read_text(
        "Trade between Kenya and Uganda reached 1.2 billion dollars in 2022. Exports of tea to Rwanda are few."
        " Bilateral trade grew by 8 percent in 2022.",
        on="2023-05-04",
    )
    assert [(c.country_a, c.country_b, c.percent) for c in told_in(reading)] == [("KE", "UG", None), ("KE", "UG", 8)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Kenya's exports were worth 700 million dollars, up 8 percent.",
            [("export", 700e6, None), ("export", None, 8)],
        ),
        ("Kenya's exports were worth 7 billion dollars, up 8 percent.", []),
        ("Rwanda's exports were worth 700 million dollars.", []),
        (
            "Kenya's exports were worth 700 million dollars, while imports were worth 500 million dollars.",
            [("export", 700e6, None), ("import", 500e6, None)],
        ),
    ],
)
def test_exports_of_one_are_those_to_the_other_where_they_can_be_a_part_of_the_trade_told_before(
    read_text: ReadText, sentence: str, expected: list[tuple[str, float | None, float | None]]
) -> None:
    lead = "Trade between Kenya and Uganda reached 1.2 billion dollars in 2022."
    _, *parts = told_in(read_text(f"{lead} {sentence}", on="2023-05-04"))
    assert [(c.flow, c.amount, c.percent) for c in parts] == expected
    assert all((c.country_a, c.country_b, c.year) == ("KE", "UG", 2022) for c in parts)


def test_whose_exports_they_are_is_whom_the_sentence_begins_with_and_none_behind_a_preposition(
    read_text: ReadText,
) -> None:
    reading = read_text(
        "Trade between Kenya and Uganda is told of here. Rwanda increased its imports from Uganda to 90 million dollars"
        " in 2022, and sold more to Burundi.",
        "Exports to Ghana grew by 8 percent in 2022, as did sales to Togo.",
        on="2023-05-04",
    )
    assert [(c.country_a, c.country_b) for c in told_in(reading)] == [("RW", "UG")]


@pytest.mark.parametrize(
    "between",
    [
        ["Rwanda has built one too."],
        ["It is long, as is one of Chad.", "It is wide.", "It is dry.", "It is new."],
    ],
)
def test_of_a_third_country_or_far_above_nobody_is_meant(read_text: ReadText, between: list[str]) -> None:
    reading = read_text(
        "Kenya and Uganda opened a road.",
        *between,
        "Bilateral trade reached 1.2 billion dollars in 2022.",
        on="2023-05-04",
    )
    assert trade_of(reading) == []


def test_trade_with_one_country_is_that_of_whose_trade_is_told(read_text: ReadText) -> None:
    reading = read_text(
        "India's foreign trade grew by 5 percent in 2023, its customs said. Trade with Nepal rose by 8 percent"
        " to 9 billion dollars, and exports to Brazil fell by 2 percent.",
        on="2024-01-15",
    )
    claims = [(c.country_a, c.country_b, c.flow, c.percent) for c in told_in(reading) if c.percent]
    assert claims == [("IN", "NP", "total", 8), ("IN", "BR", "export", 2)]


def test_whose_trade_it_is_is_open_once_two_others_have_told_of_theirs(read_text: ReadText) -> None:
    reading = read_text(
        "India's foreign trade grew by 5 percent in 2023. Trade between Nepal and Brazil doubled. Exports to Chile fell"
        " by 2 percent.",
        on="2024-01-15",
    )
    assert not [claim for claim in told_in(reading) if "CL" in (claim.country_a, claim.country_b)]


@pytest.mark.parametrize(
    ("between", "pairs"),
    [
        ("It is of use to many.", {("KE", "UG")}),
        ("Kenya's trade grew by 5 percent.", set()),
        ("Trade between Kenya and Rwanda reached 3 billion dollars.", {("KE", "RW")}),
    ],
)
def test_trade_is_of_the_two_of_whose_trade_alone_the_report_has_told(
    read_text: ReadText, between: str, pairs: set[tuple[str, str]]
) -> None:
    above = ("Trade between Kenya and Uganda has a long history.", "It began with salt.", between, "It was dry.")
    reading = read_text(*above, "Trade totalled 1.2 billion dollars in 2022.", on="2023-05-04")
    found = [claim for statement in reading.statements for claim in statement.trade]
    assert {(claim.country_a, claim.country_b) for claim in found} == pairs


def test_exports_of_one_country_go_on_in_the_next_sentence(read_text: ReadText) -> None:
    reading = read_text(
        "South Korean exports grew in 2022. Exports to Kenya and Uganda fell.",
        "Exports to Kenya fell 2 percent to 130 million dollars, while exports to Uganda fell 4 percent.",
        on="2023-05-04",
    )
    assert {(c.country_a, c.country_b) for c in told_in(reading)} == {("KR", "KE"), ("KR", "UG")}


def test_trade_with_one_country_is_of_whose_leader_tells_of_it(read_text: ReadText) -> None:
    reading = read_text(
        "Ugandan President Yoweri Museveni said trade with Kenya had grown by 8 percent.", on="2022-12-01"
    )
    assert [(c.country_a, c.country_b) for c in told_in(reading)] == [("KE", "UG")]

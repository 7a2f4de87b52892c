"""Three reports of pairs and occasions that no reference data lists, read as a careful person would."""

from tests.importers.reading_fixture import (
    ReadText,
    anniversaries_of,
    day,
    sent,
    speaker_of,
    the_exchange,
    trade_of,
)


def test_two_unlisted_presidents_on_an_anniversary_that_no_one_listed(read_text: ReadText) -> None:
    reading = read_text(
        "PRAGUE, Jan. 6 (CTK) - Czech President Vaclav Havel and Estonian President Lennart Meri exchanged "
        "congratulatory letters on Monday on the 75th anniversary of the first trade treaty of their countries.",
        "Havel wrote that small nations know best what a treaty is worth. He hopes to see Tallinn soon.",
        "“Your words in hard times gave us courage,” Meri wrote. “We have not forgotten them.”",
        "Trade between the Czech Republic and Estonia grew by 12 percent in 1996, the Estonian president added.",
        on="1997-01-06",
    )
    exchange = the_exchange(reading)
    assert exchange.leaders == ("lennart-meri", "vaclav-havel")
    assert sent(reading) == {("vaclav-havel", "lennart-meri"), ("lennart-meri", "vaclav-havel")}
    assert (exchange.occasion, exchange.occasion_year) == ("treaty-anniversary", 1997)
    assert (exchange.exchanged_on, exchange.date_basis) == (day("1997-01-06"), "weekday")
    assert {slug: person.country for slug, person in reading.leaders.items()} == {
        "vaclav-havel": "CZ",
        "lennart-meri": "EE",
    }
    assert all(person.provisional for person in reading.leaders.values())
    assert speaker_of(reading, "small nations know best") == "vaclav-havel"
    assert speaker_of(reading, "see Tallinn soon") == "vaclav-havel"
    assert speaker_of(reading, "gave us courage") == "lennart-meri"
    assert speaker_of(reading, "We have not forgotten") == "lennart-meri"
    assert speaker_of(reading, "grew by 12 percent") == "lennart-meri"
    assert anniversaries_of(reading) == {(None, 75, None, 1997)}
    assert trade_of(reading) == [("growth", 12, 1996)]


def test_a_letter_from_an_unlisted_president_to_a_known_one(read_text: ReadText) -> None:
    reading = read_text(
        "Namibian leader writes to Beijing about a new well",
        "WINDHOEK, March 22 (Nampa) -- Sam Nujoma, president of Namibia, on Wednesday sent a letter to Chinese "
        "President Jiang Zemin after Chinese engineers had found water in the Kunene region.",
        "In the letter, Nujoma said that the well is a gift to three villages. The Namibian leader invited the "
        "engineers to its opening.",
        "“I shall drink the first glass to your health,” he wrote.",
        "Namibia became independent in 1990.",
        on="2000-03-23",
    )
    exchange = the_exchange(reading)
    assert reading.dateline_place == "Windhoek"
    assert sent(reading) == {("sam-nujoma", "jiang-zemin")}
    assert (exchange.exchanged_on, exchange.occasion_year) == (day("2000-03-22"), 2000)
    assert (reading.leaders["sam-nujoma"].country, reading.leaders["sam-nujoma"].provisional) == ("NA", True)
    assert speaker_of(reading, "gift to three villages") == "sam-nujoma"
    assert speaker_of(reading, "invited the engineers") == "sam-nujoma"
    assert speaker_of(reading, "drink the first glass") == "sam-nujoma"
    assert speaker_of(reading, "became independent") is None


def test_an_unlisted_counterpart_is_thanked_for_help_after_a_storm(read_text: ReadText) -> None:
    reading = read_text(
        "HELSINKI (STT) - Finnish President Martti Ahtisaari received a telegram of condolence from his Argentine "
        "counterpart, Carlos Menem, on Thursday, after a ferry had sunk in a storm.",
        "Menem said in the telegram that the people of Argentina grieve with the families.",
        "Ahtisaari thanked him for the message on the same day.",
        on="1994-09-30",
    )
    exchange = the_exchange(reading)
    assert ("carlos-menem", "martti-ahtisaari") in sent(reading)
    assert (exchange.occasion, exchange.exchanged_on) == ("condolence", day("1994-09-29"))
    assert reading.leaders["carlos-menem"].country == "AR"
    assert reading.leaders["martti-ahtisaari"].country == "FI"
    assert speaker_of(reading, "grieve with the families") == "carlos-menem"

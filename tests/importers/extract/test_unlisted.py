"""Three reports of pairs and occasions that no reference data lists, read as a careful person would."""

from tests.importers.reading_fixture import (
    ReadText,
    day,
    sent,
    speaker_of,
    the_exchange,
)


def test_a_letter_from_an_unlisted_president_to_a_known_one(read_text: ReadText) -> None:
    reading = read_text(
        "Namibian leader writes to Beijing about a new well",
        "WINDHOEK, March 22 (Nampa) -- Sam Shilongo, president of Namibia, on Wednesday sent a letter to Chinese "
        "President Jiang Zemin after Chinese engineers had found water in the Kunene region.",
        "In the letter, Shilongo said that the well is a gift to three villages. The Namibian leader invited the "
        "engineers to its opening.",
        "“I shall drink the first glass to your health,” he wrote.",
        "Namibia became independent in 1990.",
        on="2000-03-23",
    )
    exchange = the_exchange(reading)
    assert reading.dateline_place == "Windhoek"
    assert sent(reading) == {("sam-shilongo", "jiang-zemin")}
    assert (exchange.exchanged_on, exchange.occasion_year) == (day("2000-03-22"), 2000)
    assert (reading.leaders["sam-shilongo"].country, reading.leaders["sam-shilongo"].provisional) == ("NA", True)
    assert speaker_of(reading, "gift to three villages") == "sam-shilongo"
    assert speaker_of(reading, "invited the engineers") == "sam-shilongo"
    assert speaker_of(reading, "drink the first glass") == "sam-shilongo"
    assert speaker_of(reading, "became independent") is None


def test_an_unlisted_counterpart_is_thanked_for_help_after_a_storm(read_text: ReadText) -> None:
    reading = read_text(
        "HELSINKI (STT) - Finnish President Martti Virtanen received a telegram of condolence from his Argentine "
        "counterpart, Carlos Pereyra, on Thursday, after a ferry had sunk in a storm.",
        "Pereyra said in the telegram that the people of Argentina grieve with the families.",
        "Virtanen thanked him for the message on the same day.",
        on="1994-09-30",
    )
    exchange = the_exchange(reading)
    assert ("carlos-pereyra", "martti-virtanen") in sent(reading)
    assert (exchange.occasion, exchange.exchanged_on) == ("condolence", day("1994-09-29"))
    assert reading.leaders["carlos-pereyra"].country == "AR"
    assert reading.leaders["martti-virtanen"].country == "FI"
    assert speaker_of(reading, "grieve with the families") == "carlos-pereyra"

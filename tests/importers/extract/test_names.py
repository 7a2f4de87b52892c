"""Leaders of many countries and years by the spellings and styles of their names, each on a day in office."""

import pytest

from tests.importers.reading_fixture import ReadText, sent


@pytest.mark.parametrize(
    ("written", "on", "slug"),
    [
        ("General Secretary To Lam", "2024-10-01", "to-lam"),
        ("State President Luong Cuong", "2025-01-30", "luong-cuong"),
        ("Chairman of the State Affairs Commission Kim Jong-un", "2020-01-01", "kim-jong-un"),
        ("Supreme Leader Ali Khamenei", "2020-01-01", "ali-khamenei"),
        ("Iran's President Ebrahim Raisi", "2022-01-01", "ebrahim-raisi"),
        ("Chancellor Merkel", "2014-12-31", "angela-merkel"),
        ("the German chancellor", "2014-12-31", "angela-merkel"),
        ("Britain's King Charles", "2023-05-06", "charles-iii"),
        ("Her Majesty Queen Elizabeth II of the United Kingdom", "2014-12-31", "elizabeth-ii"),
        ("King Mohammed VI of Morocco", "2023-05-06", "mohammed-vi"),
        ("Crown Prince Mohammed bin Salman", "2023-05-06", "mohammed-bin-salman"),
        ("the Crown Prince, His Royal Highness Mohammed bin Salman", "2023-05-06", "mohammed-bin-salman"),
        ("HH the Emir Sheikh Tamim bin Hamad Al Thani", "2023-05-06", "tamim-bin-hamad-al-thani"),
        ("Amir H H Sheikh Tamim bin Hamad Al Thani", "2023-05-06", "tamim-bin-hamad-al-thani"),
        ("His Majesty the King of Bahrain", "2023-05-06", "hamad-bin-isa-al-khalifa"),
        ("Thai King Maha Vajiralongkorn", "2023-05-06", "vajiralongkorn"),
        ("Cambodian Prime Minister Samdech Techo Hun Sen", "2021-05-06", "hun-sen"),
        ("Malaysian King Sultan Ibrahim", "2024-05-31", "ibrahim-iskandar"),
        ("Sultan Hassanal Bolkiah of Brunei", "2024-05-31", "hassanal-bolkiah"),
        ("Bangladeshi Prime Minister Sheikh Hasina", "2020-10-04", "sheikh-hasina"),
        ("Senior General Min Aung Hlaing", "2023-06-08", "min-aung-hlaing"),
        ("Mongolian President Khurelsukh Ukhnaa", "2023-06-08", "ukhnaa-khurelsukh"),
        ("Kazakh President Kasym-Zhomart Tokayev", "2023-06-08", "kassym-jomart-tokayev"),
        ("Turkmen President Gurbanguly Berdymukhamedov", "2012-06-08", "gurbanguly-berdimuhamedov"),
        ("Ukrainian President Vladimir Zelensky", "2022-01-04", "volodymyr-zelensky"),
        ("Hungarian President Katalin Novák", "2023-01-04", "katalin-novak"),
        ("Spanish Prime Minister Pedro Sánchez", "2023-03-09", "pedro-sanchez"),
        ("Argentine President Cristina Fernandez de Kirchner", "2014-01-27", "cristina-fernandez-de-kirchner"),
        ("Cuban President Miguel Diaz-Canel Bermudez", "2022-02-14", "miguel-diaz-canel"),
        ("President of the State of Palestine Mahmoud Abbas", "2023-11-20", "mahmoud-abbas"),
        ("United Nations Secretary-General Ban Ki-moon", "2012-01-24", "ban-ki-moon"),
        ("US President-elect Joe Biden", "2020-11-25", "joe-biden"),
        ("President Barack Obama of the United States", "2014-01-01", "barack-obama"),
        ("President Yoon Suk-yeol of the Republic of Korea", "2022-08-24", "yoon-suk-yeol"),
        ("President of the Swiss Confederation Ignazio Cassis", "2022-09-14", "ignazio-cassis"),
        ("Norwegian King Harald V", "2020-10-28", "harald-v"),
        ("Equatorial Guinean President Teodoro Obiang Nguema Mbasogo", "2020-10-15", "teodoro-obiang-nguema-mbasogo"),
        ("Ivorian President Alassane Ouattara", "2023-03-02", "alassane-ouattara"),
        ("President of the Republic of the Congo Denis Sassou Nguesso", "2024-02-22", "denis-sassou-nguesso"),
        ("Congolese President Felix Tshisekedi", "2022-11-24", "felix-tshisekedi"),
    ],
)
def test_a_known_leader(read_text: ReadText, written: str, on: str, slug: str) -> None:
    reading = read_text(f"Vladimir Putin sent a message of greetings to {written}.", on=on)
    assert sent(reading) == {("vladimir-putin", slug)}
    assert not reading.leaders[slug].provisional


def test_a_particle_is_no_given_name(read_text: ReadText) -> None:
    reading = read_text(
        "Sheikh Abdullah bin Hamad Al Thani of Qatar sent a letter to Estonian President Alar Karis.", on="2023-02-22"
    )
    assert not {sender for sender, _ in sent(reading)} & {"hamad-bin-isa-al-khalifa"}


def test_a_word_behind_an_office_makes_it_no_institution(read_text: ReadText) -> None:
    reading = read_text("The President of Russia also sent a message to Shavkat Mirziyoyev.", on="2021-10-25")
    assert sent(reading) == {("vladimir-putin", "shavkat-mirziyoyev")}


def test_of_two_monarchs_the_one_so_called_is_meant(read_text: ReadText) -> None:
    reading = read_text(
        "His Highness the Amir Sheikh Meshal Al-Ahmad Al-Jaber Al-Sabah received a cable from King Abdullah II.",
        "His Highness the Amir sent a cable to the King, too.",
        on="2024-12-26",
    )
    assert sent(reading) == {
        ("abdullah-ii-of-jordan", "mishal-al-ahmad-al-jaber-al-sabah"),
        ("mishal-al-ahmad-al-jaber-al-sabah", "abdullah-ii-of-jordan"),
    }


def test_the_sentence_before_tells_who_he_is(read_text: ReadText) -> None:
    reading = read_text(
        "Sheikh Hasina wrote to Narendra Modi on Monday.",
        "Vladimir Putin, too, mourned him as a friend. He wrote to Ram Nath Kovind.",
        on="2020-09-01",
    )
    assert sent(reading) == {("sheikh-hasina", "narendra-modi"), ("vladimir-putin", "ram-nath-kovind")}

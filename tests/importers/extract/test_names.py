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

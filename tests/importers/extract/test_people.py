"""Who is meant: names in their many forms, titles by the day, counterparts, people whom nobody listed."""

import pytest

from tests.importers.reading_fixture import ReadText, pairs_of, sent, speaker_of, the_exchange

TO_PUTIN = "{} sent New Year greetings to Russian President Vladimir Putin on Saturday."
FROM_PUTIN = "Russian President Vladimir Putin sent New Year greetings to {} on Friday."


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("Chinese President Xi Jinping", "xi-jinping"),
        ("President Xi", "xi-jinping"),
        ("China's President Xi Jinping", "xi-jinping"),
        ("President of the People's Republic of China Xi Jinping", "xi-jinping"),
        (
            "Xi Jinping, general secretary of the Communist Party of China Central Committee and Chinese president,",
            "xi-jinping",
        ),
        ("The Chinese president", "xi-jinping"),
        ("Kim Jong Un", "kim-jong-un"),
        ("North Korean leader Kim Jong-un", "kim-jong-un"),
        ("Comrade Kim Jong Un, president of the State Affairs of the DPRK,", "kim-jong-un"),
        ("Indian Prime Minister Narendra Modi", "narendra-modi"),
        ("South African President Ramaphosa", "cyril-ramaphosa"),
        ("Prime Minister Modi", "narendra-modi"),
        ("Turkish President Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("President of Türkiye Recep Tayyip Erdogan", "recep-tayyip-erdogan"),
        ("Egyptian President Abdel-Fattah al-Sisi", "abdel-fattah-el-sisi"),
        (
            "Nguyen Phu Trong, general secretary of the Communist Party of Vietnam Central Committee,",
            "nguyen-phu-trong",
        ),
        ("Kazakh President Kassym-Jomart Tokayev", "kassym-jomart-tokayev"),
        ("The president of Belarus, Alexander Lukashenko,", "alexander-lukashenko"),
        ("Viktor Orban, the prime minister of Hungary,", "viktor-orban"),
    ],
)
def test_a_sender_by_name_and_title_in_many_orders(read_text: ReadText, written: str, slug: str) -> None:
    assert sent(read_text(TO_PUTIN.format(written), on="2022-12-31")) == {(slug, "vladimir-putin")}


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("King Salman of Saudi Arabia", "salman-of-saudi-arabia"),
        ("Custodian of the Two Holy Mosques King Salman bin Abdulaziz Al Saud", "salman-of-saudi-arabia"),
        ("Emir of Qatar Sheikh Tamim bin Hamad Al Thani", "tamim-bin-hamad-al-thani"),
        ("Sultan Haitham bin Tariq of Oman", "haitham-bin-tariq"),
        ("King Hamad bin Isa Al Khalifa of Bahrain", "hamad-bin-isa-al-khalifa"),
        ("UAE President Sheikh Mohamed bin Zayed Al Nahyan", "mohamed-bin-zayed"),
        ("Pope Francis", "pope-francis"),
        ("Emperor Naruhito of Japan", "naruhito"),
        ("Brazilian President-elect Luiz Inácio Lula da Silva", "luiz-inacio-lula-da-silva"),
        ("European Commission President Ursula von der Leyen", "ursula-von-der-leyen"),
        ("East Timorese President Jose Ramos-Horta", "jose-ramos-horta"),
        ("Syrian President Bashar al-Assad", "bashar-al-assad"),
        ("Venezuelan President Nicolás Maduro", "nicolas-maduro"),
        ("Serbian President Aleksandar Vučić", "aleksandar-vucic"),
        ("South African President Cyril Ramaphosa", "cyril-ramaphosa"),
        ("the prime minister of Pakistan, Shehbaz Sharif,", "shehbaz-sharif"),
        ("Lao President Thongloun Sisoulith", "thongloun-sisoulith"),
    ],
)
def test_a_recipient_with_a_royal_style_a_particle_a_hyphen_or_accents(
    read_text: ReadText, written: str, slug: str
) -> None:
    assert sent(read_text(FROM_PUTIN.format(written), on="2022-12-30")) == {("vladimir-putin", slug)}


@pytest.mark.parametrize(
    ("on", "chinese", "russian"),
    [
        ("2008-12-31", "wen-jiabao", "vladimir-putin"),
        ("2013-12-31", "li-keqiang", "dmitry-medvedev"),
        ("2020-12-31", "li-keqiang", "mikhail-mishustin"),
        ("2023-12-31", "li-qiang", "mikhail-mishustin"),
    ],
)
def test_a_premier_by_title_alone_is_who_held_the_office_that_day(
    read_text: ReadText, on: str, chinese: str, russian: str
) -> None:
    reading = read_text("The Chinese premier sent New Year greetings to the Russian prime minister.", on=on)
    assert sent(reading) == {(chinese, russian)}


@pytest.mark.parametrize(("on", "slug"), [("2020-12-31", "li-keqiang"), ("2023-12-31", "li-qiang")])
def test_premier_li_is_the_premier_of_that_day(read_text: ReadText, on: str, slug: str) -> None:
    assert sent(read_text("Premier Li sent New Year greetings to Mikhail Mishustin.", on=on)) == {
        (slug, "mikhail-mishustin")
    }


@pytest.mark.parametrize(
    ("on", "chinese", "russian"),
    [("2008-12-31", "hu-jintao", "dmitry-medvedev"), ("2022-12-31", "xi-jinping", "vladimir-putin")],
)
def test_presidents_by_title_alone(read_text: ReadText, on: str, chinese: str, russian: str) -> None:
    reading = read_text("The Chinese president and the Russian president exchanged New Year greetings.", on=on)
    assert sent(reading) == {(chinese, russian), (russian, chinese)}


@pytest.mark.parametrize(
    ("sender", "country", "on", "counterpart"),
    [
        ("Chinese President Hu Jintao", "Russian", "2011-12-31", "dmitry-medvedev"),
        ("Chinese Premier Wen Jiabao", "Russian", "2011-12-31", "vladimir-putin"),
        ("Vietnamese Prime Minister Pham Minh Chinh", "Indian", "2022-01-07", "narendra-modi"),
        ("Vietnamese President Nguyen Xuan Phuc", "Indian", "2022-01-07", "ram-nath-kovind"),
        ("French President Emmanuel Macron", "Italian", "2023-06-02", "sergio-mattarella"),
    ],
)
def test_a_counterpart_is_of_the_same_rank_on_that_day(
    read_text: ReadText, sender: str, country: str, on: str, counterpart: str
) -> None:
    reading = read_text(f"{sender} sent a message of greetings to his {country} counterpart.", on=on)
    (message,) = sent(reading)
    assert message[1] == counterpart


@pytest.mark.parametrize(
    ("written", "slug", "country"),
    [
        ("Finnish President Martti Virtanen", "martti-virtanen", "FI"),
        ("Czech President Vaclav Novotny", "vaclav-novotny", "CZ"),
        ("his Argentine counterpart, Carlos Pereyra", "carlos-pereyra", "AR"),
        ("his Argentine counterpart Carlos Pereyra", "carlos-pereyra", "AR"),
        ("Sam Shilongo, president of Namibia", "sam-shilongo", "NA"),
        ("the president of Namibia, Sam Shilongo", "sam-shilongo", "NA"),
        ("President Sam Shilongo of Namibia", "sam-shilongo", "NA"),
        ("Kenyan President Joseph Kosgei", "joseph-kosgei", "KE"),
        ("Ugandan Prime Minister Kintu Ssemakula", "kintu-ssemakula", "UG"),
    ],
)
def test_a_leader_whom_nobody_listed_is_read_and_provisional(
    read_text: ReadText, written: str, slug: str, country: str
) -> None:
    reading = read_text(f"Chinese President Jiang Zemin sent a message of greetings to {written}.", on="1997-03-21")
    the_exchange(reading)
    assert sent(reading) == {("jiang-zemin", slug)}
    assert (reading.leaders[slug].country, reading.leaders[slug].provisional) == (country, True)
    assert not reading.leaders["jiang-zemin"].provisional


def test_an_unlisted_leader_is_known_by_the_family_name_from_then_on(read_text: ReadText) -> None:
    reading = read_text(
        "Chinese President Jiang Zemin and Finnish President Martti Virtanen exchanged messages on Saturday.",
        "In his message, Virtanen thanked the people of China for the warm reception.",
        on="1995-10-28",
    )
    assert reading.statements[1].speaker == "martti-virtanen"


def test_another_spelling_of_a_known_leader_is_no_new_person(read_text: ReadText) -> None:
    reading = read_text("Xi Jinping sent a letter to Belarusian President Aleksandr Lukashenka.", on="2023-07-03")
    assert the_exchange(reading).leaders == ("alexander-lukashenko", "xi-jinping")


@pytest.mark.parametrize(
    ("on", "slug"),
    [("2009-05-25", "lee-myung-bak"), ("2026-01-01", "lee-jae-myung")],
)
def test_one_family_name_of_two_presidents_is_decided_by_the_day(read_text: ReadText, on: str, slug: str) -> None:
    reading = read_text("Xi Jinping sent a message of greetings to South Korean President Lee.", on=on)
    (message,) = sent(reading)
    assert message[1] == slug


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("North Korean leader Kim", "kim-jong-un"),
        ("DPRK leader Kim", "kim-jong-un"),
    ],
)
def test_a_family_name_is_of_the_country_beside_it(read_text: ReadText, written: str, slug: str) -> None:
    reading = read_text(f"Xi Jinping sent New Year greetings to {written}.", on="2024-01-01")
    assert sent(reading) == {("xi-jinping", slug)}


@pytest.mark.parametrize("word", ["Moscow", "the Russian people", "the Kremlin", "Russian teachers", "the expo"])
def test_who_is_no_leader_gets_no_message(read_text: ReadText, word: str) -> None:
    assert read_text(f"Xi Jinping sent a letter of greetings to {word}.", on="2022-12-31").exchanges == []


@pytest.mark.parametrize(
    ("written", "on", "slug"),
    [
        ("Namibian President Sam Shilongo", "2000-03-21", "sam-shilongo"),
        ("Canadian Prime Minister Kim Campbell", "1993-07-01", "kim-campbell"),
        ("Kim Campbell, prime minister of Canada", "1993-07-01", "kim-campbell"),
    ],
)
def test_a_given_name_equal_to_a_known_family_name_is_no_family_name(
    read_text: ReadText, written: str, on: str, slug: str
) -> None:
    reading = read_text(f"Chinese President Jiang Zemin sent a message of greetings to {written}.", on=on)
    assert sent(reading) == {("jiang-zemin", slug)}


def test_who_is_known_by_that_family_name_is_still_somebody_else(read_text: ReadText) -> None:
    reading = read_text(
        "Kim Jong Un sent New Year greetings to Kenyan President Kim Otieno.",
        "In the letter, Kim Jong Un wished President Kim Otieno well.",
        on="2018-12-31",
    )
    assert sent(reading) == {("kim-jong-un", "kim-otieno")}


def test_a_title_of_another_country_behind_a_name_is_of_somebody_else(read_text: ReadText) -> None:
    reading = read_text(
        "In a birthday letter to President of Tajikistan Emomali Rahmon, the President of Azerbaijan spoke of trust.",
        "In his letter to the Emperor, President Ilham Aliyev praised Japan.",
        on="2022-10-05",
    )
    assert ("ilham-aliyev", "emomali-rahmon") in sent(reading)
    assert speaker_of(reading, "praised Japan") == "ilham-aliyev"


def test_one_title_for_several_countries(read_text: ReadText) -> None:
    reading = read_text(
        "The presidents of Azerbaijan, Uzbekistan and Tajikistan wrote to Tokayev on his birthday.", on="2022-05-17"
    )
    senders = ("ilham-aliyev", "shavkat-mirziyoyev", "emomali-rahmon")
    assert sent(reading) == {(slug, "kassym-jomart-tokayev") for slug in senders}


def test_leaders_of_a_country_are_nobody_in_particular(read_text: ReadText) -> None:
    reading = read_text(
        "Ilham Aliyev sent Nowruz greetings to Uzbek leaders and to every leader nearby.", on="2022-03-20"
    )
    assert sent(reading) == set()


def test_a_bare_title_is_of_the_country_of_the_dateline(read_text: ReadText) -> None:
    reading = read_text(
        "BAKU, October 5 (Agency) -- The president congratulated Emomali Rahmon on his birthday.", on="2022-10-05"
    )
    assert sent(reading) == {("ilham-aliyev", "emomali-rahmon")}


def test_the_chief_of_a_party_that_is_named_by_its_country(read_text: ReadText) -> None:
    reading = read_text(
        "President of Cambodia's People's Party Hun Sen sent greetings to Thongloun Sisoulith on Laos' National Day.",
        on="2024-12-02",
    )
    assert sent(reading) == {("hun-sen", "thongloun-sisoulith")}


def test_a_spokesman_is_no_correspondent(read_text: ReadText) -> None:
    reading = read_text(
        "Ilham Aliyev sent a letter to Emomali Rahmon to convey good wishes, presidential spokesperson Anar Mammadov "
        "said.",
        on="2022-10-05",
    )
    assert sent(reading) == {("ilham-aliyev", "emomali-rahmon")}


def test_leaders_of_japan_are_named_in_either_order(read_text: ReadText) -> None:
    reading = read_text("Xi Jinping congratulated Prime Minister Kishida Fumio on his election.", on="2021-10-05")
    assert pairs_of(reading) == {("fumio-kishida", "xi-jinping")}


def test_he_in_an_item_of_a_digest_is_nobody_of_the_item_before(read_text: ReadText) -> None:
    reading = read_text(
        "Following are the major news items of Tuesday:",
        "- Xi Jinping sent a message to the president of Laos.",
        "- He received a message from the president of Cuba.",
        on="2024-11-05",
    )
    assert "miguel-diaz-canel" not in {slug for pair in pairs_of(reading) for slug in pair}


def test_of_two_kings_of_one_name_the_living_one_is_meant(read_text: ReadText) -> None:
    reading = read_text("Charles III sent a letter to King Abdullah on Sunday.", on="2024-06-09")
    assert sent(reading) == {("charles-iii", "abdullah-ii-of-jordan")}


def test_an_office_is_of_who_holds_it_though_a_former_holder_is_named(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping recalled Richard Nixon. The U.S. president sent a letter to Xi Jinping.", on="2022-02-28"
    )
    assert sent(reading) == {("joe-biden", "xi-jinping")}


def test_leaders_before_1990_are_known(read_text: ReadText) -> None:
    reading = read_text("President Reagan and Prime Minister Zhao Ziyang exchanged letters.", on="1982-03-02")
    assert sent(reading) == {("ronald-reagan", "zhao-ziyang"), ("zhao-ziyang", "ronald-reagan")}


def test_a_family_name_alone_that_a_deputy_abroad_bears_too_is_nobodys(read_text: ReadText) -> None:
    reading = read_text("Volodymyr Zelensky congratulated Biden and Harris on their election.", on="2020-11-07")
    assert sent(reading) == {("volodymyr-zelensky", "joe-biden")}

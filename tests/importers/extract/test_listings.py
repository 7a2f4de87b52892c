"""Lists of senders and recipients, and where they end."""

from tests.importers.reading_fixture import ReadText, sent


def test_an_apposition_does_not_end_a_list(read_text: ReadText) -> None:
    reading = read_text(
        "Bounnhang Vorachith, General Secretary of the Lao People's Revolutionary Party (LPRP), and Prime Minister of "
        "Laos Thongloun Sisoulith sent greetings to Nguyen Phu Trong on Vietnam's National Day.",
        on="2019-09-02",
    )
    assert sent(reading) == {
        ("bounnhang-vorachith", "nguyen-phu-trong"),
        ("thongloun-sisoulith", "nguyen-phu-trong"),
    }


def test_names_behind_a_title_in_the_plural(read_text: ReadText) -> None:
    reading = read_text(
        "A letter signed by Presidents Ilham Aliyev and Emomali Rahmon was delivered to Imran Khan on Eid.",
        on="2021-05-13",
    )
    assert sent(reading) == {("ilham-aliyev", "imran-khan"), ("emomali-rahmon", "imran-khan")}


def test_a_participle_ends_a_list_of_recipients(read_text: ReadText) -> None:
    reading = read_text(
        "Emomali Rahmon sent condolences to Masoud Pezeshkian, praising Ebrahim Raisi as a wise man.", on="2024-08-01"
    )
    assert sent(reading) == {("emomali-rahmon", "masoud-pezeshkian")}


def test_the_dead_and_their_families_are_no_recipients(read_text: ReadText) -> None:
    widow = read_text(
        "Narendra Modi sent condolences to the widow of former Japanese premier Shinzo Abe.", on="2022-07-08"
    )
    people = read_text("Xi Jinping sent condolences to the DPRK over the death of Kim Jong Il.", on="2011-12-19")
    assert sent(widow) == sent(people) == set()


def test_whoever_is_named_with_several_who_sent(read_text: ReadText) -> None:
    reading = read_text(
        "Greetings to Ilham Aliyev on his birthday came early: Xi Jinping, Imran Khan and Emomali Rahmon sent cables.",
        on="2020-12-24",
    )
    assert sent(reading) == {(slug, "ilham-aliyev") for slug in ("xi-jinping", "imran-khan", "emomali-rahmon")}


def test_those_named_of_many_without_who_is_left_out(read_text: ReadText) -> None:
    reading = read_text(
        "Vladimir Putin congratulated many foreign leaders on New Year, including Ilham Aliyev and Emomali Rahmon, but "
        "not Maia Sandu.",
        on="2022-12-31",
    )
    assert sent(reading) == {("vladimir-putin", slug) for slug in ("ilham-aliyev", "emomali-rahmon")}


def test_whose_deputy_somebody_is_is_not_written_to(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping congratulated Donald Trump on his election.",
        "Vice-President Han Zheng congratulated J.D. Vance, Trump's running mate, on the same day.",
        on="2024-11-07",
    )
    assert sent(reading) == {("xi-jinping", "donald-trump"), ("han-zheng", "jd-vance")}

"""Talks and transcripts: whose turn it is, and whose trade and which anniversaries those who talk mean."""

from importers.reading import Reading
from tests.importers.reading_fixture import ReadText, read_paragraphs, statement_of

PUTIN, MADURO = "vladimir-putin", "nicolas-maduro"


def talk() -> Reading:
    return read_paragraphs(
        "Беседа с Президентом Венесуэлы Николасом Мадуро",
        "В Кремле Владимир Путин принял Президента Венесуэлы Николаса Мадуро.",
        "В.Путин: Добрый день! В этом году мы отмечаем и 80-летие установления дипломатических отношений между нашими"
        " странами. За прошлый год товарооборот вырос на 64 процента.",
        "У нас много планов.",
        "Н.Мадуро (как переведено): Спасибо. Мы помним о наших друзьях.",
        "Вопрос: Что дальше?",
        on="2025-05-07",
    )


def test_a_turn_goes_on_over_paragraphs_until_the_next() -> None:
    reading = talk()
    assert statement_of(reading, "много планов").speaker == PUTIN
    assert statement_of(reading, "о наших друзьях").speaker == MADURO
    assert statement_of(reading, "Что дальше").speaker is None
    assert statement_of(reading, "В Кремле").speaker is None


def test_a_single_turn_within_the_only_paragraph_of_a_talk() -> None:
    reading = read_paragraphs(
        "Беседа с Президентом Венесуэлы Николасом Мадуро",
        "Президент России принял Николаса Мадуро. 7 мая 2025 года Москва, Кремль В.Путин: Добрый день!"
        " У нас много планов.",
        on="2025-05-07",
    )
    assert statement_of(reading, "много планов").speaker == PUTIN
    assert statement_of(reading, "принял").speaker is None


def test_an_anniversary_in_a_turn_is_of_who_speaks() -> None:
    (claim,) = statement_of(talk(), "80-летие").anniversaries
    assert (claim.ordinal, claim.milestone, claim.observed_year) == (80, "ru-ve-diplomatic-relations", 2025)
    assert statement_of(talk(), "80-летие").speaker == PUTIN


def test_trade_in_a_talk_of_two_is_theirs() -> None:
    (claim,) = statement_of(talk(), "товарооборот").trade
    assert (claim.country_a, claim.country_b, claim.percent, claim.year) == ("RU", "VE", 64, 2024)


def test_trade_in_a_talk_of_more_than_two_is_nobodys() -> None:
    reading = read_paragraphs(
        "Встреча с Николасом Мадуро и Си Цзиньпином",
        "В.Путин: Добрый день! За прошлый год товарооборот вырос на 64 процента.",
        "Н.Мадуро: Спасибо.",
        on="2025-05-07",
    )
    assert not statement_of(reading, "товарооборот").trade


def test_what_is_told_of_who_spoke_ends_the_turn() -> None:
    reading = read_paragraphs(
        "Н.Мадуро: Спасибо.",
        "В.Путин: Добрый день! Вместе мы отмечаем 80-летие Победы в Великой Отечественной войне.",
        "Путин отметил рост торговли. День был долгим.",
        on="2025-05-07",
    )
    assert statement_of(reading, "Добрый день").speaker == PUTIN
    assert statement_of(reading, "День был").speaker is None


def test_words_from_a_talk_are_of_no_letter() -> None:
    reading = read_paragraphs(
        "Переговоры с Си Цзиньпином",
        "Владимир Путин провёл переговоры с Си Цзиньпином. Путин отметил, что дружба двух стран крепнет.",
        on="2025-05-07",
    )
    assert not reading.exchanges
    assert statement_of(reading, "крепнет").speaker == PUTIN


def test_a_quotation_in_a_talk_is_of_who_is_named_behind_it() -> None:
    reading = read_paragraphs(
        "Переговоры с Си Цзиньпином",
        "Владимир Путин провёл переговоры с Си Цзиньпином.",
        "«Дружба крепнет. Торговля растёт»",
        "— российский лидер",
        on="2025-05-07",
    )
    assert statement_of(reading, "Дружба крепнет").speaker == PUTIN
    assert statement_of(reading, "Торговля растёт").speaker == PUTIN


SIGNED = (
    "In the presence of Narendra Modi and Emmanuel Macron an agreement was signed in Delhi.",
    '"Before today our trade had grown to 15 billion dollars. That is a record," said Narendra Modi. The rain went on.'
    ' "We shall bring our trade to 30 billion dollars by 2035, and our students will follow. I am sure of it," said'
    " Emmanuel Macron.",
    "It was late when they left.",
)


def test_where_nobody_writes_who_is_quoted_speaks() -> None:
    reading = read_paragraphs(*SIGNED, on="2026-02-03")
    assert statement_of(reading, "grown to").speaker == statement_of(reading, "a record").speaker == "narendra-modi"
    assert statement_of(reading, "shall bring").speaker == "emmanuel-macron"
    for words in ("In the presence", "The rain", "It was late"):
        assert statement_of(reading, words).speaker is None


def test_their_trade_is_that_of_the_two_who_speak() -> None:
    reading = read_paragraphs(*SIGNED, on="2026-02-03")
    (level,) = statement_of(reading, "grown to").trade
    (target,) = statement_of(reading, "shall bring").trade
    assert (level.country_a, level.country_b) == (target.country_a, target.country_b) == ("FR", "IN")


def test_where_somebody_writes_what_others_say_is_of_no_letter() -> None:
    letter = "Narendra Modi sent a letter of congratulations to Emmanuel Macron on France's National Day."
    reading = read_paragraphs(letter, '"Trade grows," said Vladimir Putin.', on="2026-07-14")
    assert statement_of(reading, "Trade grows").speaker is None


def test_a_transcript_in_english_has_turns() -> None:
    reading = read_paragraphs(
        "Narendra Modi: Good evening. Our trade has grown by 8 percent in 2025.",
        "Emmanuel Macron: Thank you.",
        "Question: And what comes next?",
        on="2026-02-03",
    )
    assert statement_of(reading, "Our trade").speaker == "narendra-modi"
    assert statement_of(reading, "Thank you").speaker == "emmanuel-macron"
    assert statement_of(reading, "what comes").speaker is None


def test_items_of_a_list_are_no_turns_and_a_row_of_stars_is_no_item() -> None:
    letter = "Narendra Modi has congratulated Emmanuel Macron on his election."
    assert read_paragraphs(letter, "* Trade: It grows.", "* Culture: It lasts.", on="2026-02-03").exchanges
    talk = read_paragraphs("* * * Narendra Modi: Our trade grows.", "Emmanuel Macron: Thank you.", on="2026-02-03")
    assert statement_of(talk, "Our trade").speaker == "narendra-modi"


def test_what_is_listed_behind_a_colon_is_nobodys_words() -> None:
    reading = read_paragraphs(
        "Today Emmanuel Macron announced two appointments:",
        "Anne Martin will lead the archive. She has worked in Lyon and continues to teach there.",
        "Under Emmanuel Macron's law, the agency announced a new fund.",
        on="2026-02-03",
    )
    for words in ("Anne Martin", "She has worked", "the agency announced"):
        assert statement_of(reading, words).speaker is None


def test_our_trade_with_a_country_is_that_of_who_speaks() -> None:
    reading = read_paragraphs(
        "In Delhi Narendra Modi met Emmanuel Macron.",
        '"The United States is far away. Our trade with Nepal is 9 billion dollars," Narendra Modi said.',
        on="2026-02-03",
    )
    (level,) = statement_of(reading, "with Nepal").trade
    assert (level.country_a, level.country_b) == ("IN", "NP")


def test_a_pronoun_is_who_was_named_right_before() -> None:
    reading = read_paragraphs(
        "Emmanuel Macron welcomed the guests in Lyon. He noted that trade between France and India grew by 8 percent."
        " Anne Martin of the harbour spoke of fish. She noted that there were few. He noted that prices rose.",
        on="2026-02-03",
    )
    assert statement_of(reading, "grew by 8").speaker == "emmanuel-macron"
    assert statement_of(reading, "prices rose").speaker is None


def test_the_title_of_something_else_ends_a_turn() -> None:
    reading = read_paragraphs(
        "В.Путин: Добрый день. Вместе мы отмечаем 80-летие Победы в Великой Отечественной войне.",
        "Вопрос: Что дальше?",
        "В.Путин: Дальше будет лето.",
        "Новый мост открыт в Казани",
        "Все новости дня.",
        on="2025-05-07",
    )
    assert statement_of(reading, "будет лето").speaker == PUTIN
    assert statement_of(reading, "Все новости").speaker is None


def test_a_turn_may_begin_with_any_initial_or_with_the_office_of_who_speaks() -> None:
    for turn in (
        "Р.Примеров: Да, так.",
        "В. Примеров: Да, так.",
        "А.В.Примеров: Да, так.",
        "Примеров Пётр Петрович губернатор: Да, так.",
    ):
        reading = read_paragraphs(
            "В.Путин: Добрый день. Вместе мы отмечаем 80-летие Победы в Великой Отечественной войне.",
            turn,
            "В.Путин: Дальше будет лето.",
            on="2025-05-07",
        )
        assert statement_of(reading, "Да, так").speaker is None
        assert statement_of(reading, "будет лето").speaker == PUTIN


def test_the_turn_of_somebody_unlisted_ends_that_of_a_leader(read_text: ReadText) -> None:
    reading = read_text(
        "Vladimir Putin: Trade grows. Go on, please.\n\n"
        "Example Bank President and CEO Ann Sample: Mr President, our loans have grown.\n\n"
        "Vladimir Putin: That is good.",
        on="2022-02-12",
    )
    assert statement_of(reading, "our loans").speaker is None
    assert statement_of(reading, "That is good").speaker == "vladimir-putin"


def test_one_who_speaks_alone_has_the_turn_where_a_talk_is_told_of() -> None:
    reading = read_paragraphs(
        "Переговоры с Президентом Венесуэлы Николасом Мадуро",
        "В Кремле прошли переговоры Владимира Путина с Николасом Мадуро.",
        "В.Путин: Добрый день! За прошлый год товарооборот вырос на 64 процента.",
        "У нас много планов.",
        on="2025-05-07",
    )
    assert statement_of(reading, "товарооборот").speaker == PUTIN
    assert statement_of(reading, "много планов").speaker == PUTIN


def test_a_turn_ends_where_an_official_takes_the_word_or_a_name_is_told_twice() -> None:
    reading = read_paragraphs(
        "Vladimir Putin held talks with Nicolas Maduro in the Kremlin.",
        "President of Russia Vladimir Putin: Our trade has grown by 64 percent.",
        "Minister of Economic Development Ann Sample: It will grow on.",
        "President of Venezuela Nicolas Maduro Maduro NicolasPresident of Venezuela (retranslated): We remember our"
        " friends.",
        on="2025-05-07",
    )
    speakers = {part: statement_of(reading, part).speaker for part in ("has grown", "grow on", "our friends")}
    assert speakers == {"has grown": PUTIN, "grow on": None, "our friends": MADURO}


def test_headings_within_a_paragraph_are_no_turns() -> None:
    reading = read_paragraphs(
        "World leaders congratulated Xi Jinping on his re-election.",
        "The vote was held on Friday.",
        "Hopes are high. Macron: a strong mandate Emmanuel Macron congratulated Xi on his re-election in a telegram."
        " Modi: a good friend Narendra Modi also sent a telegram to Xi. The ceremony is in March.",
        on="2023-03-12",
    )
    assert statement_of(reading, "ceremony").speaker is None


def test_countries_named_in_passing_in_a_speech_are_not_the_two() -> None:
    reading = read_paragraphs(
        "Address by President Vladimir Putin",
        "President of Russia Vladimir Putin: I once spoke with President Bill Clinton of this.",
        "Russia has worked with Ukraine openly. We developed our ties. Thus, in 2011, bilateral trade exceeded 50"
        " billion dollars.",
        on="2022-02-21",
    )
    (claim,) = statement_of(reading, "bilateral trade").trade
    assert (claim.country_a, claim.country_b) == ("RU", "UA")

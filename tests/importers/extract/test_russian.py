"""Reports in Russian: who wrote to whom, told by cases; what for, whose words, what they claim."""

import pytest

from importers.reading import Reading
from tests.importers.reading_fixture import anniversaries_of, read_paragraphs, speaker_of, statement_of, voice


def messages(reading: Reading) -> set[tuple[str, str]]:
    return {(m.sender, m.recipient) for exchange in reading.exchanges for m in exchange.messages.values()}


@pytest.mark.parametrize(
    ("text", "sender", "recipient"),
    [
        ("Владимир Путин направил Си Цзиньпину поздравительную телеграмму.", "vladimir-putin", "xi-jinping"),
        ("Си Цзиньпина поздравил Владимир Путин.", "vladimir-putin", "xi-jinping"),
        ("Владимира Путина поздравил Си Цзиньпин.", "xi-jinping", "vladimir-putin"),
        ("В.Путин выразил соболезнования Премьер-министру Индии Нарендре Моди.", "vladimir-putin", "narendra-modi"),
        ("Президент РФ получил послание от председателя КНР Си Цзиньпина.", "xi-jinping", "vladimir-putin"),
        ("В телеграмме на имя Ким Чен Ына глава России отметил дружбу двух стран.", "vladimir-putin", "kim-jong-un"),
        ("Телеграмму, которую Владимир Путин направил в Пекин, передало агентство.", "vladimir-putin", "xi-jinping"),
    ],
)
def test_cases_tell_who_wrote_to_whom(text: str, sender: str, recipient: str) -> None:
    assert messages(read_paragraphs(text, on="2024-10-02")) == {(sender, recipient)}


@pytest.mark.parametrize(
    "text",
    [
        "Владимир Путин по телефону поздравил Си Цзиньпина с праздником.",
        "Владимир Путин не направлял телеграмму Си Цзиньпину.",
        "Владимир Путин направил приветствие участникам форума в Пекине.",
        "Владимир Путин поздравил жителей Казани с праздником.",
        "На встрече в Кремле Владимир Путин поздравил Нарендру Моди с успехом.",
        "Владимир Путин направит Си Цзиньпину телеграмму.",
    ],
)
def test_what_is_no_message_of_one_leader_to_another_is_none(text: str) -> None:
    assert not read_paragraphs(text, on="2024-10-02").exchanges


def test_several_recipients_in_one_sentence() -> None:
    reading = read_paragraphs(
        "Владимир Путин направил телеграммы президенту Турции Реджепу Тайипу Эрдогану и президенту Сирии Башару Асаду"
        " в связи с землетрясением.",
        on="2023-02-06",
    )
    assert messages(reading) == {("vladimir-putin", "recep-tayyip-erdogan"), ("vladimir-putin", "bashar-al-assad")}
    assert {exchange.occasion for exchange in reading.exchanges} == {"condolence"}


def test_a_message_that_only_the_headline_tells_lends_its_voice_to_the_text() -> None:
    reading = read_paragraphs(
        "Путин поздравил Токаева с Днём Республики",
        "Отношения двух стран крепнут, отмечается в телеграмме. Впереди новые общие дела.",
        on="2023-10-25",
    )
    assert messages(reading) == {("vladimir-putin", "kassym-jomart-tokayev")}
    assert voice(statement_of(reading, "крепнут")) == "vladimir-putin"
    assert voice(statement_of(reading, "Впереди")) == "vladimir-putin"


def test_the_next_sentence_may_tell_whose_words_the_one_before_was() -> None:
    reading = read_paragraphs(
        "Владимир Путин направил Си Цзиньпину телеграмму. Дружба двух стран крепнет. Об этом говорится в телеграмме.",
        on="2024-10-02",
    )
    assert voice(statement_of(reading, "крепнет")) == "vladimir-putin"


def test_an_anniversary_is_of_the_country_that_is_written_to() -> None:
    reading = read_paragraphs(
        "Владимир Путин поздравил президента Туркмении с 30-й годовщиной независимости страны.", on="2021-09-27"
    )
    (claim,) = [claim for statement in reading.statements for claim in statement.anniversaries]
    assert (claim.milestone, claim.ordinal, claim.observed_year) == ("tm-independence", 30, 2021)


def test_trade_is_read_with_russian_numbers() -> None:
    reading = read_paragraphs(
        "Товарооборот между Россией и Китаем вырос в 2,5 раза и превысил 240,1 млрд долларов в 2024 году.",
        on="2025-01-01",
    )
    growth, level = [claim for statement in reading.statements for claim in statement.trade]
    assert (growth.claim, growth.percent, growth.year) == ("growth", 150, 2024)
    assert (level.claim, level.amount, level.currency) == ("level", 240_100_000_000, "USD")


def test_who_is_in_no_list_keeps_the_name_as_it_is_written_in_the_nominative() -> None:
    reading = read_paragraphs(
        "Владимир Путин направил телеграмму президенту Чили Хуану Петрову. Президент Хуан Петров прочитал её.",
        on="2024-10-02",
    )
    assert messages(reading) == {("vladimir-putin", "khuan-petrov")}
    assert reading.leaders["khuan-petrov"].full_name == "Хуан Петров"
    assert reading.leaders["khuan-petrov"].provisional


def test_a_page_of_the_kremlin_is_read_without_its_furniture() -> None:
    headline = "Поздравление Президенту Казахстана Касым-Жомарту Токаеву"
    reading = read_paragraphs(
        headline,
        "16 декабря 2024 года",
        f"События {headline} 16 декабря 2024 года 10:00 Владимир Путин направил поздравление Президенту Казахстана"
        " Касым-Жомарту Токаеву. География Казахстан Темы Внешняя политика Статус материала Опубликован в разделе:"
        " Новости Дата публикации: 16 декабря 2024 года, 10:00 Ссылка на материал: kremlin.ru/d/1",
    )
    (statement,) = reading.statements
    assert reading.body[statement.start_char : statement.end_char].startswith("Владимир Путин направил")
    assert reading.outlet == "kremlin"
    assert messages(reading) == {("vladimir-putin", "kassym-jomart-tokayev")}


def test_a_sentence_is_of_the_letter_to_whom_it_names() -> None:
    reading = read_paragraphs(
        "Владимир Путин направил телеграммы Си Цзиньпину и Касым-Жомарту Токаеву по случаю праздника.",
        "В телеграмме Си Цзиньпину Путин отметил рост торговли.",
        on="2024-10-02",
    )
    told = statement_of(reading, "рост торговли")
    assert [reading.exchanges[number].leaders for number in told.exchanges] == [("vladimir-putin", "xi-jinping")]


def test_a_date_of_birth_is_no_day_of_a_letter() -> None:
    reading = read_paragraphs(
        "Александр Лукашенко поздравил Владимира Путина с днём рождения.", "Владимир Путин родился 7 октября 1952 года."
    )
    assert [exchange.occasion_year for exchange in reading.exchanges] == [None]


def test_a_headline_tells_of_no_letter_where_the_report_is_of_a_call() -> None:
    reading = read_paragraphs(
        "Путин выразил соболезнования Алиеву",
        "Владимир Путин по телефону выразил соболезнования Ильхаму Алиеву. Они говорили полчаса.",
        on="2024-12-25",
    )
    assert not reading.exchanges


def test_a_quotation_goes_on_over_paragraphs() -> None:
    reading = read_paragraphs(
        "Владимир Путин направил телеграмму Си Цзиньпину.",
        "Об этом сообщила газета.",
        "«Торговля растёт с каждым годом.",
        "Дружба крепнет», — говорится в телеграмме Владимира Путина.",
        on="2024-10-02",
    )
    assert voice(statement_of(reading, "Торговля")) == "vladimir-putin"


def test_the_new_year_told_by_its_number_is_the_year_greeted() -> None:
    reading = read_paragraphs(
        "Владимир Путин поздравил с наступающим новым, 2018 годом и Рождеством глав иностранных государств.",
        "В послании Сержу Саргсяну Путин отметил рост торговли.",
    )
    assert [(one.occasion, one.occasion_year) for one in reading.exchanges] == [("new-year", 2018)]


def test_an_office_behind_a_name_is_of_somebody_else_where_their_cases_differ() -> None:
    reading = read_paragraphs(
        "Си Цзиньпин направил письмо Владимиру Путину. Прочитав письмо Владимира Путина, глава Китая улыбнулся.",
        on="2024-10-02",
    )
    assert messages(reading) == {("xi-jinping", "vladimir-putin")}


def test_a_quotation_in_a_quotation_does_not_end_it() -> None:
    reading = read_paragraphs(
        "Си Цзиньпин направил телеграмму Владимиру Путину.",
        "«Наша дружба крепнет.",
        "Народы двух стран вместе строят через реку мост «Дружба» и новую дорогу», — говорится в телеграмме.",
        on="2024-10-02",
    )
    assert voice(statement_of(reading, "крепнет")) == "xi-jinping"


def test_two_countries_in_one_word_and_two_capitals_tell_whose_trade() -> None:
    reading = read_paragraphs(
        "Владимир Путин отметил, что российско-турецкий товарооборот в 2023 году вырос на 8 процентов.",
        "Товарооборот Москвы и Анкары в 2022 году вырос на 9 процентов.",
        on="2024-10-02",
    )
    found = [(t.country_a, t.country_b, t.percent) for s in reading.statements for t in s.trade]
    assert found == [("RU", "TR", 8), ("RU", "TR", 9)]


@pytest.mark.parametrize(
    ("text", "ordinal", "milestone", "year"),
    [
        ("В 2025 году исполнится 70 лет со дня образования КНР.", None, None, None),
        ("В 2026 году исполнится 25 лет со дня подписания российско-китайского Договора о добрососедстве, дружбе и"
         " сотрудничестве.", 25, "cn-ru-good-neighborliness-treaty", 2026),
        ("В 2024 году исполнилось 75 лет установления дипломатических отношений между Китаем и Россией.", 75,
         "cn-ru-diplomatic-relations", 2024),
    ],
)  # fmt: skip
def test_years_that_are_celebrated_count_where_they_lead_to_the_year_told(
    text: str, ordinal: int | None, milestone: str | None, year: int | None
) -> None:
    reading = read_paragraphs("Си Цзиньпин направил телеграмму Владимиру Путину.", text, on="2025-12-31")
    claims = [claim for statement in reading.statements for claim in statement.anniversaries]
    found = [(claim.ordinal, claim.milestone, claim.observed_year) for claim in claims]
    assert found == ([(ordinal, milestone, year)] if ordinal else [])


def test_a_letter_told_of_later_is_not_what_was_quoted_before() -> None:
    reading = read_paragraphs(
        "Нарендра Моди направил ответное письмо Эммануэлю Макрону. «Дружба крепнет», — приводит газета текст письма.",
        "Ответные письма Нарендра Моди адресовал также Владимиру Путину.",
        on="2024-10-02",
    )
    assert messages(reading) >= {("narendra-modi", "emmanuel-macron"), ("emmanuel-macron", "narendra-modi")}
    quoted = statement_of(reading, "Дружба крепнет")
    assert quoted.speaker == "narendra-modi"
    assert [reading.exchanges[number].leaders for number in quoted.exchanges] == [("emmanuel-macron", "narendra-modi")]


def test_the_initial_of_a_mongolian_name_is_that_of_the_father() -> None:
    reading = read_paragraphs("Президент Монголии У.Хурэлсух направил телеграмму Нарендре Моди.", on="2024-10-02")
    assert messages(reading) == {("ukhnaa-khurelsukh", "narendra-modi")}


def test_the_day_of_an_exchange_is_that_of_the_dateline_where_a_page_is_printed_later() -> None:
    text = "МОСКВА, 1 октября. /ТАСС/. Владимир Путин направил телеграмму Нарендре Моди."
    (exchange,) = read_paragraphs(text, on="2024-10-02").exchanges
    assert str(exchange.exchanged_on) == "2024-10-01"


@pytest.mark.parametrize(
    "text",
    [
        "Эммануэль Макрон получает поздравления с праздником. Поздравления прислал Нарендра Моди.",
        "В Париж поступила телеграмма от Нарендры Моди на имя Эммануэля Макрона.",
        "С новогодними поздравлениями к Эммануэлю Макрону обратился Нарендра Моди.",
        "Такую же телеграмму Нарендра Моди направил также Эммануэлю Макрону.",
    ],
)
def test_the_letter_may_be_told_before_its_writer(text: str) -> None:
    assert messages(read_paragraphs(text, on="2024-10-02")) == {("narendra-modi", "emmanuel-macron")}


def test_partners_of_one_country_follow_with_their_amounts() -> None:
    reading = read_paragraphs(
        "Внешнеторговый оборот Узбекистана в 2021 году вырос.",
        "Крупнейшим партнёром стала Индия: товарооборот с ней вырос на 8 процентов. Далее следует Бразилия ($3 млрд).",
        on="2022-05-02",
    )
    claims = [(c.country_a, c.country_b, c.claim, c.year) for one in reading.statements for c in one.trade]
    assert claims == [("IN", "UZ", "growth", 2021), ("BR", "UZ", "level", 2021)]


def test_good_wishes_that_a_call_turns_out_to_carry_are_no_letter() -> None:
    wishes = "Премьер-министр Индии Нарендра Моди поздравил Эммануэля Макрона с праздником."
    assert messages(read_paragraphs(wishes, on="2024-10-02"))
    call = f"{wishes} В телефонном разговоре они говорили о торговле."
    assert not messages(read_paragraphs(call, on="2024-10-02"))
    wired = "Нарендра Моди направил телеграмму Эммануэлю Макрону. Накануне они созвонились."
    assert messages(read_paragraphs(wired, on="2024-10-02")) == {("narendra-modi", "emmanuel-macron")}


def test_a_colleague_is_the_one_other_leader_who_was_named() -> None:
    election = "На выборах победил Президент Франции Эммануэль Макрон."
    sent = "Премьер-министр Индии поздравил коллегу телеграммой."
    assert messages(read_paragraphs(election, sent, on="2024-10-02")) == {("narendra-modi", "emmanuel-macron")}
    guests = "За выборами следил Президент Монголии Ухнаагийн Хурэлсух."
    assert not messages(read_paragraphs(election, guests, sent, on="2024-10-02"))


def test_what_a_minister_brings_by_hand_is_a_message_handed_over() -> None:
    reading = read_paragraphs("Министр привез Эммануэлю Макрону послание Нарендры Моди.", on="2024-10-02")
    assert [exchange.occasion for exchange in reading.exchanges] == ["verbal-message"]


def test_good_wishes_are_not_gone_on_with() -> None:
    reading = read_paragraphs(
        "Нарендра Моди направил телеграмму Эммануэлю Макрону в связи с землетрясением.",
        "Моди выразил соболезнования семьям погибших. Погибли сорок человек.",
        "Моди отметил рост торговли. Дружба крепнет.",
        on="2024-10-02",
    )
    speakers = {part: speaker_of(reading, part) for part in ("семьям погибших", "сорок человек", "Дружба крепнет")}
    assert speakers == {
        "семьям погибших": "narendra-modi",
        "сорок человек": None,
        "Дружба крепнет": "narendra-modi",
    }


def test_he_behind_a_spokesman_is_no_leader() -> None:
    reading = read_paragraphs(
        "Владимир Путин направил телеграмму Си Цзиньпину.",
        "Пресс-секретарь президента России Пётр Примеров ответил, что Си Цзиньпин пока не звонил.",
        "Он отметил, что торговля растёт.",
        on="2024-10-02",
    )
    assert speaker_of(reading, "Он отметил") is None


def test_who_acts_last_is_he_in_the_next_sentence() -> None:
    reading = read_paragraphs(
        "Владимира Путина поздравили Си Цзиньпин и Александр Лукашенко. Его поддержал Александр Лукашенко. "
        "Он отметил, что торговля растёт.",
        on="2024-10-07",
    )
    assert speaker_of(reading, "Он отметил") == "alexander-lukashenko"


def test_two_family_names_in_two_cases_are_two_people() -> None:
    reading = read_paragraphs("Опубликована телеграмма Путина Трампу.", on="2025-10-02")
    assert messages(reading) == {("vladimir-putin", "donald-trump")}


def test_a_family_name_of_several_words_is_known_in_its_cases() -> None:
    reading = read_paragraphs("Шавкат Мирзиёев поздравил Лулу да Силву с победой на выборах.", on="2022-10-31")
    assert messages(reading) == {("shavkat-mirziyoyev", "luiz-inacio-lula-da-silva")}


def test_a_capital_is_nobodys_name() -> None:
    reading = read_paragraphs(
        "Астана и Баку демонстрируют рост торговли Казахстана и Азербайджана на 8 процентов.",
        "Дружба, отметил он, крепнет.",
        on="2024-03-12",
    )
    assert {one.speaker for one in reading.statements} == {None}


def test_who_died_that_day_was_not_written_to() -> None:
    reading = read_paragraphs("Нарендра Моди выразил соболезнования в связи с убийством Синдзо Абэ.", on="2022-07-08")
    assert not reading.exchanges


def test_a_letter_of_somebody_nobody_knows_is_not_whose_the_headline_names() -> None:
    reading = read_paragraphs(
        "Глава Гагаузии Мария Петрова поздравила Владимира Путина с днём рождения. Приводим текст поздравления:",
        "«Дорогой Владимир Владимирович! Желаю Вам здоровья».",
        title="Игорь Додон поздравил Путина с днём рождения",
        on="2024-10-07",
    )
    assert speaker_of(reading, "Желаю Вам") is None


def test_years_of_a_partnership_of_two_count_from_no_founding() -> None:
    reading = read_paragraphs(
        "В 2016 году Владимир Путин и Си Цзиньпин отметили 20-летие российско-китайского партнерства.", on="2016-12-30"
    )
    assert {milestone for _, _, milestone, _ in anniversaries_of(reading)} == {None}


def test_an_anniversary_that_would_lie_far_ahead_is_of_something_else() -> None:
    reading = read_paragraphs("Владимир Путин поздравил институт с 60-летием со дня образования.", on=None)
    assert {(count, milestone) for _, count, milestone, _ in anniversaries_of(reading)} == {(60, None)}

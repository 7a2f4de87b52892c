"""Chinese reports: what writing without spaces and capitals asks of reading."""

import datetime

import pytest

from importers.reading import Reading
from tests.importers.reading_fixture import pairs_of, read_paragraphs, recipients_of, sent, speaker_of, statement_of

OPENING = "央视网消息（新闻联播）："


def read(*paragraphs: str, on: str | None = "2024-10-05", title: str | None = None) -> Reading:
    return read_paragraphs(*paragraphs, on=on, title=title)


def test_an_exchange_with_both_voices() -> None:
    reading = read(
        f"{OPENING}10月5日，国家主席习近平同俄罗斯总统普京互致贺电，庆祝两国建交75周年。",
        "习近平指出，两国人民友谊深厚。我愿同你一道努力，推动合作。普京表示，俄中关系很好。",
        title="[视频]习近平同俄罗斯总统普京互致贺电",
    )
    assert reading.language == "zh"
    assert reading.outlet == "cctv"
    assert reading.headline == "习近平同俄罗斯总统普京互致贺电"
    assert sent(reading) == {("xi-jinping", "vladimir-putin"), ("vladimir-putin", "xi-jinping")}
    [exchange] = reading.exchanges
    assert (exchange.occasion, exchange.milestone, exchange.ordinal, exchange.exchanged_on) == (
        "diplomatic-anniversary", "cn-ru-diplomatic-relations", 75, datetime.date(2024, 10, 5),
    )  # fmt: skip
    assert speaker_of(reading, "互致贺电") is None
    assert speaker_of(reading, "友谊深厚") == "xi-jinping"
    assert speaker_of(reading, "推动合作") == "xi-jinping"
    assert speaker_of(reading, "俄中关系很好") == "vladimir-putin"


def test_an_opening_is_no_part_of_the_first_sentence() -> None:
    reading = read(f"{OPENING}新华社消息：国家主席习近平致电俄罗斯总统普京，祝他生日快乐。")
    first = reading.statements[0]
    assert reading.body[first.start_char : first.end_char].startswith("国家主席")
    assert reading.outlet == "xinhua"


def test_a_dateline_of_xinhua() -> None:
    reading = read("新华社莫斯科10月4日电（记者 张三）俄罗斯总统普京4日致电中国国家主席习近平，祝贺中国国庆。")
    assert (reading.outlet, reading.dateline_place) == ("xinhua", "Moscow")
    assert sent(reading) == {("vladimir-putin", "xi-jinping")}


def test_respectively_pairs_senders_with_recipients() -> None:
    reading = read(
        "国家主席习近平、国务院总理李强5号就地震分别向俄罗斯总统普京、总理米舒斯京致慰问电。",
        "李强在致米舒斯京的慰问电中说，我深感痛心。",
    )
    assert sent(reading) == {("xi-jinping", "vladimir-putin"), ("li-qiang", "mikhail-mishustin")}
    assert {exchange.exchanged_on for exchange in reading.exchanges} == {datetime.date(2024, 10, 5)}
    assert recipients_of(reading, "深感痛心") == {"mikhail-mishustin"}


def test_one_to_several() -> None:
    reading = read("国家主席习近平就洪灾分别致电俄罗斯总统普京、美国总统拜登表示慰问。")
    assert sent(reading) == {("xi-jinping", "vladimir-putin"), ("xi-jinping", "joe-biden")}
    assert {exchange.occasion for exchange in reading.exchanges} == {"condolence"}


def test_an_office_without_a_name_is_who_held_it_that_day() -> None:
    assert pairs_of(read("国务院总理李强同俄罗斯总理互致贺电。")) == {("li-qiang", "mikhail-mishustin")}


def test_somebody_else_may_stand_between_sender_and_recipient() -> None:
    reading = read("国家主席习近平就英国女王伊丽莎白二世逝世向英国国王查尔斯三世致唁电。", on="2022-09-09")
    assert sent(reading) == {("xi-jinping", "charles-iii")}


def test_a_leader_whom_nobody_lists_keeps_the_name_in_its_script() -> None:
    reading = read("国家主席习近平致电卢旺达议长西蒙娜·达科尔尼，祝贺她当选。")
    assert sent(reading) == {("xi-jinping", "ximengna-dakeerni")}
    leader = reading.leaders["ximengna-dakeerni"]
    assert (leader.full_name, leader.country, leader.provisional) == ("西蒙娜·达科尔尼", "RW", True)


def test_a_chinese_name_is_transliterated_with_the_family_name_first() -> None:
    reading = read("全国政协主席王大山致电俄罗斯总统普京，祝贺他当选。")
    assert reading.leaders["wang-dashan"].full_name == "王大山"


def test_lists_of_senders_below_their_recipient() -> None:
    reading = read(
        "外国领导人近日向习近平表示祝贺。", "向国家主席习近平致贺的有：", "俄罗斯总统普京", "美国总统拜登",
        "向国务院总理李强致贺的有：", "俄罗斯总理米舒斯京。",
    )  # fmt: skip
    assert sent(reading) == {
        ("vladimir-putin", "xi-jinping"), ("joe-biden", "xi-jinping"), ("mikhail-mishustin", "li-qiang"),
    }  # fmt: skip


def test_many_who_wire_are_told_one_by_one() -> None:
    reading = read(
        "一些国家领导人近日致电，热烈祝贺习近平当选。", "俄罗斯总统普京在贺电中表示，我衷心祝贺阁下。我愿继续合作。"
    )
    assert sent(reading) == {("vladimir-putin", "xi-jinping")}
    assert speaker_of(reading, "继续合作") == "vladimir-putin"


def test_what_is_said_in_calls_meetings_and_to_forums_is_no_message() -> None:
    for text in (
        "国家主席习近平同俄罗斯总统普京通电话。两国元首互致新年问候。习近平表示，两国关系很好。",
        "国家主席习近平会见俄罗斯总理米舒斯京。米舒斯京表示，祝贺中国取得成就。",
        "国家主席习近平同俄罗斯总统普京分别向能源论坛致贺信。习近平在贺信中指出，合作很好。",
        "国家主席习近平复信莫斯科的大学生。",
        "习近平主席和普京总统将互致贺电。",
    ):
        assert sent(read(text)) == set(), text


def test_a_message_handed_over_in_a_meeting_is_one() -> None:
    reading = read(
        "国家主席习近平会见俄罗斯总统特使。", "特使转达了普京总统致习近平主席的口信。普京在口信中表示，合作很好。",
        "习近平指出，两国关系很好。",
    )  # fmt: skip
    assert sent(reading) == {("vladimir-putin", "xi-jinping")}
    assert speaker_of(reading, "合作很好") == "vladimir-putin"
    assert speaker_of(reading, "两国关系很好") is None


def test_paragraphs_in_the_first_person_go_on_with_the_letter() -> None:
    reading = read(
        "国家主席习近平向俄罗斯总统普京致口信。", "习近平表示，两国是好邻居。", "我高兴地看到，合作不断深化。"
    )
    assert speaker_of(reading, "不断深化") == "xi-jinping"


def test_chinese_numerals_count_anniversaries() -> None:
    [statement] = [
        s for s in read("习近平致电普京。普京谈到中国共产党百年华诞。", on="2021-07-01").statements if s.anniversaries
    ]
    [told] = statement.anniversaries
    assert (told.milestone, told.ordinal, told.observed_year) == ("cpc-founding", 100, 2021)


def test_short_names_of_two_countries_tell_whose_relations() -> None:
    reading = read("国务院总理李强会见客人。李强说，明年是中法建交60周年。", on="2023-10-05")
    [told] = [each for statement in reading.statements for each in statement.anniversaries]
    assert (told.milestone, told.ordinal, told.observed_year) == ("cn-fr-diplomatic-relations", 60, 2024)


def test_a_meeting_by_its_number() -> None:
    reading = read("国务院总理李强同俄罗斯总理米舒斯京互致贺电。李强表示，金砖国家领导人第十六次会晤成果丰硕。")
    themes = {(theme.theme, theme.ordinal) for statement in reading.statements for theme in statement.themes}
    assert ("brics-summit", 16) in themes


def test_a_name_is_known_by_its_sound_beside_the_office_held_that_day() -> None:
    reading = read("国务院总理李强同以色列总理本内特互致贺电。", on="2022-01-24")
    assert pairs_of(reading) == {("li-qiang", "naftali-bennett")}


def test_a_name_that_sounds_otherwise_is_somebody_new() -> None:
    reading = read("国务院总理李强向以色列总理马尔科致贺电。", on="2022-01-24")
    [recipient] = {recipient for _, recipient in sent(reading)}
    assert reading.leaders[recipient].provisional


def test_a_leader_may_hold_an_office_of_another_country_than_now() -> None:
    reading = read("国务院总理李克强同葡萄牙总理科斯塔互致贺电，庆祝两国建交40周年。", on="2019-02-08")
    [exchange] = reading.exchanges
    assert exchange.leaders == ("antonio-costa", "li-keqiang")
    assert (exchange.milestone, exchange.ordinal) == ("cn-pt-diplomatic-relations", 40)


SIX = "10月6日，国家主席习近平分别同保加利亚、罗马尼亚和波兰三国元首互致贺电，庆祝中国与三国建交70周年。"


def test_the_same_anniversary_with_several_countries_is_of_each() -> None:
    reading = read(SIX, on="2019-10-07")
    told = {
        exchange.leaders[0 if exchange.leaders[1] == "xi-jinping" else 1]: exchange for exchange in reading.exchanges
    }
    assert told["rumen-radev"].milestone == "bg-cn-diplomatic-relations"
    assert told["andrzej-duda"].milestone == "cn-pl-diplomatic-relations"
    claimed = {claim.milestone for claim in reading.statements[0].anniversaries}
    assert claimed == {f"{pair}-diplomatic-relations" for pair in ("bg-cn", "cn-ro", "cn-pl")}


def test_the_three_prime_ministers_are_those_of_the_countries_told_of_before() -> None:
    reading = read(SIX, "国务院总理李克强也分别同三国总理互致贺电。", on="2019-10-07")
    assert ("li-keqiang", "mateusz-morawiecki") in sent(reading)


def test_a_premier_writes_for_what_the_president_wrote_for() -> None:
    reading = read(
        "8月22日，国家主席习近平致电日本首相岸田文雄，就岸田文雄感染新冠病毒致以慰问。",
        "习近平表示，望你早日康复。今年是中日邦交正常化50周年，我愿同你一道推动两国关系。",
        "同日，国务院总理李克强致电岸田文雄表示慰问。",
        on="2022-08-22",
    )
    assert {exchange.occasion for exchange in reading.exchanges} == {"get-well"}


def test_he_is_who_spoke_last() -> None:
    reading = read(
        "国家主席习近平同俄罗斯总统普京互致贺电。",
        "普京在贺电中致以热烈祝贺。他表示，俄中关系很好。希望双方加强合作。",
    )
    assert speaker_of(reading, "俄中关系很好") == "vladimir-putin"
    assert speaker_of(reading, "希望双方") == "vladimir-putin"


def test_a_letter_of_last_month_is_no_news() -> None:
    assert not pairs_of(read("上个月，国家主席习近平致电俄罗斯总统普京，祝贺他当选。"))
    assert not pairs_of(read("今年6月，土耳其总统埃尔多安致信俄罗斯总统普京。"))


def test_a_name_of_several_parts_is_one_whatever_words_its_letters_are() -> None:
    reading = read(
        "12月11日，国家主席习近平致电约翰·德拉马尼·马哈马，祝贺他当选加纳共和国总统。",
        on="2024-12-11",
        title="习近平向加纳当选总统马哈马致贺电",
    )
    [exchange] = reading.exchanges
    assert (exchange.leaders, exchange.occasion) == (("john-mahama", "xi-jinping"), "election")
    assert {message.evidence for message in exchange.messages.values()} == {"message"}


def test_a_name_may_have_middle_parts_that_no_list_has() -> None:
    reading = read("国家主席习近平致电弗拉基米尔·弗拉基米罗维奇·普京，祝贺他当选。")
    assert sent(reading) == {("xi-jinping", "vladimir-putin")}


def test_another_name_with_the_same_family_name_is_somebody_else() -> None:
    reading = read("国家主席习近平就菲德尔·卡斯特罗逝世向古巴国务委员会主席劳尔·卡斯特罗致唁电。", on="2016-11-26")
    assert sent(reading) == {("xi-jinping", "raul-castro")}


def test_short_names_of_two_countries_are_those_that_the_report_names() -> None:
    reading = read("斯洛文尼亚外长表示，2022年是中斯建交30周年。", on="2020-12-01")
    [claim] = [claim for statement in reading.statements for claim in statement.anniversaries]
    assert (claim.milestone, claim.ordinal, claim.observed_year) == ("cn-si-diplomatic-relations", 30, 2022)


def test_the_elected_are_those_who_take_the_office_later() -> None:
    reading = read("国家主席习近平向马拉维当选总统穆塔里卡致贺电。", on="2025-09-26")
    assert sent(reading) == {("xi-jinping", "peter-mutharika")}


def test_a_leader_may_be_called_by_the_given_name_beside_the_office() -> None:
    reading = read("毛里求斯总理普拉温德致电中国国家主席习近平，祝贺中国国庆。", on="2018-10-01")
    assert sent(reading) == {("pravind-jugnauth", "xi-jinping")}


def test_what_one_is_thanked_for_in_a_call_is_no_news() -> None:
    reading = read(
        "国务院总理李克强同泰国总理英拉通电话。", "李克强对英拉发来贺信并打电话祝贺表示感谢。", on="2013-04-02"
    )
    assert not pairs_of(reading)


def test_a_numbered_meeting_may_be_told_without_the_countries() -> None:
    reading = read("国务院总理李强同俄罗斯总理米舒斯京互致贺电。", "李强表示，两国总理举行了第二十八次定期会晤。")
    [theme] = [theme for statement in reading.statements for theme in statement.themes if theme.ordinal]
    assert (theme.theme, theme.ordinal) == ("cn-ru-heads-of-government-meeting", 28)


def test_relations_of_two_parties_are_not_the_founding_of_one() -> None:
    reading = read("国家主席习近平复信巴西总统卢拉。", "今年是中国共产党同巴西劳工党建立关系40周年。", on="2024-04-09")
    assert {claim.milestone for one in reading.statements for claim in one.anniversaries} <= {None}


def test_letters_about_an_epidemic_are_for_that_whatever_else_they_speak_of() -> None:
    reading = read(
        "国家主席习近平同秘鲁总统比斯卡拉就抗击新冠肺炎疫情互致信函。",
        "习近平强调，明年是中秘建交50周年，我愿同你一道努力。",
        on="2020-05-29",
    )
    assert [exchange.occasion for exchange in reading.exchanges] == ["solidarity"]


def test_a_dateline_in_brackets_needs_no_agency() -> None:
    reading = read("【平壤9月10日电】法国总统马克龙收到印度总理莫迪发来的贺电。", on="2024-09-10")
    assert reading.dateline_place == "Pyongyang"
    assert sent(reading) == {("narendra-modi", "emmanuel-macron")}


def test_a_letter_about_a_disaster_is_not_of_its_day() -> None:
    reading = read(
        "法国南部3日深夜发生地震，多人遇难。",
        "连日来，多国领导人向法国总统马克龙致慰问电。",
        "印度总理莫迪4日在慰问电中表示，印方深感痛心。",
        "巴西总统卢拉同日致电马克龙，表示慰问。",
    )
    assert {str(one.exchanged_on) for one in reading.exchanges} == {"2024-10-04"}


def test_the_founding_of_a_state_has_several_words() -> None:
    reading = read("习近平致电金正恩，祝贺朝鲜民主主义人民共和国创建70周年。", on="2018-09-09")
    assert [exchange.milestone for exchange in reading.exchanges] == ["kp-founding"]


def test_a_number_ends_where_a_scale_begins_with_its_last_letter() -> None:
    reading = read("2023年法国和印度贸易额突破一千亿美元。", on="2024-03-01")
    assert [claim.amount for one in reading.statements for claim in one.trade] == [100_000_000_000]


def test_figures_of_a_country_are_of_the_partners_that_later_sentences_name() -> None:
    reading = read("韩国2023年出口额为6000亿美元。", "对法出口减少5%，为90亿美元；对日本出口增长2%。", on="2024-03-01")
    found = {
        (claim.country_a, claim.country_b, claim.claim, claim.percent or claim.amount, claim.year)
        for one in reading.statements
        for claim in one.trade
    }
    assert found == {
        ("KR", "FR", "decline", 5, 2023),
        ("KR", "FR", "level", 9_000_000_000, 2023),
        ("KR", "JP", "growth", 2, 2023),
    }


def test_our_country_is_that_of_the_outlet() -> None:
    text = f"{OPENING}海关总署数据显示，2023年我国对法国、印度出口分别增长4%、3%。"
    claims = [claim for one in read(text, on="2024-03-01").statements for claim in one.trade]
    assert [(claim.country_a, claim.country_b, claim.percent) for claim in claims] == [("CN", "FR", 4), ("CN", "IN", 3)]


@pytest.mark.parametrize(
    ("written", "place", "outlet"),
    [
        ("法新社巴黎1日电 ", "Paris", "afp"),
        ("【新华社首尔1月1日电】", "Seoul", "xinhua"),
        ("（中央社记者王某某台北14日电）", "Taipei", "cna-taiwan"),
        ("据新华社北京1月1日电 ", "Beijing", "xinhua"),
        ("本报北京1月1日电 ", "Beijing", None),
        ("越通社河内——", "Hanoi", "vna"),
        ("（吉隆坡14日讯）", "Kuala Lumpur", None),
    ],
)
def test_datelines_of_agencies(written: str, place: str, outlet: str | None) -> None:
    reading = read(f"{written}法国总统马克龙致电印度总理莫迪。", title="法国总统致电印度总理")
    first = reading.statements[0]
    assert (reading.dateline_place, reading.outlet) == (place, outlet)
    assert reading.body[first.start_char :].startswith("法国总统")


def test_a_year_in_the_dateline_is_that_of_the_report() -> None:
    reading = read("据新华社北京2006年12月31日电 法国总统马克龙致电印度总理莫迪。", on=None)
    assert (reading.published_on, reading.published_basis) == (datetime.date(2006, 12, 31), "dateline")


def test_a_first_lady_is_not_her_husband() -> None:
    assert sent(read("法国总统夫人布丽吉特·马克龙致电印度总理莫迪。")) == {("brigitte-macron", "narendra-modi")}


def test_wishes_right_behind_who_sends_them_are_a_greeting() -> None:
    reading = read("法国总统马克龙3日祝贺莫迪当选印度总理。")
    assert [m.evidence for one in reading.exchanges for m in one.messages.values()] == ["greeting"]
    assert sent(read("法国总统马克龙会见印度总理莫迪。马克龙祝贺莫迪当选。")) == set()


def trade_of(reading: Reading) -> list[tuple[str | None, str | None, str, float | None, int | None]]:
    return [(c.country_a, c.country_b, c.claim, c.amount, c.year) for one in reading.statements for c in one.trade]


def test_bilateral_trade_is_of_the_two_named_just_before_or_met_in_the_sentence() -> None:
    reading = read("印度和巴西经贸合作成果丰硕。2023年双边贸易额120亿美元。", on="2024-03-01")
    assert trade_of(reading) == [("BR", "IN", "level", 12_000_000_000, 2023)]
    reading = read("印度总理莫迪会见法国总统马克龙时说，去年双边贸易额达到150亿美元。", on="2024-03-01")
    assert trade_of(reading) == [("FR", "IN", "level", 15_000_000_000, 2023)]


def test_what_trade_reaches_by_a_year_ahead_is_a_goal() -> None:
    reading = read("2023年法国和印度贸易额达到150亿美元。双方商定到2030年贸易额达到300亿美元。", on="2024-03-01")
    assert [(claim, year) for _, _, claim, _, year in trade_of(reading)] == [("level", 2023), ("target", 2030)]


def test_a_family_name_within_a_longer_one_means_nobody() -> None:
    reading = read_paragraphs("当天，缅甸外交部长彼得与文莱外交大臣布拉索昆互致贺信。", on="2022-06-24")
    assert not {slug for pair in sent(reading) for slug in pair} & {"guillermo-lasso"}


def test_when_something_began_is_no_background_where_the_day_is_told_too() -> None:
    reading = read_paragraphs(
        "值此印度与尼泊尔建交75周年（1947年6月17日—2022年6月17日）之际，6月17日，印度总理莫迪同尼泊尔总理德乌帕互致贺电。",
        on="2022-06-17",
    )
    assert ("narendra-modi", "sher-bahadur-deuba") in sent(reading)


def test_a_time_behind_a_comma_is_of_what_follows() -> None:
    reading = read_paragraphs(
        "印度总理莫迪致电尼泊尔总理德乌帕，祝贺国庆日。莫迪在贺电中指出，2021年两国双边贸易额达95亿美元，同比增长79%，今年前5个月已超过50亿美元。",
        on="2022-06-17",
    )
    figures = [(c.claim, c.year, c.months) for s in reading.statements for c in s.trade]
    assert figures == [("level", 2021, None), ("growth", 2021, None), ("level", 2022, (1, 5))]


def test_in_a_talk_letters_that_somebody_speaks_of_are_no_news() -> None:
    meeting = "全国人大常委会委员长栗战书7日会见法国国民议会议长费朗。"
    assert not sent(read(meeting, "栗战书说，今年5月，习近平主席和马克龙总统互致贺电。"))
    assert not sent(read(meeting, "栗战书说，两国友好。习近平主席同马克龙总统互致信函。"))
    handed = read("国家主席习近平7日会见俄罗斯总统特使。", "特使转交了普京总统致习近平主席的亲笔信。")
    assert sent(handed) == {("vladimir-putin", "xi-jinping")}


def test_what_is_wished_ahead_is_not_what_is_congratulated_on() -> None:
    reading = read(
        "近日，多国政要致电国家主席习近平，祝贺中华人民共和国成立75周年，预祝中共二十大召开。",
        "俄罗斯总统普京表示，俄中关系很好。",
    )
    assert [exchange.occasion for exchange in reading.exchanges] == ["national-day"]


def test_an_anniversary_without_an_occasion_of_its_own_is_still_what_is_written_for() -> None:
    reading = read(
        "国家主席习近平5日致函塞内加尔总统萨勒，祝贺中非合作论坛成立20周年。", "萨勒此前祝贺中国春节。", on="2020-10-05"
    )
    [exchange] = reading.exchanges
    assert (exchange.occasion, exchange.milestone, exchange.ordinal) == ("other", "focac-founding", 20)


def test_what_somebody_says_goes_on_to_the_end_of_the_paragraph_though_nobody_writes() -> None:
    said = "韩正表示，两国友好。今年是中俄建交75周年。双方签署协议。"
    reading = read("国家副主席韩正5日会见俄罗斯总统普京。", said, "天气很好。")
    spoken = [statement_of(reading, part).speaker for part in ("两国友好", "75周年", "签署协议", "天气")]
    assert spoken == ["han-zheng", "han-zheng", None, None]


def test_a_first_line_that_ends_in_a_colon_is_no_heading() -> None:
    reading = read(
        f"{OPENING}10月5日，俄罗斯总统普京就地震向习近平主席发来慰问电，电文如下：",
        "我感到十分痛心。",
        title="[视频]普京就地震向习近平致慰问电",
    )
    assert sent(reading) == {("vladimir-putin", "xi-jinping")}
    assert speaker_of(reading, "十分痛心") == "vladimir-putin"


def test_a_treaty_is_named_by_either_side_first() -> None:
    for pair in ("中俄", "俄中"):
        reading = read(f"国家主席习近平致电俄罗斯总统普京，祝贺《{pair}睦邻友好合作条约》签署20周年。", on="2021-07-16")
        assert [exchange.milestone for exchange in reading.exchanges] == ["cn-ru-good-neighborliness-treaty"]


def trade(reading: Reading) -> set[tuple[str | None, str | None, str, float | None, float | None]]:
    told = [claim for one in reading.statements for claim in one.trade]
    return {(claim.country_a, claim.country_b, claim.claim, claim.amount, claim.percent) for claim in told}


def test_figures_are_shared_out_among_partners_and_none_is_of_other_countries() -> None:
    reading = read(
        f"{OPENING}据统计，今年前9个月，我国对印度、法国分别进出口50亿元和40亿元。",
        "我国与沿线国家进出口增长23%。我国与14个成员国合计进出口增长9%。美国贸易代表称，税率由10%提高至25%。",
    )
    assert trade(reading) == {("CN", "IN", "level", 5e9, None), ("CN", "FR", "level", 4e9, None)}


@pytest.mark.parametrize(
    ("written", "amount", "percent", "months"),
    [
        ("二○○五年一至九月，法国和印度贸易额达二十五点六亿美元，增长百分之二十四点五。", 2_560_000_000, 24.5, (1, 9)),
        ("二00五年前十一个月，法国和印度贸易额达三十亿美元，增长百分之八。", 3_000_000_000, 8, (1, 11)),
    ],
)
def test_decimals_noughts_and_months_in_numerals(
    written: str, amount: float, percent: float, months: tuple[int, int]
) -> None:
    figures = [figure for one in read(written, on="2006-01-11").statements for figure in one.trade]
    assert {(f.amount, f.percent, f.year, f.months) for f in figures} == {
        (amount, None, 2005, months),
        (None, percent, 2005, months),
    }


def test_a_leader_is_called_by_surname_and_office() -> None:
    reading = read("李显龙总理致函佐科，就地震表示慰问。李总理在信中说，他深感难过。", on="2022-11-22")
    assert sent(reading) == {("lee-hsien-loong", "joko-widodo")}
    assert speaker_of(reading, "李总理在信中") == "lee-hsien-loong"


def test_a_surname_and_an_office_that_two_hold_are_nobodys() -> None:
    assert sent(read("李总理致电普京，祝贺俄罗斯国庆。", on="2022-11-22")) == set()


def test_today_and_last_night_are_days() -> None:
    reading = read("因6日地震，习近平昨晚致电普京，表示慰问。", on="2024-10-08")
    assert reading.exchanges[0].exchanged_on == datetime.date(2024, 10, 7)


def test_each_of_many_writes_to_who_holds_his_office() -> None:
    reading = read(
        "一些外国政府和领导人13日致电胡锦涛主席、温家宝总理，对地震灾害表示慰问。",
        "俄罗斯总统梅德韦杰夫对地震深表同情，向遇难者家属致以慰问。牙买加总理戈尔丁对中国政府和人民表示慰问。",
        on="2008-05-14",
    )
    assert sent(reading) == {("dmitry-medvedev", "hu-jintao"), ("bruce-golding", "wen-jiabao")}


def test_a_name_in_other_letters_may_stand_in_brackets_behind_a_name() -> None:
    reading = read(
        "法国总统马克龙（Emmanuel Macron）与普京（Vladimir Putin，又译普丁）互致新年贺电。",
        "两国领导人祝愿两国人民新年快乐。",
        on="2018-12-31",
    )
    assert sent(reading) == {("emmanuel-macron", "vladimir-putin"), ("vladimir-putin", "emmanuel-macron")}


def test_what_is_told_by_telephone_is_no_letter() -> None:
    reading = read(
        "德国总理默克尔7日致电马克龙，祝贺其当选法国总统。", "默克尔在电话中对马克龙的胜选表达了祝贺。", on="2017-05-08"
    )
    assert not reading.exchanges


def test_months_are_of_the_year_told_before_where_the_report_tells_no_day() -> None:
    reading = read(
        "2019年1-2月，澳大利亚货物进出口额为769亿美元。", "1-2月，中澳双边货物进出口额为238亿美元。", on=None
    )
    (claim,) = (figure for one in reading.statements for figure in one.trade)
    assert (claim.amount, claim.year, claim.months) == (23.8e9, 2019, (1, 2))


def test_a_dateline_in_numerals_tells_the_day() -> None:
    reading = read("中新社华盛顿九月三十日电（记者 张三）美国总统克林顿今天致函江泽民，祝贺中国国庆。", on="1999-10-01")
    assert (reading.dateline_place, reading.outlet) == ("Washington", "ecns")
    assert reading.exchanges[0].exchanged_on == datetime.date(1999, 9, 30)


def test_what_is_to_grow_in_years_to_come_has_not_grown() -> None:
    reading = read("韩国和越南同意力争2030年将双边贸易额扩大近一倍，达到每年1500亿美元。", on="2025-08-11")
    assert [(f.claim, f.amount, f.year) for one in reading.statements for f in one.trade] == [("target", 150e9, 2030)]


def test_a_paragraph_on_a_region_is_the_journalists() -> None:
    reading = read(
        "习近平总书记指出，要加快发展先进制造业。",
        "今年，广州将推动1700多个项目建设。",
        on="2024-02-14",
    )
    assert speaker_of(reading, "广州") is None


def test_whose_trade_goes_on_within_a_sentence() -> None:
    reading = read(
        "去年欧盟从美国进口2020亿欧元。", "2020年欧盟从中国进口3835亿欧元，向中国出口2025亿欧元。", on="2021-02-16"
    )
    claims = [figure for one in reading.statements for figure in one.trade]
    assert [(f.country_a, f.flow, f.country_b) for f in claims[-2:]] == [
        ("EU", "import", "CN"),
        ("EU", "export", "CN"),
    ]


def test_two_partners_of_one_country_do_not_trade_with_each_other() -> None:
    reading = read("四季度对法国、印度进出口回暖，全年进出口5.51亿元。", on="2024-01-12")
    assert not [figure for one in reading.statements for figure in one.trade]

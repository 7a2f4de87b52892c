"""Reference data of a user's own, through the command line, on both engines."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from sqlalchemy import text

from initialise import prepare
from models.database import connect, writing
from tests.importers.contents import contents, differences

Import = Callable[..., Result]

LEADERS = """leader_id,full_name,country,gender,aliases,office_id,office_title,role,start_date,end_date,acting
milada-novotna,Milada Novotna,CZ,f,Milada Novotná,cz-examiner,Chief Examiner,other,2019-03-01,2021-03-01,no
milada-novotna,Milada Novotna,CZ,f,,cz-president,,,1992-03-08,1992-09-08,no
jan-novak,Jan Novak,CZ,m,,,,,,,
"""
MILESTONES = """milestone_id,name,kind,date,parties,phrases
cz-mv-pact,Pact of Czechia and the Maldives,treaty,1999-05,CZ;MV,Czech-Maldivian pact;pact of friendship
"""
THEMES = """theme_id,kind,name,parent,phrases
deep-sea-mining,topic,Deep-sea mining,sea,deep-sea mining;seabed mining
sea,topic,The sea,,the sea
"""
TRADE = """reporter;partner;year;flow;value_usd;issuer;basis;source
CZ;MV;2023;total;1000000;Czech Statistical Office;calendar_year;yearbook 2024
"""
WORDS = """language,tag,meaning,phrase
en,message,,postal dispatch
en,currency,XDR,drawing rights
ru,congratulate,,чествовать
"""
FILES = {"leaders": LEADERS, "milestones": MILESTONES, "themes": THEMES, "trade": TRADE, "words": WORDS}
FIGURE = "reporter,partner,year,flow,value_usd,issuer,basis\n"


@pytest.fixture
def file_of(tmp_path: Path, chancery: Import, address: str) -> Import:
    """Import a text as a file of a subject."""

    def imported(subject: str, content: str, *more: str) -> Result:
        path = tmp_path / f"{subject}.csv"
        path.write_text(content, "utf-8")
        return chancery("import", subject, str(path), "--db", address, *more)

    return imported


def rows(address: str, query: str) -> list[tuple[Any, ...]]:
    engine = connect(address)
    with engine.connect() as connection:
        found = [tuple(row) for row in connection.execute(text(query))]
    engine.dispose()
    return found


def test_the_same_files_again_and_a_newer_version_change_nothing(file_of: Import, address: str) -> None:
    for subject, content in FILES.items():
        first = file_of(subject, content)
        assert (first.exit_code, "0 updated, 0 unchanged, 0 rejected" in first.output) == (0, True), first.output
    engine = connect(address)
    before = contents(engine, with_shipped=True)
    for subject, content in FILES.items():
        assert "0 inserted, 0 updated" in file_of(subject, content).output, subject
    assert differences(before, contents(engine, with_shipped=True)) == {}
    prepare(engine)
    assert differences(before, contents(engine, with_shipped=True)) == {}
    engine.dispose()


def test_a_dry_run_writes_nothing(file_of: Import, address: str) -> None:
    engine = connect(address)
    before = contents(engine, with_shipped=True)
    for subject, content in FILES.items():
        assert "would be: " in file_of(subject, content, "--dry-run").output, subject
    assert differences(before, contents(engine, with_shipped=True)) == {}
    engine.dispose()


@pytest.mark.parametrize(
    ("subject", "text", "told"),
    [
        ("leaders", "leader_id,full_name,gender\nann-example,Ann Example,female\n", "gender is 'female', none of f, m"),
        (
            "leaders",
            "leader_id,full_name,born,died\nann-example,Ann Example,1960-02-01,1950-02-01\n",
            "it breaks the rule that died_on > born_on",
        ),
        (
            "trade",
            f"{FIGURE}CN,RU,2020,exports,5,x,calendar_year\n",
            "flow is 'exports', none of total, export",
        ),
        ("trade", f"{FIGURE}CN,RU,2020,export,5,x,year\n", "basis is 'year', none of calendar_year, fiscal_year"),
        ("trade", f"{FIGURE}CN,RU,,export,5,x,calendar_year\n", "year is empty"),
        ("trade", f"{FIGURE}CN,RU,2020,export,-5,x,calendar_year\n", "it breaks the rule that value_usd >= 0"),
        ("milestones", "milestone_id,name,kind,date\nx,X,treaty,2020-13\n", "the rule that month BETWEEN 1 AND 12"),
    ],
)
def test_what_may_not_stand_in_a_column_is_told_in_plain_words(
    file_of: Import, subject: str, text: str, told: str
) -> None:
    result = file_of(subject, text)
    assert f"line 2: {told}" in result.output or f"line 2: it breaks {told}" in result.output
    assert "ck_" not in result.output


def test_a_leader_comes_with_names_offices_and_terms(file_of: Import, address: str) -> None:
    file_of("leaders", LEADERS)
    assert rows(address, "SELECT full_name, provisional, supplied_by FROM leader WHERE slug = 'milada-novotna'") == [
        ("Milada Novotna", False, "user")
    ]
    terms = "SELECT office.slug, started_on IS NOT NULL FROM tenure JOIN office ON office.id = office_id JOIN leader ON leader.id = leader_id WHERE leader.slug = 'milada-novotna' ORDER BY 1"  # noqa: E501
    assert [row[0] for row in rows(address, terms)] == ["cz-examiner", "cz-president"]
    names = "SELECT name FROM leader_name JOIN leader ON leader.id = leader_id WHERE slug = 'milada-novotna'"
    assert {row[0] for row in rows(address, names)} == {"Milada Novotna", "Milada Novotná", "Novotna"}


def test_a_changed_line_updates_and_takes_away_what_it_no_longer_says(file_of: Import, address: str) -> None:
    file_of("milestones", MILESTONES)
    changed = file_of("milestones", MILESTONES.replace("1999-05", "1999-06-07").replace(";pact of friendship", ""))
    assert "0 inserted, 1 updated, 0 unchanged" in changed.output
    assert rows(address, "SELECT year, month, day FROM milestone WHERE slug = 'cz-mv-pact'") == [(1999, 6, 7)]
    phrases = (
        "SELECT phrase FROM milestone_phrase JOIN milestone ON milestone.id = milestone_id WHERE slug = 'cz-mv-pact'"
    )
    assert rows(address, phrases) == [("Czech-Maldivian pact",)]


def test_a_changed_figure_takes_the_place_of_the_older_one(file_of: Import, address: str) -> None:
    file_of("trade", TRADE)
    assert "1 updated" in file_of("trade", TRADE.replace("1000000", "1250000.50")).output
    found = rows(address, "SELECT value_usd FROM trade_statistic WHERE issuer = 'Czech Statistical Office'")
    assert [float(value) for (value,) in found] == [1250000.5]


def test_a_line_of_what_ships_becomes_the_users_own(file_of: Import, address: str) -> None:
    content = "theme_id,kind,name,phrases\npandemic,topic,Plague,the plague\n"
    assert "1 updated" in file_of("themes", content).output
    engine = connect(address)
    prepare(engine)
    engine.dispose()
    assert rows(address, "SELECT name, supplied_by FROM theme WHERE slug = 'pandemic'") == [("Plague", "user")]
    phrases = "SELECT phrase FROM theme_phrase JOIN theme ON theme.id = theme_id WHERE slug = 'pandemic'"
    assert rows(address, f"{phrases} AND language = 'en'") == [("the plague",)]
    assert ("пандемия",) in rows(address, f"{phrases} AND language = 'ru'")


NAMES = {
    "leaders": """leader_id,language,full_name,family_name,aliases
xi-jinping,ru,Си Цзиньпин,,Си Дзиньпин
jean-castex,ja,ジャン・カステックス,カステックス,
""",
    "milestones": """milestone_id,language,phrases,pair_phrases
wpk-founding,fr,fondation du Parti du travail de Corée;fondation du Parti,fondation du Parti
""",
    "themes": """theme_id,language,phrases
pandemic,zh,瘟疫
""",
}


def test_names_of_a_language_are_added_once_and_stay(file_of: Import, address: str) -> None:
    for subject, content in NAMES.items():
        first = file_of(subject, content)
        assert (first.exit_code, "0 rejected" in first.output) == (0, True), first.output
    engine = connect(address)
    before = contents(engine, with_shipped=True)
    for subject, content in NAMES.items():
        assert "0 inserted, 0 updated" in file_of(subject, content).output, subject
    assert differences(before, contents(engine, with_shipped=True)) == {}
    prepare(engine)
    assert differences(before, contents(engine, with_shipped=True)) == {}
    engine.dispose()


def test_a_line_of_names_tells_all_of_a_language_and_leaves_the_others(file_of: Import, address: str) -> None:
    assert "1 inserted, 1 updated" in file_of("leaders", NAMES["leaders"]).output
    names = "SELECT language, name, leader_name.supplied_by FROM leader_name JOIN leader ON leader.id = leader_id"
    russian = rows(address, f"{names} WHERE slug = 'xi-jinping' AND language = 'ru' ORDER BY name")
    assert russian == [("ru", "Си Дзиньпин", "user"), ("ru", "Си Цзиньпин", "user")]
    others = rows(address, f"{names} WHERE slug = 'xi-jinping' AND language <> 'ru'")
    assert {("en", "Xi Jinping", "chancery"), ("zh", "习近平", "chancery")} <= set(others)
    file_of("leaders", NAMES["leaders"].replace("Си Дзиньпин", ""))
    assert ("ru", "Си Дзиньпин", "user") not in rows(address, f"{names} WHERE slug = 'xi-jinping'")


def test_a_leaders_own_line_leaves_names_of_other_languages(file_of: Import, address: str) -> None:
    file_of("leaders", "leader_id,full_name,country,gender\nxi-jinping,Xi Jinping,CN,m\n")
    names = "SELECT language, name FROM leader_name JOIN leader ON leader.id = leader_id WHERE slug = 'xi-jinping'"
    assert {("en", "Xi Jinping"), ("zh", "习近平"), ("ru", "Си Цзиньпин")} <= set(rows(address, names))


def test_wrong_lines_of_names_are_told(file_of: Import) -> None:
    content = (
        "leader_id,language,full_name\n"
        "xi-jinping,chinese,习近平\n"
        "xi-jinping,en,Xi Jinping\n"
        "nobody-known,zh,无名\n"
        "emmanuel-macron,ko,마크롱\n"
    )
    told = file_of("leaders", content).output
    assert "1 inserted, 0 updated, 0 unchanged, 3 rejected" in told
    assert "line 2: language is no ISO 639-1 code, such as zh: 'chinese'" in told
    assert "line 3: language is en: English words stand in the record itself" in told
    assert "line 4: leader names no leader that is known" in told


def test_what_no_longer_ships_goes_and_what_ships_again_comes_back(address: str) -> None:
    engine = connect(address)
    before = contents(engine, with_shipped=True)
    with writing(engine) as connection:
        connection.execute(text("UPDATE theme SET name = 'Other' WHERE slug = 'pandemic'"))
        connection.execute(
            text("UPDATE theme_phrase SET id = 7, phrase = 'wrong' WHERE id = (SELECT min(id) FROM theme_phrase)")
        )
        connection.execute(
            text("UPDATE trade_statistic SET id = 8, value_usd = 1 WHERE id = (SELECT min(id) FROM trade_statistic)")
        )
        connection.execute(
            text(
                "UPDATE tenure SET id = 9, started_on = '1901-01-01'"
                " WHERE id = (SELECT id FROM tenure ORDER BY started_on, id LIMIT 1)"
            )
        )
    assert differences(before, contents(engine, with_shipped=True))
    prepare(engine)
    assert differences(before, contents(engine, with_shipped=True)) == {}
    engine.dispose()


def test_wrong_lines_are_told_and_the_right_ones_are_in(file_of: Import, address: str) -> None:
    content = (
        "leader_id,full_name,country,gender,office_id,start_date,end_date\n"
        "one,One,XQ,f,,,\n"
        "two,Two,CZ,x,,,\n"
        'three,"Three\nin two lines",CZ,m,,,\n'
        "four,,CZ,m,,,\n"
        "five,Five,CZ,m,cz-president,2020-13-01,\n"
        "six,Six,CZ,m,cz-president,2020-01-01,2019-01-01\n"
        "seven,Seven,CZ,m,no-office,2020-01-01,\n"
    )
    result = file_of("leaders", content)
    assert result.exit_code == 1
    told = [line.partition(", ")[2] for line in result.output.splitlines() if ", line " in line]
    assert [line.partition(":")[0] for line in told] == [f"line {n}" for n in (2, 3, 6, 7, 8, 9)]
    assert told[0] == "line 2: country names no country that is known"
    assert "gender" in told[1]
    assert told[2] == "line 6: full_name is empty"
    assert told[3] == "line 7: start_date is no date as YYYY-MM-DD: '2020-13-01'"
    assert "it breaks the rule that ended_on > started_on" in told[4]
    assert told[5] == "line 9: office names no office that is known"
    assert rows(address, "SELECT slug FROM leader WHERE supplied_by = 'user'") == [("three",)]


def test_a_word_that_is_none_of_its_column_is_told_with_those_that_are(file_of: Import) -> None:
    result = file_of("themes", "theme_id,kind,name\nroads,subject,Roads\nrails,topic,Rails\n")
    told = "line 2: kind is 'subject', none of topic, formulation, institution, programme, meeting\n"
    assert told in result.output
    assert "CHECK" not in result.output


def test_a_file_without_its_columns_or_without_any_right_line_is_refused(file_of: Import) -> None:
    result = file_of("milestones", "id,name\na,b\n")
    assert result.exit_code == 2
    assert "no column milestone_id, kind, date" in result.output
    assert file_of("milestones", "milestone_id,name,kind,date\na,b,c,yesterday\n").exit_code == 2
    assert file_of("milestones", "").exit_code == 2


def test_columns_that_are_not_used_are_told(file_of: Import) -> None:
    assert "columns not used: colour" in file_of("themes", "theme_id,kind,name,colour\na,topic,A,red\n").output


COMTRADE = (
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,"
    "partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,cmdCode,customsCode,mosCode,motCode,"
    "cifvalue,fobvalue,primaryValue,isReported,isAggregate\n"
)


def comtrade(**values: object) -> str:
    row = dict.fromkeys(COMTRADE.strip().split(","), "")
    row |= {
        "typeCode": "C",
        "freqCode": "A",
        "refYear": "2023",
        "partner2Code": "0",
        "cmdCode": "TOTAL",
        "customsCode": "C00",
    }
    row |= {"mosCode": "0", "motCode": "0"} | {name: str(value) for name, value in values.items()}
    return ",".join(row.values()) + ",\n"


CZ = {"reporterCode": 203, "reporterISO": "CZE", "reporterDesc": "Czechia"}
US = {"partnerCode": 842, "partnerISO": "USA", "partnerDesc": "USA"}


def test_of_a_comtrade_export_one_row_counts_for_each_year_and_flow(file_of: Import, address: str) -> None:
    content = COMTRADE + "".join(
        [
            comtrade(**CZ, **US, flowCode="X", fobvalue="100.25", primaryValue="100.25"),
            comtrade(**CZ, **US, flowCode="M", cifvalue="90", primaryValue="90"),
            comtrade(**CZ, **US, flowCode="X", primaryValue="40", motCode="2100"),
            comtrade(**CZ, **US, flowCode="X", primaryValue="30", customsCode="C01"),
            comtrade(**CZ, **US, flowCode="X", primaryValue="20", cmdCode="01"),
            comtrade(**CZ, **US, flowCode="RX", primaryValue="10"),
            comtrade(**CZ, **US, flowCode="X", primaryValue="5", partner2Code="276"),
            comtrade(**CZ, partnerCode=0, partnerISO="W00", flowCode="X", primaryValue="900"),
            comtrade(reporterCode=842, partnerCode=203, flowCode="M", primaryValue="110"),
            comtrade(reporterCode=699, partnerCode=757, flowCode="X", primaryValue="70"),
            comtrade(reporterCode=490, reporterISO="S19", partnerCode=251, flowCode="X", primaryValue="60"),
            comtrade(reporterCode=97, reporterISO="EUR", partnerCode=579, flowCode="X", primaryValue="1"),
        ]
    )
    result = file_of("trade", content)
    assert "5 inserted, 0 updated, 0 unchanged, 1 rejected, 6 lines left out" in result.output
    assert "line 13: reporterCode is of no country: '97'" in result.output
    found = rows(
        address,
        "SELECT r.code, p.code, flow, value_usd, trade_statistic.note"
        " FROM trade_statistic JOIN country r ON r.id = reporter_id JOIN country p ON p.id = partner_id"
        " WHERE trade_statistic.supplied_by = 'user' ORDER BY 1, 3",
    )
    assert [(*row[:3], float(row[3]), row[4][:3]) for row in found] == [
        ("CZ", "US", "export", 100.25, "FOB"),
        ("CZ", "US", "import", 90, "CIF"),
        ("IN", "CH", "export", 70, "FOB"),
        ("TW", "FR", "export", 60, "FOB"),
        ("US", "CZ", "import", 110, "CIF"),
    ]
    assert "0 inserted, 0 updated, 5 unchanged" in file_of("trade", content).output


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("xx,message,,missive", "no language 'xx' can be read; there are: en, ru, zh"),
        ("en,mesage,,missive", "no pattern of en asks for words of the tag 'mesage'"),
        ("en,person,,Somebody", "no pattern of en asks for words of the tag 'person'"),
        ("en,flow,outward,outbound", "no word of the tag 'flow' means 'outward' in en"),
        ("en,scale,many,umpteen", "no word of the tag 'scale' means 'many' in en"),
        ("en,message,,", "phrase is empty"),
    ],
)
def test_words_that_nothing_would_ask_for_are_told_with_their_line(
    file_of: Import, address: str, line: str, reason: str
) -> None:
    result = file_of("words", f"{WORDS}{line}\n")
    assert (result.exit_code, "3 inserted" in result.output) == (1, True)
    assert f"line 5: {reason}" in result.output
    assert rows(address, "SELECT count(*) FROM word") == [(3,)]


def test_a_word_of_a_users_own_is_found_at_the_next_reading(
    chancery: Import, file_of: Import, address: str, tmp_path: Path
) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "Chinese President Xi Jinping sent a dovecard to Russian President Vladimir Putin on Jan. 2, 2024."
    )
    chancery("import", "reports", str(report), "--db", address)
    assert rows(address, "SELECT count(*) FROM message") == [(0,)]
    file_of("words", "language,tag,phrase\nen,message,dovecard\n")
    chancery("import", "again", "--db", address)
    told = "SELECT fact, evidence FROM report_evidence WHERE fact_kind = 'message'"
    assert rows(address, told) == [("xi-jinping to vladimir-putin", "message")]

"""Themes and formulations that words touch, programmes of a pair, and numbered meetings."""

import pytest

from importers.lexicon import build_lexicon
from importers.raw_report import RawReport
from importers.read_report import read_report
from importers.reference.load import shipped_rows
from importers.reference.records import Record
from importers.reference.themes import theme
from tests.importers.reading_fixture import ReadText, meetings_of, statement_of, themes_of

LEAD = "Xi Jinping and Vladimir Putin exchanged New Year greetings on Saturday."


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("helped each other against COVID-19", "pandemic"),
        ("widened economic and trade cooperation", "trade-economy"),
        ("finished a gas pipeline", "energy"),
        ("opened a railway bridge", "connectivity"),
        ("work together in space exploration", "aerospace"),
        ("do much in science and technology", "science-technology"),
        ("go forward with the Belt and Road Initiative", "belt-and-road"),
        ("celebrated the Winter Olympics", "sports"),
        ("hold to multilateralism", "multilateralism"),
        ("have deep political mutual trust", "mutual-trust"),
        ("stand for peace and stability", "peace-stability"),
        ("meet in the United Nations", "united-nations"),
        ("meet in BRICS", "brics"),
        ("meet in the Shanghai Cooperation Organization", "sco"),
        ("build a community with a shared future for mankind", "community-shared-future"),
        ("keep up their traditional friendship", "traditional-friendship"),
        ("look for win-win cooperation", "win-win"),
        ("act against climate change", "climate"),
    ],
)
def test_a_theme_by_its_phrase(read_text: ReadText, words: str, slug: str) -> None:
    reading = read_text(LEAD, f"Xi said that the two {words}.", on="2022-12-31")
    assert ("xi-jinping", slug) in themes_of(reading)


def test_a_theme_is_touched_by_the_speaker_of_its_sentence(read_text: ReadText) -> None:
    reading = read_text(
        LEAD,
        "Xi said that both hold to multilateralism.",
        "Putin said that both meet in BRICS.",
        "Analysts speak of energy.",
        on="2022-12-31",
    )
    assert {("xi-jinping", "multilateralism"), ("vladimir-putin", "brics"), (None, "energy")} <= themes_of(reading)


def test_a_longer_formulation_is_not_the_shorter_one_in_it(read_text: ReadText) -> None:
    reading = read_text(LEAD, "Xi praised the strategic partnership of coordination.", on="2022-12-31")
    slugs = {slug for _, slug in themes_of(reading)}
    assert "strategic-partnership-of-coordination" in slugs
    assert "strategic-partnership" not in slugs


def test_positive_energy_is_no_energy(read_text: ReadText) -> None:
    reading = read_text(LEAD, "Xi said that this gives the world positive energy.", on="2022-12-31")
    slugs = {slug for _, slug in themes_of(reading)}
    assert "positive-energy" in slugs
    assert "energy" not in slugs


@pytest.mark.parametrize("word", ["synergy", "brickwork", "Scotland", "tradesmen"])
def test_a_phrase_counts_only_as_a_whole_word(read_text: ReadText, word: str) -> None:
    reading = read_text(LEAD, f"Xi spoke of {word}.", on="2022-12-31")
    assert statement_of(reading, word).themes == []


def test_a_programme_of_two_countries(read_text: ReadText) -> None:
    reading = read_text(LEAD, "Xi said that the China-Russia Years of Culture were opened.", on="2023-12-31")
    assert ("xi-jinping", "cn-ru-culture-years") in themes_of(reading)


def test_words_that_mean_a_programme_of_one_pair_mean_none_of_another(read_text: ReadText) -> None:
    reading = read_text(
        "Vladimir Putin sent New Year greetings to Narendra Modi.",
        "Putin spoke of the Years of Culture.",
        on="2023-12-30",
    )
    assert ("vladimir-putin", "cn-ru-culture-years") not in themes_of(reading)


@pytest.mark.parametrize(
    ("phrase", "slug", "ordinal"),
    [
        ("the 25th regular meeting of heads of government", "cn-ru-heads-of-government-meeting", 25),
        (
            "the 28th regular meeting between the Chinese and Russian heads of government",
            "cn-ru-heads-of-government-meeting",
            28,
        ),
        ("the 16th BRICS summit", "brics-summit", 16),
        ("the third Belt and Road Forum for International Cooperation", "belt-and-road-forum", 3),
        ("the 8th Eastern Economic Forum", "eastern-economic-forum", 8),
    ],
)
def test_a_numbered_meeting_has_its_ordinal(read_text: ReadText, phrase: str, slug: str, ordinal: int) -> None:
    reading = read_text(
        "Russian Prime Minister Mikhail Mishustin and Chinese Premier Li Keqiang exchanged New Year greetings.",
        f"Li said that {phrase} was a success.",
        on="2020-12-31",
    )
    assert (slug, ordinal) in meetings_of(reading)


def test_the_place_of_a_theme_is_its_phrase(read_text: ReadText) -> None:
    reading = read_text(LEAD, "Xi said that both hold to multilateralism.", on="2022-12-31")
    (told,) = statement_of(reading, "multilateralism").themes
    assert reading.body[told.start_char : told.end_char] == "multilateralism"


def test_a_theme_that_a_user_adds_is_found(read_text: ReadText) -> None:
    rows = shipped_rows()
    added: dict[str, str | None] = {
        "theme_id": "chess",
        "kind": "topic",
        "name": "Chess",
        "definition": "Chess and its players",
        "phrases": "chess;chess players",
    }
    theme(Record(added, 2), rows)
    text = f"{LEAD}\n\nXi said that chess players of both like to meet."
    reading = read_report(RawReport("x", text), build_lexicon(rows))
    assert {slug for _, slug in themes_of(reading)} == {"chess"}


@pytest.mark.parametrize(
    ("sentence", "slug"),
    [
        ("Xi said that he met President Putin in spring.", "leader-contacts"),
        ("Xi said that he hoped to meet his Russian counterpart Vladimir Putin.", "leader-contacts"),
        ("Xi said that shipments to Russia jumped 46.9 percent.", "trade-economy"),
    ],
)
def test_a_theme_by_the_leader_named_behind_and_by_a_claim_on_trade(
    read_text: ReadText, sentence: str, slug: str
) -> None:
    assert slug in {theme for _, theme in themes_of(read_text(LEAD, sentence, on="2022-12-31"))}


@pytest.mark.parametrize(
    ("sentence", "slug"),
    [
        ("Xi said that he met farmers.", "leader-contacts"),
        ("Comrade Xi came.", "comrades"),
        ("European Council President Charles Michel came.", "european-union"),
        ("President of the European Commission Ursula von der Leyen came.", "european-union"),
    ],
)
def test_what_is_no_theme(read_text: ReadText, sentence: str, slug: str) -> None:
    assert slug not in {theme for _, theme in themes_of(read_text(LEAD, sentence, on="2022-12-31"))}


def test_a_party_that_an_office_is_of_touches_no_theme(read_text: ReadText) -> None:
    reading = read_text(
        "Kim Jong Un received messages from abroad. They were sent by Vladimir Putin and the chairwoman of the Party "
        "for Peace and Unity of Russia.",
        on="2023-09-10",
    )
    assert "peace-stability" not in {theme for _, theme in themes_of(reading)}

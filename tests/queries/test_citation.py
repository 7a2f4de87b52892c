"""Citations of what the reports say: footnotes as books print them, and entries that other programs read back."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from click.testing import Result

from queries.citation import Citation
from queries.citation_formats import as_bibtex, as_chicago, as_csl_json, as_ris

Chancery = Callable[..., Result]
DAY, LOOKED = datetime.date(2023, 12, 31), datetime.date(2026, 11, 28)
LETTER = Citation(
    7, "xinhua", "Xinhua", True, "Xi, Putin exchange “warm” greetings", DAY, "https://example.org/a_b?x=1&y=20%25#c",
    LOOKED, "en", ("Xi wrote of 100% trust & {more}.", "It cost $5_000.")
)  # fmt: skip
CHINESE = Citation(
    8, "cctv", "CCTV", True, "习近平同普京互致新年贺电", DAY, None, LOOKED, "zh", ("习近平说：“两国关系更上层楼。”",)
)
BARE = Citation(9, None, None, False, None, None, None, LOOKED, None, ())


def test_a_footnote_has_headline_outlet_day_access_and_address_and_the_quotes_below() -> None:
    assert as_chicago([LETTER]) == (
        "“Xi, Putin exchange ‘warm’ greetings,” Xinhua, December 31, 2023, accessed November 28, 2026,"
        " https://example.org/a_b?x=1&y=20%25#c.\n"
        "    Xi wrote of 100% trust & {more}.\n"
        "    It cost $5_000.\n"
    )


def test_what_a_report_does_not_tell_is_left_out_of_its_footnote() -> None:
    assert as_chicago([CHINESE, BARE]) == (
        "“习近平同普京互致新年贺电,” CCTV, December 31, 2023.\n    习近平说：“两国关系更上层楼。”\n\n"
        "Untitled report, n.d.\n"
    )


def test_bibtex_is_read_back_as_it_was_with_what_latex_would_obey_made_harmless() -> None:
    one, other, bare = parse_string(as_bibtex([LETTER, CHINESE, BARE])).entries
    assert one.key == "xinhua-2023-7"
    fields = {name: field.value for name, field in one.fields_dict.items()}
    assert fields["title"] == "{Xi, Putin exchange “warm” greetings}"
    assert fields["annote"] == "Xi wrote of 100\\% trust \\& \\{more\\}.\n\nIt cost \\$5\\_000."
    assert (fields["url"], fields["urldate"]) == (LETTER.url, "2026-11-28")
    assert (fields["date"], fields["language"]) == ("2023-12-31", "english")
    assert other.fields_dict["title"].value == "{习近平同普京互致新年贺电}"
    assert other.fields_dict["annote"].value == CHINESE.quotes[0]
    assert "url" not in other.fields_dict
    assert bare.key == "report-undated-9"


def test_ris_is_read_back_as_it_was() -> None:
    assert as_ris([BARE]).splitlines()[0] == "TY  - ELEC"
    one, other, bare = rispy.loads(as_ris([LETTER, CHINESE, BARE]))
    assert one["type_of_reference"] == "NEWS"
    assert one["title"] == LETTER.headline
    assert one["notes"] == list(LETTER.quotes)
    assert (one["urls"], one["date"], one["access_date"]) == ([LETTER.url], "2023/12/31", "2026/11/28")
    assert other["notes"] == list(CHINESE.quotes)
    assert bare["type_of_reference"] == "ELEC"


def test_csl_json_has_the_letters_of_headline_and_quote() -> None:
    one, other, bare = json.loads(as_csl_json([LETTER, CHINESE, BARE]))
    assert one["issued"] == {"date-parts": [[2023, 12, 31]]}
    assert one["accessed"] == {"date-parts": [[2026, 11, 28]]}
    assert (one["title"], one["container-title"]) == (LETTER.headline, "Xinhua")
    assert (other["abstract"], other["language"]) == (CHINESE.quotes[0], "zh")
    assert bare == {"id": "report-undated-9", "type": "webpage"}


@pytest.fixture
def keys(chancery: Chancery, world_address: str) -> dict[str, str]:
    """Keys as saved reports show them: of a statement, and of the exchange that it is of."""
    asked = ("--speaker", "xi-jinping", "--year", "2021", "--columns", "statement_id,exchange_id", "--format", "csv")
    result = chancery("report", "anniversaries", *asked, "--db", world_address)
    return dict(zip(("statement", "exchange"), result.output.splitlines()[1].split(","), strict=True))


def test_a_statement_is_cited_by_its_key(chancery: Chancery, world_address: str, keys: dict[str, str]) -> None:
    result = chancery("cite", keys["statement"], "--accessed", "2026-11-28", "--db", world_address)
    assert result.exit_code == 0
    assert "Xinhua, December 31, 2020" in result.output
    assert result.output.endswith("\n    Xi hailed the 20th anniversary of the treaty in 2021.\n")


def test_an_exchange_is_cited_by_all_its_reports_the_oldest_first(
    chancery: Chancery, world_address: str, keys: dict[str, str]
) -> None:
    result = chancery("cite", keys["exchange"], keys["statement"], "--format", "csl-json", "--db", world_address)
    items = json.loads(result.output)
    assert [item.get("container-title") for item in items] == ["Xinhua", "TASS", None]
    assert items[0]["abstract"].splitlines()[0] == "Xi hailed the 20th anniversary of the treaty in 2021."
    assert "energy" in items[1]["abstract"]


def test_a_key_of_nothing_is_told(chancery: Chancery, world_address: str) -> None:
    result = chancery("cite", "5", "--db", world_address)
    assert result.exit_code == 2
    assert "there is no statement and no exchange 5; " in result.output


def test_what_is_cited_of_the_samples_stands_in_their_files(chancery: Chancery, address: str) -> None:
    samples = Path("importers/samples")
    chancery("import", "reports", str(samples), "--quiet", "--workers", "1", "--db", address)
    rows = chancery("report", "statements", "--columns", "statement_id", "--format", "csv", "--db", address).output
    items = json.loads(chancery("cite", *rows.split()[1:], "--format", "csl-json", "--db", address).output)
    texts = [" ".join(file.read_text(encoding="utf-8").split()) for file in samples.iterdir()]
    assert {item["language"] for item in items} == {"en", "ru", "zh"}
    for item in items:
        assert any(all(quote in text for quote in item["abstract"].split("\n")) for text in texts), item["title"]

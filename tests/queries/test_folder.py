import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

from click.testing import Result

from queries.catalogue import shipped_reports

Chancery = Callable[..., Result]


class Links(HTMLParser):
    """Gathers what a page links to and shows, and sees that its tags close."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("href", "src") and value]
        if tag not in ("meta", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_all_reports_are_written_as_pages_that_need_no_network(
    chancery: Chancery, world_address: str, tmp_path: Path
) -> None:
    folder = tmp_path / "pages"
    written = chancery("report", "--all", "--output", str(folder), "--db", world_address)
    assert written.exit_code == 0
    assert f"{len(shipped_reports())} reports are in {folder}" in written.output
    for page in folder.glob("*.html"):
        links = Links()
        links.feed(page.read_text())
        assert links.open == []
        assert all((folder / link).is_file() for link in links.found), page
        assert re.search(r"https?://(?!www\.w3\.org)", page.read_text()) is None
    index = (folder / "index.html").read_text()
    for name, report in shipped_reports().items():
        assert f'<a href="{name}.html">' in index
        assert {(folder / f"{name}.{ending}").exists() for ending in ("html", "csv", "xlsx")} == {True}
        assert (folder / f"{name}.svg").exists() == bool(report.chart)
    assert "prefers-color-scheme: dark" in index


def test_a_folder_without_all_or_all_without_a_folder_is_told(chancery: Chancery, tmp_path: Path) -> None:
    for words in (["--all"], ["--output", str(tmp_path)], ["--all", "--output", str(tmp_path), "exchanges"]):
        refused = chancery("report", *words)
        assert refused.exit_code == 2
        assert "chancery report --all --output FOLDER" in refused.output

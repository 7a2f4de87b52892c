import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from chancery import main
from queries.catalogue import shipped_reports
from tests.browser import complaints, needs_browser, opened

Chancery = Callable[..., Result]


class Links(HTMLParser):
    """Gathers what a page links to and shows, and sees that its tags close."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("href", "src") and value]
        if tag not in ("meta", "img", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def folder(world_address: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all reports of the small world, written once, as all charts are drawn for it; to be looked at."""
    written = tmp_path_factory.mktemp("pages") / "pages"
    result = CliRunner().invoke(main, ["report", "--all", "--output", str(written), "--db", world_address])
    assert result.exit_code == 0, result.output
    assert f"{len(shipped_reports())} reports are in {written}" in result.output
    return written


def test_all_reports_are_written_as_pages_that_need_no_network(folder: Path) -> None:
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


def test_a_folder_that_cannot_be_written_is_told(chancery: Chancery, world_address: str, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    refused = chancery("report", "--all", "--output", str(tmp_path / "taken" / "x"), "--db", world_address)
    assert refused.exit_code == 2
    assert f"{tmp_path / 'taken' / 'x'} cannot be written: Not a directory" in refused.output


def test_a_folder_without_all_or_all_without_a_folder_is_told(chancery: Chancery, tmp_path: Path) -> None:
    for words in (["--all"], ["--output", str(tmp_path)], ["--all", "--output", str(tmp_path), "exchanges"]):
        refused = chancery("report", *words)
        assert refused.exit_code == 2
        assert "chancery report --all --output FOLDER" in refused.output


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Any]:
    driver = opened(tmp_path / "profile")
    yield driver
    driver.quit()


def asked_for(browser: Any) -> set[str]:
    """The addresses that the browser asked for since it was last asked."""
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    sent = [message for message in messages if message["method"] == "Network.requestWillBeSent"]
    return {message["params"]["request"]["url"] for message in sent}


def shade(browser: Any, scheme: str) -> float:
    """How bright the page's background is in a colour scheme, from 0 to 1."""
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    colour = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
    channels = [int(number) for number in re.findall(r"\d+", colour)[:3]]
    return sum(channels) / len(channels) / 255


@needs_browser
def test_the_folder_opens_from_disk_in_a_browser_light_and_dark(folder: Path, browser: Any) -> None:
    from selenium.webdriver.common.by import By

    browser.get((folder / "index.html").as_uri())
    links = [link.get_attribute("href") for link in browser.find_elements(By.CSS_SELECTOR, "dt a")]
    assert len(links) == len(shipped_reports())
    charts = {name for name, report in shipped_reports().items() if report.chart}
    pictures = browser.find_elements(By.CSS_SELECTOR, "figure img")
    assert len(pictures) == len(charts)
    for picture in pictures:
        browser.execute_script("arguments[0].loading = 'eager'; return arguments[0].decode()", picture)
        assert browser.execute_script("return arguments[0].naturalWidth", picture) > 300, picture.get_attribute("src")
    assert shade(browser, "light") > 0.9
    assert shade(browser, "dark") < 0.2
    for link in links:
        browser.get(link)
        assert browser.find_elements(By.CSS_SELECTOR, "td"), link
        assert len(browser.find_elements(By.CSS_SELECTOR, "figure img")) == (Path(link).stem in charts), link
    assert complaints(browser) == []
    assert [address for address in asked_for(browser) if re.match("(http|ws)s?:", address)] == []


@needs_browser
def test_pages_fit_a_narrow_window(folder: Path, browser: Any) -> None:
    browser.set_window_size(500, 900)
    for name in ("index", "correspondents", "anniversaries"):
        browser.get((folder / f"{name}.html").as_uri())
        wide, seen = browser.execute_script("return [document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= seen, name  # wide tables scroll in themselves


@needs_browser
def test_a_chart_is_as_wide_as_the_page_of_a_phone_and_opens_larger(folder: Path, browser: Any) -> None:
    phone = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", phone)
    place = """
        const { left, right } = document.querySelector("figure img").getBoundingClientRect();
        return [left, right, document.querySelector("figure a").href];
    """
    for name in ("trade-by-year", "index"):
        browser.get((folder / f"{name}.html").as_uri())
        left, right, address = browser.execute_script(place)
        assert 0 <= left < 60, name
        assert 300 < right <= 390, name
        assert address.endswith((".svg", ".html"))


@needs_browser
def test_pages_sort_by_a_click_on_a_heading(folder: Path, browser: Any) -> None:
    browser.get((folder / "official-trade.html").as_uri())
    click = """
        const head = [...document.querySelectorAll("th")].find((head) => head.textContent === "official usd");
        head.querySelector("button").click();
        return [...document.querySelectorAll("tbody tr")].map((row) => row.cells[head.cellIndex].dataset.value);
    """
    for is_down in (False, True):
        amounts = [float(value) for value in browser.execute_script(click) if value is not None]
        assert amounts == sorted(amounts, reverse=is_down)
        assert len(set(amounts)) > 2

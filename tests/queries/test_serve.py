"""The served pages in a browser: they open, search finds, charts draw, quotes are shown, and nothing can be changed."""

import asyncio
import html
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from click.testing import Result
from datasette.utils.asgi import Request
from sqlalchemy import Engine, text

from models import key_of
from models.database import InputError
from queries import datasette_plugin
from queries.answer import ask, reading
from queries.catalogue import shipped_reports
from queries.matching import statements_with
from queries.served import both, columns_of_view, configuration, metadata
from tests.browser import OPENING, complaints, needs_browser, opened

NEXT_DATASETTE = Path(".venv-datasette/bin/python").absolute()  # where make test-clients puts version 1.0


@pytest.fixture(scope="session", params=[sys.executable, str(NEXT_DATASETTE)], ids=["installed", "1.0"])
def served(
    request: pytest.FixtureRequest, world_address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the pages, served by a process of their own as a user would; no test brings it to a traceback."""
    if not Path(request.param).exists():
        pytest.skip("Datasette 1.0 is not installed: make test-clients")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [request.param, "-m", "chancery", "serve", "--port", str(port), "--db", world_address]
    log = tmp_path_factory.mktemp("served") / "log.txt"
    with (
        log.open("w") as told,
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=told, env=os.environ) as process,
    ):
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
        process.send_signal(signal.SIGINT)
        process.wait(OPENING)
    assert "Traceback" not in log.read_text()


def wait_for(port: int) -> None:
    for _ in range(OPENING * 10):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the pages do not open")


@pytest.fixture(scope="session")
def ask_pages(served: str) -> Iterator[Callable[[str], Any]]:
    """Ask for a path of the pages."""
    with httpx.Client(base_url=served, follow_redirects=True, timeout=OPENING) as client:
        yield client.get


def test_every_report_is_a_query_with_the_same_rows_and_a_page(
    ask_pages: Callable[[str], Any], world_engine: Engine
) -> None:
    for name, report in shipped_reports().items():
        with reading(world_engine) as connection:
            rows = len(ask(connection, report).rows)
        page = ask_pages(f"/chancery/{name}")
        assert page.status_code == 200, name
        assert report.title in page.text
        assert len(ask_pages(f"/chancery/{name}.json?_shape=array").json()) == rows, name
        view = ask_pages(f"/chancery/{report.view}")
        assert view.status_code == 200, name
        assert report.question.split(",")[0] in html.unescape(view.text), name


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("anniversaries", {"leader": ["xi-jinping"]}),
        ("anniversaries", {"speaker": ["Xi Jinping"]}),
        ("anniversaries", {"year": ["2021"]}),
        ("anniversaries", {"year": ["2021", "2023"]}),
        ("source-reports", {"year": ["2020"]}),
        ("to-check", {"country": ["Maldives"]}),
        ("facts", {"leader": ["Kim"]}),
        ("exchanges", {"leader": ["xi-jinping", "vladimir-putin"]}),
        ("messages", {"since": ["2021"], "until": ["2023-01"]}),
        ("messages", {"sender": ["kim-jong-un"], "country": ["cn"]}),
        ("messages", {"sender": ["kim-jong-un", "Vladimir-Putin"]}),
        ("answers", {"is_answered": ["no"]}),
        ("trade-against-official", {"agrees": ["no"]}),
        ("trade-by-year", {"since": ["2019"], "country": ["RU"]}),
        ("trade-by-year", {"country": ["RU", "CN"]}),
        ("trade-by-year", {"country": ["russia", "China"]}),
        ("messages", {"leader": ["Putin"]}),
        ("messages", {"leader": ["Putin", "Xi"]}),
    ],
)
def test_filters_of_queries_find_what_those_of_the_command_find(
    ask_pages: Callable[[str], Any], world_engine: Engine, name: str, words: dict[str, list[str]]
) -> None:
    report = shipped_reports()[name]
    with reading(world_engine) as connection:
        answer = ask(connection, report, words)
        assert 0 < len(answer.rows) < len(ask(connection, report).rows)
    typed = {word: ", ".join(values) for word, values in words.items()}
    found = ask_pages(f"/chancery/{name}.json?_shape=arrays&{urlencode(typed)}").json()
    assert len(found["rows"] if isinstance(found, dict) else found) == len(answer.rows)


def test_what_is_typed_into_a_filter_is_a_word_and_nothing_else(ask_pages: Callable[[str], Any]) -> None:
    for typed in ('"', "\\", "'", '"],["', "nobody", ","):
        found = ask_pages(f"/chancery/exchanges.json?_shape=array&{urlencode({'leader': typed})}")
        assert (found.status_code, found.json()) == (200, []), typed


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("exchanges?leader=Putinn", "There is no leader 'Putinn' in the database; the nearest: vladimir-putin"),
        ("messages?since=2024-13", "'2024-13' is no day, month or year; write 2020-06-30, 2020-06 or 2020"),
        ("trade-by-year?until=soon", "'soon' is no day, month or year"),
        ("answers?is_answered=maybe", "--is-answered takes yes or no, not 'maybe'"),
        ("search?words=energy&speaker=Putinn", "There is no speaker 'Putinn'"),
        ("exchanges?leader=Putin", ""),
        ("report_exchanges?leader_a=Putinn", ""),
        ("", ""),
    ],
)
def test_what_a_filter_does_not_take_is_told_as_on_the_command_line_and_gives_no_rows(
    ask_pages: Callable[[str], Any], path: str, words: str
) -> None:
    [told] = re.findall(r"const refused = (.*);", ask_pages(f"/chancery/{path}").text)
    assert json.loads(told).startswith(words)
    assert bool(json.loads(told)) == bool(words)
    if words and "is_answered" not in path:
        assert ask_pages(f"/chancery/{path.replace('?', '.json?_shape=array&')}").json() == []


def test_the_page_of_a_view_begins_with_what_matters_and_ends_with_keys() -> None:
    columns = columns_of_view(shipped_reports()["messages"])
    assert columns[:3] == ["sent_on", "sender_name", "sender_office_name"]
    assert sorted(columns) == sorted(shipped_reports()["messages"].columns)
    assert columns.index("sender") > columns.index("recipient_name")
    assert all(column.endswith("_id") for column in columns[columns.index("message_id") :])


def test_keys_of_leaders_are_shown_with_their_names(ask_pages: Callable[[str], Any]) -> None:
    assert re.search(r'<td class="col-sender_id[^>]*><a [^>]*>Xi Jinping</a>', ask_pages("/chancery/message").text)


def test_words_in_the_place_of_a_picture_are_not_cut() -> None:
    told = "there is no leader 'Nobody' in the database; the nearest: one of a long name, or another of a longer name"
    lines = re.findall(r"<text[^>]*>([^<]*)</text>", datasette_plugin.no_picture(told))
    assert html.unescape(" ".join(lines)) == told
    assert max(map(len, map(html.unescape, lines))) <= datasette_plugin.WORDS_IN_A_LINE


@pytest.mark.parametrize("words", ["anniversaries", '"dear friend" pandemic', "energy", "nothing like it", '"', ""])
def test_the_search_finds_what_that_of_the_command_finds(
    ask_pages: Callable[[str], Any], world_engine: Engine, words: str
) -> None:
    try:
        with reading(world_engine) as connection:
            found = statements_with(connection, words)
    except InputError:
        found = []
    shown = ask_pages(f"/chancery/search.json?_shape=array&{urlencode({'words': words})}")
    assert shown.status_code == 200
    assert {row["statement_id"] for row in shown.json()} == set(found)
    by_putin = ask_pages(f"/chancery/search.json?_shape=array&{urlencode({'words': words, 'speaker': 'Putin'})}").json()
    assert {row["speaker"] for row in by_putin} <= {"Vladimir Putin"}


def test_the_values_of_a_filter_are_offered(ask_pages: Callable[[str], Any]) -> None:
    def offered(path: str) -> Any:
        return ask_pages(f"/-/choices/{path}").json()

    assert ["kim-jong-un", "Kim Jong Un"] in offered("messages/leader")
    assert ["CN", "China"] in offered("messages/country")
    assert offered("answers/is_answered") == [["yes", "yes"], ["no", "no"]]
    assert offered("messages/since") == []


@pytest.mark.parametrize(
    ("report", "limit", "words"),
    [
        ("exchanges-by-year", 100, "there is too much to draw; choose some of the rows by a filter"),
        ("messages", datasette_plugin.MOST_BYTES, "the report messages has no chart"),
    ],
)
def test_what_cannot_be_drawn_is_told_in_the_picture(
    world_engine: Engine, monkeypatch: pytest.MonkeyPatch, report: str, limit: int, words: str
) -> None:
    monkeypatch.setattr(datasette_plugin, "MOST_BYTES", limit)
    request = Request.fake(f"/-/chart/{report}.svg", url_vars={"name": report})
    picture = asyncio.run(datasette_plugin.Pages(world_engine).picture(request))
    assert " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", picture.body)) == words


def test_an_exchange_has_a_page_and_numbers_are_written_out(ask_pages: Callable[[str], Any]) -> None:
    key = key_of("exchange", "ny2021")
    page = ask_pages(f"/-/exchange/{key}")
    assert page.status_code == 200
    assert "The reports side by side" in page.text
    assert '<a href="/">All reports</a>' in page.text
    assert ask_pages("/-/exchange/1").status_code == 404
    rows = ask_pages("/chancery/trade-against-official?claim=level").text
    assert '<span title="107000000000">107 billion</span>' in rows
    assert '<span title="1">yes</span>' in rows
    assert f'<a href="/-/exchange/{key}">{key}</a>' in rows


def test_what_is_to_be_checked_leads_to_its_quote_and_shows_whole_words_of_commands(
    ask_pages: Callable[[str], Any],
) -> None:
    page = ask_pages("/chancery/to-check?problem=anniversary+that+does+not+add+up").text
    [statement] = set(re.findall(r'<td class="col-quote"><a class="chancery-quote" href="/-/quote/(\d+)#quote">', page))
    assert '<mark id="quote">' in ask_pages(f"/-/quote/{statement}").text
    assert "<code><span>chancery</span> <span>correct</span> <span>anniversary</span> <span>" in page
    assert "<span>--is-right</span>" in page


def test_nothing_is_written_through_the_pages(ask_pages: Callable[[str], Any]) -> None:
    refused = ask_pages(f"/chancery.json?{urlencode({'sql': 'DELETE FROM statement'})}")
    assert refused.status_code >= 400


@pytest.mark.parametrize(
    "made",
    [
        "randomblob(900000000)",
        "length(hex(zeroblob(400000000)))",
        "replace(hex(zeroblob(90000)), '0', hex(zeroblob(9000)))",
    ],
)
def test_a_value_that_would_fill_the_memory_is_refused(ask_pages: Callable[[str], Any], made: str) -> None:
    refused = ask_pages(f"/chancery.json?{urlencode({'sql': f'SELECT {made}'})}")
    assert refused.status_code == 400
    assert "too big" in refused.text


def test_the_longest_text_is_shown_whole(ask_pages: Callable[[str], Any], world_engine: Engine) -> None:
    with world_engine.connect() as connection:
        longest = connection.execute(text("SELECT max(length(body)) FROM source_report")).scalar_one()
    rows = ask_pages("/chancery/source_report.json?_shape=array").json()
    assert max(len(row["body"]) for row in rows) == longest


@pytest.mark.parametrize(
    "path",
    [
        "/-/nothing",
        "/nothing",
        "/chancery/nothing",
        "/chancery/exchanges.nothing",
        "/chancery/statement/99999999999999999999999",
        "/chancery/statement/nothing",
        "/-/quote/1",
        "/-/quote/nothing",
        "/-/quote/99999999999999999999999",
        "/-/chart/nothing",
        "/-/chart/nothing.svg",
        "/-/choices/nothing/leader",
        "/-/choices/messages/nothing",
        "/-/databases",
        "/-/databases.json",
        "/%2e%2e/etc/passwd",
        "/%00",
    ],
)
def test_a_wrong_address_is_told_as_such(ask_pages: Callable[[str], Any], path: str) -> None:
    assert ask_pages(path).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/chancery/report_exchanges?_sort=nothing",
        "/chancery/report_exchanges?_where=nothing",
    ],
)
def test_a_wrong_question_is_told_as_such(ask_pages: Callable[[str], Any], path: str) -> None:
    assert ask_pages(path).status_code == 400


def test_no_place_on_the_machine_is_told(ask_pages: Callable[[str], Any], world_address: str) -> None:
    places = ["chancery-serve-", "site-packages", str(Path(__file__).parents[2])]
    if "://" not in world_address:
        places.append(world_address)
    where = urlencode({"sql": "SELECT * FROM Pragma_Database_List"})
    for path in (
        "/", "/chancery", "/chancery/search", "/-/databases.json", "/-/plugins.json?all=1", "/-/versions.json",
        "/-/threads.json", "/-/settings.json", "/-/metadata.json", "/-/config.json",
        f"/chancery.json?{where}", "/chancery/nothing",
        "/chancery/report_exchanges?_sort=nothing",
    ):  # fmt: skip
        shown = ask_pages(path).text
        assert [place for place in places if place in shown] == [], path


def test_what_1_0_takes_apart_0_65_takes_together() -> None:
    together = both()["databases"]["chancery"]
    assert together["queries"] == configuration()["databases"]["chancery"]["queries"]
    table = together["tables"]["report_anniversaries"]
    assert table["columns"] == metadata()["databases"]["chancery"]["tables"]["report_anniversaries"]["columns"]
    assert "speaker" in table["facets"]


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Any]:
    driver = opened(tmp_path / "profile")
    yield driver
    driver.quit()


@needs_browser
def test_a_reader_finds_a_statement_its_report_and_a_chart(served: str, browser: Any) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.ui import WebDriverWait

    wait = WebDriverWait(browser, OPENING)

    def found(selector: str) -> Any:
        """The elements of a page, which may still be opening."""
        return wait.until(lambda _: browser.find_elements(By.CSS_SELECTOR, selector))

    browser.get(served)
    assert "What leaders write to each other" in browser.title
    search = browser.find_element(By.NAME, "words")
    search.send_keys("anniversaries")  # the statements have the singular
    search.submit()
    wait.until(lambda _: "words=anniversaries" in browser.current_url)
    assert browser.title == "Search the statements"
    quotes = [cell.text for cell in found("td.col-quote")]
    assert any("20th anniversary of the treaty" in quote for quote in quotes)
    browser.get(f"{served}/chancery/anniversaries?speaker=xi-jinping")
    quote = found("td.col-quote")[0].text
    found("td.col-quote a")[0].click()
    assert found("mark#quote")[0].text == quote
    browser.get(f"{served}/chancery/themes-by-year?speaker=xi-jinping")
    picture = found("figure.chancery-chart img")[0]
    wait.until(lambda _: browser.execute_script("return arguments[0].complete", picture))
    assert browser.execute_script("return arguments[0].naturalWidth", picture) > 300
    picture.click()
    wait.until(lambda _: "/-/chart/" in browser.current_url)
    assert found("svg, canvas")[0].size["width"] > 300
    for path in ("/chancery", "/chancery/report_anniversaries", "/chancery/statement", "/chancery/trade-by-year"):
        browser.get(served + path)
        assert found("h1"), path
    assert complaints(browser) == []


@needs_browser
def test_labels_on_a_phone_are_told_from_a_dark_ground(served: str, browser: Any) -> None:
    phone = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", phone)
    dark = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", dark)
    colours = """
        const cell = document.querySelector("table.rows-and-columns td");
        const of = (style) => style.match(/\\d+/g).slice(0, 3);
        const label = getComputedStyle(cell, "::before"), row = getComputedStyle(cell.parentElement);
        return [label.content, of(label.color), of(row.backgroundColor), of(row.borderColor)];
    """
    for path in ("anniversaries?leader=Xi,Putin", "report_messages", "message"):
        browser.get(f"{served}/chancery/{path}")
        content, *found = browser.execute_script(colours)
        label, ground, frame = (max(map(int, colour)) for colour in found)
        assert label > 150, path
        assert 100 > frame > ground, path
        assert "_" not in content, path


@needs_browser
def test_the_way_home_is_told_from_its_ground_in_the_dark(served: str, browser: Any) -> None:
    dark = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", dark)
    browser.get(f"{served}/chancery/trade-by-year")
    colours = """
        return [...document.querySelectorAll("header a, footer a")].map((link) => getComputedStyle(link).color);
    """
    found = [min(map(int, re.findall(r"\d+", colour)[:3])) for colour in browser.execute_script(colours)]
    assert found
    assert min(found) > 220


@needs_browser
def test_rows_are_sorted_by_a_click_on_a_heading_and_none_stand_under_no_chart(served: str, browser: Any) -> None:
    from selenium.webdriver.common.by import By

    browser.get(f"{served}/chancery/trade-against-official?claim=level")
    [head] = browser.find_elements(By.CSS_SELECTOR, "th.col-amount button")
    for direction in ("ascending", "descending"):
        head.click()
        assert browser.find_element(By.CSS_SELECTOR, "th.col-amount").get_attribute("aria-sort") == direction
        cells = browser.find_elements(By.CSS_SELECTOR, "td.col-amount span")
        amounts = [float(cell.get_attribute("title")) for cell in cells]
        assert amounts == sorted(amounts, reverse=direction == "descending")
        assert len(set(amounts)) > 1
    browser.get(f"{served}/chancery/trade-by-year?country=Russland")
    assert browser.find_element(By.CSS_SELECTOR, "h3").text == "No rows"
    assert "There is no country 'Russland'" in browser.find_element(By.CSS_SELECTOR, ".chancery-hint").text
    assert browser.find_elements(By.CSS_SELECTOR, "figure, .zero-results") == []


def test_without_datasette_it_is_told_how_to_install_it(
    chancery: Callable[..., Result], address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "datasette", None)
    refused = chancery("serve", "--db", address)
    assert refused.exit_code == 2
    assert 'python -m pip install "datasette' in refused.output.replace(sys.executable, "python")

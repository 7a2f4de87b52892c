"""Apache Superset, in an environment of its own: a saved report charted by its API and by clicks."""

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import make_url

from tests.browser import needs_browser
from tests.clients.conftest import Rows, same
from tests.clients.test_odbc_and_jdbc import by_tcp
from tests.queries.test_serve import browser

__all__ = ["browser"]

OWN = Path(".venv-superset/bin/superset").absolute()  # where make superset puts it
STARTING = 90  # seconds
CHECKING = 3  # seconds in which it checks what was typed
COMPUTED = {"counted_year", "agrees", "quote", "words"}
CONFIGURATION = """
SECRET_KEY = "for tests on this machine only, 42 bytes long"
SQLALCHEMY_DATABASE_URI = "sqlite:///{folder}/superset.db"
PREVENT_UNSAFE_DB_CONNECTIONS = False  # or it refuses SQLite
WTF_CSRF_ENABLED = False
TALISMAN_ENABLED = False
"""


class Superset:
    """A running Superset, asked through its API."""

    def __init__(self, address: str) -> None:
        self.address, self.token = address, ""

    def ask(self, path: str, body: dict[str, Any] | None = None, method: str | None = None) -> dict[str, Any]:
        """Send a request and return the answer."""
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(f"{self.address}{path}", data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return dict(json.load(answer))
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{path}: {error.read().decode()[:500]}") from None


@pytest.fixture(scope="session")
def superset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Superset]:
    program = shutil.which("superset", path=os.environ.get("CHANCERY_TEST_SUPERSET") or str(OWN.parent))
    if program is None:
        pytest.skip("Superset is not installed: make superset")
    folder = tmp_path_factory.mktemp("superset")
    (folder / "superset_config.py").write_text(CONFIGURATION.format(folder=folder))
    environment = os.environ | {
        "SUPERSET_CONFIG_PATH": str(folder / "superset_config.py"),
        "SUPERSET_HOME": str(folder),
        "FLASK_APP": "superset",
    }
    environment.pop("PYTHONPATH", None)
    admin = [
        "--username",
        "admin",
        "--firstname",
        "A",
        "--lastname",
        "B",
        "--email",
        "a@b.example",
        "--password",
        "admin",
    ]
    for words in (["db", "upgrade"], ["fab", "create-admin", *admin], ["init"]):
        subprocess.run([program, *words], env=environment, cwd=folder, capture_output=True, check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (
        (folder / "log").open("w") as log,
        subprocess.Popen(
            [program, "run", "-p", str(port), "--with-threads"], env=environment, cwd=folder, stdout=log, stderr=log
        ) as process,
    ):
        running = Superset(f"http://127.0.0.1:{port}")
        wait_for(port)
        login = {"username": "admin", "password": "admin", "provider": "db"}
        running.token = running.ask("/api/v1/security/login", login)["access_token"]
        yield running
        process.terminate()


def wait_for(port: int) -> None:
    for _ in range(STARTING * 10):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("Superset does not start")


def test_superset_charts_a_saved_report(superset: Superset, world_address: str, report: str, expected: Rows) -> None:
    url = make_url(world_address) if "://" in world_address else None
    address = url.set(drivername="postgresql+psycopg2").render_as_string(hide_password=False) if url else (
        f"sqlite:///{world_address}?check_same_thread=false"
    )  # fmt: skip
    database = superset.ask("/api/v1/database/", {"database_name": f"{address} {report}", "sqlalchemy_uri": address})[
        "id"
    ]
    view = f"report_{report.replace('-', '_')}"
    dataset = {"database": database, "table_name": view, "schema": "public" if url else "main"}
    number = superset.ask("/api/v1/dataset/", dataset)["id"]
    columns = superset.ask(f"/api/v1/dataset/{number}")["result"]["columns"]
    types = {column["column_name"]: column["type_generic"] for column in columns}
    untyped = {name for name, type_ in types.items() if type_ is None}
    assert untyped == set() if url else untyped <= COMPUTED  # the SQLite in its Python may be older than 3.41
    form = {"viz_type": "table", "datasource": f"{number}__table"}
    chart = {"slice_name": report, "viz_type": "table", "datasource_id": number, "datasource_type": "table"}
    assert superset.ask("/api/v1/chart/", chart | {"params": json.dumps(form)})["id"]
    query = {"columns": ["quote", "statement_id", "speaker"], "row_limit": 1000, "metrics": []}
    context = {"datasource": {"id": number, "type": "table"}, "queries": [query], "result_format": "json"}
    [found] = superset.ask("/api/v1/chart/data", context | {"result_type": "full"})["result"]
    rows = {(row["quote"], same(row["statement_id"]), row["speaker"]) for row in found["data"]}
    names = [column["column_name"] for column in columns]
    places = [names.index(name) for name in ("quote", "statement_id", "speaker")]
    assert rows == {tuple(row[place] for place in places) for row in expected}
    superset.ask(f"/api/v1/dataset/{number}", method="DELETE")  # in its own SQLite, names of data sets are unique


class Clicks:
    """What a person does in Superset: finds by what is written there, clicks, types."""

    def __init__(self, browser: Any) -> None:
        from selenium.common.exceptions import WebDriverException
        from selenium.webdriver.support.ui import WebDriverWait

        self.browser = browser
        self.waiting = WebDriverWait(browser, STARTING, 1, ignored_exceptions=[WebDriverException])

    def find(self, path: str) -> Any:
        """The first element of an XPath that is seen, once there is one."""
        return self.waiting.until(lambda _: self.seen(path))

    def seen(self, path: str) -> Any:
        """The first element of an XPath that is seen now."""
        return next((found for found in self.browser.find_elements("xpath", path) if found.is_displayed()), None)

    def click(self, path: str) -> None:
        """Click what an XPath finds, once nothing lies above it."""
        self.waiting.until(lambda _: self.find(path).click() or True)

    def type(self, path: str, words: str) -> None:
        """Type into what an XPath finds, once the page is no longer drawn anew."""
        self.waiting.until(lambda _: self.find(path).send_keys(words) or True)

    def button(self, words: str) -> None:
        """Click the button with these words."""
        self.click(f"//button[normalize-space()='{words}' and not(@disabled)]")

    def button_until(self, words: str, leads_to: str) -> None:
        """Click the button with these words, again where that only checks a form, until there is the other button."""

        def leads(_: Any) -> bool:
            if not self.seen(f"//button[normalize-space()='{leads_to}']"):
                self.button(words)
                time.sleep(CHECKING)
            return bool(self.seen(f"//button[normalize-space()='{leads_to}']"))

        self.waiting.until(leads)

    def choose(self, field: str, word: str) -> None:
        """Type a word into a field that offers choices, and take that choice."""
        self.click(field)
        self.type(field, word)
        shown = "contains(@class, 'ant-select-dropdown') and not(contains(@class, 'hidden'))"
        self.click(f"//div[{shown}]//div[contains(@class, 'ant-select-item')]//*[normalize-space(text())='{word}']")

    def put(self, control: str, tab: str, word: str) -> None:
        """Put a column or a metric into a control of a chart."""
        self.click(f"//*[@data-test='{control}']//*[@data-test='dnd-labels-container']")
        opened = "//div[contains(@class, 'ant-popover') and not(contains(@class, 'hidden'))]"
        self.click(f"{opened}//*[@role='tab'][normalize-space()='{tab}']")
        self.choose(f"{opened}//*[contains(@class, 'ant-tabs-tabpane-active')]//input", word)
        self.click(f"{opened}//button[normalize-space()='Save']")
        self.find(f"//*[@data-test='{control}'][contains(., '{word}')]")


@needs_browser
@pytest.mark.parametrize("report", ["anniversaries"], indirect=True)
def test_the_steps_of_the_guide_lead_to_a_chart(
    superset: Superset, browser: Any, postgres_address: str, expected: Rows
) -> None:
    clicks, url = Clicks(browser), make_url(postgres_address)
    browser.get(superset.address)
    clicks.type("//input[@id='username']", "admin")
    clicks.type("//input[@type='password']", "admin\n")
    with by_tcp(url) as port:
        clicks.click("//*[normalize-space(text())='Settings']")
        clicks.click("//a[normalize-space()='Database Connections']")
        clicks.button("Database")
        clicks.click("//*[normalize-space(text())='PostgreSQL']")
        given = {"host": "localhost", "port": str(port), "database": url.database, "username": url.username}
        for name, word in given.items():
            clicks.type(f"//input[@name='{name}']", f"{word}\t")
        clicks.button_until("Connect", leads_to="Finish")
        clicks.button("Finish")
        clicks.click("//a[normalize-space()='Datasets']")
        clicks.click("//*[self::a or self::button][normalize-space()='Dataset']")
        for label, word in (("database", "PostgreSQL"), ("schema", "public"), ("table", "report_anniversaries")):
            clicks.choose(f"//input[starts-with(@aria-label, 'Select {label}')]", word)
        clicks.button("Create and explore dataset")
        clicks.click("//*[@data-test='viztype-selector-container'][contains(., 'Bar Chart')]")
        clicks.button("Create new chart")
        clicks.put("x_axis", "Simple", "observed_year")
        clicks.put("metrics", "Saved", "COUNT(*)")
        clicks.put("groupby", "Simple", "milestone_name")
        clicks.button("Create chart")
        bars = {(row[3], row[1]) for row in expected}  # by year and milestone
        assert clicks.find(f"//*[normalize-space(text())='{len(bars)} rows']")
        assert clicks.find("//canvas")

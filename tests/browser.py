"""A headless Chromium for tests of pages, where it is installed."""

import shutil
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
# Without these Chromium asks for hosts of its maker's, and needs a screen and a sandbox.
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--window-size=1400,1000",
)  # fmt: skip
OPENING = 30  # seconds that the pages may take to open
needs_browser = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium and chromium-driver are not installed")


def opened(profile: Path) -> Any:
    """A browser of its own profile, to be quit."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    driver.set_page_load_timeout(OPENING)
    return driver


def complaints(browser: Any) -> list[str]:
    """What the console told since it was last asked; that there is no picture of the site's own is none."""
    told = browser.get_log("browser")
    return [line["message"] for line in told if line["level"] == "SEVERE" and "favicon" not in line["message"]]

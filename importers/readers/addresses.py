"""Addresses: a page fetched from the web, within limits of time and size."""

import time
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

from importers.raw_report import UnreadableError
from importers.readers.document import LARGEST_REPORT, Document

WITHIN = 60  # seconds for a whole page
ANSWERS_WITHIN = 15  # seconds until the server begins to answer, and between two pieces of the page
REDIRECTS = 5
CHUNK = 64 * 1024


def fetched(url: str, columns: Mapping[str, Sequence[str]]) -> Document:
    """Return the page at an address. Raises UnreadableError where there is none within the limits."""
    import urllib3

    pool = urllib3.PoolManager(
        headers={"User-Agent": f"Chancery/{version('chancery')}", "Accept-Encoding": "identity"},
        timeout=urllib3.Timeout(connect=ANSWERS_WITHIN, read=ANSWERS_WITHIN),
        retries=urllib3.Retry(total=REDIRECTS, connect=0, read=0, redirect=REDIRECTS, status=0),
    )
    try:
        with pool.request("GET", url, preload_content=False) as response:
            content = content_of(response)
    except urllib3.exceptions.MaxRetryError as error:
        if "redirect" in str(error.reason):
            raise UnreadableError(f"the server redirects more than {REDIRECTS} times") from None
        raise UnreadableError(f"the server cannot be reached: {type(error.reason).__name__}") from None
    except urllib3.exceptions.HTTPError as error:
        raise UnreadableError(f"the page cannot be fetched: {type(error).__name__}") from None
    finally:
        pool.clear()
    return Document(url, url.rpartition("/")[2].partition("?")[0], content=content, url=url, columns=columns)


def content_of(response: Any) -> bytes:
    """Return what a server sends. Raises UnreadableError where it is no page, too much, or too slow."""
    if response.status != 200:
        raise UnreadableError(f"the server answers {response.status} {response.reason or ''}".strip())
    content, until = bytearray(), time.monotonic() + WITHIN
    while chunk := response.read1(CHUNK, decode_content=False):  # as it comes: a slow server must not hold the loop
        content += chunk
        if len(content) > LARGEST_REPORT:
            raise UnreadableError(f"the page is larger than {LARGEST_REPORT // 1_000_000} MB, which no report is")
        if time.monotonic() > until:
            raise UnreadableError(f"the page took longer than {WITHIN} seconds")
    return bytes(content)

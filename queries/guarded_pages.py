"""What served pages refuse: values of any size, where files lie on the machine, and addresses that lead nowhere."""

import sqlite3
import traceback
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from datasette import NotFound, Response, hookimpl
from datasette.database import Database
from datasette.utils.asgi import Base400
from datasette.views.base import DatasetteError
from markupsafe import Markup

from queries.served import DATABASE

ROOM = 100_000  # bytes that a value may have beyond the longest text that is stored
TELLS_WHERE = "database_list"  # the pragma, and the table that it is too, which tell where a file lies
FORMATS = "json|jsono|csv|blob"  # that rows are had in, by the ending of their address
FAULT = "The page could not be made; the terminal in which the pages were opened tells why."


class GuardedDatabase(Database):  # type: ignore[misc]  # Datasette has no types
    """A file whose values have a limit, so that no question fills the memory, and whose place is not told."""

    def __init__(self, pages: Any, file: Path, longest: int, *, is_mutable: bool) -> None:
        super().__init__(pages, path=str(file), is_mutable=is_mutable)
        self.longest = longest + ROOM

    def connect(self, write: bool = False) -> sqlite3.Connection:
        """Return a connection whose values have a limit."""
        connection: sqlite3.Connection = super().connect(write)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, self.longest)
        return connection

    async def execute(self, sql: str, *arguments: Any, **options: Any) -> Any:
        """Return the rows of a question. Raises OperationalError for one that asks where the file lies."""
        if TELLS_WHERE in sql.casefold():
            raise sqlite3.OperationalError(f"{TELLS_WHERE} is not told")
        return await super().execute(sql, *arguments, **options)

    async def attached_databases(self) -> list[Any]:
        """Return the databases attached to this one, of which there are none."""
        return []


class Refusals:
    """The answers to what is refused, for Datasette to register: its own write a traceback for each wrong address."""

    __name__ = "chancery-refusals"  # Datasette lists its plugins by the names of modules

    @hookimpl
    def register_routes(self) -> list[tuple[str, Callable[..., Any]]]:
        """Name the addresses at which nothing is: what tells of files, and rows in formats that there are not."""
        other_formats = rf"^/{DATABASE}/[^/.]+\.(?!({FORMATS})$)\w+$"
        return [(r"^/-/databases(\.json)?$", nowhere), (other_formats, nowhere)]

    @hookimpl
    def handle_exception(self, datasette: Any, request: Any, exception: Exception) -> Callable[[], Awaitable[Response]]:
        """Answer what cannot be answered, in words; a fault of the program is told in the terminal."""

        async def answer() -> Response:
            status, title, words = told(exception)
            if status == 500:
                traceback.print_exception(exception)
            info = {"ok": False, "error": words, "status": status, "title": title}
            if request.path.endswith(".json"):
                return Response.json(info | {"error": str(words)}, status=status)
            page = await datasette.render_template("error.html", info, request=request)
            return Response.html(page, status=status)

        return answer


async def nowhere(request: Any) -> Response:
    """Answer an address at which nothing is."""
    raise NotFound(f"There is nothing at {request.path}")


def told(exception: Exception) -> tuple[int, str | None, str]:
    """Return the status, title and words for what went wrong."""
    if isinstance(exception, Base400):
        return exception.status, None, str(exception.args[0] if exception.args else "Not found")
    if isinstance(exception, DatasetteError):
        words = Markup(exception.message) if exception.message_is_html else exception.message  # noqa: S704
        return exception.status if exception.status != 500 else 400, exception.title, words
    return 500, None, FAULT

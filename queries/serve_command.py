"""The command `chancery serve`: the database as pages in a browser."""

import tempfile
from pathlib import Path
from typing import Any

import click
from sqlalchemy import Engine, text

from models.database import InputError, connect, database_option, open_database
from models.extras import how_to_install
from models.sqlite import address_to_read

LONGEST = "SELECT coalesce(max(length(CAST(body AS blob))), 0) FROM source_report"  # bytes; no value shown is longer


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True, help="Port to listen on.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for the network.")
@database_option
def serve(port: int, host: str, address: str) -> None:
    """Show the database in a browser, with search, facets and charts; nothing can be changed there.

    Pages of an SQLite database show it as it is. Of a PostgreSQL database a copy in SQLite is made first, and shown.

    \b
    Examples:
      chancery serve
      chancery serve --port 9000 --db letters.db
    """
    engine = open_database(address)
    with tempfile.TemporaryDirectory(prefix="chancery-serve-") as folder:
        if engine.dialect.name == "postgresql":
            click.echo("Copying the PostgreSQL database into SQLite; the pages show this copy.")
            engine = copied(engine, Path(folder))
        pages = pages_of(engine)
        click.echo(f"The pages are at http://{host}:{port}/ until you press Ctrl+C.")
        run(pages, host, port)


def copied(engine: Engine, folder: Path) -> Engine:
    """Return an engine on a copy of a database in SQLite."""
    from queries.export_command import write_export
    from queries.export_databases import SQLITE_FILE
    from queries.relations import relations

    write_export(engine, relations(), folder, "sqlite")
    return connect(str(folder / SQLITE_FILE))


def pages_of(engine: Engine) -> Any:
    """Return Datasette on the database. Raises InputError where Datasette is missing."""
    try:
        import vl_convert  # noqa: F401 - draws the charts on the pages
        from datasette import version
        from datasette.app import Datasette
        from datasette.plugins import pm
    except ImportError:
        raise InputError(f"pages need Datasette and vl-convert; install it with: {how_to_install('web')}") from None
    from queries import served
    from queries.datasette_plugin import Pages
    from queries.guarded_pages import GuardedDatabase, Refusals

    file = Path(engine.url.database or "").absolute()
    if version.__version__.startswith("0."):
        pages = Datasette([], metadata=served.both(), settings=served.SETTINGS)
    else:
        pages = Datasette([], metadata=served.metadata(), config=served.configuration(), settings=served.SETTINGS)
    pages.remove_database("_memory")  # an empty one, which Datasette adds where no file is named
    with engine.connect() as connection:
        longest = connection.scalar(text(LONGEST))
    shown = GuardedDatabase(pages, file, longest, is_mutable="immutable" not in address_to_read(file))
    pages.add_database(shown, name=served.DATABASE)
    ours = {plugin.__name__: plugin for plugin in (Pages(engine), Refusals())}
    for name in (*ours, "datasette.handle_exception"):  # which Refusals takes the place of
        if pm.has_plugin(name):
            pm.unregister(name=name)
    for name, plugin in ours.items():
        pm.register(plugin, name=name)
    return pages


def run(pages: Any, host: str, port: int) -> None:
    """Answer requests until the process is ended."""
    import uvicorn

    uvicorn.run(pages.app(), host=host, port=port, log_level="warning")

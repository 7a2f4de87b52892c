"""The database's history: bringing any older database to the newest revision."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

HERE = Path(__file__).parent


def configuration(connection: Connection) -> Config:
    """Return Alembic's configuration, working on an open connection."""
    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Bring the database to `revision`, the newest by default, within the connection's transaction."""
    command.upgrade(configuration(connection), revision)


def downgrade(connection: Connection, revision: str) -> None:
    """Take the database back to `revision`; "base" is the empty database."""
    command.downgrade(configuration(connection), revision)

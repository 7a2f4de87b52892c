"""What Alembic runs: the migrations, on the connection that `chancery init` or a test hands over, or on CHANCERY_DB."""

import os

from alembic import context
from sqlalchemy import Connection

from models import Base
from models.database import connect


def run(connection: Connection) -> None:
    """Run the migrations on an open connection."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with connect(os.environ.get("CHANCERY_DB", "chancery.db")).begin() as opened:
        run(opened)

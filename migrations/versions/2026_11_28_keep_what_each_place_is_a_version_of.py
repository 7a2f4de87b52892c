"""keep what each place is a version of, and which reports their sources say something else for by now.

Of what was imported before, a place that is a file of its own is a version of that file. What was edited before stands
beside its later version until an import meets the source again.
"""

import hashlib
import re

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_5"
down_revision = "2026_11_28_4"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NO_FILE = re.compile(r":\d+$|!https?://|^standard input")
COMMENT = (
    "Of what it is a version: of a file, or of the record of an address in a file; what is found of it last stands for it."
    " NULL where a place is a number only, which may be another's tomorrow"
)
AT_ONCE = 1000


def upgrade() -> None:
    op.add_column("report_locator", sa.Column("origin", KEY, nullable=True, comment=COMMENT))
    op.create_index(op.f("ix_report_locator_origin"), "report_locator", ["origin"], unique=False)
    comment = "Whether its source still says so; a text that was edited since is kept, but tells nothing any more"
    column: sa.Column[bool] = sa.Column(
        "is_current", sa.Boolean(), server_default=sa.true(), nullable=False, comment=comment
    )
    op.add_column("source_report", column)
    connection = op.get_bind()
    places = connection.execute(sa.text("SELECT id, locator FROM report_locator")).all()
    files = [{"place": place, "origin": key(locator)} for place, locator in places if not NO_FILE.search(locator)]
    for at in range(0, len(files), AT_ONCE):
        statement = "UPDATE report_locator SET origin = :origin WHERE id = :place"
        connection.execute(sa.text(statement), files[at : at + AT_ONCE])


def downgrade() -> None:
    op.drop_index(op.f("ix_report_locator_origin"), table_name="report_locator")
    op.drop_column("report_locator", "origin")
    op.drop_column("source_report", "is_current")


def key(locator: str) -> int:
    """The key of a file, as the models derive it."""
    text = "\x1f".join(("origin", locator, ""))
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return (int.from_bytes(digest, "big") >> 11) or 1

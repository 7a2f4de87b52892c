"""take from reports that were edited since what was read of them: their outlet, headline, day and language.

It was neither read again nor put right, so it could differ with the order in which an edit and a correction came.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_30_1"
down_revision = "2026_11_29_4"
branch_labels = None
depends_on = None

READ = ("outlet_id", "headline", "dateline_place", "published_on", "published_basis", "language")


def upgrade() -> None:
    report = sa.table("source_report", sa.column("is_current"), *map(sa.column, READ))
    op.execute(sa.update(report).where(sa.not_(report.c.is_current)).values(dict.fromkeys(READ)))


def downgrade() -> None:
    """Older versions of Chancery need none of it either."""

"""keep tables ready for heavy saved reports.

They belong to the saved reports as the views do, and are made with these when `chancery init` publishes them: nothing
changes here, but a database without them is one of an older version.
"""

revision = "2026_11_29_4"
down_revision = "2026_11_29_3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Publishing makes them."""


def downgrade() -> None:
    """Whoever goes back has withdrawn them with the views."""

"""say who supplied reference data, and what each place says of the report found there."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_21_2"
down_revision = "2026_11_21_1"
branch_labels = None
depends_on = None

SUPPLIED = ("leader", "office", "tenure", "milestone", "theme", "trade_statistic")
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column(
        "import_run",
        sa.Column(
            "left_out",
            sa.Integer(),
            server_default="0",
            nullable=False,
            comment="Pages of web archives that tell of no exchange",
        ),
    )
    for table in SUPPLIED:
        op.add_column(
            table,
            sa.Column(
                "supplied_by",
                sa.Text(),
                sa.CheckConstraint(
                    "supplied_by IN ('chancery', 'user', 'report')", name=op.f(f"ck_{table}_supplied_by_known")
                ),
                server_default="chancery",
                nullable=False,
                comment="chancery (ships with it), user (imported from a file of theirs) or report (read from a report only)",
            ),
        )
    op.execute("UPDATE leader SET supplied_by = 'report' WHERE provisional")
    # What a place says of its report was not kept: of the old rows, the report itself says it.
    op.execute("CREATE TABLE kept AS SELECT * FROM report_locator")
    op.drop_table("report_locator")
    op.create_table(
        "report_locator",
        sa.Column("id", KEY, autoincrement=False, nullable=False, comment="Key, derived from the natural key"),
        sa.Column("source_report_id", KEY, nullable=False, comment="The report found there"),
        sa.Column("locator", sa.Text(), nullable=False, comment="A path, a place in an archive, or an address"),
        sa.Column(
            "content_sha256",
            sa.Text(),
            nullable=False,
            comment="SHA-256 of what was read there: of a file's bytes, of a record's fields",
        ),
        sa.Column("title", sa.Text(), nullable=True, comment="Title that the source gives"),
        sa.Column("url", sa.Text(), nullable=True, comment="Address that the source gives"),
        sa.Column("outlet", sa.Text(), nullable=True, comment="Outlet that the source gives"),
        sa.Column("published_on", sa.Date(), nullable=True, comment="Day of publication that the source gives"),
        sa.Column("language", sa.Text(), nullable=True, comment="Language that the source gives"),
        sa.Column(
            "body",
            sa.Text(),
            nullable=True,
            comment="The text as it stands there, where it differs in white space; NULL where it is the report's",
        ),
        sa.Column("import_run_id", KEY, nullable=False, comment="The import that first found it there"),
        sa.Column("last_run_id", KEY, nullable=False, comment="The last import that found it there"),
        sa.CheckConstraint("last_run_id >= import_run_id", name=op.f("ck_report_locator_last_after_first")),
        sa.CheckConstraint("length(content_sha256) = 64", name=op.f("ck_report_locator_content_sha256_length")),
        sa.ForeignKeyConstraint(["import_run_id"], ["import_run.id"], name=op.f("fk_report_locator_import_run_id")),
        sa.ForeignKeyConstraint(["last_run_id"], ["import_run.id"], name=op.f("fk_report_locator_last_run_id")),
        sa.ForeignKeyConstraint(
            ["source_report_id"],
            ["source_report.id"],
            name=op.f("fk_report_locator_source_report_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_locator")),
        sa.UniqueConstraint("locator", "content_sha256", name=op.f("uq_report_locator_locator_content_sha256")),
        comment="A place where a report was found, and what the source says of it there",
    )
    index()
    op.execute("""
        INSERT INTO report_locator
        SELECT kept.id, source_report_id, kept.locator, sha256, headline, url, outlet.slug,
            CASE published_basis WHEN 'metadata' THEN published_on END, NULL, NULL, kept.import_run_id, kept.import_run_id
        FROM kept
        JOIN source_report ON source_report.id = source_report_id
        LEFT JOIN outlet ON outlet.id = outlet_id
    """)
    op.drop_table("kept")


def downgrade() -> None:
    op.execute("""
        CREATE TABLE kept AS
        SELECT min(id) AS id, source_report_id, locator, min(import_run_id) AS import_run_id
        FROM report_locator GROUP BY source_report_id, locator
    """)
    op.drop_table("report_locator")
    op.create_table(
        "report_locator",
        sa.Column("id", KEY, autoincrement=False, nullable=False, comment="Key, derived from the natural key"),
        sa.Column("source_report_id", KEY, nullable=False, comment="The report found there"),
        sa.Column("locator", sa.Text(), nullable=False, comment="A path, a place in an archive, or an address"),
        sa.Column("import_run_id", KEY, nullable=False, comment="The import that found it there"),
        sa.ForeignKeyConstraint(["import_run_id"], ["import_run.id"], name=op.f("fk_report_locator_import_run_id")),
        sa.ForeignKeyConstraint(
            ["source_report_id"],
            ["source_report.id"],
            name=op.f("fk_report_locator_source_report_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_locator")),
        sa.UniqueConstraint("locator", "source_report_id", name=op.f("uq_report_locator_locator_source_report_id")),
        comment="A place where a report was found",
    )
    index()
    op.execute("INSERT INTO report_locator SELECT id, source_report_id, locator, import_run_id FROM kept")
    op.drop_table("kept")
    for table in reversed(SUPPLIED):
        op.drop_column(table, "supplied_by")
    op.drop_column("import_run", "left_out")


def index() -> None:
    for column in ("import_run_id", "source_report_id"):
        op.create_index(op.f(f"ix_report_locator_{column}"), "report_locator", [column], unique=False)

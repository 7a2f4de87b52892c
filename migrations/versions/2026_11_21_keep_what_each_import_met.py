"""keep what each import met: which place of a report, what it could not read or could again, which web archive.

Only the first and the last import that met a place were known before: of those between them nothing is told.
"""

import hashlib
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2026_11_21_9"
down_revision = "2026_11_21_8"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
DERIVED = "Key, derived from the natural key"


def upgrade() -> None:
    met = rows("SELECT id, import_run_id, last_run_id FROM report_locator")
    aside = rows("SELECT locator, reason, import_run_id FROM rejection")
    with op.batch_alter_table("report_locator", schema=None) as batch_op:
        batch_op.drop_index(op.f("ix_report_locator_import_run_id"))
        batch_op.drop_constraint(op.f("ck_report_locator_last_after_first"), type_="check")
        for column in ("import_run_id", "last_run_id"):
            batch_op.drop_constraint(op.f(f"fk_report_locator_{column}"), type_="foreignkey")
            batch_op.drop_column(column)
    create_sighting()
    for place, first, last in met:
        for run in sorted({first, last}):
            put("sighting", id=key("sighting", place, run), report_locator_id=place, first_run_id=run, last_run_id=run)
    op.drop_table("rejection")
    create_rejection()
    for locator, reason, run in aside:
        natural = {"locator": locator, "reason": reason, "first_run_id": run}
        put("rejection", id=key("rejection", *natural.values()), **natural, last_run_id=run)
    create_web_archive()


def create_sighting() -> None:
    op.create_table(
        "sighting",
        sa.Column("id", KEY, autoincrement=False, nullable=False, comment=DERIVED),
        sa.Column("report_locator_id", KEY, nullable=False, comment="The place"),
        sa.Column("first_run_id", KEY, nullable=False, comment="The import that met it there first"),
        sa.Column("last_run_id", KEY, nullable=False, comment="The last import that did, and each between them"),
        sa.CheckConstraint("last_run_id >= first_run_id", name=op.f("ck_sighting_last_after_first")),
        sa.ForeignKeyConstraint(["first_run_id"], ["import_run.id"], name=op.f("fk_sighting_first_run_id")),
        sa.ForeignKeyConstraint(["last_run_id"], ["import_run.id"], name=op.f("fk_sighting_last_run_id")),
        sa.ForeignKeyConstraint(
            ["report_locator_id"],
            ["report_locator.id"],
            name=op.f("fk_sighting_report_locator_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sighting")),
        sa.UniqueConstraint(
            "report_locator_id", "first_run_id", name=op.f("uq_sighting_report_locator_id_first_run_id")
        ),
        comment="A stretch of imports each of which met a report at a place",
    )


def create_rejection() -> None:
    op.create_table(
        "rejection",
        sa.Column("id", KEY, autoincrement=False, nullable=False, comment=DERIVED),
        sa.Column("locator", sa.Text(), nullable=False, comment="The path, the place in an archive, or the address"),
        sa.Column(
            "reason",
            sa.Text(),
            nullable=True,
            comment="Why it could not be read, and what to do; NULL where nothing was wrong any more",
        ),
        sa.Column("first_run_id", KEY, nullable=False, comment="The first import that found so"),
        sa.Column("last_run_id", KEY, nullable=False, comment="The last import that did, and each between them"),
        sa.CheckConstraint("last_run_id >= first_run_id", name=op.f("ck_rejection_last_after_first")),
        sa.ForeignKeyConstraint(["first_run_id"], ["import_run.id"], name=op.f("fk_rejection_first_run_id")),
        sa.ForeignKeyConstraint(["last_run_id"], ["import_run.id"], name=op.f("fk_rejection_last_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rejection")),
        comment="What imports could not read, and why, and that later ones could",
    )
    op.create_index(op.f("ix_rejection_locator"), "rejection", ["locator"], unique=False)


def create_web_archive() -> None:
    op.create_table(
        "web_archive",
        sa.Column("id", KEY, autoincrement=False, nullable=False, comment=DERIVED),
        sa.Column("import_run_id", KEY, nullable=False, comment="The import"),
        sa.Column("locator", sa.Text(), nullable=False, comment="The path of the file"),
        sa.Column("content_sha256", sa.Text(), nullable=False, comment="SHA-256 of the file's bytes"),
        sa.Column(
            "rules_sha256",
            sa.Text(),
            nullable=False,
            comment="SHA-256 of the program and the reference data by which pages were left out",
        ),
        sa.Column("left_out", sa.Integer(), nullable=False, comment="Pages that tell of no exchange"),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_web_archive_import_run_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_archive")),
        sa.UniqueConstraint("locator", "import_run_id", name=op.f("uq_web_archive_locator_import_run_id")),
        comment="A web archive that an import went through to its end",
    )


def downgrade() -> None:
    met = rows("SELECT report_locator_id, min(first_run_id), max(last_run_id) FROM sighting GROUP BY report_locator_id")
    aside = rows("""
        SELECT locator, max(reason), last_run_id FROM rejection WHERE reason IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM rejection AS later
            WHERE later.locator = rejection.locator AND later.last_run_id > rejection.last_run_id
        )
        GROUP BY locator, last_run_id
    """)
    op.drop_table("web_archive")
    op.drop_table("rejection")
    op.drop_table("sighting")
    op.create_table(
        "rejection",
        sa.Column("id", KEY, autoincrement=False, nullable=False, comment=DERIVED),
        sa.Column("locator", sa.Text(), nullable=False, comment="The path, the place in an archive, or the address"),
        sa.Column("reason", sa.Text(), nullable=False, comment="Why it could not be read, and what to do"),
        sa.Column("import_run_id", KEY, nullable=False, comment="The import that last met it"),
        sa.ForeignKeyConstraint(["import_run_id"], ["import_run.id"], name=op.f("fk_rejection_import_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rejection")),
        sa.UniqueConstraint("locator", name=op.f("uq_rejection_locator")),
        comment="Something that could not be read, and why",
    )
    op.create_index(op.f("ix_rejection_import_run_id"), "rejection", ["import_run_id"], unique=False)
    for locator, reason, run in aside:
        put("rejection", id=key("rejection", locator), locator=locator, reason=reason, import_run_id=run)
    for column, comment in (
        ("import_run_id", "The import that first found it there"),
        ("last_run_id", "The last import that found it there"),
    ):
        op.add_column("report_locator", sa.Column(column, KEY, nullable=True, comment=comment))
    for place, first, last in met:
        statement = "UPDATE report_locator SET import_run_id = :first, last_run_id = :last WHERE id = :place"
        op.get_bind().execute(sa.text(statement), {"first": first, "last": last, "place": place})
    with op.batch_alter_table("report_locator", schema=None) as batch_op:
        for column in ("import_run_id", "last_run_id"):
            batch_op.alter_column(column, existing_type=KEY, nullable=False)
            batch_op.create_foreign_key(op.f(f"fk_report_locator_{column}"), "import_run", [column], ["id"])
        batch_op.create_check_constraint(
            op.f("ck_report_locator_last_after_first"), sa.text("last_run_id >= import_run_id")
        )
        batch_op.create_index(op.f("ix_report_locator_import_run_id"), ["import_run_id"], unique=False)


def rows(query: str) -> list[Any]:
    """All rows of a query, before the tables change."""
    return list(op.get_bind().execute(sa.text(query)).all())


def put(table: str, **row: object) -> None:
    """Insert a row."""
    statement = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join(f':{name}' for name in row)})"  # noqa: S608 - names of ours
    op.get_bind().execute(sa.text(statement), row)


def key(table: str, *natural_key: str | int) -> int:
    """The key of a row, as the models derive it."""
    text = "\x1f".join([table, *map(str, natural_key)])
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return (int.from_bytes(digest, "big") >> 11) or 1

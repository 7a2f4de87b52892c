"""take names and phrases of any language, and say who supplied them."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_2"
down_revision = "2026_11_28_1"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
LANGUAGE = "ISO 639-1 code of the language that the words are of"
SUPPLIED = "chancery (ships with it), user (imported from a file of theirs) or report (read from a report only)"
UNIQUE = {  # of each table of words, what they belong to, and what was one of a kind beside it
    "country_name": ("country", ("kind", "name")),
    "leader_name": ("leader", ("name",)),
    "office_title": ("office", ("title",)),
    "occasion_phrase": ("occasion", ("phrase",)),
    "theme_phrase": ("theme", ("phrase",)),
    "milestone_phrase": ("milestone", ("phrase",)),
}
WITH_SUPPLIER = ("leader", "office", "theme", "milestone")
KINDS = {  # of each table whose kinds change: what was known, what is
    "country_name": (
        "'name', 'adjective', 'demonym', 'capital'",
        "'name', 'adjective', 'demonym', 'capital', 'short', 'compound'",
    ),
    "leader_name": ("'full', 'variant', 'native', 'family'", "'full', 'variant', 'family'"),
}
KIND_COMMENTS = {
    "country_name": (
        "name, adjective, demonym (the people) or capital",
        "name, adjective, demonym (the people), capital, short (in compounds, may be several countries')"
        " or compound (the first half of an adjective of two countries)",
    ),
    "leader_name": (
        "full, variant, native, or family (the short name of a second mention)",
        "full, variant, or family (the short name of a second mention)",
    ),
}
OLD_LANGUAGE = "ISO 639-1 code of the language; NULL where unknown"
OFFICE_TITLE = (
    "Another title by which reports call an office",
    "A title by which reports call an office, besides the usual one in English",
)


def upgrade() -> None:
    op.execute("DELETE FROM leader_name WHERE kind = 'native'")  # they stand in leader.native_name
    op.execute("UPDATE leader_name SET language = 'en' WHERE language IS NULL")
    for table, (whole, columns) in UNIQUE.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            if table == "leader_name":
                batch_op.alter_column(
                    "language",
                    existing_type=sa.Text(),
                    nullable=False,
                    server_default="en",
                    comment=LANGUAGE,
                    existing_comment=OLD_LANGUAGE,
                )
            else:
                batch_op.add_column(
                    sa.Column("language", sa.Text(), server_default="en", nullable=False, comment=LANGUAGE)
                )
            batch_op.add_column(
                sa.Column("supplied_by", sa.Text(), server_default="chancery", nullable=False, comment=SUPPLIED)
            )
            batch_op.create_check_constraint(
                op.f(f"ck_{table}_supplied_by_known"), "supplied_by IN ('chancery', 'user', 'report')"
            )
            replace_unique(batch_op, table, whole, ("language", *columns), columns)
            if table in KINDS:
                replace_kinds(batch_op, table, 1)
            if table == "office_title":
                batch_op.create_table_comment(OFFICE_TITLE[1], existing_comment=OFFICE_TITLE[0])
        if whole in WITH_SUPPLIER:
            op.execute(
                f"UPDATE {table} SET supplied_by = 'user'"  # noqa: S608 - the names above
                f" WHERE {whole}_id IN (SELECT id FROM {whole} WHERE supplied_by = 'user')"
            )
    create_outlet_name()


def create_outlet_name() -> None:
    op.create_table(
        "outlet_name",
        sa.Column("id", KEY, autoincrement=False, nullable=False, comment="Key, derived from the natural key"),
        sa.Column("outlet_id", KEY, nullable=False, comment="The outlet"),
        sa.Column("language", sa.Text(), server_default="en", nullable=False, comment=LANGUAGE),
        sa.Column("name", sa.Text(), nullable=False, comment="The name as reports write it"),
        sa.Column("supplied_by", sa.Text(), server_default="chancery", nullable=False, comment=SUPPLIED),
        sa.CheckConstraint(
            "supplied_by IN ('chancery', 'user', 'report')", name=op.f("ck_outlet_name_supplied_by_known")
        ),
        sa.ForeignKeyConstraint(
            ["outlet_id"], ["outlet.id"], name=op.f("fk_outlet_name_outlet_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlet_name")),
        sa.UniqueConstraint("outlet_id", "language", "name", name=op.f("uq_outlet_name_outlet_id_language_name")),
        comment="A name by which reports call an outlet, besides the usual one in English",
    )
    op.create_index(op.f("ix_outlet_name_outlet_id"), "outlet_name", ["outlet_id"], unique=False)


def replace_unique(batch_op, table: str, whole: str, new: tuple[str, ...], old: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    """Make other columns, beside what the words belong to, those of which there is one row."""
    batch_op.drop_constraint(op.f(f"uq_{table}_{whole}_id_{'_'.join(old)}"), type_="unique")
    batch_op.create_unique_constraint(op.f(f"uq_{table}_{whole}_id_{'_'.join(new)}"), [f"{whole}_id", *new])


def replace_kinds(batch_op, table: str, which: int) -> None:  # type: ignore[no-untyped-def]
    """Let a table hold the former kinds of words (0), or those of now (1)."""
    batch_op.drop_constraint(op.f(f"ck_{table}_kind_known"), type_="check")
    batch_op.create_check_constraint(op.f(f"ck_{table}_kind_known"), f"kind IN ({KINDS[table][which]})")
    batch_op.alter_column(
        "kind",
        existing_type=sa.Text(),
        existing_nullable=False,
        comment=KIND_COMMENTS[table][which],
        existing_comment=KIND_COMMENTS[table][1 - which],
    )


def downgrade() -> None:
    op.drop_table("outlet_name")
    for table, (whole, columns) in UNIQUE.items():
        op.execute(f"DELETE FROM {table} WHERE language <> 'en'")  # noqa: S608 - the names above
        with op.batch_alter_table(table, schema=None) as batch_op:
            replace_unique(batch_op, table, whole, columns, ("language", *columns))
            batch_op.drop_constraint(op.f(f"ck_{table}_supplied_by_known"), type_="check")
            batch_op.drop_column("supplied_by")
            if table == "leader_name":
                batch_op.alter_column(
                    "language",
                    existing_type=sa.Text(),
                    nullable=True,
                    server_default=None,
                    comment=OLD_LANGUAGE,
                    existing_comment=LANGUAGE,
                )
            else:
                batch_op.drop_column("language")
            if table in KINDS:
                replace_kinds(batch_op, table, 0)
            if table == "office_title":
                batch_op.create_table_comment(OFFICE_TITLE[0], existing_comment=OFFICE_TITLE[1])

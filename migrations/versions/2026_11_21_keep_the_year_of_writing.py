"""keep the year of writing beside exchanges and messages, and index what saved reports look for.

The year of writing is that of the day, or of the occasion where the day is not known. Reports group and filter by it;
worked out from two tables it could not be looked up in an index, and a year took as long as all years. Triggers keep
it, so that it is right whoever writes.

Indexes, each in the place of a shorter one, so that imports keep as many as before but for the two of years:

- exchange (leader_a_id, leader_b_id, written_year, exchanged_on): the exchanges of a pair by year and day.
- message (sender_id, recipient_id, written_year): who writes to whom in which year, counted from the index alone.
- statement (message_id, source_report_id, start_char, end_char): the statements of a message, counted, sorted and
  measured from the index alone.
- trade_figure (country_a_id, country_b_id, year): what else is told of the same trade in the same year.
- theme_mention (theme_id, statement_id): the statements that touch a theme.
- exchange (written_year) and message (written_year): all that was written in a year.
"""

# ruff: noqa: S608 - no word of the SQL comes from outside
import sqlalchemy as sa
from alembic import op

revision = "2026_11_21_7"
down_revision = "2026_11_21_6"
branch_labels = None
depends_on = None

COMMENT = "Year of writing: of the day, or of the occasion where the day is not known; triggers keep it"
LONGER = {  # table: the index that goes, and the one that comes
    "exchange": (["leader_a_id"], ["leader_a_id", "leader_b_id", "written_year", "exchanged_on"]),
    "message": (["sender_id"], ["sender_id", "recipient_id", "written_year"]),
    "statement": (["message_id"], ["message_id", "source_report_id", "start_char", "end_char"]),
    "trade_figure": (["country_a_id"], ["country_a_id", "country_b_id", "year"]),
    "theme_mention": (["theme_id"], ["theme_id", "statement_id"]),
}

POSTGRESQL = """
CREATE FUNCTION year_of_exchange() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.written_year := coalesce(extract(year FROM NEW.exchanged_on)::integer, NEW.occasion_year);
    RETURN NEW;
END $$;
CREATE TRIGGER exchange_written_year BEFORE INSERT OR UPDATE OF exchanged_on, occasion_year, written_year
ON exchange FOR EACH ROW EXECUTE FUNCTION year_of_exchange();
CREATE FUNCTION year_of_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.written_year := coalesce(
        extract(year FROM NEW.sent_on)::integer,
        (SELECT exchange.written_year FROM exchange WHERE exchange.id = NEW.exchange_id)
    );
    RETURN NEW;
END $$;
CREATE TRIGGER message_written_year BEFORE INSERT OR UPDATE OF sent_on, exchange_id, written_year
ON message FOR EACH ROW EXECUTE FUNCTION year_of_message();
CREATE FUNCTION year_of_messages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE message SET written_year = NULL WHERE message.exchange_id = NEW.id AND message.sent_on IS NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER exchange_year_of_messages AFTER UPDATE OF exchanged_on, occasion_year
ON exchange FOR EACH ROW WHEN (OLD.written_year IS DISTINCT FROM NEW.written_year)
EXECUTE FUNCTION year_of_messages();
"""
POSTGRESQL_AWAY = """
DROP TRIGGER exchange_year_of_messages ON exchange;
DROP TRIGGER message_written_year ON message;
DROP TRIGGER exchange_written_year ON exchange;
DROP FUNCTION year_of_messages();
DROP FUNCTION year_of_message();
DROP FUNCTION year_of_exchange();
"""
EXCHANGE_YEAR = "coalesce(CAST(substr(exchanged_on, 1, 4) AS integer), occasion_year)"
MESSAGE_YEAR = """coalesce(
    CAST(substr(sent_on, 1, 4) AS integer),
    (SELECT exchange.written_year FROM exchange WHERE exchange.id = message.exchange_id)
)"""
SQLITE = {
    "exchange_written_year_inserted": f"""
        AFTER INSERT ON exchange
        BEGIN UPDATE exchange SET written_year = {EXCHANGE_YEAR} WHERE id = NEW.id; END
    """,
    "exchange_written_year_updated": f"""
        AFTER UPDATE OF exchanged_on, occasion_year ON exchange
        BEGIN
            UPDATE exchange SET written_year = {EXCHANGE_YEAR} WHERE id = NEW.id;
            UPDATE message SET written_year = {MESSAGE_YEAR} WHERE exchange_id = NEW.id AND sent_on IS NULL;
        END
    """,
    "message_written_year_inserted": f"""
        AFTER INSERT ON message
        BEGIN UPDATE message SET written_year = {MESSAGE_YEAR} WHERE id = NEW.id; END
    """,
    "message_written_year_updated": f"""
        AFTER UPDATE OF sent_on, exchange_id ON message
        BEGIN UPDATE message SET written_year = {MESSAGE_YEAR} WHERE id = NEW.id; END
    """,
}


def upgrade() -> None:
    for table in ("exchange", "message"):
        op.add_column(table, sa.Column("written_year", sa.Integer(), nullable=True, comment=COMMENT))
    for table, (shorter, longer) in LONGER.items():
        op.create_index(index_name(table, longer), table, longer)
        op.drop_index(index_name(table, shorter), table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(POSTGRESQL)
        op.execute("UPDATE exchange SET written_year = NULL")  # the triggers know it
        op.execute("UPDATE message SET written_year = NULL")
    else:
        op.execute(f"UPDATE exchange SET written_year = {EXCHANGE_YEAR}")
        op.execute(f"UPDATE message SET written_year = {MESSAGE_YEAR}")
        for name, rule in SQLITE.items():
            op.execute(f"CREATE TRIGGER {name} {rule}")
    for table in ("exchange", "message"):
        op.create_index(op.f(f"ix_{table}_written_year"), table, ["written_year"])


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(POSTGRESQL_AWAY)
    else:
        for name in SQLITE:
            op.execute(f"DROP TRIGGER {name}")
    for table, (shorter, longer) in LONGER.items():
        op.create_index(index_name(table, shorter), table, shorter)
        op.drop_index(index_name(table, longer), table)
    for table in ("message", "exchange"):
        op.drop_index(op.f(f"ix_{table}_written_year"), table)
        op.drop_column(table, "written_year")


def index_name(table: str, columns: list[str]) -> str:
    """Return the name of an index by the convention of the models."""
    return op.f(f"ix_{table}_{'_'.join(columns)}")

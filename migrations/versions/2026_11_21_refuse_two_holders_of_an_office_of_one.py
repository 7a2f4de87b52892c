"""refuse two holders on one day of an office that is held by one."""

from alembic import op

revision = "2026_11_21_3"
down_revision = "2026_11_21_2"
branch_labels = None
depends_on = None

# A tenure without an end goes on; the day of handover is the successor's. What ships is loaded beside what a user has
# supplied, and gives way to it when all is loaded.
ANOTHER_HOLDER = """
    SELECT 1 FROM tenure AS other JOIN office ON office.id = other.office_id
    WHERE other.office_id = NEW.office_id AND other.leader_id <> NEW.leader_id AND office.holders = 1
    AND (NEW.ended_on IS NULL OR other.started_on < NEW.ended_on)
    AND (other.ended_on IS NULL OR NEW.started_on < other.ended_on)
    AND NOT (NEW.supplied_by = 'chancery' AND other.supplied_by = 'user')
"""
REFUSED = "an office that is held by one has another holder on some of these days"
CHECKED = {"inserted": "INSERT", "updated": "UPDATE OF leader_id, office_id, started_on, ended_on, supplied_by"}


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"""
            CREATE FUNCTION refuse_two_holders() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF EXISTS ({ANOTHER_HOLDER}) THEN
                    RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'exclusion_violation',
                        TABLE = 'tenure', CONSTRAINT = 'tenure_one_holder';
                END IF;
                RETURN NULL;
            END $$
        """)
        op.execute(f"""
            CREATE CONSTRAINT TRIGGER tenure_one_holder AFTER {" OR ".join(CHECKED.values())}
            ON tenure DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION refuse_two_holders()
        """)
        return
    for name, event in CHECKED.items():
        op.execute(f"""
            CREATE TRIGGER tenure_one_holder_{name} AFTER {event} ON tenure WHEN EXISTS ({ANOTHER_HOLDER})
            BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END
        """)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TRIGGER tenure_one_holder ON tenure")
        op.execute("DROP FUNCTION refuse_two_holders()")
        return
    for name in CHECKED:
        op.execute(f"DROP TRIGGER tenure_one_holder_{name}")

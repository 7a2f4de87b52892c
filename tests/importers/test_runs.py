"""What an import notes of itself, and leaves behind for the database."""

from sqlalchemy import Engine, text

from importers.import_reports import import_reports
from tests.importers.contents import SAMPLES

COUNTED = {
    "sqlite": "SELECT count(stat) FROM sqlite_stat1 WHERE tbl = 'statement'",
    "postgresql": "SELECT count(*) FROM pg_stats WHERE tablename = 'statement'",
}


def test_the_database_knows_after_an_import_what_its_plans_rest_on(engine: Engine) -> None:
    import_reports(engine, [str(SAMPLES)])
    with engine.connect() as connection:
        assert connection.execute(text(COUNTED[engine.dialect.name])).scalar_one() > 0

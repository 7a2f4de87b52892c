"""The rules of the data stand in the database itself: rows that break one are refused on both engines."""

import datetime
from typing import Any

import pytest
from sqlalchemy import Engine, insert, inspect, select
from sqlalchemy.exc import IntegrityError

import models
from models import Base, key_of

CN, RU = key_of("country", "CN"), key_of("country", "RU")
XI, PUTIN = key_of("leader", "xi-jinping"), key_of("leader", "vladimir-putin")
DAY = datetime.date(2020, 12, 31)
EXCHANGE = {
    "id": 1, "occasion_id": key_of("occasion", "new-year"), "occasion_year": 2021, "leader_a_id": PUTIN,
    "leader_b_id": XI
}  # fmt: skip
MILESTONE = {"id": 1, "slug": "test", "kind": "treaty", "name": "Test", "year": 2001, "verified": False}
STATISTIC = {
    "id": 1, "reporter_id": CN, "partner_id": RU, "year": 2023, "flow": "total", "value_usd": 1, "issuer": "a",
    "basis": "calendar_year", "verified": True
}  # fmt: skip
TENURE = {
    "id": 1, "leader_id": XI, "office_id": key_of("office", "cn-premier"), "started_on": DAY, "is_acting": False,
    "verified": False
}  # fmt: skip
COUNTRY = {"id": 1, "code": "XX", "kind": "country", "name": "X", "verified": False}


@pytest.mark.parametrize(
    ("model", "row"),
    [
        pytest.param(models.Tenure, TENURE | {"ended_on": DAY}, id="a tenure ends after its start"),
        pytest.param(models.Milestone, MILESTONE | {"month": 13}, id="months are 1 to 12"),
        pytest.param(models.Milestone, MILESTONE | {"day": 5}, id="a day needs its month"),
        pytest.param(models.Exchange, EXCHANGE | {"leader_a_id": XI}, id="an exchange has two leaders"),
        pytest.param(models.Exchange, EXCHANGE | {"occasion_id": 5}, id="an occasion must exist"),
        pytest.param(models.TradeStatistic, STATISTIC | {"value_usd": -1}, id="amounts are not negative"),
        pytest.param(models.TradeStatistic, STATISTIC | {"flow": "sideways"}, id="flows are total, export, import"),
        pytest.param(models.TradeStatistic, STATISTIC | {"partner_id": CN}, id="trade is between two countries"),
        pytest.param(models.Country, COUNTRY | {"code": "xx"}, id="codes are capitals"),
        pytest.param(models.Country, COUNTRY | {"code": "CN"}, id="a code stands once"),
    ],
)
def test_a_row_against_the_rules_is_refused(engine: Engine, model: type[Base], row: dict[str, Any]) -> None:
    own = [column.name for column in model.__table__.columns]
    defaults = {"supplied_by": "chancery"} if "supplied_by" in own else {}
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(insert(model), defaults | row)


def test_every_table_and_column_says_what_it_is() -> None:
    for table in Base.metadata.sorted_tables:
        assert table.comment, table.name
        for column in table.columns:
            assert column.comment, f"{table.name}.{column.name}"


def test_constraints_are_named_by_the_convention(engine: Engine) -> None:
    inspector = inspect(engine)
    for table in inspector.get_table_names():
        # SQLite reads no name back of a key that stands with its column; one that is rebuilt later has its name
        with_names = [key["name"] for key in inspector.get_foreign_keys(table)]
        names = [name for name in with_names if name is not None or engine.dialect.name != "sqlite"]
        names += [constraint["name"] for constraint in inspector.get_unique_constraints(table)]
        names += [constraint["name"] for constraint in inspector.get_check_constraints(table)]
        for name in names:
            assert table == "alembic_version" or (name is not None and name[:3] in ("fk_", "uq_", "ck_")), (table, name)


def test_the_words_for_kinds_agree_with_the_shipped_data(engine: Engine) -> None:
    with engine.connect() as connection:
        assert connection.execute(select(models.Milestone.id)).first()
        assert connection.execute(select(models.TradeStatistic.id)).first()

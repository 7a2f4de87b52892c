from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy import Engine, inspect, text

import migrations
from models.database import connect, writing
from queries.catalogue import shipped_reports
from queries.publish import by_dependence, publish, withdraw
from tests.queries import world

PROMISED = {
    "report_source_reports": """
        source_report_id locator outlet language headline dateline_place published_on url""",
    "report_exchanges": """
        exchange_id occasion occasion_year exchanged_on leader_a leader_b country_a country_b milestone ordinal
        messages reports outlets""",
    "report_coverage": "exchange_id source_report_id locator outlet exchanged_on published_on statements",
    "report_messages": """
        message_id exchange_id sent_on sender sender_office sender_country recipient recipient_office
        recipient_country statements reports""",
    "report_statements": """
        statement_id message_id exchange_id source_report_id locator outlet speaker recipient mode start_char
        end_char quote""",
    "report_themes": """
        theme kind statement_id message_id exchange_id occasion_year locator outlet speaker ordinal quote""",
    "report_anniversaries": """
        milestone milestone_name ordinal observed_year counted_year agrees statement_id exchange_id locator outlet
        speaker quote""",
    "report_upcoming_anniversaries": """
        milestone milestone_name ordinal due_year due_on parties times_mentioned last_mentioned_year""",
    "report_trade_figures": """
        claim flow amount currency percent year country_a country_b statement_id exchange_id locator outlet speaker
        quote""",
    "report_trade_against_official": """
        claim flow amount currency percent year country_a country_b statement_id exchange_id locator outlet speaker
        quote official_usd difference_percent reached""",
}


def test_the_promised_columns_come_first_under_their_names(world_engine: Engine) -> None:
    for view, promised in PROMISED.items():
        columns = [column["name"] for column in inspect(world_engine).get_columns(view)]
        assert columns[: len(promised.split())] == promised.split()


def test_every_report_is_a_view(world_engine: Engine) -> None:
    views = {view for view in inspect(world_engine).get_view_names() if view.startswith("report_")}
    assert views == {report.view for report in shipped_reports().values()}


def test_columns_of_views_have_fitting_types(world_engine: Engine) -> None:
    if world_engine.dialect.name == "sqlite":
        columns = (
            "SELECT report_upcoming_anniversaries.due_on FROM report_upcoming_anniversaries WHERE due_on IS NOT NULL"
        )
        with world_engine.connect() as connection:
            assert all(len(day) == 10 for day in connection.scalars(text(columns)))
        return
    kinds = {
        (view, column["name"]): str(column["type"])
        for view in PROMISED
        for column in inspect(world_engine).get_columns(view)
    }
    assert kinds["report_upcoming_anniversaries", "due_on"] == "DATE"
    assert kinds["report_exchanges", "exchanged_on"] == "DATE"
    assert kinds["report_anniversaries", "agrees"] == "BOOLEAN"
    assert kinds["report_exchanges", "reports"] == "INTEGER"
    assert kinds["report_trade_against_official", "difference_percent"].startswith("NUMERIC")


def test_withdrawing_leaves_no_view_and_publishing_again_brings_them_back(empty_address: str) -> None:
    engine = connect(empty_address)
    with writing(engine) as connection:
        migrations.upgrade(connection)
        publish(connection)
        connection.execute(text("CREATE VIEW report_of_another AS SELECT * FROM report_trade_against_official"))
        withdraw(connection)
        assert inspect(connection).get_view_names() == []
        publish(connection)
        assert len([view for view in inspect(connection).get_view_names() if view.startswith("report_")]) == len(
            shipped_reports()
        )
    engine.dispose()


def test_a_report_comes_after_those_it_reads() -> None:
    order = [report.name for report in by_dependence(reversed(shipped_reports().values()))]
    assert order.index("trade-figures") < order.index("trade-against-official")
    assert order.index("official-trade") < order.index("trade-against-official")


def test_a_folder_of_ones_own_is_published_beside_the_shipped_reports(
    chancery: Callable[..., Result], empty_address: str, tmp_path: Path
) -> None:
    engine = connect(empty_address)
    world.build(engine)
    (tmp_path / "letters.sql").write_text(
        "SELECT sender, count(*) AS n FROM report_messages GROUP BY sender; -- mine\n"
    )
    (tmp_path / "most_letters.sql").write_text("SELECT max(n) AS most FROM report_letters")
    for _ in range(2):
        published = chancery("report", "--publish", str(tmp_path), "--db", empty_address)
        assert published.exit_code == 0, published.output
    with engine.connect() as connection:
        assert connection.execute(text("SELECT most FROM report_most_letters")).scalar() == 5
    (tmp_path / "exchanges.sql").write_text("SELECT 1 AS one")
    refused = chancery("report", "--publish", str(tmp_path), "--db", empty_address)
    assert "exchanges.sql: a report of that name comes with Chancery" in refused.output
    (tmp_path / "exchanges.sql").write_text("SELECT nothing FROM nowhere")
    (tmp_path / "exchanges.sql").rename(tmp_path / "a name.sql")
    refused = chancery("report", "--publish", str(tmp_path), "--db", empty_address)
    assert "name the file with letters, digits, - and _ only" in refused.output
    (tmp_path / "a name.sql").rename(tmp_path / "wrong.sql")
    refused = chancery("report", "--publish", str(tmp_path), "--db", empty_address)
    assert refused.exit_code == 2
    assert "the database does not run" in refused.output
    assert "report_wrong" not in inspect(engine).get_view_names()
    engine.dispose()


def test_views_of_others_that_read_ours_are_named_and_kept(
    chancery: Callable[..., Result], address: str, engine: Engine
) -> None:
    if engine.dialect.name != "postgresql":
        pytest.skip("SQLite lets views be dropped that others read")
    with writing(engine) as connection:
        connection.execute(text("CREATE SCHEMA marts"))
        connection.execute(text("CREATE VIEW marts.by_year AS SELECT observed_year FROM report_anniversaries"))
    refused = chancery("init", "--db", address)
    assert refused.exit_code == 2
    assert "view marts.by_year" in refused.output
    assert "drop" in refused.output
    with engine.connect() as connection:
        assert connection.execute(text("SELECT * FROM marts.by_year")).all() == []

"""The year of writing is kept by the database, whoever writes: of the day, else of the occasion."""

import datetime

from sqlalchemy import Connection, Engine, select, update

from models import Exchange, Message, key_of


def years(connection: Connection, exchange: str) -> tuple[int | None, list[int | None]]:
    """The years of an exchange and of its messages."""
    key = key_of("exchange", exchange)
    of_messages = select(Message.written_year).where(Message.exchange_id == key).order_by(Message.written_year)
    return (
        connection.scalar(select(Exchange.written_year).where(Exchange.id == key)),
        list(connection.scalars(of_messages)),
    )


def test_new_rows_have_the_year_of_their_day_else_of_the_occasion(world_engine: Engine) -> None:
    with world_engine.connect() as connection:
        assert years(connection, "ny2021") == (2020, [2020, 2020])  # greetings for 2021, sent in 2020
        assert years(connection, "premiers2021") == (2020, [2020, 2020])  # of one message the day is not known
        assert years(connection, "solih") == (None, [None])


def test_a_corrected_day_corrects_the_year(world_engine: Engine) -> None:
    key = key_of("exchange", "premiers2021")
    of_exchange, of_messages = Exchange.id == key, Message.exchange_id == key
    with world_engine.connect() as connection:  # never committed
        for day, expected in ((datetime.date(2019, 1, 1), (2019, [2019, 2020])), (None, (2021, [2020, 2021]))):
            connection.execute(update(Exchange).where(of_exchange).values(exchanged_on=day))
            assert years(connection, "premiers2021") == expected
        connection.execute(update(Message).where(of_messages).values(sent_on=datetime.date(2018, 5, 5)))
        assert years(connection, "premiers2021") == (2021, [2018, 2018])
        connection.execute(update(Message).where(of_messages).values(sent_on=None))
        assert years(connection, "premiers2021") == (2021, [2021, 2021])
        connection.execute(update(Exchange).where(of_exchange).values(occasion_year=2020))
        assert years(connection, "premiers2021") == (2020, [2020, 2020])

"""Whether exchanges and messages have the day and the milestone that most of their reports give, or people."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from importers.settle import tellings, unsettled
from importers.store import in_parts
from importers.verify.wrong import READ_AGAIN, Wrong, row_of
from models import Exchange

OF_EXCHANGE = "its day, its milestone or the count of it is not what most of its reports give, or a person"
OF_MESSAGE = "its day is not what most of its reports give, or a person"


def unlike_their_reports(connection: Connection) -> Iterator[Wrong]:
    """Yield the exchanges and the messages that are stored otherwise than their reports and people have them."""
    for keys in in_parts(connection.execute(select(Exchange.id)).scalars()):
        exchanges, messages = unsettled(connection, tellings(connection, set(keys)))
        yield from (Wrong(row_of("exchange", row["id"]), OF_EXCHANGE, READ_AGAIN) for row in exchanges)
        yield from (Wrong(row_of("message", row["id"]), OF_MESSAGE, READ_AGAIN) for row in messages)

"""Registers a database with LibreOffice Base, and writes the rows of a query as JSON.

Run by the Python that LibreOffice has its bridge for: read_base.py PIPE FILE.odb ADDRESS USER QUERY.
"""

import json
import sys
import time
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]
from com.sun.star.sdbc import DataType  # type: ignore[import-not-found]

STARTING = 60  # seconds
TRUTH = (DataType.BOOLEAN, DataType.BIT)
WHOLE = (DataType.BIGINT, DataType.INTEGER, DataType.SMALLINT)
EXACT = (DataType.NUMERIC, DataType.DECIMAL)


def office(pipe: str) -> Any:
    """Return the running LibreOffice's services."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(STARTING * 10):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not start")


def told(row: Any, place: int, kind: int) -> Any:
    """Return a value of a row by its type; days and all else as text."""
    if kind in TRUTH:
        value = row.getBoolean(place)
    elif kind in WHOLE:
        value = row.getLong(place)
    else:
        value = row.getString(place)
        if kind in EXACT and not row.wasNull():
            value = float(value)
    return None if row.wasNull() else value


def main(pipe: str, file: str, address: str, user: str, query: str) -> None:
    """Make a file of Base for the database, open it, and write the rows."""
    context = office(pipe)
    databases = context.ServiceManager.createInstanceWithContext("com.sun.star.sdb.DatabaseContext", context)
    source = databases.createInstance()
    source.URL = address
    source.DatabaseDocument.storeAsURL(uno.systemPathToFileUrl(file), ())
    connection = databases.getByName(uno.systemPathToFileUrl(file)).getConnection(user, "")
    row = connection.createStatement().executeQuery(query)
    kinds = [row.MetaData.getColumnType(place) for place in range(1, row.MetaData.ColumnCount + 1)]
    rows = []
    while row.next():
        rows.append([told(row, place, kind) for place, kind in enumerate(kinds, 1)])
    views = [name for name in connection.Tables.ElementNames if name.endswith("report_anniversaries")]
    connection.close()
    print(json.dumps({"rows": rows, "views": views}))
    context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()


main(*sys.argv[1:])

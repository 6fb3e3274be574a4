"""The tables of a plan in an SQLite database: the same in a file and in a working copy."""

from __future__ import annotations

from typing import cast

import apsw

from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.schema import APPLICATION_ID, FORMAT, SCHEMA, TABLES, Row, Rows, Schema


def create(connection: apsw.Connection, found: Rows, identity: Identity, digest: str) -> None:
    """Create and fill all tables in an empty database, and mark it as ours."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT}")
    for sql in SCHEMA.values():
        connection.execute(sql)
    meta = (identity.document, identity.revision, identity.parent, digest)
    connection.execute("INSERT INTO meta VALUES (?, ?, ?, ?)", meta)
    for table in TABLES.values():
        connection.executemany(table.insert, found[table.name])


def fetch(connection: apsw.Connection) -> Rows:
    """Return the rows of all nodes in a database of the present format."""
    return {table.name: select(connection, table.select) for table in TABLES.values()}


def fetch_as_declared(connection: apsw.Connection, schema: Schema) -> Rows:
    """Return the rows of all nodes in a database of any format, columns in the order of its own statements."""
    return {name: select(connection, f"SELECT * FROM {name} ORDER BY id") for name in schema if name != "meta"}


def select(connection: apsw.Connection, sql: str) -> list[Row]:
    """Return all rows of a query on tables that hold nothing but texts, whole numbers and NULL."""
    return cast(list[Row], connection.execute(sql).fetchall())

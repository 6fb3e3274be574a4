"""The tables of a plan in an SQLite database: the same in a file and in a working copy."""

from __future__ import annotations

from typing import cast

import apsw

from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.records import Rows
from renaksi_desktop.storage.schema import APPLICATION_ID, FORMAT, SCHEMA, TABLES, Row


def create(connection: apsw.Connection, found: Rows, identity: Identity, digest: str) -> None:
    """Create and fill all tables in an empty database, and mark it as ours."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT}")
    for sql in SCHEMA.values():
        connection.execute(sql)
    meta = (identity.document, identity.revision, identity.parent, digest)
    connection.execute("INSERT INTO meta VALUES (?, ?, ?, ?)", meta)
    for kind, some in found.items():
        connection.executemany(TABLES[kind].insert, some)


def fetch(connection: apsw.Connection) -> Rows:
    """Return the rows of all nodes in a database of the present format."""
    return {kind: select(connection, table.select) for kind, table in TABLES.items()}


def select(connection: apsw.Connection, sql: str) -> list[Row]:
    """Return all rows of a query on tables that hold nothing but texts, whole numbers and NULL."""
    return cast(list[Row], connection.execute(sql).fetchall())

"""The bytes of a file that anyone may have made, let in as a database that cannot run, write or stall anything.

Nothing here opens the file itself as a database: its bytes are loaded into memory, so that a journal or a
write-ahead log beside it means nothing, and nothing is left beside it.
"""

from __future__ import annotations

import struct
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Final

import apsw

from renaksi_desktop.storage.errors import Damaged, ForeignSchema, NewerFormat, NotOurs, TooSlow
from renaksi_desktop.storage.schema import APPLICATION_ID, FORMAT, Schema

DEADLINE: Final = 4.0
"""Seconds of SQLite's work on one file; the largest plan takes a fiftieth of it."""

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER_SIZE: Final = 100
_JOURNAL_VERSIONS: Final = slice(18, 20)
_UTF8: Final = 1

_SETTINGS: Final = {
    apsw.SQLITE_DBCONFIG_DEFENSIVE: 1,
    apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA: 0,
    apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER: 0,
    apsw.SQLITE_DBCONFIG_ENABLE_VIEW: 0,
    apsw.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION: 0,
    apsw.SQLITE_DBCONFIG_DQS_DDL: 0,
    apsw.SQLITE_DBCONFIG_DQS_DML: 0,
}
_LIMITS: Final = {
    apsw.SQLITE_LIMIT_LENGTH: 2**18,  # bytes of one row; the longest that our fields allow is a little shorter
    apsw.SQLITE_LIMIT_SQL_LENGTH: 10_000,
    apsw.SQLITE_LIMIT_COLUMN: 30,
    apsw.SQLITE_LIMIT_EXPR_DEPTH: 20,
    apsw.SQLITE_LIMIT_COMPOUND_SELECT: 3,
    apsw.SQLITE_LIMIT_VDBE_OP: 25_000,
    apsw.SQLITE_LIMIT_ATTACHED: 0,
    apsw.SQLITE_LIMIT_WORKER_THREADS: 0,
}


def format_of(data: bytes, name: str) -> int:
    """Return the format number in the raw header of a file's bytes, of which `name` tells the user.

    Raises:
        NotOurs: no SQLite database, or not marked as ours.
        NewerFormat: a later program's; nothing else of it is looked at.
        Damaged: shorter or longer than its header says, or not in UTF-8.
    """
    if len(data) < _HEADER_SIZE or not data.startswith(_MAGIC):
        raise NotOurs(name)
    page_size, pages, encoding, user_version, application_id = _header(data)
    if application_id != APPLICATION_ID:
        raise NotOurs(name)
    if user_version > FORMAT:
        raise NewerFormat(name, user_version, FORMAT)
    if encoding != _UTF8 or len(data) != pages * page_size:
        raise Damaged(name)
    return user_version


def _header(data: bytes) -> tuple[int, int, int, int, int]:
    """Return page size, number of pages, encoding, user_version and application_id."""
    # At the places that https://www.sqlite.org/fileformat2.html gives.
    (page_size,) = struct.unpack_from(">H", data, 16)
    (pages,) = struct.unpack_from(">I", data, 28)
    encoding, user_version = struct.unpack_from(">Ii", data, 56)
    (application_id,) = struct.unpack_from(">I", data, 68)
    return 65536 if page_size == 1 else page_size, pages, encoding, user_version, application_id


@contextmanager
def admitted(data: bytes, schema: Schema, name: str) -> Iterator[apsw.Connection]:
    """Load a file's bytes into memory, and yield them as a database that has exactly this schema and is sound.

    Raises:
        ForeignSchema: other tables, or anything besides tables.
        Damaged: SQLite finds it malformed, now or while the caller reads.
        TooSlow: reading takes longer than `DEADLINE`.
    """
    with closing(_hardened_connection()) as connection:
        try:
            connection.deserialize("main", _as_plain_journal(data))
            _check_schema(connection, schema, name)
            if connection.pragma("integrity_check", 1) != "ok":
                raise Damaged(name)
            yield connection
        except apsw.InterruptError:
            raise TooSlow(name) from None
        except (apsw.Error, UnicodeDecodeError) as error:
            raise Damaged(name) from error


def _hardened_connection() -> apsw.Connection:
    connection = apsw.Connection(":memory:")
    for setting, value in _SETTINGS.items():
        connection.config(setting, value)
    for limit, value in _LIMITS.items():
        connection.limit(limit, value)
    connection.pragma("cell_size_check", True)
    end = time.monotonic() + DEADLINE
    connection.set_progress_handler(lambda: time.monotonic() > end, 10_000)
    return connection


def _as_plain_journal(data: bytes) -> bytes:
    """Say in the header that there is no write-ahead log: what is in the file alone counts."""
    loaded = bytearray(data)
    loaded[_JOURNAL_VERSIONS] = b"\x01\x01"
    return bytes(loaded)


def _check_schema(connection: apsw.Connection, schema: Schema, name: str) -> None:
    expected = {("table", table, table, sql) for table, sql in schema.items()}
    found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT 100").fetchall()
    if len(found) != len(expected) or set(found) != expected:
        raise ForeignSchema(name)

"""Who owns a working copy: its database is locked by SQLite for as long as the owner lives.

Locking mode EXCLUSIVE keeps that lock from the first read to the end of the connection or of the process, so a
copy that can be opened has lost its owner. Who makes, takes over or removes a copy holds the lock of the whole
folder meanwhile, so that no one takes a copy that is just being made, or removes one that is just being taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

import apsw

from renaksi_desktop.storage.errors import WorkNotKept, WorkTaken
from renaksi_desktop.storage.reasons import reason_of

_FOLDER_LOCK: Final = "kunci"
_FOLDER_LOCK_WAIT: Final = 10_000
"""Milliseconds; each holder needs it for some milliseconds."""

_FAULTS: Final = {
    apsw.FullError: "disk penuh",
    apsw.IOError: "perangkat penyimpanan bermasalah",
    apsw.CantOpenError: "berkasnya tidak dapat dibuka",
    apsw.ReadOnlyError: "berkasnya hanya dapat dibaca",
    apsw.BusyError: "sedang dipakai oleh program lain",
    apsw.CorruptError: "berkasnya rusak",
    apsw.NotADBError: "berkasnya rusak",
}
"""What SQLite raises for faults of the disk, the folder or the file; anything else is a fault of ours."""


def own(path: Path) -> apsw.Connection:
    """Open a copy, made empty where it is not there, and so become its owner.

    Raises:
        WorkTaken: it has an owner.
    """
    connection = apsw.Connection(str(path))
    try:
        connection.pragma("locking_mode", "exclusive")
        connection.pragma("journal_mode", "wal")
        connection.pragma("synchronous", "full")
    except BaseException as error:
        connection.close()
        if isinstance(error, apsw.BusyError):
            raise WorkTaken from None
        raise
    return connection


def take_over(path: Path) -> apsw.Connection:
    """Become the owner of a copy that is there.

    Raises:
        WorkTaken: it has an owner, or it is gone.
    """
    if not path.exists():
        raise WorkTaken
    return own(path)


def remove(path: Path) -> None:
    """Remove a copy whose connection is closed."""
    for suffix in ("", "-wal", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


@contextmanager
def folder_locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder of working copies; the system lets go of it for a program that dies."""
    with closing(apsw.Connection(str(folder / _FOLDER_LOCK))) as connection:
        connection.set_busy_timeout(_FOLDER_LOCK_WAIT)
        connection.execute("BEGIN EXCLUSIVE")
        yield


@contextmanager
def transaction(connection: apsw.Connection) -> Iterator[None]:
    """Keep all that is done inside, on disk, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        # Not where the commit went well, nor where SQLite has already rolled back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextmanager
def faults_told() -> Iterator[None]:
    """Tell the user what the environment refused, as WorkNotKept; a fault of ours passes as it is."""
    try:
        yield
    except OSError as error:
        raise WorkNotKept(reason_of(error)) from error
    except tuple(_FAULTS) as error:
        raise WorkNotKept(_FAULTS[type(error)]) from error

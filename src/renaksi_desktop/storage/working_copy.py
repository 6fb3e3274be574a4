"""The working copy: every edit of an open plan is in a database on disk before it counts.

The database has the tables of the file, and one more, `kerja`, that says which file the plan came from, whether
what the copy holds is saved there, and when it was changed last.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple, Self

import apsw

from renaksi_desktop.domain.difference import Difference
from renaksi_desktop.domain.plan import Plan, new_id
from renaksi_desktop.storage import atomic
from renaksi_desktop.storage.changes import statements
from renaksi_desktop.storage.database import create, fetch
from renaksi_desktop.storage.errors import Damaged, InvalidContent, NewerFormat
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.migrations import STEPS, migrate
from renaksi_desktop.storage.ownership import faults_told, folder_locked, own, remove, take_over, transaction
from renaksi_desktop.storage.records import plan_of, rows
from renaksi_desktop.storage.schema import FORMAT

SUFFIX: Final = ".kerja"
UNREADABLE: Final = (apsw.NotADBError, apsw.CorruptError, apsw.SQLError, UnicodeDecodeError)
"""What reading a damaged copy raises."""

_STATE: Final = "CREATE TABLE kerja (path BLOB, digest TEXT, saved INTEGER NOT NULL, changed TEXT NOT NULL) STRICT"


@dataclass(frozen=True, slots=True)
class Origin:
    """What a plan was opened from or saved to last; `path` and `digest` are None where it has no file yet."""

    path: Path | None
    identity: Identity
    digest: str | None


class State(NamedTuple):
    """What a copy says of itself; `changed` is the time of the last edit, in UTC."""

    origin: Origin
    saved: bool
    changed: datetime


class WorkingCopy:
    """The working copy of one open plan, owned by this process."""

    def __init__(self, path: Path, connection: apsw.Connection, plan: Plan, origin: Origin) -> None:
        self.path: Final = path
        self.origin = origin
        self._connection = connection
        self._plan = plan
        self._saved: Plan | None = None

    @property
    def is_modified(self) -> bool:
        """Say whether the plan is another value than the one that was saved last."""
        return self._plan != self._saved

    @classmethod
    def create(cls, folder: Path, plan: Plan, origin: Origin) -> Self:
        """Start a working copy in `folder`; `plan` counts as saved.

        Raises:
            WorkNotKept: it cannot be written.
        """
        path = folder / f"{new_id()}{SUFFIX}"
        with faults_told(), folder_locked(folder), ExitStack() as unless_made:
            connection = unless_made.enter_context(closing(own(path)))
            with transaction(connection):
                create(connection, rows(plan), origin.identity, digest="")
                connection.execute(_STATE)
                _put_state(connection, origin, saved=True)
            atomic.sync_folder(folder)
            unless_made.pop_all()
        copy = cls(path, connection, plan, origin)
        copy._saved = plan
        return copy

    def commit(self, change: Difference, plan: Plan) -> None:
        """Keep an edit, which made `plan` by `change`; it is on disk when this returns.

        Raises:
            WorkNotKept: the copy still holds the plan from before the edit.
        """
        with faults_told(), transaction(self._connection):
            for sql, values in statements(change):
                self._connection.execute(sql, values)
            saved = plan == self._saved
            self._connection.execute("UPDATE kerja SET saved = ?, changed = ?", (saved, _now()))
        self._plan = plan

    def mark_saved(self, origin: Origin, *, durable: bool = True) -> None:
        """Note that the plan is now in a file, as `origin` says; not `durable`, it still counts as not saved.

        Raises:
            WorkNotKept: the note could not be written; the file is saved nevertheless.
        """
        # What was saved before is in the file no longer, even where the note fails.
        self.origin, self._saved = origin, None
        with faults_told(), transaction(self._connection):
            _put_state(self._connection, origin, saved=durable)
        if durable:
            self._saved = self._plan

    def close(self) -> None:
        """Give up the copy and remove it, whether or not what it holds was saved.

        Raises:
            WorkNotKept: it could not be removed, and may be offered for recovery.
        """
        with faults_told(), folder_locked(self.path.parent):
            self._connection.close()
            remove(self.path)


def resume(path: Path) -> tuple[WorkingCopy, Plan]:
    """Take over a copy whose owner died, with its plan, which counts as not saved.

    Raises:
        WorkTaken: another process has it by now, or it was removed.
        InputRefused: it is damaged, or a newer program's.
        WorkNotKept: it cannot be used.
    """
    with faults_told(), _damage_told(path.name), folder_locked(path.parent), ExitStack() as unless_owned:
        connection = unless_owned.enter_context(closing(take_over(path)))
        plan, state = _plan(connection, path.name), state_of(connection)
        unless_owned.pop_all()
    return WorkingCopy(path, connection, plan, state.origin), plan


def state_of(connection: apsw.Connection) -> State:
    """Return what an open copy says of itself."""
    path, digest, saved, changed, *ids = connection.execute(
        "SELECT path, digest, saved, changed, document, revision, parent FROM kerja, meta"
    ).get
    origin = Origin(None if path is None else Path(os.fsdecode(path)), Identity(*ids), digest)
    return State(origin, bool(saved), datetime.fromisoformat(changed))


def _put_state(connection: apsw.Connection, origin: Origin, *, saved: bool) -> None:
    path = None if origin.path is None else os.fsencode(origin.path)
    identity = origin.identity
    connection.execute("DELETE FROM kerja")
    connection.execute("INSERT INTO kerja VALUES (?, ?, ?, ?)", (path, origin.digest, saved, _now()))
    connection.execute(
        "UPDATE meta SET document = ?, revision = ?, parent = ?",
        (identity.document, identity.revision, identity.parent),
    )


def _plan(connection: apsw.Connection, name: str) -> Plan:
    """Return the plan in an open copy, which is brought to the present format first."""
    format_number = connection.pragma("user_version")
    if format_number > FORMAT:
        raise NewerFormat(name, format_number, FORMAT)
    if format_number < FORMAT:
        with transaction(connection):
            migrate(connection, format_number, STEPS)
            connection.pragma("user_version", FORMAT)
    found = fetch(connection)
    try:
        return plan_of(found)
    except ValueError as reason:
        raise InvalidContent(name, str(reason)) from None


@contextmanager
def _damage_told(name: str) -> Iterator[None]:
    try:
        yield
    except UNREADABLE as error:
        raise Damaged(name) from error


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

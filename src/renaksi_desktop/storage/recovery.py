"""What a program that died left behind: found at the next start, offered, taken up again or discarded."""

from __future__ import annotations

from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import apsw

from renaksi_desktop.storage import atomic
from renaksi_desktop.storage.errors import WorkTaken
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.ownership import faults_told, folder_locked, remove, take_over
from renaksi_desktop.storage.working_copy import SUFFIX, UNREADABLE, Origin, State, state_of


class Abandoned(NamedTuple):
    """A working copy whose owner died with unsaved work; `changed` is the time of the last edit, in UTC."""

    path: Path
    origin: Origin
    changed: datetime


def abandoned(folder: Path) -> list[Abandoned]:
    """Return the copies in `folder` whose owner died with unsaved work; remove what other dead owners left.

    A copy that cannot be read is among them, with a made-up origin: `working_copy.resume` says what is wrong.

    Raises:
        WorkNotKept: the folder cannot be used.
    """
    with faults_told(), folder_locked(folder):
        found = [_inspected(path) for path in sorted(folder.glob(f"*{SUFFIX}"))]
    return [copy for copy in found if copy is not None]


def discard(path: Path) -> None:
    """Remove an abandoned copy with the unsaved work in it.

    Raises:
        WorkTaken: another process has it by now, or it was removed.
        WorkNotKept: it could not be removed.
    """
    with faults_told(), folder_locked(path.parent):
        # What cannot even be opened has no owner either.
        with suppress(*UNREADABLE):
            take_over(path).close()
        remove(path)


def _inspected(path: Path) -> Abandoned | None:
    """Return a copy to be offered, or None: it has an owner, or it held nothing unsaved and is removed now."""
    try:
        state = _state(path)
    except WorkTaken:
        return None
    if state and state.origin.path:
        atomic.tidy(state.origin.path)
    if state and not state.saved:
        return Abandoned(path, state.origin, state.changed)
    # One that cannot be removed now is looked at again at the next start, and must not hide the others.
    with suppress(OSError):
        remove(path)
    return None


def _state(path: Path) -> State | None:
    """Return what a copy without an owner says of itself, None if it was not yet made."""
    try:
        with closing(take_over(path)) as connection:
            return state_of(connection) if connection.table_exists("main", "kerja") else None
    except (*UNREADABLE, apsw.CantOpenError, apsw.ReadOnlyError, apsw.IOError):
        nameless = Origin(None, Identity.new(), None)
        return State(nameless, saved=False, changed=datetime.fromtimestamp(path.stat().st_mtime, UTC))

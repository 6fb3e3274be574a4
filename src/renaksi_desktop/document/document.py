"""The open document: every edit goes through it, is kept in the working copy, and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Self, TypeAlias

from renaksi_desktop.domain.difference import Difference, difference
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.errors import EditRefused
from renaksi_desktop.domain.fields import MAX_NODES
from renaksi_desktop.domain.plan import Plan, walk
from renaksi_desktop.storage import save
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.places import Places
from renaksi_desktop.storage.reader import Stored, read
from renaksi_desktop.storage.working_copy import Origin, WorkingCopy, resume
from renaksi_desktop.storage.writer import pack


class Change(NamedTuple):
    """One step from a plan to the next, told to the listeners after it is kept."""

    old: Plan
    new: Plan
    difference: Difference


class Step(NamedTuple):
    """An earlier or later plan to go to, and the name of the edit that lies between."""

    name: str
    plan: Plan


Listener: TypeAlias = Callable[[Change], None]


class Document:
    """A plan being worked on. Undo and redo are earlier and later values of it.

    Every method that changes the plan returns only after the change is in the working copy on disk, and raises
    WriteFailed, with the plan as it was, where that is not possible.
    """

    def __init__(self, plan: Plan, origin: Origin, places: Places, recovered: WorkingCopy | None = None) -> None:
        """Start with a plan that is as its file, or with unsaved work that was recovered."""
        self._plan = plan
        self._copy = recovered  # made once there is work to lose, so that opening writes nothing
        self._origin = origin
        self._places = places
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._listeners: list[Listener] = []

    @classmethod
    def new(cls, plan: Plan, places: Places) -> Self:
        """Start a document that has no file yet; it counts as saved until the first edit."""
        return cls(plan, Origin(path=None, identity=Identity.new(), digest=None), places)

    @classmethod
    def open(cls, path: Path, places: Places) -> Self:
        """Open a `.renaksi` file, which is read once and not held; one inside a PDF has no file to save to yet.

        Raises:
            InputRefused: the file is missing, damaged, foreign or newer.
        """
        stored = read(path)
        if stored.in_pdf:
            return cls(stored.plan, Origin(path=None, identity=stored.identity, digest=None), places)
        return cls(stored.plan, _origin(path, stored), places)

    @classmethod
    def recover(cls, copy: Path, places: Places) -> Self:
        """Go on with a working copy whose program died; its content counts as not saved.

        Raises:
            WorkTaken: another program has it by now.
            InputRefused: it is damaged.
        """
        working, plan = resume(copy)
        return cls(plan, working.origin, places, working)

    @property
    def plan(self) -> Plan:
        return self._plan

    @property
    def path(self) -> Path | None:
        """The file of this document, or None as long as it has none."""
        return self._origin.path

    @property
    def is_modified(self) -> bool:
        return self._copy is not None and self._copy.is_modified

    @property
    def undo_name(self) -> str | None:
        return self._undo[-1].name if self._undo else None

    @property
    def redo_name(self) -> str | None:
        return self._redo[-1].name if self._redo else None

    def subscribe(self, listener: Listener) -> None:
        """Call `listener` after every change of the plan, until the document is closed."""
        self._listeners.append(listener)

    def apply(self, edit: Edit) -> bool:
        """Do an edit as one undoable step; return False, with no step, where it changes nothing.

        Raises:
            EditRefused: the edit does not fit the plan.
            WriteFailed: the working copy could not be written.
        """
        before = self._plan
        if not self._become(edit.apply(before)):
            return False
        self._undo.append(Step(edit.name, before))
        self._redo.clear()
        return True

    def undo(self) -> None:
        """Go back one step, if there is one."""
        self._travel(self._undo, self._redo)

    def redo(self) -> None:
        """Do again what was undone last, if anything."""
        self._travel(self._redo, self._undo)

    def save(self) -> None:
        """Write the plan to its file.

        Raises:
            WriteFailed: also as ChangedElsewhere, where the file is no longer the one that was opened; and as
                NotYetDurable, where it is written but has to be saved once more.
        """
        if self.path is None:
            raise ValueError("a document without a file is saved by save_as")
        self._write(self.path, replaces=self._origin.digest)

    def save_as(self, path: Path) -> None:
        """Write the plan to another file, in place of whatever stands there now, and go on with that file."""
        self._write(path, replaces=save.digest_of(path))

    def packed(self) -> bytes:
        """Return the plan as the bytes of a `.renaksi` file; with unsaved changes it is a revision of its own."""
        identity = self._origin.identity
        return pack(self._plan, identity.next() if self.is_modified else identity)

    def close(self) -> None:
        """Give up the working copy; what was not saved is gone."""
        self._listeners.clear()
        if self._copy is not None:
            self._copy.close()

    def _travel(self, source: list[Step], target: list[Step]) -> None:
        if not source:
            return
        name, plan = source[-1]
        before = self._plan
        self._become(plan)
        source.pop()
        target.append(Step(name, before))

    def _become(self, plan: Plan) -> bool:
        change = Change(self._plan, plan, difference(self._plan, plan))
        if not change.difference:
            return False
        if change.difference.added:
            _refuse_too_large(plan)
        self._working_copy().commit(change.difference, plan)
        self._plan = plan
        for listener in self._listeners:
            listener(change)
        return True

    def _write(self, path: Path, *, replaces: str | None) -> None:
        identity = self._origin.identity.next()
        try:
            stored = save.save(self._plan, path, identity, replaces=replaces, backups=self._places.backups)
        except save.SavedNotYetDurable as error:
            self._origin = _origin(path, error.stored)
            self._working_copy().mark_saved(self._origin, durable=False)
            raise
        self._origin = _origin(path, stored)
        if self._copy is not None:
            self._copy.mark_saved(self._origin)

    def _working_copy(self) -> WorkingCopy:
        if self._copy is None:
            self._copy = WorkingCopy.create(self._places.work, self._plan, self._origin)
        return self._copy


def _refuse_too_large(plan: Plan) -> None:
    """Refuse more nodes than a file may hold, before there is work that cannot be saved."""
    inside = sum(1 for _ in walk(plan)) - len((plan, plan.dokumen, plan.cetak))
    if inside > MAX_NODES:
        raise EditRefused(f"Rencana memuat paling banyak {MAX_NODES} bagian.")


def _origin(path: Path, stored: Stored) -> Origin:
    return Origin(path=path, identity=stored.identity, digest=stored.digest)

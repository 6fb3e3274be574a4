"""Which nodes of a plan the rows of a sheet are: by id, then by kode below the same parent, or new ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias, TypeVar

from renaksi_desktop.domain.fields import NAMES, Uuid
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.plan import (
    RO,
    Id,
    Indikator,
    Komponen,
    Kontribusi,
    Node,
    Penandatangan,
    Plan,
    Sasaran,
    SubKomponen,
    below,
    new_id,
)
from renaksi_desktop.spreadsheets.kertas_kerja.columns import ID
from renaksi_desktop.spreadsheets.kertas_kerja.heads import Row

NodeT = TypeVar("NodeT", bound=Node)

Key: TypeAlias = tuple[str, Any]
"""The field by which a node is known among its siblings, and its value."""

KEYS: Final[dict[type[Node], tuple[str, ...]]] = {
    RO: ("kode", "nama"),
    Komponen: ("kode", "nama"),
    SubKomponen: ("kode", "nama"),
    Sasaran: ("kode", "uraian"),
    Indikator: ("kode", "uraian"),
    Kontribusi: ("subkomponen",),
    Penandatangan: ("nama",),
}
"""For each type of node the fields that tell siblings apart; the first that is filled in counts."""


def key_of(kind: type[Node], values: Mapping[str, Any]) -> Key | None:
    """Return the key of a node with these values, None where nothing tells it apart."""
    return next(((name, values[name]) for name in KEYS.get(kind, ()) if values.get(name)), None)


@dataclass(eq=False, slots=True)
class Entry:
    """A node that rows speak of: one row, or for a part of the budget the rows of all lines below it.

    `given` is the id in these rows; `id` the one of the node, once it is known. `values` are fields that are
    known beforehand. `notes` are told of a column by its field.
    """

    kind: type[Node]
    parent: Id
    given: Id
    key: Key | None
    rows: list[Row] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    id: Id = ""
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def home(self) -> tuple[Id, Key | None]:
        """What it stands below, and what tells it apart there."""
        return self.parent, self.key


class Matching:
    """Finds the nodes of an old plan that entries are, each at most once, and gives new ids to the others."""

    def __init__(self, old: Plan) -> None:
        self._index: Final = Index.of(old)
        self._taken: Final[dict[Id, Entry]] = {}
        self._namesakes: Final[dict[tuple[Id, type[Node]], dict[Key | None, list[Id]]]] = {}

    def old(self, kind: type[NodeT], node_id: Id) -> NodeT | None:
        """Return the node of this id as it was before, if it was there."""
        return self._index.get(node_id, kind)

    def old_field(self, kind: type[Node], node_id: Id, name: str) -> Any:
        """Return a field of a node as it was before, "" where it was not there."""
        return getattr(self._index.get(node_id, kind), name, "")

    def old_parent(self, node_id: Id) -> Id:
        """Return what a node stood below before, "" where it was not there."""
        parent = self._index.parent(node_id)
        return parent.id if parent else ""

    def identify(self, entries: Sequence[Entry], *, joined: bool) -> list[Entry]:
        """Give each entry, all of one type, its id, and return them in the order of their rows.

        An entry without an id of its own is the node that has its key below the same parent. Where entries are
        `joined`, it becomes one with an entry of that key, and is not returned.
        """
        for entry in entries:
            self._check(entry)
        for unchanged in (True, False):
            for entry in entries:
                if self._is_known(entry, unchanged=unchanged):
                    self._take(entry, entry.given)
        self._take_unknown(entries)
        self._settle(entries, joined=joined)
        return sorted((entry for entry in entries if entry.id), key=lambda entry: min(map(_number, entry.rows)))

    def _check(self, entry: Entry) -> None:
        """Forget an id that can be none of a node of this type."""
        if entry.given and not self._is_usable(entry.given, entry.kind):
            entry.notes.append((ID, "Id ini tidak dikenal; barisnya dikenali dari isinya."))
            entry.given = ""

    def _is_usable(self, given: Id, kind: type[Node]) -> bool:
        try:
            Uuid().read(given)
        except ValueError:
            return False
        known = self._index.nodes.get(given)
        other = self._taken.get(given)
        return (known is None or isinstance(known, kind)) and (other is None or other.kind is kind)

    def _is_known(self, entry: Entry, *, unchanged: bool) -> bool:
        """Say whether the id of an entry is free and of an old node, one with the same key if `unchanged`."""
        old = self._index.nodes.get(entry.given)
        if entry.id or old is None or entry.given in self._taken:
            return False
        return not unchanged or entry.home == (self.old_parent(old.id), _key_of_node(old))

    def _take_unknown(self, entries: Iterable[Entry]) -> None:
        """Let entries with an id that the old plan does not have be what their key says, or new nodes."""
        for entry in entries:
            if entry.given and not entry.id and entry.given not in self._taken:
                self._take(entry, self._namesake(entry) or entry.given)

    def _settle(self, entries: Iterable[Entry], *, joined: bool) -> None:
        homes = {entry.home: entry for entry in reversed(list(entries)) if entry.id and entry.key}
        for entry in entries:
            if entry.id:
                continue
            twin = homes.get(entry.home)
            if joined and twin:
                twin.rows += entry.rows
                continue
            self._note_repetition(entry, twin)
            self._take(entry, self._namesake(entry) or new_id())
            if entry.key:
                homes.setdefault(entry.home, entry)

    def _note_repetition(self, entry: Entry, twin: Entry | None) -> None:
        name = NAMES[entry.kind]
        if other := self._taken.get(entry.given):
            row = _number(other.rows[0])
            entry.notes.append((ID, f"Id ini juga ada di baris {row}; baris ini dianggap {name} lain."))
        elif twin and entry.key:
            row = _number(twin.rows[0])
            entry.notes.append((entry.key[0], f"Sama dengan baris {row}; baris ini menjadi {name} tersendiri."))

    def _namesake(self, entry: Entry) -> Id:
        """Return the old node that has the key of an entry below the same parent and is not taken; "" for none."""
        home = entry.parent, entry.kind
        if home not in self._namesakes:
            found: dict[Key | None, list[Id]] = {}
            parent = self._index.nodes.get(entry.parent)
            for node in below(parent, entry.kind) if parent else ():
                found.setdefault(_key_of_node(node), []).append(node.id)
            self._namesakes[home] = found
        alike = self._namesakes[home].get(entry.key, []) if entry.key else []
        return next((node_id for node_id in alike if node_id not in self._taken), "")

    def _take(self, entry: Entry, node_id: Id) -> None:
        entry.id = node_id
        self._taken[node_id] = entry


def _key_of_node(node: Node) -> Key | None:
    return key_of(type(node), {name: getattr(node, name) for name in KEYS.get(type(node), ())})


def _number(row: Row) -> int:
    return row.number

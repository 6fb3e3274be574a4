"""What changed between two plans, as lines that an officer reads: what it is, where, before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from renaksi_desktop.domain.bulan import label
from renaksi_desktop.domain.difference import ChildrenChange, Difference, FieldChange, difference
from renaksi_desktop.domain.entry import show_value
from renaksi_desktop.domain.fields import ANGKA, FIELDS, NAMES
from renaksi_desktop.domain.findings import Place
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.plan import (
    CHILDREN,
    Gaya,
    Id,
    Kontribusi,
    Node,
    Penandatangan,
    Pengecualian,
    Plan,
    SubKomponen,
    walk,
)
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.domain.wording import counted, place, spoken

BLANK = "(kosong)"
"""Stands for what holds nothing."""


class Change(StrEnum):
    """What happened to a part of a plan, in the order in which it is told."""

    ADDED = "ditambah"
    REMOVED = "dihapus"
    CHANGED = "diubah"
    MOVED = "dipindahkan"


class Line(NamedTuple):
    """One change: of the node with this id, where it stands, and what it was and is there.

    What is added or removed with all below it is one line, and has only one of `before` and `after`.
    """

    change: Change
    node: Id
    place: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        values = " menjadi ".join(filter(None, (self.before, self.after)))
        return f"{self.change}: {self.place}{': ' if values else ''}{values}"


def compare(old: Plan, new: Plan) -> tuple[Line, ...]:
    """Return what changed, grouped by `Change`; nothing where the plans are equal."""
    found = difference(old, new)
    if not found:
        return ()
    before, after = _Words(old, new.cetak.gaya), _Words(new, new.cetak.gaya)
    return (
        *(Line(Change.ADDED, node.id, after.place(node), after=text) for node, text in after.whole(found.added)),
        *(Line(Change.REMOVED, node.id, before.place(node), text) for node, text in before.whole(found.removed)),
        *(line for change in found.fields for line in _field_lines(change, before, after)),
        *_moves(found, before, after),
    )


def summary(lines: Iterable[Line]) -> str:
    """Return how many lines of each kind there are: "1 ditambah, 0 dihapus, 2 diubah"."""
    counts = Counter(line.change for line in lines)
    always = (Change.ADDED, Change.REMOVED, Change.CHANGED)
    return ", ".join(f"{counts[change]} {change}" for change in Change if counts[change] or change in always)


class _Words:
    """How the parts of one plan are called, and what they hold."""

    def __init__(self, plan: Plan, gaya: Gaya) -> None:
        self._index = Index.of(plan)
        self._lines = Totals(plan).lines
        self._gaya = gaya

    def place(self, node: Node) -> str:
        """Return where a node stands; a Kontribusi is told by the line that it is of."""
        own = self._index.get(node.id, Kontribusi)
        if own is not None:
            return f"{self.above(own)} > {NAMES[Kontribusi]} {self._line(own.subkomponen)}"
        return place(Place(node.id), self._index)

    def above(self, node: Node) -> str:
        """Return what a node stands below."""
        parent = self._index.parent(node.id)
        return self.place(parent) if parent else ""

    def whole(self, nodes: Sequence[Node]) -> Iterator[tuple[Node, str]]:
        """Yield those that stand below none of the others, with what they are and what comes with them."""
        ids = {node.id for node in nodes}
        for node in nodes:
            parent = self._index.parent(node.id)
            if parent is None or parent.id not in ids:
                below = [other for other in walk(node) if other is not node and other.id in ids]
                with_these = f"beserta {counted(below)}" if below else ""
                yield node, ", ".join(filter(None, (self._named(node), with_these)))

    def value(self, change: FieldChange, value: Any) -> str:
        """Return a value of the field that changed."""
        if change.field == "subkomponen":
            return self._line(value)
        if isinstance(value, tuple):
            return ", ".join(spoken(word) if isinstance(word, StrEnum) else word for word in value) or BLANK
        if isinstance(value, StrEnum):
            return spoken(value)
        return show_value(FIELDS[type(change.node)][change.field].kind, value, self._gaya) or BLANK

    def target(self, value: Any) -> str:
        """Return the target of a month."""
        return show_value(ANGKA, value, self._gaya) or BLANK

    def _line(self, node_id: Id) -> str:
        return self._lines[node_id].kode if node_id in self._lines else BLANK

    def _named(self, node: Node) -> str:
        """Return what a node is besides its kode."""
        if isinstance(node, Kontribusi):
            return format_rupiah(node.jumlah, self._gaya)
        if isinstance(node, SubKomponen):
            return ", ".join(filter(None, (node.nama, format_rupiah(node.anggaran, self._gaya))))
        if isinstance(node, Penandatangan):
            return ", ".join(filter(None, (node.nama, node.jabatan)))
        if isinstance(node, Pengecualian):
            return node.alasan
        return str(getattr(node, "uraian", "") or getattr(node, "nama", ""))


def _field_lines(change: FieldChange, before: _Words, after: _Words) -> Iterator[Line]:
    where = after.place(change.node)
    if change.field == "target":
        for bulan, (old, new) in enumerate(zip(change.old, change.new, strict=True), 1):
            if old != new:
                months = f"{where}, {label(bulan)}"
                yield Line(Change.CHANGED, change.node.id, months, before.target(old), after.target(new))
        return
    where = f"{where}, {FIELDS[type(change.node)][change.field].label}"
    old, new = before.value(change, change.old), after.value(change, change.new)
    yield Line(Change.CHANGED, change.node.id, where, old, new)


def _moves(found: Difference, before: _Words, after: _Words) -> Iterator[Line]:
    """Yield what came from below another parent, and where the order is another."""
    added = {node.id for node in found.added}
    for change in found.children:
        kind = CHILDREN[type(change.parent)][change.field]
        for child in getattr(change.parent, change.field):
            if child.id not in change.old and child.id not in added:
                yield Line(Change.MOVED, child.id, after.place(child), before.above(child), after.above(child))
        if _order_changed(change):
            yield Line(Change.MOVED, change.parent.id, f"{after.place(change.parent)}, urutan {NAMES[kind]}")


def _order_changed(change: ChildrenChange) -> bool:
    old, new = set(change.old), set(change.new)
    return [node for node in change.old if node in new] != [node for node in change.new if node in old]

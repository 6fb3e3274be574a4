"""A plan as the rows of its tables, and back: every value, id, parent and place is checked on the way in."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypeAlias

from renaksi_desktop.domain.fields import FIELDS, MAX_PENANDATANGAN, Uuid
from renaksi_desktop.domain.plan import (
    CHILDREN,
    NO_CHILDREN,
    REFERENCES,
    SINGLES,
    Id,
    Kontribusi,
    Node,
    Pengecualian,
    Plan,
    SubKomponen,
)
from renaksi_desktop.storage.schema import TABLES, Cell, Column, Row, Rows

_Siblings: TypeAlias = defaultdict[Cell, list[tuple[Cell, Node]]]
"""For each parent's id the places and nodes that still wait for that parent."""

_Below: TypeAlias = dict[type[Node], _Siblings]

_ID: Final = Column.of("id", Uuid())
_SINGLE_KINDS: Final[dict[type[Node], str]] = {type(getattr(Plan(), name)): name for name in SINGLES}


class RecordRefused(ValueError):
    """Rows that are not a plan; the message is an Indonesian clause that says what is wrong."""


def rows(plan: Plan) -> Rows:
    """Return the rows of `plan`."""
    found = {kind: _Placed([], [], []) for kind in TABLES}
    for kind, name in _SINGLE_KINDS.items():
        found[kind].add([getattr(plan, name)], plan.id)
    _descend(plan, found)
    return {table.name: sorted(table.rows(*found[kind])) for kind, table in TABLES.items()}


class _Placed(NamedTuple):
    """Nodes of one type with their parents' ids and their places, as three lists of one length."""

    nodes: list[Node]
    parents: list[Id]
    places: list[int]

    def add(self, siblings: Sequence[Node], parent: Id) -> None:
        self.nodes.extend(siblings)
        self.parents.extend(repeat(parent, len(siblings)))
        self.places.extend(range(len(siblings)))


def _descend(node: Node, found: dict[type[Node], _Placed]) -> None:
    for name, kind in CHILDREN[type(node)].items():
        nodes = getattr(node, name)
        found[kind].add(nodes, node.id)
        if kind in CHILDREN:
            for child in nodes:
                _descend(child, found)


def plan_of(found: Rows) -> Plan:
    """Return the plan that rows hold.

    Raises:
        RecordRefused: a value out of bounds, an id twice or of a wrong shape, a row without its parent, a gap in
            the order of siblings, a Kontribusi of no SubKomponen, or a Pengecualian of nothing.
    """
    _check_ids(found)
    below: _Below = {}
    for kind, table in reversed(TABLES.items()):
        siblings = below[kind] = defaultdict(list)
        some = found[table.name]
        for row, node in zip(some, _nodes(kind, some, below), strict=True):
            siblings[row[1]].append((row[2], node))
    lists: dict[str, Any] = {name: _taken(below[kind], Plan.id) for name, kind in CHILDREN[Plan].items()}
    plan = Plan(**_singles(below), **lists)
    if orphaned := [TABLES[kind].name for kind, siblings in below.items() if siblings]:
        raise RecordRefused(f"ada baris tanpa induk pada tabel {orphaned[0]}")
    if len(plan.penandatangan) > MAX_PENANDATANGAN:
        raise RecordRefused(f"penandatangan lebih dari {MAX_PENANDATANGAN}")
    return plan


def _check_ids(found: Rows) -> None:
    ids = [row[0] for some in found.values() for row in some]
    if len(set(ids)) != len(ids):
        raise RecordRefused("ada id yang dipakai dua kali")
    if any([row[0] for row in found[name]] != [name] for name in SINGLES):
        raise RecordRefused("harus ada tepat satu dokumen dan satu cetak")
    lines = {row[0] for row in found[TABLES[SubKomponen].name]}
    if not lines.issuperset(_named(Kontribusi, found)):
        raise RecordRefused("ada Kontribusi dari Sub Komponen yang tidak ada")
    others = {Plan.id, *ids}.difference(row[0] for row in found[TABLES[Pengecualian].name])
    if not others.issuperset(_named(Pengecualian, found)):
        raise RecordRefused("ada Pengecualian atas bagian yang tidak ada")


def _named(kind: type[Node], found: Rows) -> Iterator[Cell]:
    """Yield the ids that the rows of one type name."""
    place = 3 + list(FIELDS[kind]).index(REFERENCES[kind])
    return (row[place] for row in found[TABLES[kind].name])


def _nodes(kind: type[Node], some: list[Row], below: _Below) -> list[Node]:
    """Return the nodes of one type's rows, made column by column, their children taken from `below`."""
    ids, _, _, *cells = zip(*some, strict=True) if some else repeat((), 3 + len(TABLES[kind].columns))
    values: dict[str, Iterable[Any]] = {
        column.name: _read(column, kind, column_cells)
        for column, column_cells in zip(TABLES[kind].columns, cells, strict=True)
    }
    if kind not in _SINGLE_KINDS:
        values["id"] = _read(_ID, kind, ids)
    for name, child in CHILDREN.get(kind, NO_CHILDREN).items():
        values[name] = [_taken(below[child], node_id) for node_id in ids]
    return list(map(kind, *(values[field.name] for field in dataclasses.fields(kind))))


def _read(column: Column, kind: type[Node], cells: Iterable[Cell]) -> list[Any]:
    """Read the cells of a column; equal ones are read once and share their value."""
    try:
        known = {cell: column.read(cell) for cell in set(cells)}
    except ValueError as reason:
        raise RecordRefused(f"tabel {TABLES[kind].name}, kolom {column.name}: {reason}") from None
    return [known[cell] for cell in cells]


def _singles(below: _Below) -> dict[str, Any]:
    taken = {name: _taken(below[kind], Plan.id) for kind, name in _SINGLE_KINDS.items()}
    return {name: nodes[0] for name, nodes in taken.items() if nodes}


def _taken(siblings: _Siblings, parent: Cell) -> tuple[Any, ...]:
    if parent not in siblings:
        return ()
    places, nodes = zip(*sorted(siblings.pop(parent), key=itemgetter(0)), strict=True)
    if places != tuple(range(len(places))):
        raise RecordRefused("urutan baris tidak sambung-menyambung")
    return nodes

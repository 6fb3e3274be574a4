"""The difference between two plans as the SQL that turns the rows of one into those of the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from renaksi_desktop.domain.difference import Difference
from renaksi_desktop.domain.plan import CHILDREN, Id, Node
from renaksi_desktop.storage.schema import TABLES, Row


class Place(NamedTuple):
    """Where a node stands: its type, the id of the node above, and its number among its siblings."""

    kind: type[Node]
    parent: Id
    place: int


class Statement(NamedTuple):
    sql: str
    values: Row


def statements(change: Difference) -> Iterator[Statement]:
    """Yield what has to be run, in order; only rows that differ are touched."""
    places = _new_places(change)
    for node in change.removed:
        yield Statement(f"DELETE FROM {TABLES[type(node)].name} WHERE id = ?", (node.id,))
    for node in change.added:
        _, parent, place = places.pop(node.id)
        (row,) = TABLES[type(node)].rows([node], [parent], [place])
        yield Statement(TABLES[type(node)].insert, row)
    for node, field, _, new in change.fields:
        table = TABLES[type(node)]
        yield Statement(f"UPDATE {table.name} SET {field} = ? WHERE id = ?", (table.cell(field, new), node.id))
    for node_id, (kind, parent, place) in places.items():
        sql = f"UPDATE {TABLES[kind].name} SET induk = ?, urutan = ? WHERE id = ?"
        yield Statement(sql, (parent, place, node_id))


def _new_places(change: Difference) -> dict[Id, Place]:
    """Return the places of all nodes that stand elsewhere than before, by their ids."""
    return {
        node_id: Place(CHILDREN[type(parent)][field], parent.id, index)
        for parent, field, old, new in change.children
        for index, node_id in enumerate(new)
        if old[index : index + 1] != (node_id,)
    }

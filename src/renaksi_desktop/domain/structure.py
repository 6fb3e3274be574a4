"""Which part of a plan may stand below which, where a new one goes, and what is next to what is taken out."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, NamedTuple

from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.kode import Coded
from renaksi_desktop.domain.plan import CHILDREN, Id, Node, Plan, below

PARENTS: Final[dict[type[Node], type[Node]]] = {
    child: parent for parent, below in CHILDREN.items() for child in below.values()
}
"""For each type of node the type of what it stands below."""


class Spot(NamedTuple):
    """A place for a node: before child number `place` of `parent`, among the children of its own type."""

    parent: Node
    place: int


def spot_for(index: Index, kind: type[Coded], focused: Id) -> Spot | None:
    """Return where a new node goes: behind the one of its type that is in focus or holds what is, or last.

    It is None where nothing is in focus that it could stand below.
    """
    above = PARENTS[kind]
    parent = index.plan if above is Plan else index.above(focused, above)
    if parent is None:
        return None
    siblings, before = below(parent, kind), index.above(focused, kind)
    return Spot(parent, siblings.index(before) + 1 if before in siblings else len(siblings))


def next_to(index: Index, nodes: Collection[Node]) -> Id:
    """Return what is nearest to the first of these nodes once all are gone: before it, behind it or above it."""
    gone = {node.id for node in nodes}
    first = next(iter(nodes))
    outermost = [node for node in index.upwards(first.id) if node.id in gone][-1]
    siblings = [node.id for node in index.siblings(outermost)]
    at = siblings.index(outermost.id)
    left = [node_id for node_id in (*reversed(siblings[:at]), *siblings[at:]) if node_id not in gone]
    return left[0] if left else (index.parent(outermost.id) or index.plan).id

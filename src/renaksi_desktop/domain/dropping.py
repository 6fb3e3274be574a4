"""What it means to drop parts of a plan onto a row of it, or between two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.kontribusi_edits import move_kontribusi
from renaksi_desktop.domain.outline import Key, group_of, nodes_of, ro_of
from renaksi_desktop.domain.plan import RO, Id, Indikator, Komponen, Kontribusi, Node, SubKomponen, walk
from renaksi_desktop.domain.structure import PARENTS
from renaksi_desktop.domain.totals import Totals


class Gap(NamedTuple):
    """The place between two neighbouring rows below one parent; ROOT on the side where there is none."""

    above: Key
    below: Key


class Drop(NamedTuple):
    """What a drop does. `moved` is what goes there, by id: nothing where it stays, and pays for an Indikator."""

    edit: Edit
    moved: tuple[Id, ...] = ()


class _Home(NamedTuple):
    """Where nodes go: right before the child `before` of `parent`, or last."""

    parent: Node
    before: Node | None = None


def drop(index: Index, totals: Totals, dropped: Sequence[Key], target: Key | Gap) -> Drop | None:
    """Return what dropping these rows on a row or into a gap does, or None where they cannot be dropped."""
    nodes = _outermost(index, dropped)
    if not nodes:
        return None
    payer = None if isinstance(target, Gap) else index.above(group_of(target)[0], Indikator)
    if payer and all(isinstance(node, RO | Komponen | SubKomponen) for node in nodes):
        return _budget_onto(payer, nodes, totals)
    if len({type(node) for node in nodes}) > 1:
        return None
    home = _between(index, nodes, target) if isinstance(target, Gap) else _onto(index, nodes, target)
    return _moved(nodes, home) if home else None


def _outermost(index: Index, dropped: Iterable[Key]) -> list[Node]:
    """Return what these rows stand for, in the order of the plan, without what lies below another of them."""
    rows = [nodes_of(key, index) for key in dropped]
    if not all(rows):
        return []
    nodes = {node.id: node for row in rows for node in row}
    outermost = [
        node for node in nodes.values() if sum(above.id in nodes for above in index.upwards(node.id)) == 1
    ]
    return sorted(outermost, key=lambda node: _place(index, node))


def _place(index: Index, node: Node) -> list[int]:
    """Return the numbers of a node and all it stands below among their siblings, from the plan down."""
    return [index.siblings(above).index(above) for above in index.upwards(node.id) if index.parent(above.id)][::-1]


def _budget_onto(indikator: Indikator, nodes: Sequence[Node], totals: Totals) -> Drop | None:
    """All SubKomponen of these parts of the budget pay what of them remains; those that pay already stay."""
    below = {line.id for node in nodes for line in walk(node) if isinstance(line, SubKomponen)}
    new = below - {kontribusi.subkomponen for kontribusi in indikator.kontribusi}
    lines = {line.subkomponen: max(0, totals.remainder(key)) for key, line in totals.lines.items() if key in new}
    return Drop(edits.add_kontribusi(indikator, lines)) if lines else None


def _onto(index: Index, nodes: Sequence[Node], target: Key) -> _Home | None:
    """A row takes as its last children what can stand below it.

    What stands below an Indikator means that Indikator to a Kontribusi that comes from another one.
    """
    kind = PARENTS[type(nodes[0])]
    parent = index.get(target, kind)
    if parent is None and kind is Indikator:
        parent = index.above(group_of(target)[0], Indikator)
        if parent and all(index.parent(node.id) is parent for node in nodes):
            return None
    return _Home(parent) if parent else None


def _between(index: Index, nodes: Sequence[Node], gap: Gap) -> _Home | None:
    """Between two rows there is room for what is of their type."""
    beside = nodes_of(gap.below or gap.above, index)
    parent = index.parent(beside[0].id) if beside else None
    if parent is None or type(beside[0]) is not type(nodes[0]):
        return None
    if isinstance(parent, Indikator) and not _keeps_groups(index, nodes, gap.below or gap.above, parent):
        return None
    if gap.below:
        return _Home(parent, beside[0])
    siblings = index.siblings(beside[-1])
    return _Home(parent, next(iter(siblings[siblings.index(beside[-1]) + 1 :]), None))


def _keeps_groups(index: Index, nodes: Sequence[Node], beside: Key, indikator: Indikator) -> bool:
    """Say whether Kontribusi would be seen where they are dropped, since those of one RO are shown together.

    Between two of an RO that is so for others of that RO; between two RO, for all that one has at the Indikator.
    """
    of_ro = {ro_of(node, index) for node in nodes if isinstance(node, Kontribusi)}
    if not group_of(beside)[1]:
        return of_ro == {ro_of(node, index) for node in nodes_of(beside, index) if isinstance(node, Kontribusi)}
    moved = {node.id for node in nodes}
    return not any(ro_of(stays, index) in of_ro for stays in indikator.kontribusi if stays.id not in moved)


def _moved(nodes: Sequence[Node], home: _Home) -> Drop | None:
    ids = tuple(node.id for node in nodes)
    if isinstance(home.parent, Indikator):
        edit = move_kontribusi(list(_kontribusi(nodes)), home.parent, home.before)
        return Drop(edit, ids) if edit else None
    return Drop(edits.rearrange(nodes, home.parent, home.before), ids)


def _kontribusi(nodes: Iterable[Node]) -> Iterator[Kontribusi]:
    yield from (node for node in nodes if isinstance(node, Kontribusi))

"""What it means to drop parts of a plan onto a row of it."""

from __future__ import annotations

from collections.abc import Sequence

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.outline import Key, group_of
from renaksi_desktop.domain.plan import RO, Id, Indikator, Komponen, Node, SubKomponen, walk
from renaksi_desktop.domain.totals import Totals


def drop(index: Index, totals: Totals, dropped: Sequence[Id], target: Key) -> Edit | None:
    """Return the edit that dropping these nodes on a row means, or None where they cannot be dropped."""
    nodes = [index.nodes.get(node_id) for node_id in dropped]
    if nodes and all(isinstance(node, RO | Komponen | SubKomponen) for node in nodes):
        return _budget_onto(index.above(group_of(target)[0], Indikator), [node for node in nodes if node], totals)
    return None


def _budget_onto(indikator: Indikator | None, nodes: Sequence[Node], totals: Totals) -> Edit | None:
    """All SubKomponen of these parts of the budget pay what of them remains; those that pay already stay."""
    if indikator is None:
        return None
    below = {line.id for node in nodes for line in walk(node) if isinstance(line, SubKomponen)}
    new = below - {kontribusi.subkomponen for kontribusi in indikator.kontribusi}
    lines = {line.subkomponen: max(0, totals.remainder(key)) for key, line in totals.lines.items() if key in new}
    return edits.add_kontribusi(indikator, lines) if lines else None

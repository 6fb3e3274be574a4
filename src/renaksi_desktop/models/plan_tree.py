"""The tree Sasaran > Indikator > RO > Kontribusi."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from renaksi_desktop.document.document import Change
from renaksi_desktop.domain.outline import Key, Outline, group_of, plan_tree
from renaksi_desktop.domain.plan import RO, Indikator, Komponen, Kontribusi, Sasaran, SubKomponen
from renaksi_desktop.models.cells import EMPTY, Cell, field_cell
from renaksi_desktop.models.dragging import DropTarget
from renaksi_desktop.models.keyed_model import KeyedModel


class PlanTreeModel(DropTarget, KeyedModel):
    """One column: kode and name of each part of the plan. The name of a Sasaran or Indikator edits in place."""

    def outline(self) -> Outline:
        return plan_tree(self.session.plan, self.session.totals)

    def headers(self) -> Sequence[str]:
        return (self.tr("Rencana"),)

    def cell(self, key: Key, column: int) -> Cell:
        node_id, ro_id = group_of(key)
        node = self.session.index.nodes.get(ro_id or node_id)
        if isinstance(node, Kontribusi):
            line = self.session.totals.lines[node.subkomponen]
            return Cell(_named(f"{line.komponen.kode}.{line.subkomponen.kode}", line.subkomponen.nama))
        if isinstance(node, RO):
            return Cell(_named(node.kode, node.nama))
        if isinstance(node, Sasaran | Indikator):
            cell = field_cell(node, "uraian", self.session.gaya)
            return cell._replace(text=_named(node.kode, node.uraian), editing=cell.text)
        return EMPTY

    def touched(self, change: Change) -> Iterable[Key] | None:
        budget = any(isinstance(field.node, RO | Komponen | SubKomponen) for field in change.difference.fields)
        return None if budget else super().touched(change)  # their names stand in many places of this tree


def _named(kode: str, name: str) -> str:
    return f"{kode}  {name}".strip()

"""The tree Sasaran > Indikator > RO > Kontribusi."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from PySide6.QtCore import Qt

from renaksi_desktop.document.document import Change
from renaksi_desktop.domain.findings import Finding, Place, Severity
from renaksi_desktop.domain.outline import Key, Outline, group_key, group_of, plan_tree
from renaksi_desktop.domain.plan import RO, Id, Indikator, Komponen, Kontribusi, Sasaran, SubKomponen
from renaksi_desktop.models.cells import EMPTY, Cell, field_cell, places
from renaksi_desktop.models.dragging import DragSource, DropTarget
from renaksi_desktop.models.findings import MARKS
from renaksi_desktop.models.keyed_rows import Index
from renaksi_desktop.models.marked_model import MarkedModel

BADGE_ROLE: Final = Qt.ItemDataRole.UserRole + 21
"""How many errors and warnings are at a row or below it, after the mark of the gravest: "● 3"."""

COUNTED: Final = (Severity.ERROR, Severity.WARNING)
Counts: TypeAlias = Mapping[Severity, int]


class PlanTreeModel(DragSource, DropTarget, MarkedModel):
    """One column: kode and name of each part of the plan. The name of a Sasaran or Indikator edits in place."""

    _counts: Mapping[Key, Counts] = {}

    def outline(self) -> Outline:
        return plan_tree(self.session.plan, self.session.totals)

    def headers(self) -> Sequence[str]:
        return (self.tr("Rencana"),)

    def cell(self, key: Key, column: int) -> Cell:
        node_id, ro_id = group_of(key)
        node = self.session.index.nodes.get(ro_id or node_id)
        if isinstance(node, Kontribusi):
            line = self.session.totals.lines[node.subkomponen]
            text = _named(f"{line.komponen.kode}.{line.subkomponen.kode}", line.subkomponen.nama)
            shown = (*places(line.komponen, "kode"), *places(line.subkomponen, "kode", "nama"))
            return Cell(text, places=shown)
        if isinstance(node, RO):
            return Cell(_named(node.kode, node.nama), places=places(node, "kode", "nama"))
        if isinstance(node, Sasaran | Indikator):
            cell = field_cell(node, "uraian", self.session.gaya)
            text, shown = _named(node.kode, node.uraian), places(node, "kode", "uraian")
            return cell._replace(text=text, editing=cell.text, places=shown)
        return EMPTY

    def is_typed(self, key: Key, column: int) -> bool:
        return isinstance(self.session.index.nodes.get(key), Sasaran | Indikator)

    def touched(self, change: Change) -> Iterable[Key] | None:
        budget = any(isinstance(field.node, RO | Komponen | SubKomponen) for field in change.difference.fields)
        return None if budget else super().touched(change)  # their names stand in many places of this tree

    def reload(self) -> None:
        super().reload()
        self._counts = self._counted()

    # What is found at a row or below it

    def mark(self, _: Collection[Place]) -> None:
        before, self._counts = self._counts, self._counted()
        rows = before.keys() | self._counts.keys()
        self.refresh(key for key in rows if before.get(key) != self._counts.get(key))

    def remarks(self, key: Key, column: int) -> Sequence[Finding]:
        return ()  # a badge instead, which tells of what is below as well

    def described(self, key: Key, column: int) -> list[str]:
        counts = self._counts.get(key, {})
        told = ", ".join(f"{counts[severity]} {severity}" for severity in COUNTED if severity in counts)
        return [self.tr("Temuan: {}").format(told)] if told else []

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != BADGE_ROLE:
            return super().data(index, role)
        counts = self._counts.get(self.key(index), {})
        gravest = next((severity for severity in COUNTED if severity in counts), None)
        return f"{MARKS[gravest]} {sum(counts.values())}" if gravest else None

    def _counted(self) -> dict[Key, Counts]:
        counted = defaultdict[Key, Counter[Severity]](Counter)
        for finding in self.session.findings.open:
            if finding.severity in COUNTED:
                for key in self._rows_above(finding.where.node):
                    counted[key][finding.severity] += 1
        return dict(counted)

    def _rows_above(self, node_id: Id) -> Iterator[Key]:
        """Yield the keys of the rows that stand for a part of the plan, or for what it stands below."""
        for node in self.session.index.upwards(node_id):
            if not isinstance(node, Sasaran | Indikator | Kontribusi):
                return
            yield node.id
            if isinstance(node, Kontribusi) and (indikator := self.session.index.parent(node.id)):
                yield group_key(indikator.id, self.session.totals.lines[node.subkomponen].ro.id)


def _named(kode: str, name: str) -> str:
    return f"{kode}  {name}".strip()

"""What a pattern would make of the targets of some Indikator, beside what they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, Qt

from renaksi_desktop.domain import bulan
from renaksi_desktop.domain.filling import Trial
from renaksi_desktop.domain.findings import Severity
from renaksi_desktop.domain.outline import ROOT, Key, Outline
from renaksi_desktop.domain.plan import Indikator
from renaksi_desktop.domain.target import format_target
from renaksi_desktop.models.cells import EMPTY, Cell
from renaksi_desktop.models.findings import MARKS
from renaksi_desktop.models.keyed_model import KeyedModel, bold
from renaksi_desktop.models.keyed_rows import Index
from renaksi_desktop.models.session import PlanSession

LABEL: Final = 0
BULAN: Final = range(1, 13)
NOW, THEN = "sekarang", "menjadi"


class PatternPreview(KeyedModel):
    """Columns: which row it is, with its course, and B01..B12; under each Indikator as a heading two rows."""

    numeric = BULAN

    def __init__(
        self, session: PlanSession, indikator: Sequence[Indikator], parent: QObject | None = None
    ) -> None:
        self._now = {node.id: node for node in indikator}
        self._trial = Trial({}, {})
        super().__init__(session, parent)

    def show_trial(self, trial: Trial) -> None:
        """Show what would be, and mark the Indikator of which there is something to say."""
        self._trial = trial
        self.refresh()

    def outline(self) -> Outline:
        return {ROOT: tuple(key for node in self._now for key in (node, f"{node}/{NOW}", f"{node}/{THEN}"))}

    def headers(self) -> Sequence[str]:
        return (self.tr("Target"), *map(bulan.label, bulan.BULAN))

    def heading(self, key: Key) -> str | None:
        indikator = self._now.get(key)
        if indikator is None:
            return None
        mark = f"{MARKS[Severity.WARNING]} " if key in self._trial.remarks else ""
        return f"{mark}{indikator.kode} {indikator.uraian}"

    def cell(self, key: Key, column: int) -> Cell:
        if (heading := self.heading(key)) is not None:
            return (
                Cell("\n".join(filter(None, (heading, self._trial.remarks.get(key)))))
                if column == LABEL
                else EMPTY
            )
        node, _, row = key.partition("/")
        indikator = self._now[node] if row == NOW else self._trial.filled.get(node)
        if column == LABEL:
            name = self.tr("Sekarang") if row == NOW else self.tr("Menjadi")
            return Cell(name, course=indikator.target if indikator else ())
        return Cell(format_target(indikator.target[column - 1], self.session.gaya)) if indikator else EMPTY

    def is_quiet(self, index: Index) -> bool:
        return not self._changes(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.FontRole and self._changes(index):
            return bold()
        return super().data(index, role)

    def _changes(self, index: Index) -> bool:
        node, _, row = self.key(index).partition("/")
        if row != THEN or node not in self._trial.filled or index.column() not in BULAN:
            return False
        month = index.column() - 1
        return self._trial.filled[node].target[month] != self._now[node].target[month]

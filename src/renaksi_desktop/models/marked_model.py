"""An item model whose cells know what the checks find about them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, ClassVar, Final

from PySide6.QtCore import QModelIndex, QObject, Qt

from renaksi_desktop.domain.findings import Finding, Place
from renaksi_desktop.domain.outline import Key
from renaksi_desktop.domain.plan import Id
from renaksi_desktop.domain.wording import sentence
from renaksi_desktop.models.findings import MARKS
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.models.keyed_rows import Index
from renaksi_desktop.models.session import PlanSession

MARK_ROLE: Final = Qt.ItemDataRole.UserRole + 20
"""The gravest kind of what is found about a cell, as the word of its `Severity`."""


class MarkedModel(KeyedModel):
    """A subclass says by `columns` which column shows which field; all else about a row stands in `main_column`.

    Of a field with one value for each month, it is the column of the first.
    """

    columns: ClassVar[Mapping[str, int]] = {}
    main_column: ClassVar[int] = 0

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        session.findings.moved.connect(self.mark)

    def index_at(self, place: Place) -> QModelIndex:
        """Return the cell that shows a place; an invalid index if none does."""
        return self.index_of(place.node, self.column_of(place))

    def column_of(self, place: Place) -> int:
        """Return the column that shows a place of a row."""
        return self.columns.get(place.field or "", self.main_column) + (place.bulan or 1) - 1

    def nodes(self, key: Key) -> Sequence[Id]:
        """Return the nodes whose places the row of a key shows."""
        return (key,)

    def remarks(self, key: Key, column: int) -> Sequence[Finding]:
        """Return what is found about a cell."""
        at = self.session.findings.at
        return [found for node in self.nodes(key) for found in at(node) if self.column_of(found.where) == column]

    def described(self, key: Key, column: int) -> list[str]:
        """Return what a reader is told about a cell beside its text, in lines."""
        plan = self.session.plan
        return [f"{MARKS[found.severity]} {sentence(found, plan)}" for found in self.remarks(key, column)]

    def mark(self, places: Collection[Place]) -> None:
        """Have the cells of places painted, about which something else is found than before."""
        for place in places:
            index = self.index_at(place)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == MARK_ROLE:
            kinds = {found.severity for found in self.remarks(self.key(index), index.column())}
            return next((str(severity) for severity in MARKS if severity in kinds), None)
        shown = super().data(index, role)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return "\n".join(self.described(self.key(index), index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (shown, *self.described(self.key(index), index.column()))))
        return shown

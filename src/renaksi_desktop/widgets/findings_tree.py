"""The findings, grouped by kind, under the page and where a form is exported."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeView,
)

from renaksi_desktop.models.findings_tree import ACCEPTED, FindingsModel
from renaksi_desktop.widgets.empty_hint import EmptyHint
from renaksi_desktop.widgets.even_rows import EvenRows
from renaksi_desktop.widgets.kept_open import KeptOpen
from renaksi_desktop.widgets.text_scale import FollowTextInSections
from renaksi_desktop.widgets.viewport import give_viewport

PLACE_WIDTH: Final = 360
ROW_HEIGHT: Final = 22
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindingsTree(QTreeView):
    """A click or Enter on a row asks to go to its place, Enter on a group folds it. It stays as it was left."""

    wanted = Signal(object)
    """Carries the `Finding` to go to."""

    def __init__(self, model: FindingsModel) -> None:
        super().__init__()
        give_viewport(self)
        self._findings = model
        self.setModel(model)
        self.setObjectName("findingsTree")
        self.setAccessibleName(self.tr("Temuan pemeriksaan"))
        self.setItemDelegate(EvenRows(self, ROW_HEIGHT))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setExpandsOnDoubleClick(False)
        self.setHeaderHidden(True)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(0, PLACE_WIDTH)
        self.clicked.connect(self._ask)
        self.activated.connect(self._enter)
        FollowTextInSections(self)
        EmptyHint(self, self.tr("Tidak ada temuan."))
        KeptOpen(self, model, lambda group: group != ACCEPTED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter with Ctrl to the actions; while one is disabled, the key is not a plain Enter either."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _enter(self, index: QModelIndex) -> None:
        if self._findings.finding(index) is None:
            self.setExpanded(index, not self.isExpanded(index))
        self._ask(index)

    def _ask(self, index: QModelIndex) -> None:
        if finding := self._findings.finding(index):
            self.wanted.emit(finding)

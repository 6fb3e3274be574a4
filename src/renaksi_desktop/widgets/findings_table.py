"""The table of findings under the page."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from renaksi_desktop.models.findings import FindingsModel
from renaksi_desktop.widgets.empty_hint import EmptyHint
from renaksi_desktop.widgets.plain_table import PlainTable

KIND_WIDTH, PLACE_WIDTH = 112, 264


class FindingsTable(PlainTable):
    """A click or Enter on a row asks to go to its place."""

    wanted = Signal(object)
    """Carries the `Finding` to go to."""

    def __init__(self, model: FindingsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._model = model
        self.setObjectName("findingsTable")
        self.setAccessibleName(self.tr("Temuan pemeriksaan"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(0, KIND_WIDTH)
        self.setColumnWidth(1, PLACE_WIDTH)
        self.clicked.connect(self._ask)
        self.activated.connect(self._ask)
        EmptyHint(self, self.tr("Tidak ada temuan."))

    def _ask(self, index: QModelIndex) -> None:
        if finding := self._model.finding(index):
            self.wanted.emit(finding)

"""The table of findings under the page."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from renaksi_desktop.models.findings import FindingsModel
from renaksi_desktop.widgets.cell_delegate import ROW_HEIGHT
from renaksi_desktop.widgets.empty_hint import EmptyHint
from renaksi_desktop.widgets.grid_view import LEFT

KIND_WIDTH, PLACE_WIDTH = 112, 264


class FindingsTable(QTableView):
    """A click or Enter on a row asks to go to its place."""

    wanted = Signal(object)
    """Carries the `Finding` to go to."""

    def __init__(self, model: FindingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setObjectName("findingsTable")
        self.setAccessibleName(self.tr("Temuan pemeriksaan"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(LEFT)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(0, KIND_WIDTH)
        self.setColumnWidth(1, PLACE_WIDTH)
        self.clicked.connect(self._ask)
        self.activated.connect(self._ask)
        EmptyHint(self, self.tr("Tidak ada temuan."))

    def _ask(self, index: QModelIndex) -> None:
        if finding := self._model.finding(index):
            self.wanted.emit(finding)

"""A table as all of ours look: even rows, left-aligned titles, no row numbers, lines drawn by the delegate."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.widgets.cell_delegate import ROW_HEIGHT
from renaksi_desktop.widgets.text_scale import FollowTextInSections
from renaksi_desktop.widgets.viewport import give_viewport


class PlainTable(QTableView):
    """A QTableView that selects whole rows and edits nothing, unless a subclass says otherwise."""

    def __init__(self, model: KeyedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setModel(model)  # last, since each of the above would have it laid out again
        FollowTextInSections(self)

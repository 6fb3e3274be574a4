"""A table whose first column is ticked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from renaksi_desktop.models.keyed_rows import Index
from renaksi_desktop.models.sharing_table import SharingModel
from renaksi_desktop.widgets.cell_delegate import CellDelegate
from renaksi_desktop.widgets.grid_view import GridView
from renaksi_desktop.widgets.shades import TICK_LINE, shade


class TickGrid(GridView):
    """Space ticks the rows of all selected cells."""

    def __init__(self, model: SharingModel) -> None:
        super().__init__(model)
        self._model = model
        self.setItemDelegate(_TickDelegate(model, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.state() is not QAbstractItemView.State.EditingState:
            self._model.toggle(dict.fromkeys(map(self._model.key, self.selectedIndexes())))
        else:
            super().keyPressEvent(event)


class _TickDelegate(CellDelegate):
    """Shows an empty box; the frame that the style would make, the dark hides."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if option.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator:
            option.palette.setColor(QPalette.ColorRole.Window, shade(option.palette, TICK_LINE))

"""A table whose first column is ticked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from renaksi_desktop.models.sharing_table import SharingModel
from renaksi_desktop.widgets.cell_delegate import CellDelegate, Index, shade
from renaksi_desktop.widgets.grid_view import GridView

_FRAME_SHARE: Final = 0.6
"""How much of the text colour is in the frame of a tick: the style would make one that the dark hides."""


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
    """A row that can be ticked is no quiet derived text, and its empty box is seen."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if option.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator:
            colours = option.widget.palette()
            option.palette.setColor(QPalette.ColorRole.Text, colours.color(QPalette.ColorRole.Text))
            option.palette.setColor(QPalette.ColorRole.Window, shade(colours, _FRAME_SHARE))

"""Views onto whose rows something can be dropped."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QDragMoveEvent
from PySide6.QtWidgets import QAbstractItemView, QRubberBand


def take_drops(*views: QAbstractItemView) -> None:
    """Let what is dragged be dropped on the rows of these views, and not between them."""
    for view in views:
        view.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        view.setDragDropOverwriteMode(True)
        view.setDropIndicatorShown(False)
        _RowMark(view)


class _RowMark(QObject):
    """Marks the whole row that would take what is dragged over it: Qt itself frames one cell, and faintly."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, view.viewport())
        self._band.setObjectName("dropMark")
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragMoveEvent):
            self._mark(event)
        elif event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self._band.hide()
        return False

    def _mark(self, event: QDragMoveEvent) -> None:
        index = self._view.indexAt(event.position().toPoint())
        takes = self._view.model().canDropMimeData(event.mimeData(), event.dropAction(), -1, -1, index)
        if takes:
            cell = self._view.visualRect(index)
            self._band.setGeometry(QRect(0, cell.top(), self._view.viewport().width(), cell.height()))
        self._band.setVisible(takes)

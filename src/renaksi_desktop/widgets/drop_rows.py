"""Views onto whose rows something can be dropped, or between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QRubberBand, QTreeView

from renaksi_desktop.domain.dropping import Drop
from renaksi_desktop.models.dragging import DropTarget

LINE: Final = 3
"""Pixels of the line that marks a place between rows."""
EDGE: Final = 4
"""Which part of a row's height, at its top and bottom, rather means the place between rows: a fourth."""


def take_drops(*views: QAbstractItemView) -> None:
    """Let what is dragged be dropped on these views over a DropTarget."""
    for view in views:
        view.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        _Drops(view)


def drag_and_drop(view: QAbstractItemView) -> None:
    """Let the rows of this view be dragged, and dropped on it and others."""
    take_drops(view)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)


class _Place(NamedTuple):
    """Where Qt says something is dropped: before a row below a parent, or for row -1 on `parent` itself."""

    row: int
    parent: QModelIndex
    mark: QRect


class _Drops(QObject):
    """Finds the place that is meant: Qt itself offers either rows or gaps at a point, not whichever fits.

    The whole row that would take what is dragged is framed, or a line is drawn where it would go: Qt itself
    frames one cell, and faintly.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, view.viewport())
        self._band.setObjectName("dropMark")
        view.setDragDropOverwriteMode(False)  # with it, Qt would blank the cells of what was moved
        view.setDropIndicatorShown(False)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragMove and isinstance(event, QDragMoveEvent):
            self._view.dragMoveEvent(event)  # scrolls, and opens the row below
            self._answer(event)
            return True
        if event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._take(event)
            return True
        if event.type() is QEvent.Type.DragLeave:
            self._band.hide()
        return False

    def _answer(self, event: QDropEvent) -> _Place | None:
        """Say whether and where the drag can end here; return where."""
        place, dropped = next(self._fitting(event), (None, None))
        self._band.setVisible(place is not None)
        if place is None or dropped is None:
            event.ignore()
            return None
        self._band.setGeometry(place.mark)
        event.setDropAction(Qt.DropAction.MoveAction if dropped.moved else Qt.DropAction.CopyAction)
        event.accept()
        return place

    def _take(self, event: QDropEvent) -> None:
        place = self._answer(event)
        self._band.hide()
        self._view.dragLeaveEvent(QDragLeaveEvent())  # scrolls no more
        if place is not None:
            self._view.model().dropMimeData(event.mimeData(), event.dropAction(), place.row, 0, place.parent)

    def _fitting(self, event: QDropEvent) -> Iterator[tuple[_Place, Drop]]:
        model = cast(DropTarget, self._view.model())
        for place in self._places(event.position().toPoint()):
            if dropped := model.meant(event.mimeData(), place.row, place.parent):
                yield place, dropped

    def _places(self, at: QPoint) -> Iterator[_Place]:
        """Yield the places that a point may mean, the nearest first."""
        index = self._view.indexAt(at).siblingAtColumn(0)
        if not index.isValid():
            yield from self._gaps(self._last(), QModelIndex())
            return
        row = self._view.visualRect(index)
        upper = at.y() < row.center().y()
        gaps = self._gaps(self._next(index, -1), index) if upper else self._gaps(index, self._next(index, 1))
        on = _Place(-1, index, QRect(0, row.top(), self._view.viewport().width(), row.height()))
        near_edge = min(at.y() - row.top(), row.bottom() - at.y()) < row.height() / EDGE
        yield from (*gaps, on) if near_edge else (on, *gaps)

    def _gaps(self, above: QModelIndex, below: QModelIndex) -> Iterator[_Place]:
        """Yield the places between two rows that are seen one below the other: where the lower one stands, ..."""
        if below.isValid():
            yield _Place(below.row(), below.parent(), self._line(below, below=False))
        if below.isValid() and below.parent() == above:
            return
        while above.isValid():  # ... and behind the upper one, and behind all that ends with it
            yield _Place(above.row() + 1, above.parent(), self._line(above, below=True))
            is_last = above.row() + 1 == self._view.model().rowCount(above.parent())
            above = above.parent() if is_last else QModelIndex()

    def _line(self, index: QModelIndex, *, below: bool) -> QRect:
        """Return the line above a row, or below all that is open below it, from where its text begins."""
        row = self._view.visualRect(index)
        y = self._view.visualRect(self._deepest(index)).bottom() + 1 if below else row.top()
        return QRect(row.left(), y - LINE // 2, self._view.viewport().width() - row.left(), LINE)

    def _deepest(self, index: QModelIndex) -> QModelIndex:
        view, model = self._view, self._view.model()
        while isinstance(view, QTreeView) and view.isExpanded(index) and model.rowCount(index):
            index = model.index(model.rowCount(index) - 1, 0, index)
        return index

    def _last(self) -> QModelIndex:
        model = self._view.model()
        return self._deepest(model.index(model.rowCount() - 1, 0))

    def _next(self, index: QModelIndex, step: int) -> QModelIndex:
        if isinstance(self._view, QTreeView):
            return self._view.indexBelow(index) if step > 0 else self._view.indexAbove(index)
        return index.siblingAtRow(index.row() + step)

"""The small square at the corner of the selected cells: dragging it lets them go on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHeaderView, QRubberBand, QWidget

from renaksi_desktop.widgets.cell_blocks import CellBlocks
from renaksi_desktop.widgets.cell_walk import is_editable

SIZE: Final = 8


class FillHandle(QWidget):
    """Lies over a table. Down or right the cells go on forwards, up or left backwards."""

    def __init__(self, table: CellBlocks) -> None:
        super().__init__(table.viewport())
        self._table = table
        self._given, self._target = QRect(), QRect()
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, table.viewport())
        self.setObjectName("fillHandle")
        self.setFixedSize(SIZE, SIZE)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setToolTip(self.tr("Seret untuk mengisi sel berikutnya"))
        table.selectionModel().selectionChanged.connect(self.follow)
        for bar in (table.horizontalScrollBar(), table.verticalScrollBar()):
            bar.valueChanged.connect(self.follow)
        for header in table.findChildren(QHeaderView):
            header.sectionResized.connect(self.follow)
        for signal in (table.model().modelReset, table.model().rowsInserted, table.model().rowsRemoved):
            signal.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Stand at the corner of the selection, where that is one block that can be typed."""
        corner = self._corner()
        self.setVisible(corner.isValid())
        self.move(corner.bottomRight() - QPoint(SIZE // 2, SIZE // 2))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), self.palette().color(QPalette.ColorRole.Highlight))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._given = self._chosen()  # and no other cells, whatever is selected before the button is let go
        event.accept()  # a press that the table gets would select another cell

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._table.indexAt(self.mapTo(self._table.viewport(), event.position().toPoint()))
        self._target = _beyond(self._given, QPoint(at.column(), at.row())) if at.isValid() else QRect()
        self._band.setVisible(self._target.isValid())
        corners = map(self._index, (self._target.topLeft(), self._target.bottomRight()))
        first, last = map(self._table.visualRect, corners)
        self._band.setGeometry(first.united(last))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        target, self._target = self._target, QRect()
        self._band.hide()
        if target.isValid() and self._given == self._chosen():
            self._fill(self._given, target)

    def _fill(self, given: QRect, target: QRect) -> None:
        down = given.left() == target.left() and given.right() == target.right()
        backwards = target.top() < given.top() or target.left() < given.left()
        self._table.fill(zip(*(self._lines(block, down, backwards) for block in (given, target)), strict=True))
        whole = given.united(target)
        chosen = QItemSelection(self._index(whole.topLeft()), self._index(whole.bottomRight()))
        self._table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _lines(self, block: QRect, down: bool, backwards: bool) -> list[list[QModelIndex]]:
        """Return the cells of a block, column by column or row by row, in the direction of the drag."""
        columns = [column for column in self._table.columns() if block.left() <= column <= block.right()]
        rows = range(block.top(), block.bottom() + 1)
        places = [[QPoint(column, row) for column in columns] for row in rows]
        lines = [list(line) for line in (zip(*places, strict=True) if down else places)]
        return [list(map(self._index, line[::-1] if backwards else line)) for line in lines]

    def _chosen(self) -> QRect:
        """Return the selection as a block of columns (x) and rows (y); an invalid one where it is none."""
        ranges = self._table.selectionModel().selection()
        if ranges.count() != 1:
            return QRect()
        block = ranges.first()
        return QRect(QPoint(block.left(), block.top()), QPoint(block.right(), block.bottom()))

    def _corner(self) -> QRect:
        last = self._index(self._chosen().bottomRight())
        return self._table.visualRect(last) if is_editable(last) else QRect()

    def _index(self, place: QPoint) -> QModelIndex:
        return self._table.model().index(place.y(), place.x())


def _beyond(chosen: QRect, at: QPoint) -> QRect:
    """Return the block from `chosen` to a cell, in the direction in which it is farther; an invalid one inside."""
    ways = {
        at.y() - chosen.bottom(): (chosen.left(), chosen.bottom() + 1, chosen.right(), at.y()),
        chosen.top() - at.y(): (chosen.left(), at.y(), chosen.right(), chosen.top() - 1),
        at.x() - chosen.right(): (chosen.right() + 1, chosen.top(), at.x(), chosen.bottom()),
        chosen.left() - at.x(): (at.x(), chosen.top(), chosen.left() - 1, chosen.bottom()),
    }
    farthest = max(ways)
    left, top, right, bottom = ways[farthest]
    return QRect(QPoint(left, top), QPoint(right, bottom)) if farthest > 0 else QRect()

"""The ways from cell to cell of a table or a tree, as they are seen: rows, columns, edges and what is selected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView

if TYPE_CHECKING:

    class View(QAbstractItemView):
        def isColumnHidden(self, column: int) -> bool: ...

else:
    View = object


class CellWalk(View):
    """Mixed into a view over a model, which says by `next_row` what stands below or above a cell."""

    def next_row(self, index: QModelIndex, step: int) -> QModelIndex:
        """Return the cell below (1) or above (-1) in the same column; an invalid index at the end."""
        raise NotImplementedError

    def columns(self) -> list[int]:
        """Return the columns that are seen, from left to right."""
        return [column for column in range(self.model().columnCount()) if not self.isColumnHidden(column)]

    def rows_from(self, index: QModelIndex) -> Iterator[QModelIndex]:
        """Yield a cell and those below it, as they are seen."""
        while index.isValid():
            yield index
            index = self.next_row(index, 1)

    def selected_rows(self) -> list[QModelIndex]:
        """Return the first cell of each row that has a selected one, from top to bottom."""
        chosen = {index.siblingAtColumn(0) for index in self.selectedIndexes()}
        return [row for row in self.rows_from(self.model().index(0, 0)) if row in chosen]

    def selected_cells(self, *, by_column: bool = False) -> list[QModelIndex]:
        """Return the selected cells that are seen, row by row or column by column."""
        rows, columns = self.selected_rows(), self.columns()
        is_selected = self.selectionModel().isSelected
        if by_column:
            cells = [row.siblingAtColumn(column) for column in columns for row in rows]
        else:
            cells = [row.siblingAtColumn(column) for row in rows for column in columns]
        return [cell for cell in cells if is_selected(cell)]

    def beside(self, step: int) -> QModelIndex:
        """Return the next cell of the row that can be edited, else the first such cell of the row after."""
        current, seen = self.currentIndex(), self.columns()[::step]
        onwards = seen[seen.index(current.column()) + 1 :] if current.column() in seen else []
        after = self.next_row(current, step)
        cells = [*map(current.siblingAtColumn, onwards), *map(after.siblingAtColumn, seen)]
        return next(filter(is_editable, cells), QModelIndex())

    def onward(self, index: QModelIndex, step: int) -> QModelIndex:
        """Return the cell below (1) or above (-1); from one that can be edited, the next that can, if any."""
        after = self.next_row(index, step)
        while is_editable(index) and after.isValid() and not is_editable(after):
            after = self.next_row(after, step)
        return after

    def neighbour(self, index: QModelIndex, rows: int, columns: int) -> QModelIndex:
        """Return the cell one row (-1, 1) or else one seen column away; an invalid index past the edge."""
        if rows:
            return self.next_row(index, rows)
        seen = self.columns()
        at = seen.index(index.column()) + columns if index.column() in seen else -1
        return index.siblingAtColumn(seen[at]) if 0 <= at < len(seen) else QModelIndex()

    def edge(self, rows: int, columns: int) -> QModelIndex:
        """Return the last cell of a run of filled cells in a direction, or the first one after blanks."""
        last = self.currentIndex()
        filled = _is_filled(last) and _is_filled(self.neighbour(last, rows, columns))
        for index in self._towards(last, rows, columns):
            if filled and not _is_filled(index):
                return last
            last = index
            if not filled and _is_filled(index):
                return last
        return last

    def _towards(self, index: QModelIndex, rows: int, columns: int) -> Iterator[QModelIndex]:
        while (index := self.neighbour(index, rows, columns)).isValid():
            yield index

    def row_end(self, last: bool) -> QModelIndex:
        """Return the first cell of the row, or the last one."""
        return self.currentIndex().siblingAtColumn(self.columns()[-1 if last else 0])

    def corner(self, last: bool) -> QModelIndex:
        """Return the first cell of all, or the last one."""
        rows = [self.row_end(last), *self._towards(self.row_end(last), 1 if last else -1, 0)]
        return rows[-1]


def is_editable(index: QModelIndex) -> bool:
    """Say whether a cell is there and can be typed."""
    return index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)


def _is_filled(index: QModelIndex) -> bool:
    return bool(index.data())

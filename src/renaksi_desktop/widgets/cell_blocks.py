"""Blocks of cells of a table or tree: copied, cut, pasted, cleared and filled, each as one step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from renaksi_desktop.domain.errors import InputRefused
from renaksi_desktop.domain.numerals import exact
from renaksi_desktop.domain.outline import Key
from renaksi_desktop.domain.series import Value, continued
from renaksi_desktop.models.cells import Cell
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.models.selection import summary
from renaksi_desktop.widgets import clipboard
from renaksi_desktop.widgets.cell_walk import is_editable
from renaksi_desktop.widgets.spreadsheet_keys import SpreadsheetKeys

if TYPE_CHECKING:
    from renaksi_desktop.interchange.block import Block
    from renaksi_desktop.models.blocks import Typing


class CellBlocks(SpreadsheetKeys):
    """Mixed into a view over a KeyedModel."""

    def source(self) -> KeyedModel:
        """Return the model, as what it is."""
        return cast(KeyedModel, self.model())

    def leader(self) -> CellBlocks:
        return self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() is QAbstractItemView.State.EditingState
        if event.key() == Qt.Key.Key_Delete and not event.modifiers() and not editing:
            self.clear_cells(self.tr("Kosongkan {} sel"))
        else:
            super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if self.leader() is self:
            self.tell_selection()

    def tell_selection(self) -> None:
        """Tell what several selected cells hold together, or that there is just one."""
        cells = self.selected_cells() if len(self.selectionModel().selectedIndexes()) > 1 else []
        self.source().session.summed.emit(summary(map(self._cell, cells)) if cells else None)

    def copy(self) -> bool:
        """Put the selected block on the clipboard; False where the selection is not one block."""
        from renaksi_desktop.models.blocks import copied  # not needed for the first paint

        rows, columns = self._selected_block(self.tr("Salin"))
        if not rows:
            return False
        clipboard.put(copied(self.source(), rows, columns))
        return True

    def cut(self) -> None:
        """Copy the selected block and clear it."""
        if self.copy():
            self.clear_cells(self.tr("Potong {} sel"))

    def clear_cells(self, name: str) -> None:
        """Blank every selected cell that can be edited, as one step whose name tells their number."""
        self.type_into_selection("", name)

    def type_into_selection(self, text: str, name: str) -> None:
        """Type a text into every selected cell that can be edited, as one step whose name tells their number."""
        cells = filter(is_editable, self.selected_cells())
        self.source().enter([(cell, text) for cell in cells], name)

    def paste(self) -> Typing | None:
        """Type the block on the clipboard over the cells from the current one on, or over the selection.

        Where some of it does not fit, type nothing and return what would be typed: see `take`.
        """
        from renaksi_desktop.interchange.block import read

        clipboard = QApplication.clipboard()
        try:
            block = read(clipboard.text("html")[0], clipboard.text())
        except InputRefused as reason:
            self.source().session.refused.emit(str(reason))
            return None
        return self._paste(block) if block else None

    def fill_right(self) -> None:
        """Give each selected row the value of its first selected cell, or of the one left of a single column."""
        rows, columns = self._selected_block(self.tr("Isi ke kanan"))
        if len(columns) == 1:
            seen = self.columns()
            columns = seen[max(0, seen.index(columns[0]) - 1) : seen.index(columns[0]) + 1]
        self._fill_from_first([[self._index(row, column) for column in columns] for row in rows])

    def fill_down(self) -> None:
        """Give each selected column the value of its first selected cell, or of the one above a single row."""
        rows, columns = self._selected_block(self.tr("Isi ke bawah"))
        if len(rows) == 1:
            above = self.next_row(self._index(rows[0], columns[0]), -1)
            rows = [self.source().key(above), *rows] if above.isValid() else rows
        self._fill_from_first([[self._index(row, column) for row in rows] for column in columns])

    def _fill_from_first(self, lines: Iterable[Sequence[QModelIndex]]) -> None:
        typed = [list(filter(is_editable, line)) for line in lines]
        self.fill((line[:1], line[1:]) for line in typed)

    def fill(self, lines: Iterable[tuple[Sequence[QModelIndex], Sequence[QModelIndex]]]) -> None:
        """Let the values of the first cells of each line go on over its other ones, as one step.

        Cells that cannot be typed are passed over.
        """
        entries: list[tuple[QModelIndex, str]] = []
        for first, others in lines:
            values = [_value(self._cell(index)) for index in filter(is_editable, first)]
            targets = list(filter(is_editable, others))
            if values:
                entries += zip(targets, map(_text, continued(values, len(targets))), strict=True)
        self.source().enter(entries, self.tr("Isi {} sel"))

    def _paste(self, block: Block) -> Typing | None:
        from renaksi_desktop.models.blocks import repeated, typed

        cells = self.selected_cells()
        if len(cells) > 1 and len(block) == len(block[0]) == 1:
            self.type_into_selection(block[0][0], self.tr("Tempel {} sel"))
            return None
        model = self.source()
        rows, columns = _block_of(cells, model) if cells else ([], self.columns()[:1])
        if not rows and model.rowCount():
            first = cells[0] if cells else self.currentIndex()
            rows, columns = [model.key(first)], [first.column()]
        ordinary = [row for row in rows if model.heading(row) is None] or rows
        if len(ordinary) * len(columns) > 1 and repeated(block, len(ordinary), len(columns)) is not block:
            rows, block = ordinary, repeated(block, len(ordinary), len(columns))
        elif rows:
            rows = [model.key(row) for row in self.rows_from(self._index(rows[0], columns[0]))]
        typing = typed(model, block, rows, self.columns()[self.columns().index(columns[0]) :])
        if typing.refused:
            return typing
        self.take(typing)
        return None

    def take(self, typing: Typing) -> None:
        """Do what a pasted block means, and select where it went."""
        if typing.steps and self.source().take(self.tr("Tempel {} sel"), typing.steps):
            self.source().session.tell_readings(typing.readings)
            self.uncover(typing.rows)
            first, last = typing.columns[0], typing.columns[-1]
            chosen = QItemSelection()
            for top, bottom in self._runs(typing.rows):
                chosen.select(self._index(top, first), self._index(bottom, last))
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(chosen, flags.ClearAndSelect)
            self.selectionModel().setCurrentIndex(self._index(typing.rows[0], first), flags.NoUpdate)

    def uncover(self, rows: Iterable[Key]) -> None:
        """See to it that rows can be seen; in a table all can."""

    def _runs(self, rows: Sequence[Key]) -> Iterator[tuple[Key, Key]]:
        """Yield the first and last of rows that follow each other below one parent: a selection has few ranges."""
        places = [(index.parent(), index.row()) for index in (self._index(row, 0) for row in rows)]
        start = 0
        for end in range(1, len(rows) + 1):
            if end == len(rows) or places[end] != (places[end - 1][0], places[end - 1][1] + 1):
                yield rows[start], rows[end - 1]
                start = end

    def _selected_block(self, what: str) -> tuple[list[Key], list[int]]:
        """Return the rows and columns of the selection; where it is no whole block, tell that `what` takes one."""
        rows, columns = _block_of(self.selected_cells(), self.source())
        if not rows:
            told = self.tr("{} hanya untuk satu blok sel yang utuh.").format(what)
            self.source().session.refused.emit(told)
        return rows, columns

    def _index(self, row: Key, column: int) -> QModelIndex:
        return self.source().index_of(row, column)

    def _cell(self, index: QModelIndex) -> Cell:
        return self.source().cell(self.source().key(index), index.column())


def _block_of(cells: Sequence[QModelIndex], model: KeyedModel) -> tuple[list[Key], list[int]]:
    """Return the rows and columns of cells; nothing where they are not one rectangle."""
    columns = sorted({cell.column() for cell in cells})
    rows = list(dict.fromkeys(map(model.key, cells)))
    return (rows, columns) if len(rows) * len(columns) == len(cells) else ([], [])


def _value(cell: Cell) -> Value:
    return cell.text if cell.number is None else cell.number


def _text(value: Value) -> str:
    return value if isinstance(value, str) else exact(value)

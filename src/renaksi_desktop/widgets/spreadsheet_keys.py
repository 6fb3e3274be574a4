"""The keys of a spreadsheet for a table or a tree: type over, Enter down, Tab across, Ctrl and an arrow far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QAbstractScrollArea, QWidget

from renaksi_desktop.models.keyed_model import Index, KeyedModel
from renaksi_desktop.widgets.focus import make_current
from renaksi_desktop.widgets.reason import Reason

if TYPE_CHECKING:

    class _View(QAbstractItemView):
        def isColumnHidden(self, column: int) -> bool: ...

else:
    _View = object

TYPING: Final = (
    QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.DoubleClicked
)
"""What starts an editor in a view whose cells are typed over."""

_Hint = QAbstractItemDelegate.EndEditHint
_Key = Qt.Key
_ENTER: Final = (_Key.Key_Return, _Key.Key_Enter)
_TAB: Final = {_Key.Key_Tab: 1, _Key.Key_Backtab: -1}
_FAR: Final = (_Key.Key_Home, _Key.Key_End)
_ARROWS: Final = {_Key.Key_Up: (-1, 0), _Key.Key_Down: (1, 0), _Key.Key_Left: (0, -1), _Key.Key_Right: (0, 1)}
"""Rows and columns that an arrow moves by."""

_MOVES: Final = (*_ARROWS, *_FAR, _Key.Key_PageUp, _Key.Key_PageDown)


class SpreadsheetKeys(_View):
    """Mixed into a view over a KeyedModel, which says by `next_row` what stands below or above a cell."""

    _typed_over = False
    _keyboard_stays = False
    _tab_from: int | None = None
    """The column where a run of Tab began, to which Enter comes back."""
    _jump: Callable[[], QModelIndex] | None = None

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

    def edit(self, index: QModelIndex, *how: Any) -> bool | None:  # type: ignore[override]
        """Start editing; `how` is the trigger and the event where Qt asks, and empty where a command does."""
        self._typed_over = bool(how) and how[0] == QAbstractItemView.EditTrigger.AnyKeyPressed
        with self.leader().keyboard_stays():
            return super().edit(index, *how)

    @contextmanager
    def keyboard_stays(self) -> Iterator[None]:
        """While the keyboard goes to an editor of this view or comes back, repaint the current cell only.

        Qt repaints all of a view that gets or loses the keyboard, which takes most of the time of an edit.
        """
        self._keyboard_stays = True
        try:
            yield
        finally:
            self._keyboard_stays = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._keyboard_stays:
            QAbstractScrollArea.focusInEvent(self, event)
            self.update(self.currentIndex())
        else:
            super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._keyboard_stays:
            QAbstractScrollArea.focusOutEvent(self, event)
            self.update(self.currentIndex())
        else:
            super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self._enter(-1 if _has(event, Qt.KeyboardModifier.ShiftModifier) else 1)
        elif event.key() in _TAB:
            self._tab(_TAB[Qt.Key(event.key())])
        elif event.key() in _ARROWS and _has(event, Qt.KeyboardModifier.ControlModifier):
            self._jump_with(event, lambda: self._edge(*_ARROWS[Qt.Key(event.key())]))
        elif event.key() in _FAR and _has(event, Qt.KeyboardModifier.ControlModifier):
            self._jump_with(event, lambda: self._corner(event.key() == _Key.Key_End))
        else:
            if event.key() in _MOVES:
                self._tab_from = None
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        return self._jump() if self._jump else super().moveCursor(action, modifiers)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on as a spreadsheet does: no editor opens before a key is pressed."""
        with self.leader().keyboard_stays():
            super().closeEditor(editor, _Hint.NoHint)
        self.leader().go_on(hint)

    def leader(self) -> SpreadsheetKeys:
        """Return the view that has the keyboard where this one has not."""
        return self

    def go_on(self, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Move on after an editor was closed by a key; a refused cell stays current, to be typed again."""
        current, model = self.currentIndex(), self.model()
        if self._was_refused():
            return
        if hint is _Hint.SubmitModelCache:
            # After a name the row stays current, so that what is added next belongs to it.
            if self._tab_from is not None or (isinstance(model, KeyedModel) and current.column() in model.numeric):
                self._enter(1)
        elif hint in (_Hint.EditNextItem, _Hint.EditPreviousItem):
            self._tab(1 if hint is _Hint.EditNextItem else -1)

    def shows_current(self, index: Index) -> bool:
        """Say whether this is the cell that a key would change."""
        return index == self.currentIndex() and self.leader().hasFocus()

    def leaves_editor(self, key: int) -> bool:
        """Say whether a key ends the editor and moves on: an arrow does, in a cell that is typed over."""
        return self._typed_over and key in _ARROWS

    def move_by(self, key: int) -> None:
        """Move on after an editor was left by an arrow, unless its text was refused."""
        if not self._was_refused():
            self._tab_from = None
            self._go(self._neighbour(self.currentIndex(), *_ARROWS[Qt.Key(key)]))

    def mousePressEvent(self, event: Any) -> None:
        self._tab_from = None
        super().mousePressEvent(event)

    # Where a key leads

    def _enter(self, step: int) -> None:
        current = self.currentIndex()
        column, self._tab_from = self._tab_from, None
        if (round_trip := self._within_selection(step, by_column=True)) is not None:
            self.selectionModel().setCurrentIndex(round_trip, QItemSelectionModel.SelectionFlag.NoUpdate)
        else:
            below = self.next_row(current, step)
            self._go(below if column is None else below.siblingAtColumn(column))

    def _tab(self, step: int) -> None:
        if (round_trip := self._within_selection(step, by_column=False)) is not None:
            self.selectionModel().setCurrentIndex(round_trip, QItemSelectionModel.SelectionFlag.NoUpdate)
            return
        current = self.currentIndex()
        start = current.column() if self._tab_from is None else self._tab_from
        beside = self._beside(step)
        self._go(beside)
        self._tab_from = start if beside.row() == current.row() else None

    def _within_selection(self, step: int, *, by_column: bool) -> QModelIndex | None:
        """Return the cell that can be typed after the current one in a selection of several; None without one."""
        if len(self.selectionModel().selectedIndexes()) < 2:
            return None
        chosen = [index for index in self.selected_cells(by_column=by_column) if is_editable(index)]
        current = self.currentIndex()
        if len(chosen) < 2 or current not in chosen:
            return None
        return chosen[(chosen.index(current) + step) % len(chosen)]

    def _beside(self, step: int) -> QModelIndex:
        """Return the next cell of the row that can be edited, else the first such cell of the row after."""
        current, seen = self.currentIndex(), self.columns()[::step]
        onwards = seen[seen.index(current.column()) + 1 :] if current.column() in seen else []
        after = self.next_row(current, step)
        cells = [*map(current.siblingAtColumn, onwards), *map(after.siblingAtColumn, seen)]
        return next(filter(is_editable, cells), QModelIndex())

    def _neighbour(self, index: QModelIndex, rows: int, columns: int) -> QModelIndex:
        if rows:
            return self.next_row(index, rows)
        seen = self.columns()
        at = seen.index(index.column()) + columns if index.column() in seen else -1
        return index.siblingAtColumn(seen[at]) if 0 <= at < len(seen) else QModelIndex()

    def _edge(self, rows: int, columns: int) -> QModelIndex:
        """Return the last cell of a run of filled cells in a direction, or the first one after blanks."""
        last = self.currentIndex()
        filled = _is_filled(last) and _is_filled(self._neighbour(last, rows, columns))
        for index in self._towards(last, rows, columns):
            if filled and not _is_filled(index):
                return last
            last = index
            if not filled and _is_filled(index):
                return last
        return last

    def _towards(self, index: QModelIndex, rows: int, columns: int) -> Iterator[QModelIndex]:
        while (index := self._neighbour(index, rows, columns)).isValid():
            yield index

    def _corner(self, last: bool) -> QModelIndex:
        rows = [self.currentIndex(), *self._towards(self.currentIndex(), 1 if last else -1, 0)]
        return rows[-1].siblingAtColumn(self.columns()[-1 if last else 0])

    def _jump_with(self, event: QKeyEvent, target: Callable[[], QModelIndex]) -> None:
        """Have Qt move to `target`, extending the selection with Shift; with Ctrl it would not select."""
        self._jump, self._tab_from = target, None
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.ControlModifier
        super().keyPressEvent(QKeyEvent(event.type(), event.key(), modifiers))
        self._jump = None

    def _was_refused(self) -> bool:
        reason = self.findChild(Reason, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return reason is not None and reason.is_about(self.currentIndex())

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            make_current(self, index)


def is_editable(index: QModelIndex) -> bool:
    return index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)


def _is_filled(index: QModelIndex) -> bool:
    return bool(index.data())


def _has(event: QKeyEvent, modifier: Qt.KeyboardModifier) -> bool:
    return bool(event.modifiers() & modifier)

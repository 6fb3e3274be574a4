"""The keys of a spreadsheet for a table or a tree: type over, Enter down, Tab across, Ctrl and an arrow far."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.models.keyed_rows import Index
from renaksi_desktop.widgets.cell_walk import CellWalk, is_editable
from renaksi_desktop.widgets.focus import make_current
from renaksi_desktop.widgets.quiet_focus import QuietFocus
from renaksi_desktop.widgets.reason import Reason

TYPING: Final = (
    QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.DoubleClicked
)
"""What starts an editor in a view whose cells are typed over."""

_Hint = QAbstractItemDelegate.EndEditHint
_Key = Qt.Key
ENTER: Final = (_Key.Key_Return, _Key.Key_Enter)
_TAB: Final = {_Key.Key_Tab: 1, _Key.Key_Backtab: -1}
_FAR: Final = (_Key.Key_Home, _Key.Key_End)
_ARROWS: Final = {_Key.Key_Up: (-1, 0), _Key.Key_Down: (1, 0), _Key.Key_Left: (0, -1), _Key.Key_Right: (0, 1)}
"""Rows and columns that an arrow moves by."""

_MOVES: Final = (*_ARROWS, _Key.Key_PageUp, _Key.Key_PageDown)


class SpreadsheetKeys(QuietFocus, CellWalk):
    """Mixed into a view over a KeyedModel."""

    _typed_over = False
    _tab_from: int | None = None
    """The column where a run of Tab began, to which Enter comes back."""
    _jump: Callable[[], QModelIndex] | None = None

    def edit(self, index: QModelIndex, *how: Any) -> bool | None:  # type: ignore[override]
        """Start editing; `how` is the trigger and the event where Qt asks, and empty where a command does."""
        self._typed_over = bool(how) and how[0] == QAbstractItemView.EditTrigger.AnyKeyPressed
        with self.leader().keyboard_stays():
            return super().edit(index, *how)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in ENTER:
            self._enter(-1 if _has(event, Qt.KeyboardModifier.ShiftModifier) else 1)
        elif event.key() in _TAB:
            self._tab(_TAB[Qt.Key(event.key())])
        elif event.key() in _ARROWS and _has(event, Qt.KeyboardModifier.ControlModifier):
            self._jump_with(event, lambda: self.edge(*_ARROWS[Qt.Key(event.key())]))
        elif event.key() in _FAR:
            end = self.corner if _has(event, Qt.KeyboardModifier.ControlModifier) else self.row_end
            self._jump_with(event, lambda: end(event.key() == _Key.Key_End))
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
            down = isinstance(model, KeyedModel) and model.is_filled_down(current.column())
            if down or self._tab_from is not None:
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
            self._go(self.neighbour(self.currentIndex(), *_ARROWS[Qt.Key(key)]))

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
            start = current if column is None else current.siblingAtColumn(column)
            self._go(self.onward(start, step))

    def _tab(self, step: int) -> None:
        if (round_trip := self._within_selection(step, by_column=False)) is not None:
            self.selectionModel().setCurrentIndex(round_trip, QItemSelectionModel.SelectionFlag.NoUpdate)
            return
        current = self.currentIndex()
        start = current.column() if self._tab_from is None else self._tab_from
        beside = self.beside(step)
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


def _has(event: QKeyEvent, modifier: Qt.KeyboardModifier) -> bool:
    return bool(event.modifiers() & modifier)

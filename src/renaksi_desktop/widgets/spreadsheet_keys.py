"""The keys of a spreadsheet for a table or a tree: type over, Enter moves down, Tab across, Delete clears."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.widgets.reason import Reason

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object

TYPING: Final = (
    QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.DoubleClicked
)
"""What starts an editor in a view whose cells are typed over."""

_Hint = QAbstractItemDelegate.EndEditHint
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAB: Final = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class SpreadsheetKeys(_View):
    """Mixed into a view over a KeyedModel, which says by `next_row` what stands below or above a cell."""

    def next_row(self, index: QModelIndex, step: int) -> QModelIndex:
        """Return the cell below (1) or above (-1) in the same column; an invalid index at the end."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self._clear_selection()
        elif event.key() in _ENTER:
            self._go(self.next_row(self.currentIndex(), -1 if _shifted(event) else 1))
        elif event.key() in _TAB:
            self._go(self._beside(_TAB[Qt.Key(event.key())]))
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on as a spreadsheet does: no editor opens before a key is pressed."""
        super().closeEditor(editor, _Hint.NoHint)
        current, model = self.currentIndex(), self.model()
        reason = self.findChild(Reason)
        if reason is not None and reason.is_about(current):
            return  # the refused cell stays current, to be typed again
        if hint is _Hint.SubmitModelCache:
            # After a name the row stays current, so that what is added next belongs to it.
            if isinstance(model, KeyedModel) and current.column() in model.numeric:
                self._go(self.next_row(current, 1))
        elif hint in (_Hint.EditNextItem, _Hint.EditPreviousItem):
            self._go(self._beside(1 if hint is _Hint.EditNextItem else -1))

    def _clear_selection(self) -> None:
        """Blank every selected cell that can be edited, as one step."""
        model = self.model()
        if isinstance(model, KeyedModel):
            editable = [index for index in self.selectedIndexes() if _editable(index)]
            model.enter([(index, "") for index in editable])

    def _beside(self, step: int) -> QModelIndex:
        """Return the next cell of the row that can be edited, else the first such cell of the row after."""
        current = self.currentIndex()
        found = _next_editable(current.siblingAtColumn(current.column() + step), step)
        if found.isValid():
            return found
        first = 0 if step > 0 else self.model().columnCount() - 1
        return _next_editable(self.next_row(current, step).siblingAtColumn(first), step)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.setCurrentIndex(index)


def _next_editable(index: QModelIndex, step: int) -> QModelIndex:
    """Return this cell or the next of its row that can be edited; an invalid index where there is none."""
    while index.isValid() and not _editable(index):
        index = index.siblingAtColumn(index.column() + step)
    return index


def _editable(index: QModelIndex) -> bool:
    return index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)


def _shifted(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

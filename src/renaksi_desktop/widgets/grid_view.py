"""A table that works as a spreadsheet's users expect: type over, Enter moves down, Tab right, Delete clears."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QToolTip, QWidget

from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.widgets.cell_delegate import ROW_HEIGHT, CellDelegate

REASON_SHOWN_MS = 8000
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_Hint = QAbstractItemDelegate.EndEditHint
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GridView(QTableView):
    """A QTableView over a KeyedModel."""

    def __init__(self, model: KeyedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keyed = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)  # the delegate draws quieter lines
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(LEFT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() is QAbstractItemView.State.EditingState
        if event.key() == Qt.Key.Key_Delete and not editing:
            self.clear_selection_texts()
        elif event.key() in _ENTER and not editing:
            self._move_down(event)
        else:
            super().keyPressEvent(event)

    def clear_selection_texts(self) -> None:
        """Blank every selected cell that can be edited, as one step."""
        editable = [index for index in self.selectedIndexes() if index.flags() & Qt.ItemFlag.ItemIsEditable]
        self._keyed.enter([(index, "") for index in editable])

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on as a spreadsheet does: down after Enter, across after Tab, no editor before a key is pressed."""
        super().closeEditor(editor, _Hint.NoHint)
        if hint is _Hint.SubmitModelCache:
            self._step(1)
        elif hint in (_Hint.EditNextItem, _Hint.EditPreviousItem):
            action = QAbstractItemView.CursorAction
            forward = hint is _Hint.EditNextItem
            next_cell = self.moveCursor(
                action.MoveNext if forward else action.MovePrevious, Qt.KeyboardModifier.NoModifier
            )
            self.setCurrentIndex(next_cell)

    def _move_down(self, event: QKeyEvent) -> None:
        self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)

    def _step(self, rows: int) -> None:
        current = self.currentIndex()
        below = current.siblingAtRow(current.row() + rows)
        if below.isValid():
            self.setCurrentIndex(below)


def show_reason(view: QAbstractItemView, index: QModelIndex, reason: str) -> None:
    """Say beside a cell why it keeps its value."""
    view.scrollTo(index)
    below = view.viewport().mapToGlobal(view.visualRect(index).bottomLeft())
    QToolTip.showText(below, reason, view, view.visualRect(index), REASON_SHOWN_MS)

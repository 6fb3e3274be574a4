"""One row in focus, shown by every view: tree, grid, table and budget follow each other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject
from PySide6.QtWidgets import QAbstractItemView

from renaksi_desktop.domain.outline import Key
from renaksi_desktop.models.keyed_model import KeyedModel


def make_current(view: QAbstractItemView, index: QModelIndex) -> None:
    """Make a cell the current one and select it alone, or its row where the view selects rows.

    The view's own `setCurrentIndex` would add to the selection while Ctrl or Shift is held, as in a shortcut.
    """
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
    if view.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows:
        flags |= QItemSelectionModel.SelectionFlag.Rows
    view.selectionModel().setCurrentIndex(index, flags)


class FocusLink(QObject):
    """Ties the current row of a view to the session's row in focus.

    `locate` names the row that stands for a key in this view: its own, or that of what it belongs to. A view
    that has no such row keeps its current one. A view leads once it gets the keyboard, and then says which rows
    are selected together.
    """

    def __init__(self, view: QAbstractItemView, model: KeyedModel, locate: Callable[[Key], Key]) -> None:
        super().__init__(view)
        self._view, self._model, self._locate = view, model, locate
        view.installEventFilter(self)
        view.selectionModel().currentChanged.connect(self._lead)
        view.selectionModel().selectionChanged.connect(self._choose)
        model.session.currentChanged.connect(self._follow)
        self._follow(model.session.current)  # a page may be made when much has been in focus already

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._lead()
        return False

    def _lead(self) -> None:
        """Put the current row in focus; one that stands for what is in focus only where the keyboard is."""
        key, session = self._model.key(self._view.currentIndex()), self._model.session
        if key and self._view.hasFocus():
            session.select(key, *self._rows())
        elif key and key != self._locate(session.current):
            session.select(key)

    def _choose(self) -> None:
        """Tell the session which rows are selected together with the one in focus."""
        key, session = self._model.key(self._view.currentIndex()), self._model.session
        if key and key == session.current and self._view.hasFocus():
            session.select(key, *self._rows())

    def _rows(self) -> list[Key]:
        """Return the rows that have a selected cell, from top to bottom; a heading over a table is not meant."""
        selection = self._view.selectionModel().selection()
        rows = [
            self._model.index(row, 0, block.parent())
            for block in map(selection.at, range(selection.count()))
            for row in range(block.top(), block.bottom() + 1)
        ]
        keys = dict.fromkeys(map(self._model.key, sorted(rows, key=lambda row: self._view.visualRect(row).top())))
        return [key for key in keys if self._model.heading(key) is None]

    def _follow(self, focused: Key) -> None:
        current = self._view.currentIndex()
        target = self._model.index_of(self._locate(focused), max(current.column(), 0))
        if target.isValid() and target != current:
            make_current(self._view, target)

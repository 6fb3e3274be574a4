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
    that has no such row keeps its current one, and leads again once it gets the keyboard.
    """

    def __init__(self, view: QAbstractItemView, model: KeyedModel, locate: Callable[[Key], Key]) -> None:
        super().__init__(view)
        self._view, self._model, self._locate = view, model, locate
        view.installEventFilter(self)
        view.selectionModel().currentChanged.connect(self._lead)
        model.session.currentChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._lead(self._view.currentIndex())
        return False

    def _lead(self, current: QModelIndex) -> None:
        key = self._model.key(current)
        if key and key != self._locate(self._model.session.current):
            self._model.session.select(key)

    def _follow(self, focused: Key) -> None:
        current = self._view.currentIndex()
        target = self._model.index_of(self._locate(focused), max(current.column(), 0))
        if target.isValid() and target != current:
            make_current(self._view, target)

"""Rows of a tree that are open again when they come back, or come to stand at another place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QTreeView

from renaksi_desktop.domain.outline import Key
from renaksi_desktop.models.keyed_model import KeyedModel


class KeptOpen(QObject):
    """Notes by key which rows are open as they are taken out: Qt forgets that, and a move takes out and adds.

    `starts_open` says of the key of a top row whether it is open when it comes for the first time.
    """

    def __init__(
        self, view: QTreeView, model: KeyedModel, starts_open: Callable[[Key], bool] = lambda _: False
    ) -> None:
        super().__init__(view)
        self._view, self._model, self._starts_open = view, model, starts_open
        self._noted: dict[Key, bool] = {}
        model.rowsAboutToBeRemoved.connect(self._note)
        model.rowsInserted.connect(self._restore)
        model.modelReset.connect(self._start)
        self._start()

    def _start(self) -> None:
        self._noted.clear()
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            if self._starts_open(self._model.key(index)):
                self._view.expand(index)

    def _note(self, parent: QModelIndex, first: int, last: int) -> None:
        for index in self._rows(parent, first, last):
            self._noted[self._model.key(index)] = self._view.isExpanded(index)

    def _restore(self, parent: QModelIndex, first: int, last: int) -> None:
        for index in self._rows(parent, first, last):
            key = self._model.key(index)
            if self._noted.pop(key, not parent.isValid() and self._starts_open(key)):
                self._view.expand(index)

    def _rows(self, parent: QModelIndex, first: int, last: int) -> Iterator[QModelIndex]:
        """Yield the rows that others stand below, and those among these."""
        for row in range(first, last + 1):
            index = self._model.index(row, 0, parent)
            if below := self._model.rowCount(index):
                yield index
                yield from self._rows(index, 0, below - 1)

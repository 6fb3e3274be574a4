"""Typing letters in a tree goes to the row with a word that begins with them."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication, QTreeView

from renaksi_desktop.domain.words import folded


class TypeAhead(QTreeView):
    """Qt's own search knows only the beginning of a row, which here is a kode."""

    _typed, _typed_at = "", 0.0

    def keyboardSearch(self, search: str) -> None:
        """Go to the next row that fits; letters typed without a pause belong together."""
        now = time.monotonic()
        goes_on = now - self._typed_at < QApplication.keyboardInputInterval() / 1000
        typed = ((self._typed if goes_on else "") + folded(search)).lstrip()
        self._typed, self._typed_at = typed, now
        for index in self._onwards(skip=len(typed) == 1) if typed else ():
            words = folded(str(index.data())).split()
            if f" {typed}" in " ".join(["", *words]):
                self.setCurrentIndex(index)
                return

    def _onwards(self, *, skip: bool) -> Iterator[QModelIndex]:
        """Yield the open rows from the current one round to it again, or from the one behind it."""
        rows, index = [], self.model().index(0, 0)
        while index.isValid():
            rows.append(index)
            index = self.indexBelow(index)
        at = rows.index(self.currentIndex()) + skip if self.currentIndex() in rows else 0
        yield from rows[at:] + rows[:at]

"""A line to search a table with, from which the arrows move in that table while the typing goes on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

_MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchLine(QLineEdit):
    """Hands the keys that move up and down to `view`, with Shift and Ctrl as they are."""

    def __init__(self, view: QAbstractItemView, hint: str) -> None:
        super().__init__()
        self._view = view
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            QCoreApplication.sendEvent(self._view, event)
        else:
            super().keyPressEvent(event)

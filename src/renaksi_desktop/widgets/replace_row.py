"""The second row of the bar that looks for words: what is put in their place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from renaksi_desktop.models.search import Search


class ReplaceRow(QWidget):
    """Enter, or the first button, replaces at the place looked at and goes on; the second button everywhere."""

    replaced = Signal()
    """Another place is looked at now."""

    def __init__(self, search: Search) -> None:
        super().__init__()
        self._search = search
        self.line = QLineEdit()
        self.line.setObjectName("gantiDengan")
        self.line.setPlaceholderText(self.tr("Ganti dengan"))
        self.line.setAccessibleName(self.line.placeholderText())
        self._one = self._button("gantiSatu", self.tr("Ganti"), everywhere=False)
        self._all = self._button("gantiSemua", self.tr("Ganti Semua"), everywhere=True)
        self.stops = (self.line, self._one, self._all)
        """Where the Tab key goes, in this order."""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for stop in self.stops:
            layout.addWidget(stop, 4 if stop is self.line else 0)
        layout.addStretch(1)
        search.changed.connect(self._update)
        self._update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._replace(everywhere=self._all.hasFocus())
        else:
            super().keyPressEvent(event)

    def _replace(self, *, everywhere: bool) -> None:
        self._search.replace(self.line.text(), everywhere=everywhere)
        self.replaced.emit()

    def _update(self) -> None:
        for button in (self._one, self._all):
            button.setEnabled(self._search.place is not None)

    def _button(self, name: str, text: str, *, everywhere: bool) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(lambda: self._replace(everywhere=everywhere))
        return button

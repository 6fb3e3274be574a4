"""The line in which the reason is typed for which a finding is accepted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget


class ReasonLine(QWidget):
    """Enter gives the reason, Escape leaves the finding as it is; a blank reason cannot be given."""

    given = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = QLineEdit()
        self._text.setObjectName("alasan")
        self._text.setPlaceholderText(self.tr("Mengapa temuan ini memang demikian? Alasan tidak dicetak."))
        label = QLabel(self.tr("Alasan"))
        label.setBuddy(self._text)
        self._text.setAccessibleName(label.text())
        self._give, leave = QToolButton(), QToolButton()
        self._give.setText(self.tr("Terima"))
        self._give.setObjectName("beriAlasan")
        leave.setText(self.tr("Batal"))
        self._give.clicked.connect(self._take)
        leave.clicked.connect(self.left)
        self._text.returnPressed.connect(self._take)
        self._text.textChanged.connect(self._update)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._give)
        layout.addWidget(leave)
        self._update()

    def ask(self, reason: str) -> None:
        """Begin with a reason that may be changed."""
        self._text.setText(reason)
        self._text.selectAll()
        self._text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        if self._give.isEnabled():
            self.given.emit(self._text.text())

    def _update(self) -> None:
        self._give.setEnabled(bool(self._text.text().strip()))

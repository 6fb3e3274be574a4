"""Why a typed text was refused, said beside the cell until it is read."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QToolTip

from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.widgets.text_scale import scaled

SHOWN_MS: Final = 8000
WIDTH: Final = 360


class Reason(QLabel):
    """Looks like a tooltip of `view`, but stays while keys are pressed: Qt's own would be gone at once."""

    def __init__(self, view: QAbstractItemView, model: KeyedModel) -> None:
        super().__init__(view)
        self.setObjectName("reason")
        self._view = view
        self._cell = QPersistentModelIndex()
        self._is_fresh = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.dismiss)
        self.setWordWrap(True)
        self.setMargin(4)
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        model.refused.connect(self.say)
        model.session.changed.connect(self.dismiss)
        model.session.replaced.connect(self.dismiss)
        view.selectionModel().currentChanged.connect(self._leave)

    def is_about(self, index: QModelIndex) -> bool:
        """Say whether it is this cell that was refused."""
        return index.isValid() and self._cell == index

    def say(self, index: QModelIndex, reason: str) -> None:
        """Show the reason below the cell, or above it where there is no room below."""
        if self._view.isIndexHidden(index):
            return
        self._view.scrollTo(index)
        self._cell = QPersistentModelIndex(index)
        self.setText(reason)
        self.setPalette(QToolTip.palette())  # light or dark may have been chosen meanwhile
        self.setFixedWidth(min(scaled(WIDTH), self.fontMetrics().horizontalAdvance(reason) + 16))
        self.adjustSize()
        self.move(self._place(index))
        self.show()
        self.raise_()
        self._timer.start()
        self._is_fresh = True
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        self._is_fresh = False

    def _leave(self) -> None:
        """Go when another cell becomes current, unless that is the very click by which the text was left."""
        if not self._is_fresh:
            self.dismiss()

    def dismiss(self) -> None:
        self._cell = QPersistentModelIndex()
        self.hide()

    def _place(self, index: QModelIndex) -> QPoint:
        cell = self._view.visualRect(index).translated(self._view.viewport().pos())
        left = max(0, min(cell.left(), self._view.width() - self.width() - 4))
        below = cell.bottom() + 2
        fits = below + self.height() <= self._view.height()
        return QPoint(left, below if fits else cell.top() - self.height() - 2)

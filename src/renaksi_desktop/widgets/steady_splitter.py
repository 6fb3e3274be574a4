"""A splitter whose parts keep their shares, however small it was in between."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget


class SteadySplitter(QSplitter):
    """Qt goes on from what a part had last: one that once had its least would keep too much for good."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._shares: Sequence[int] = ()
        self.splitterMoved.connect(lambda: self._note(self.sizes()))

    def setSizes(self, sizes: Sequence[int]) -> None:
        """Give the parts these shares, here and in any other size."""
        self._note(sizes)
        super().setSizes(sizes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        super().setSizes(self._shares)

    def _note(self, shares: Sequence[int]) -> None:
        self._shares = tuple(shares)

"""One column takes what the others leave of a view's width, but never less than it can be read in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView, QTreeView


class FillColumn(QObject):
    """Keeps a column of `view` filled at each resize; below `least` pixels the view scrolls instead."""

    def __init__(self, view: QTableView | QTreeView, column: int, least: int) -> None:
        super().__init__(view)
        self._view, self._column, self._least = view, column, least
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.fit()
        return False

    def fit(self) -> None:
        """Fill the view now."""
        header = self._header()
        others = header.length() - header.sectionSize(self._column)
        header.resizeSection(self._column, max(self._least, self._view.viewport().width() - others))

    def _header(self) -> QHeaderView:
        view = self._view
        return view.horizontalHeader() if isinstance(view, QTableView) else view.header()

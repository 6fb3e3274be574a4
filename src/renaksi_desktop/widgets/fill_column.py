"""One column takes what the others leave of a view's width, but never less than it can be read in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QHeaderView, QTableView, QTreeView

from renaksi_desktop.widgets.text_scale import scaled


class FillColumn(QObject):
    """Keeps a column of `view` filled; below `least` pixels, see `text_scale`, the view scrolls instead."""

    def __init__(self, view: QTableView | QTreeView, column: int, least: int) -> None:
        super().__init__(view)
        self._view, self._column, self._least = view, column, least
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.fit()
        elif event.type() is QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self.fit)  # only then have the other columns their widths
        return False

    def fit(self) -> None:
        """Fill the view now."""
        header = self._header()
        others = header.length() - header.sectionSize(self._column)
        header.resizeSection(self._column, max(scaled(self._least), self._view.viewport().width() - others))

    def _header(self) -> QHeaderView:
        view = self._view
        return view.horizontalHeader() if isinstance(view, QTableView) else view.header()

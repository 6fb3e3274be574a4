"""The size of all text in the program, and lengths that follow it so that they hold what they held before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QTreeView, QWidget

_PERCENT, _POINTS = "persenTeks", "poinTeks"
"""Properties of the QApplication: the size that was set, and that of the platform's own font."""
_FIXED: Final = (QHeaderView.ResizeMode.Interactive, QHeaderView.ResizeMode.Fixed)
_CHANGES: Final = (QEvent.Type.Polish, QEvent.Type.FontChange)


def percent() -> int:
    """Return the size of all text, in percent of the platform's own."""
    return _application().property(_PERCENT) or 100


def set_percent(size: int) -> None:
    """Show all text of the program in this size, in percent of the platform's own."""
    if size == percent():
        return
    application, font = _application(), QApplication.font()
    points = application.property(_POINTS) or QFontInfo(font).pointSizeF()
    application.setProperty(_POINTS, points)
    application.setProperty(_PERCENT, size)
    font.setPointSizeF(points * size / 100)
    QApplication.setFont(font)


def scaled(length: int) -> int:
    """Return the pixels for what takes `length` pixels where text has the platform's own size."""
    return round(length * percent() / 100)


class FollowText(QObject):
    """Calls `apply` now, and whenever the text of `widget` has another size."""

    def __init__(self, widget: QWidget, apply: Callable[[], object]) -> None:
        super().__init__(widget)
        self._apply = apply
        widget.installEventFilter(self)
        apply()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FontChange:
            self._apply()
        return False


class FollowTextInSections(QObject):
    """Keeps the widths of columns and the heights of rows in proportion to the text of `view`.

    Until the view is first shown its lengths are those for the platform's own size of text.
    """

    def __init__(self, view: QTableView | QTreeView) -> None:
        super().__init__(view)
        self._view, self._percent = view, 100
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _CHANGES and self._percent != percent():
            ratio, self._percent = percent() / self._percent, percent()
            for header in self._headers():
                _resize(header, ratio)
        return False

    def _headers(self) -> list[QHeaderView]:
        if isinstance(self._view, QTreeView):
            return [self._view.header()]
        rows, columns = self._view.verticalHeader(), self._view.horizontalHeader()
        # A view that lies over another has the widths of that one's columns.
        return [rows] if isinstance(self._view.parent(), QTableView) else [rows, columns]


def _application() -> QApplication:
    return cast(QApplication, QApplication.instance())


def _resize(header: QHeaderView, ratio: float) -> None:
    if header.orientation() is Qt.Orientation.Vertical:
        header.setMinimumSectionSize(round(header.minimumSectionSize() * ratio))
        header.setDefaultSectionSize(round(header.defaultSectionSize() * ratio))
        return
    for section in range(header.count()):
        if header.sectionResizeMode(section) in _FIXED:
            header.resizeSection(section, round(header.sectionSize(section) * ratio))

"""The size of all text in the program, and lengths that follow it so that they hold what they held before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, cast

from PySide6.QtCore import QEvent, QObject
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


def scaled(length: float, size: int | None = None) -> int:
    """Return the pixels for what takes `length` pixels where text has the platform's own size.

    `size` is that of the text in percent; without it, that of the program.
    """
    return round(length * (percent() if size is None else size) / 100)


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
    """Keeps the widths of columns and the height of rows in proportion to the text of `view`.

    Until the view is first shown its lengths are those for the platform's own size of text.
    """

    def __init__(self, view: QTableView | QTreeView) -> None:
        super().__init__(view)
        self.view, self._size = view, 100
        self._widths: dict[int, float] = {}
        self._height = 0 if isinstance(view, QTreeView) else view.verticalHeader().defaultSectionSize()
        view.installEventFilter(self)

    def usual_widths(self) -> tuple[int, ...]:
        """Return the widths that the columns would have at the platform's own size of text."""
        header = self._columns()
        return tuple(round(header.sectionSize(column) * 100 / self._size) for column in range(header.count()))

    def set_usual_widths(self, widths: Sequence[int]) -> None:
        """Set all columns to what `usual_widths` told of them; nothing where there are others now."""
        header = self._columns()
        if len(widths) == header.count():
            for column, width in enumerate(widths):
                if not width:
                    continue  # it was hidden then
                header.resizeSection(column, max(scaled(width, self._size), header.minimumSectionSize()))

    def _columns(self) -> QHeaderView:
        view = self.view
        return view.header() if isinstance(view, QTreeView) else view.horizontalHeader()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _CHANGES and self._size != percent():
            before, self._size = self._size, percent()
            self._scale(before)
        return False

    def _scale(self, before: int) -> None:
        view = self.view
        if isinstance(view, QTableView):
            view.verticalHeader().setMinimumSectionSize(scaled(self._height))
            view.verticalHeader().setDefaultSectionSize(scaled(self._height))
        # A view that lies over another has the widths of that one's columns.
        if not isinstance(view.parent(), QTableView):
            self._set_widths(self._columns(), before)

    def _set_widths(self, header: QHeaderView, before: int) -> None:
        """Give columns their widths; one that nobody has drawn since is scaled from what it was at first."""
        for column in range(header.count() - header.stretchLastSection()):
            if header.sectionResizeMode(column) not in _FIXED:
                continue
            width, shown = self._widths.get(column, 0.0), header.sectionSize(column)
            if scaled(width, before) != shown:
                width = shown * 100 / before
            self._widths[column] = width
            header.resizeSection(column, scaled(width))


def _application() -> QApplication:
    return cast(QApplication, QApplication.instance())

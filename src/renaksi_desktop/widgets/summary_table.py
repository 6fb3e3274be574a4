"""A table of the summary: rows with bars, each of which leads to the part of the plan that it is about."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from renaksi_desktop.domain.totals import Sums
from renaksi_desktop.models.keyed_rows import Index
from renaksi_desktop.models.summary import BAR, NAME, SummaryModel
from renaksi_desktop.widgets import shades
from renaksi_desktop.widgets.cell_delegate import CellDelegate
from renaksi_desktop.widgets.empty_hint import EmptyHint
from renaksi_desktop.widgets.fill_column import FillColumn
from renaksi_desktop.widgets.focus import make_current
from renaksi_desktop.widgets.plain_table import PlainTable
from renaksi_desktop.widgets.share_bar import paint_length, paint_share
from renaksi_desktop.widgets.text_scale import scaled

NAME_WIDTH, BAR_HEIGHT, MARGIN = 96, 10, 8


class SummaryTable(PlainTable):
    """A click or Enter on a row asks to go where it leads."""

    wanted = Signal(object)
    """Carries the `Place` to go to."""

    def __init__(self, model: SummaryModel, widths: tuple[int, ...], hint: str) -> None:
        """`widths` are those of the columns behind the name; `hint` says what to do while there are no rows."""
        super().__init__(model)
        self._rows = model
        self.setItemDelegate(_Bars(model, self))
        for column, width in enumerate(widths, NAME + 1):
            self.setColumnWidth(column, width)
        FillColumn(self, NAME, NAME_WIDTH)
        EmptyHint(self, hint)
        self.clicked.connect(self._ask)
        self.activated.connect(self._ask)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where Enter would lead."""
        if not self.currentIndex().isValid():
            make_current(self, self._rows.index(0, NAME))
        super().focusInEvent(event)

    def _ask(self, index: Index) -> None:
        if line := self._rows.line(index):
            self.wanted.emit(line.place)


class _Bars(CellDelegate):
    """Paints the bar of a row in its column."""

    def __init__(self, model: SummaryModel, view: QAbstractItemView) -> None:
        super().__init__(model, view)
        self._rows = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        line = self._rows.line(index) if index.column() == BAR else None
        if line and line.bar:
            accent = shades.text(option, shades.HEADING_BAR) if line.heads else shades.accent(option)
            self._paint_bar(painter, option, line.bar, accent)

    def _paint_bar(self, painter: QPainter, option: QStyleOptionViewItem, bar: Sums, accent: QColor) -> None:
        height = scaled(BAR_HEIGHT)
        cell, top = option.rect, option.rect.center().y() - height // 2
        room = QRect(cell.left() + MARGIN, top, cell.width() - 2 * MARGIN, height)
        if self._rows.framed:
            paint_share(painter, room, bar, shades.text(option), accent)
        else:
            paint_length(painter, room, bar, accent)

"""A small bar that shows how much of an amount is shared out; too much is hatched, and so needs no colour."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionViewItem, QWidget

from renaksi_desktop.domain.totals import Sums
from renaksi_desktop.widgets import shades
from renaksi_desktop.widgets.text_scale import FollowText, scaled

WIDTH, HEIGHT, GAP = 40, 8, 4
ROOM: Final = WIDTH + GAP + 24
"""By how many pixels, at the platform's own size of text, a column is wider that has bars and the word "lebih"."""
_FRAME, _FRAME_OVER = 0.36, 0.7
"""How much of the text colour is in the frame around a bar, and around one that shows too much."""


def beside_bar(painter: QPainter, option: QStyleOptionViewItem, sums: Sums | None) -> QStyleOptionViewItem:
    """Paint the bar of a cell that has `sums` at its right; return the options for what else the cell shows."""
    if sums is None:
        return option
    cell, view = option.rect, option.widget
    view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
    width, height, gap = scaled(WIDTH), scaled(HEIGHT), scaled(GAP)
    bar = QRect(cell.right() - gap - width, cell.center().y() - height // 2, width, height)
    paint_share(painter, bar, sums, shades.text(option), shades.accent(option))
    rest = QStyleOptionViewItem(option)
    rest.rect = cell.adjusted(0, 0, -width - gap, 0)
    return rest


def paint_share(painter: QPainter, rect: QRect, sums: Sums, text: QColor, accent: QColor) -> None:
    """Paint the bar: filled as far as `sums` are shared out, hatched from end to end where that is too much."""
    painter.save()
    if sums.lebih:
        painter.fillRect(rect, QBrush(text, Qt.BrushStyle.BDiagPattern))
    else:
        paint_length(painter, rect, sums, accent)
    painter.setPen(shades.faint(text, _FRAME_OVER if sums.lebih else _FRAME))
    painter.drawRect(rect.adjusted(0, 0, -1, -1))
    painter.restore()


def paint_length(painter: QPainter, rect: QRect, sums: Sums, colour: QColor) -> None:
    """Fill as much of a length as `sums` are shared out."""
    painter.fillRect(QRect(rect.topLeft(), QSize(int(sums.length(rect.width(), 1)), rect.height())), colour)


class ShareBar(QWidget):
    """The bar by itself, beside a text that says the same."""

    def __init__(self) -> None:
        super().__init__()
        self._sums = Sums()
        FollowText(self, lambda: self.setFixedSize(scaled(2 * WIDTH), scaled(HEIGHT)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_sums(self, sums: Sums) -> None:
        self._sums = sums
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_share(QPainter(self), self.rect(), self._sums, *shades.inks(self.palette()))

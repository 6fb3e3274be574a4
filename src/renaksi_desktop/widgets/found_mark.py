"""The frame around a cell that shows what is looked for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from renaksi_desktop.widgets import shades

WIDTH: Final = 1.5
INSET: Final = 1
ROUND: Final = 3


def paint_found(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint it within the cell: a shape of its own beside the grid lines and the background of a selection."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(shades.accent(option), WIDTH))
    painter.drawRoundedRect(QRectF(option.rect).adjusted(INSET, INSET, -INSET - 1, -INSET - 1), ROUND, ROUND)
    painter.restore()

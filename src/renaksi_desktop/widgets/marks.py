"""The mark in the corner of a cell about which something is found; its shape says how grave that is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem

from renaksi_desktop.domain.findings import Severity
from renaksi_desktop.models.keyed_rows import Index
from renaksi_desktop.models.marked_model import MARK_ROLE
from renaksi_desktop.widgets import shades

SIZE: Final = 8.0
"""Pixels along the edge of the cell, in its upper left corner: numbers stand at the right."""


def paint_mark(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    """Paint a full corner for an error, an open one for a warning and a dot for an information."""
    severity = index.data(MARK_ROLE)
    if severity is None:
        return
    colour = shades.text(option)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour)
    corner = QPointF(option.rect.topLeft()) + QPointF(1.5, 1.5)
    if severity == Severity.ERROR:
        painter.setBrush(colour)
    if severity == Severity.INFO:
        painter.setBrush(colour)
        painter.drawEllipse(corner + QPointF(2, 2), 1.25, 1.25)
    else:
        painter.drawPolygon(QPolygonF([corner, corner + QPointF(SIZE - 2, 0), corner + QPointF(0, SIZE - 2)]))
    painter.restore()

"""The twelve targets of an Indikator as a small line beside its name."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from renaksi_desktop.domain.plan import Target

WIDTH, HEIGHT, MARGIN = 56, 12, 8
DOT: Final = 1.5
"""Radius, in pixels, of the mark on the last month that is filled."""


def paint_course(painter: QPainter, room: QRectF, target: Sequence[Target | None], colour: QColor) -> None:
    """Draw the months that are numbers from left to right, joined where none between them is blank."""
    points = _points(target, room)
    if not points:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(colour)
    for month, point in points.items():
        if month + 1 in points:
            painter.drawLine(point, points[month + 1])
        elif month - 1 not in points:
            painter.drawEllipse(point, DOT / 2, DOT / 2)
    painter.drawEllipse(points[max(points)], DOT, DOT)
    painter.restore()


def _points(target: Sequence[Target | None], room: QRectF) -> dict[int, QPointF]:
    """Return where each month (0..11) stands that is a number."""
    numbers = {month: float(value) for month, value in enumerate(target) if isinstance(value, Decimal)}
    if not numbers:
        return {}
    low, high = min(numbers.values()), max(numbers.values())
    span = high - low
    return {
        month: QPointF(
            room.left() + room.width() * month / 11,
            room.center().y() if not span else room.bottom() - room.height() * (value - low) / span,
        )
        for month, value in numbers.items()
    }

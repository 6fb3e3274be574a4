"""A badge at the right end of a tree's row, for which the text gives way."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from renaksi_desktop.models.keyed_rows import Index
from renaksi_desktop.models.plan_tree import BADGE_ROLE
from renaksi_desktop.widgets import shades
from renaksi_desktop.widgets.cell_delegate import CellDelegate

MARGIN: Final = 8


class BadgeDelegate(CellDelegate):
    """Shows the text that the model gives for `BADGE_ROLE`, if any."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if badge := index.data(BADGE_ROLE):
            # An empty decoration, so that the style itself leaves the room free.
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationPosition = QStyleOptionViewItem.Position.Right
            option.decorationSize = QSize(option.fontMetrics.horizontalAdvance(badge) + MARGIN, 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        badge = index.data(BADGE_ROLE)
        if badge is None:
            return
        painter.save()
        painter.setFont(option.font)
        painter.setPen(shades.text(option))
        room = option.rect.adjusted(0, 0, -MARGIN // 2, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, badge)
        painter.restore()

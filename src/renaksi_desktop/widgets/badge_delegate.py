"""A badge at the right end of a tree's row, for which the text gives way."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from renaksi_desktop.models.plan_tree import BADGE_ROLE
from renaksi_desktop.widgets.cell_delegate import CellDelegate

Index = QModelIndex | QPersistentModelIndex
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
        selected = option.state & QStyle.StateFlag.State_Selected
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(role))
        room = option.rect.adjusted(0, 0, -MARGIN // 2, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, badge)
        painter.restore()

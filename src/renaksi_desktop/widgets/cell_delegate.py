"""How cells are painted and edited: derived values muted, heading rows as one strip, plain line editors."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.widgets.text_scale import scaled

ROW_HEIGHT: Final = 26
PADDING: Final = 4
_DERIVED_SHARE, _LINE_SHARE, _HEADING_SHARE = 0.68, 0.14, 0.05
"""How much of the text colour is in the colour of derived texts, grid lines and heading rows."""

_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """The delegate of every grid and tree; in a table it also draws the lines, which a heading row leaves out."""

    def __init__(self, model: KeyedModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._model = model

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if self._heading(index) is not None:
            option.backgroundBrush = QBrush(shade(option.palette, _HEADING_SHARE))
        elif self._model.is_derived(index):
            option.palette.setColor(QPalette.ColorRole.Text, shade(option.palette, _DERIVED_SHARE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        heading = self._heading(index)
        if heading is not None and index.column() >= self._model.heading_column and isinstance(view, QTableView):
            self._paint_heading(painter, option, index, view, heading)
        else:
            super().paint(painter, option, index)
        if isinstance(view, QTableView):
            painter.setPen(shade(view.palette(), _LINE_SHARE))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
            if heading is None:
                painter.drawLine(option.rect.topRight(), option.rect.bottomRight())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, scaled(ROW_HEIGHT)))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setAlignment(_RIGHT if index.column() in self._model.numeric else _LEFT)
        return editor

    def _heading(self, index: Index) -> str | None:
        return self._model.heading(self._model.key(index))

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, view: QTableView, heading: str
    ) -> None:
        """Paint this cell's part of a text that runs over all columns and stays put while they scroll."""
        self.initStyleOption(option, index)
        option.text = ""
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, view)
        left = PADDING + sum(map(view.columnWidth, range(self._model.heading_column)))
        strip = QRect(left, option.rect.top(), view.window().width(), option.rect.height())
        selected = option.state & QStyle.StateFlag.State_Selected
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.save()
        painter.setClipRect(option.rect)
        painter.setFont(option.font)
        painter.setPen(option.palette.color(role))
        painter.drawText(strip, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, heading)
        painter.restore()


def shade(palette: QPalette, share: float) -> QColor:
    """Return a colour between the background of a view (0) and its text (1)."""
    front, back = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    return QColor.fromRgbF(
        front.redF() * share + back.redF() * (1 - share),
        front.greenF() * share + back.greenF() * (1 - share),
        front.blueF() * share + back.blueF() * (1 - share),
    )

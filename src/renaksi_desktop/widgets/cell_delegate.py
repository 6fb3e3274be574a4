"""How cells are painted and edited: derived values muted, heading rows as one strip, plain line editors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from renaksi_desktop.domain.plan import Target
from renaksi_desktop.models.cells import Cell
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.models.keyed_rows import Index
from renaksi_desktop.widgets import course, shades
from renaksi_desktop.widgets.cell_blocks import CellBlocks
from renaksi_desktop.widgets.course import paint_course
from renaksi_desktop.widgets.found_mark import paint_found
from renaksi_desktop.widgets.marks import paint_mark
from renaksi_desktop.widgets.share_bar import beside_bar
from renaksi_desktop.widgets.spreadsheet_keys import ENTER
from renaksi_desktop.widgets.text_scale import scaled

ROW_HEIGHT: Final = 26
PADDING: Final = 4

_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CellDelegate(QStyledItemDelegate):
    """The delegate of every grid and tree; in a table it also draws the lines, which a heading row leaves out."""

    def __init__(self, model: KeyedModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        model.session.search.changed.connect(view.viewport().update)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if self._heading(index) is not None:
            option.backgroundBrush = QBrush(shades.shade(option.palette, shades.HEADING_GROUND))
            return
        if self._model.is_quiet(index):
            option.palette.setColor(QPalette.ColorRole.Text, shades.shade(option.palette, shades.QUIET))
        if self._cell(index).course:
            room = option.rect.width() - course.WIDTH - 2 * course.MARGIN
            option.text = option.fontMetrics.elidedText(option.text, option.textElideMode, room)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        heading = self._heading(index)
        if heading is not None and index.column() >= self._model.heading_column and isinstance(view, QTableView):
            self._paint_heading(painter, option, index, view, heading)
        else:
            super().paint(painter, beside_bar(painter, option, self._model.bar(index)), index)
            self._paint_course(painter, option, self._cell(index).course)
        if isinstance(view, QTableView):
            painter.setPen(shades.shade(view.palette(), shades.GRID_LINE))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
            if heading is None:
                painter.drawLine(option.rect.topRight(), option.rect.bottomRight())
        paint_mark(painter, option, index)
        if isinstance(self._view, CellBlocks) and self._view.shows_current(index):
            _paint_frame(painter, option)
        search = self._model.session.search
        if search.is_on and search.finds(self._cell(index).places):
            paint_found(painter, option)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Take the keys that a spreadsheet has beside Qt's own."""
        return self._takes(event, editor) or super().eventFilter(editor, event)

    def _takes(self, event: QEvent, editor: QObject) -> bool:
        """Leave a cell that is typed over by an arrow; type into all that are selected by Ctrl+Enter."""
        view, as_it_is = self._view, QStyledItemDelegate.EndEditHint.NoHint
        if not (isinstance(event, QKeyEvent) and isinstance(editor, QLineEdit) and isinstance(view, CellBlocks)):
            return False
        if event.type() is not QEvent.Type.KeyPress:
            return False
        if view.leaves_editor(event.key()):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, as_it_is)
            view.leader().move_by(event.key())
        elif event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.closeEditor.emit(editor, as_it_is)
            view.leader().type_into_selection(editor.text(), self.tr("Isi {} sel"))
        else:
            return False
        return True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, scaled(ROW_HEIGHT)))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setAlignment(_RIGHT if index.column() in self._model.numeric else _LEFT)
        if any(self._model.offered(column := index.column())):
            from renaksi_desktop.widgets.completion import complete  # the first paint does not wait for it

            complete(editor, lambda: self._model.offered(column), inline=True)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave alone what is typed or selected: Qt asks again at each change of the cell, even of its marks."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if not isinstance(editor, QLineEdit) or not (editor.isModified() or editor.text() == value):
            super().setEditorData(editor, index)

    def _cell(self, index: Index) -> Cell:
        return self._model.cell(self._model.key(index), index.column())

    def _paint_course(
        self, painter: QPainter, option: QStyleOptionViewItem, target: Sequence[Target | None]
    ) -> None:
        rect, width, height = option.rect, course.WIDTH, course.HEIGHT
        left = rect.right() - course.MARGIN - width
        room = QRectF(left, rect.center().y() - height / 2, width, height)
        if left > rect.left() + width:
            paint_course(painter, room, target, shades.text(option, shades.QUIET))

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
        painter.save()
        painter.setClipRect(option.rect)
        painter.setFont(option.font)
        painter.setPen(shades.text(option))
        painter.drawText(strip, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, heading)
        painter.restore()


def _paint_frame(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Mark the cell that is typed into, which a selection of several does not tell."""
    painter.setPen(shades.text(option))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(option.rect.adjusted(1, 1, -3, -3))

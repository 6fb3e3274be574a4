"""Rows as high as in the grids, for the lists that have no grid's delegate."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from renaksi_desktop.models.keyed_rows import Index
from renaksi_desktop.widgets.cell_delegate import ROW_HEIGHT
from renaksi_desktop.widgets.text_scale import scaled


class EvenRows(QStyledItemDelegate):
    """A delegate that only sees to the height, in pixels at the platform's own size of text."""

    def __init__(self, view: QAbstractItemView, height: int = ROW_HEIGHT) -> None:
        super().__init__(view)
        self._height = height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, scaled(self._height)))

"""A table that works as a spreadsheet's users expect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.widgets.cell_blocks import CellBlocks
from renaksi_desktop.widgets.cell_delegate import CellDelegate
from renaksi_desktop.widgets.plain_table import PlainTable
from renaksi_desktop.widgets.reason import Reason
from renaksi_desktop.widgets.spreadsheet_keys import TYPING

if TYPE_CHECKING:
    from renaksi_desktop.widgets.fill_handle import FillHandle


class GridView(CellBlocks, PlainTable):
    """A table over a KeyedModel whose cells are typed over."""

    def __init__(self, model: KeyedModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setItemDelegate(CellDelegate(model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(TYPING)
        self.setTabKeyNavigation(True)
        Reason(self, model)
        self._handle: FillHandle | None = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._handle is None:
            from renaksi_desktop.widgets.fill_handle import FillHandle  # the first paint does not wait for it

            self._handle = FillHandle(self)

    def next_row(self, index: QModelIndex, step: int) -> QModelIndex:
        return index.siblingAtRow(index.row() + step)

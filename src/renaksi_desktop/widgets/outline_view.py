"""Trees over a KeyedModel: the plan at the left of the window, and the budget on its page."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from renaksi_desktop.domain.outline import Key
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.widgets.cell_blocks import CellBlocks
from renaksi_desktop.widgets.cell_delegate import CellDelegate
from renaksi_desktop.widgets.kept_open import KeptOpen
from renaksi_desktop.widgets.reason import Reason
from renaksi_desktop.widgets.spreadsheet_keys import TYPING
from renaksi_desktop.widgets.text_scale import FollowTextInSections
from renaksi_desktop.widgets.viewport import give_viewport


class OutlineView(QTreeView):
    """A QTreeView that edits in place, says beside the cell why a text was refused, and keeps its rows open."""

    def __init__(self, model: KeyedModel) -> None:
        super().__init__()
        give_viewport(self)
        self.setItemDelegate(CellDelegate(model, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setModel(model)  # last, since each of the above would have it laid out again
        FollowTextInSections(self)
        KeptOpen(self, model)
        Reason(self, model)


class OutlineGrid(CellBlocks, OutlineView):
    """A tree with columns whose cells are typed over, as in a table."""

    def __init__(self, model: KeyedModel) -> None:
        super().__init__(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(TYPING)
        self.setTabKeyNavigation(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setExpandsOnDoubleClick(False)

    def next_row(self, index: QModelIndex, step: int) -> QModelIndex:
        row = self.indexBelow(index) if step > 0 else self.indexAbove(index)
        return row.siblingAtColumn(index.column())

    def uncover(self, rows: Iterable[Key]) -> None:
        """Open all that these rows stand below."""
        for row in rows:
            above = self.source().index_of(row).parent()
            while above.isValid():
                self.expand(above)
                above = above.parent()

"""A tree over a KeyedModel: the plan at the left of the window, and the budget on its page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTreeView, QWidget

from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.widgets.cell_delegate import CellDelegate
from renaksi_desktop.widgets.grid_view import show_reason


class OutlineView(QTreeView):
    """A QTreeView that edits in place and says beside the cell why a text was refused."""

    def __init__(self, model: KeyedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(model, self))
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        model.refused.connect(lambda index, reason: show_reason(self, index, reason))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab goes on to the next cell of the row that can be edited; a tree of its own would go down a row."""
        current = self.currentIndex()
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        step = {
            QAbstractItemDelegate.EndEditHint.EditNextItem: 1,
            QAbstractItemDelegate.EndEditHint.EditPreviousItem: -1,
        }.get(hint)
        if step is not None:
            beside = current.siblingAtColumn(current.column() + step)
            if beside.isValid() and beside.flags() & Qt.ItemFlag.ItemIsEditable:
                self.setCurrentIndex(beside)
                self.edit(beside)

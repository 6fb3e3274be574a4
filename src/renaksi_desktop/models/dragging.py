"""Dragging rows between views: what is dragged travels as keys, and the domain says what dropping it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QModelIndex, Qt

from renaksi_desktop.domain.dropping import Drop, Gap, drop
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.models.keyed_rows import Index

if TYPE_CHECKING:
    _Model = KeyedModel
else:
    _Model = object

MIME: Final = "application/x-renaksi-bagian"
"""The keys of rows of a plan, one a line; in another plan they are nothing."""
_ACTIONS: Final = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


class DragSource(_Model):
    """Mixed into a model whose rows can be dragged; Qt takes none of them out, since a drop is an edit."""

    def more_flags(self) -> Qt.ItemFlag:
        return super().more_flags() | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, "\n".join(dict.fromkeys(map(self.key, indexes))).encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return _ACTIONS


class DropTarget(_Model):
    """Mixed into a model that takes what means something on its rows or between them; all else it refuses."""

    def more_flags(self) -> Qt.ItemFlag:
        return super().more_flags() | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def supportedDropActions(self) -> Qt.DropAction:
        return _ACTIONS

    def meant(self, data: QMimeData, row: int, parent: Index) -> Drop | None:
        """Return what a drop before child number `row` of `parent` does, or for -1 onto `parent` itself."""
        keys = bytes(data.data(MIME).data()).decode(errors="replace").split()
        above, below = (self.key(self.index(beside, 0, parent)) for beside in (row - 1, row))
        target = self.key(parent) if row < 0 else Gap(above, below)
        return drop(self.session.index, self.session.totals, keys, target)

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return self.meant(data, row, parent) is not None

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        dropped = self.meant(data, row, parent)
        if dropped is None or not self.session.apply(dropped.edit):
            return False
        if moved := next((node for node in dropped.moved if node in self.session.index.nodes), None):
            self.session.select(moved)
        return True

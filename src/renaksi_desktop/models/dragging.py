"""Dragging rows between views: what is dragged travels as ids, and the domain says what dropping it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt

from renaksi_desktop.domain.dropping import drop
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.models.keyed_model import Index, KeyedModel

if TYPE_CHECKING:
    _Model = KeyedModel
else:
    _Model = object

MIME: Final = "application/x-renaksi-bagian"
"""The ids of parts of a plan, one a line; in another plan they are nothing."""


class DragSource(_Model):
    """Mixed into a model whose rows are nodes that can be dragged."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, "\n".join(dict.fromkeys(map(self.key, indexes))).encode())
        return data


class DropTarget(_Model):
    """Mixed into a model whose rows take what means something to them; anything else the cursor refuses."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def canDropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        return self._meant(data, parent) is not None

    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        edit = self._meant(data, parent)
        return edit is not None and self.session.apply(edit)

    def _meant(self, data: QMimeData, target: Index) -> Edit | None:
        ids = bytes(data.data(MIME).data()).decode(errors="replace").split()
        return drop(self.session.index, self.session.totals, ids, self.key(target))

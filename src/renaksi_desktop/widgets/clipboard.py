"""What a view puts on the clipboard: rows of cells, in the flavours that spreadsheets read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication

from renaksi_desktop.models.keyed_model import KeyedModel

if TYPE_CHECKING:
    from renaksi_desktop.interchange.block import Shown


def put(cells: Sequence[Sequence[Shown]]) -> None:
    """Put rows of cells on the clipboard, as text and as HTML."""
    from renaksi_desktop.interchange.block import write_html, write_text  # not needed for the first paint

    mime = QMimeData()
    mime.setText(write_text(cells))
    mime.setHtml(write_html(cells))
    QApplication.clipboard().setMimeData(mime)


def put_selected(view: QAbstractItemView) -> None:
    """Put what is selected on the clipboard, a row for each, in the order in which they stand in the view."""
    rows: dict[tuple[int, ...], list[Shown]] = {}
    for index in sorted(view.selectedIndexes(), key=lambda index: (_path(index), index.column())):
        rows.setdefault(_path(index), []).append(_shown(index))
    if rows:
        put(list(rows.values()))


def _path(index: QModelIndex) -> tuple[int, ...]:
    """Return the number of the row of an index, behind those of the rows that it stands below."""
    return (*_path(index.parent()), index.row()) if index.isValid() else ()


def _shown(index: QModelIndex) -> Shown:
    from renaksi_desktop.interchange.block import Shown

    model = index.model()
    if isinstance(model, KeyedModel):
        cell = model.cell(model.key(index), index.column())
        return Shown(cell.text, cell.number)
    return Shown(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))

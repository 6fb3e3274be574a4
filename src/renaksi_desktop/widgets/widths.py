"""Widths of columns in several views, in pixels at the platform's own size of text: see `text_scale`."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView, QTreeView

from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.widgets.share_bar import ROOM

KODE, RUPIAH = 48, 112


def fit_rupiah(view: QTableView | QTreeView, model: KeyedModel) -> None:
    """Give the columns of a model whose numbers all are rupiah their width, and room for bars."""
    for column in model.numeric:
        view.setColumnWidth(column, RUPIAH + (ROOM if column in model.with_bar else 0))

"""Every key of the program in one list, found by any word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from renaksi_desktop.widgets.empty_hint import EmptyHint
from renaksi_desktop.widgets.even_rows import EvenRows
from renaksi_desktop.widgets.text_scale import scaled

WIDTH, HEIGHT = 560, 560


class KeyGroup(NamedTuple):
    """Keys that belong together: what each does, and the keys as a reader sees them."""

    title: str
    keys: Sequence[tuple[str, str]]


class ShortcutsDialog(QDialog):
    """A list in groups, narrowed by what is typed above it."""

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Pintasan Papan Tik"))
        self.resize(scaled(WIDTH), scaled(HEIGHT))
        self._search = QLineEdit()
        self._search.setObjectName("cariPintasan")
        self._search.setAccessibleName(self.tr("Cari pintasan"))
        self._search.setPlaceholderText(self.tr("Ketik sebagian nama perintah atau tombolnya"))
        self._search.setClearButtonEnabled(True)
        self._list = self._keys(groups)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for part in (self._search, self._list, buttons):
            layout.addWidget(part)
        self._search.setFocus()

    def _keys(self, groups: Sequence[KeyGroup]) -> QTreeView:
        found = QSortFilterProxyModel(self)
        found.setSourceModel(_model(groups, (self.tr("Perintah"), self.tr("Tombol")), self))
        found.setFilterKeyColumn(-1)
        found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        found.setRecursiveFilteringEnabled(True)
        view = QTreeView()
        view.setObjectName("daftarPintasan")
        view.setAccessibleName(self.tr("Daftar pintasan"))
        view.setModel(found)
        view.setItemDelegate(EvenRows(view))
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setUniformRowHeights(True)
        view.header().setStretchLastSection(False)
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        view.expandAll()
        EmptyHint(view, self.tr("Tidak ada pintasan yang cocok."))
        self._search.textChanged.connect(found.setFilterFixedString)
        self._search.textChanged.connect(lambda: view.expandAll())
        return view


def _model(groups: Sequence[KeyGroup], titles: tuple[str, str], parent: ShortcutsDialog) -> QStandardItemModel:
    model = QStandardItemModel(0, 2, parent)
    model.setHorizontalHeaderLabels(titles)
    for group in groups:
        heading = QStandardItem(group.title)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        for texts in group.keys:
            heading.appendRow([QStandardItem(text) for text in texts])
        model.appendRow([heading, QStandardItem()])
    return model

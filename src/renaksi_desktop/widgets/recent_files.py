"""The files opened last: what they are called, where they are, and when they were last changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeView,
)

from renaksi_desktop.tasks.background import Background, Job
from renaksi_desktop.widgets.cell_delegate import ROW_HEIGHT
from renaksi_desktop.widgets.empty_hint import EmptyHint
from renaksi_desktop.widgets.even_rows import EvenRows
from renaksi_desktop.widgets.text_scale import FollowText, scaled

NAME, FOLDER, CHANGED = range(3)
ROWS: Final = 11
"""Its height in rows, the titles among them."""
SUFFIX: Final = ".renaksi"
"""Goes without saying."""


class RecentFiles(QTreeView):
    """A click or Enter on a row asks to open its file."""

    chosen = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("berkasTerakhir")
        self.setAccessibleName(self.tr("Berkas yang terakhir dibuka"))
        self._files = QStandardItemModel(0, 3, self)
        self._files.setHorizontalHeaderLabels([self.tr("Nama"), self.tr("Folder"), self.tr("Terakhir diubah")])
        self.setModel(self._files)
        self.setItemDelegate(EvenRows(self))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.header().setStretchLastSection(False)
        for column in (NAME, FOLDER):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(CHANGED, QHeaderView.ResizeMode.ResizeToContents)
        FollowText(self, lambda: self.setFixedHeight(scaled(ROWS * ROW_HEIGHT)))
        self._background = Background(self)
        self.clicked.connect(self._ask)
        self.activated.connect(self._ask)
        EmptyHint(self, self.tr("Belum ada berkas. Rencana yang disimpan akan tercantum di sini."))

    def show_files(self, names: Sequence[str]) -> None:
        """List files, the last one first; when each was changed is told once the disk has said so."""
        self._background.cancel()
        self._files.removeRows(0, self._files.rowCount())
        for name in names:
            self._files.appendRow(_row(Path(name)))
        self._background.run(lambda job: [_changed(Path(name), job) for name in names], self._tell)

    def stop(self) -> None:
        """Return when no disk is asked any more."""
        self._background.stop()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which file Enter would open."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._files.index(0, NAME))
        super().focusInEvent(event)

    def _tell(self, changes: Sequence[datetime | None]) -> None:
        for row, changed in enumerate(changes):
            text = changed.strftime("%d-%m-%Y %H.%M") if changed else self.tr("tidak ditemukan")
            self._files.item(row, CHANGED).setText(text)

    def _ask(self, index: QModelIndex) -> None:
        self.chosen.emit(self._files.item(index.row(), NAME).data())


def _row(path: Path) -> list[QStandardItem]:
    name = QStandardItem(path.stem if path.suffix == SUFFIX else path.name)
    name.setData(path)
    row = [name, QStandardItem(str(path.parent)), QStandardItem()]
    for item in row:
        item.setToolTip(str(path))
    return row


def _changed(path: Path, job: Job) -> datetime | None:
    """Return when a file was last changed, here; None where it is not there. A network drive may take seconds."""
    job.progress(0)
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, ValueError, OverflowError):
        return None

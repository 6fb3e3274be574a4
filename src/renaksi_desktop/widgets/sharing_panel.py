"""Beside the budget: sharing the SubKomponen in focus out over Indikator, with the result in view all the time."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from renaksi_desktop.domain.share_text import shared_out
from renaksi_desktop.domain.sharing import Way
from renaksi_desktop.models import sharing_table
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.models.sharing_table import SharingModel
from renaksi_desktop.widgets.elided_label import ElidedLabel
from renaksi_desktop.widgets.empty_hint import EmptyHint
from renaksi_desktop.widgets.focus import make_current
from renaksi_desktop.widgets.key_names import sequences
from renaksi_desktop.widgets.search_line import SearchLine
from renaksi_desktop.widgets.share_bar import ShareBar
from renaksi_desktop.widgets.tick_grid import TickGrid
from renaksi_desktop.widgets.typed_text import take_over_typed_text

PERCENT_WIDTH: Final = 56
RUPIAH_WIDTH: Final = 96


class SharingPanel(QWidget):
    """A search line over `table`, the way of sharing, and the running sum beside the button that applies it."""

    left = Signal()
    """It was applied or closed: the officer goes on in the budget."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.setObjectName("sharingPanel")
        self._session, self._model = session, SharingModel(session, self)
        self._title, self._sum, self._bar = ElidedLabel(), ElidedLabel(), ShareBar()
        self._ways = self._way_choice()
        self.table = self._indikator_table()
        self._search = SearchLine(self.table, self.tr("Cari Indikator"))
        self._search.setObjectName("cariIndikator")
        self._search.textChanged.connect(self._find)
        self._search.returnPressed.connect(self._tick_found)
        self._apply = QPushButton(self.tr("Ba&gikan"))
        self._apply.setObjectName("bagikan")
        self._apply.setToolTip(self.tr("Ctrl+Enter"))
        self._apply.clicked.connect(self._share)
        self._lay_out()
        self._make_keys()
        self._model.drafted.connect(self._describe)
        self._describe()

    def open(self) -> None:
        """Show the SubKomponen in focus, ready to search for an Indikator."""
        self.show()
        self._model.open(True)
        self._search.setFocus()
        self._search.selectAll()

    def close_panel(self) -> None:
        """Follow the focus no more, and be gone."""
        self._model.open(False)
        self.hide()
        self.left.emit()

    def _way_choice(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("caraMembagi")
        box.setAccessibleName(self.tr("Cara membagi"))
        for way, text in (
            (Way.EQUALLY, self.tr("Bagi rata")),
            (Way.REMAINDER, self.tr("Tambahkan sisanya")),
            (Way.PROPORTION, self.tr("Sebanding Kontribusi sekarang")),
            (Way.TYPED, self.tr("Ketik persen atau rupiah")),
        ):
            box.addItem(text, way)
        box.activated.connect(self._take_way)
        return box

    def _indikator_table(self) -> TickGrid:
        table = TickGrid(self._model)
        table.setObjectName("sharingTable")
        table.setAccessibleName(self.tr("Pembagian ke Indikator"))
        header = table.horizontalHeader()
        header.setSectionResizeMode(sharing_table.INDIKATOR, QHeaderView.ResizeMode.Stretch)
        for column in (sharing_table.SEKARANG, sharing_table.RUPIAH):
            table.setColumnWidth(column, RUPIAH_WIDTH)
        table.setColumnWidth(sharing_table.PERSEN, PERCENT_WIDTH)
        self._hint = EmptyHint(table, "")
        return table

    def _lay_out(self) -> None:
        close = QToolButton()
        close.setText("✕")
        close.setAutoRaise(True)
        close.setToolTip(self.tr("Tutup (Esc)"))
        close.setAccessibleName(self.tr("Tutup pembagian"))
        close.clicked.connect(self.close_panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(8)
        layout.addLayout(_row(self._title, close))
        layout.addLayout(_row(self._search, self._ways))
        layout.addWidget(self.table)
        layout.addLayout(_row(self._sum, self._bar, self._apply))

    def _make_keys(self) -> None:
        for keys, slot in (
            (("Ctrl+Return", "Ctrl+Enter"), self._share),
            (("Esc",), self.close_panel),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys(sequences(*keys))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _find(self, text: str) -> None:
        """Show what is looked for, with the first Indikator of it current."""
        self._model.search(text)
        rows = (self._model.index(row, sharing_table.INDIKATOR) for row in range(self._model.rowCount()))
        first = next((row for row in rows if self._model.heading(self._model.key(row)) is None), None)
        if first is not None:
            make_current(self.table, first)

    def _tick_found(self) -> None:
        if self.table.currentIndex().isValid():
            self._model.toggle([self._model.key(self.table.currentIndex())])
            self._search.selectAll()

    def _share(self) -> None:
        take_over_typed_text()
        if self._model.apply():
            self.left.emit()

    def _take_way(self) -> None:
        self._model.set_draft(self._model.draft.by(self._ways.currentData()))

    def _describe(self) -> None:
        line, sums = self._model.line, self._model.sums
        for widget in (self._search, self._ways, self._apply):
            widget.setEnabled(line is not None)
        self._ways.setCurrentIndex(self._ways.findData(self._model.draft.way))
        self._bar.setVisible(line is not None)
        self._bar.show_sums(sums)
        if line is None:
            self._title.setText(self.tr("Bagi ke Indikator"))
            self._sum.clear()
            self._hint.setText(self.tr("Pilih sebuah Sub Komponen untuk membaginya ke Indikator."))
            return
        kode = self._session.totals.lines[line.id].kode
        self._title.setText(self.tr("Bagi ke Indikator: {} {}").format(kode, line.nama))
        self._sum.setText(shared_out(sums, self._session.gaya))
        self._hint.setText(self.tr("Tidak ada Indikator yang cocok."))


def _row(first: QWidget, *others: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(first, 1)
    for widget in others:
        row.addWidget(widget)
    return row

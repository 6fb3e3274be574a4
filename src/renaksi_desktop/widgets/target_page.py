"""The page of targets: the grid of months over the Kontribusi of the Indikator in focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget

from renaksi_desktop.domain.outline import ROOT, Key
from renaksi_desktop.domain.plan import Indikator, Sasaran
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.totals import anggaran
from renaksi_desktop.models import kontribusi_table, target_grid
from renaksi_desktop.models.kontribusi_table import KontribusiModel
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.models.target_grid import TargetModel
from renaksi_desktop.widgets.elided_label import ElidedLabel
from renaksi_desktop.widgets.empty_hint import EmptyHint
from renaksi_desktop.widgets.fill_column import FillColumn
from renaksi_desktop.widgets.focus import FocusLink
from renaksi_desktop.widgets.frozen_grid import FrozenGrid
from renaksi_desktop.widgets.grid_view import GridView, show_reason

KODE_WIDTH, URAIAN_WIDTH, BULAN_WIDTH, RUPIAH_WIDTH = 48, 216, 52, 112


class TargetPage(QSplitter):
    """`grid` over `table`, which follows the Indikator in focus."""

    def __init__(self, session: PlanSession, add_kontribusi: QAction, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setChildrenCollapsible(False)
        self._session = session
        self.grid = self._target_grid()
        self.table = self._kontribusi_table()
        self._title, self._sum = ElidedLabel(), QLabel()
        self.addWidget(self.grid)
        self.addWidget(self._kontribusi_panel(add_kontribusi))
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 1)
        for signal in (session.currentChanged, session.changed, session.replaced):
            signal.connect(self._describe)
        self._describe()

    def _target_grid(self) -> FrozenGrid:
        model = TargetModel(self._session, self)
        grid = FrozenGrid(model, target_grid.FIRST_BULAN)
        grid.setObjectName("targetGrid")
        grid.setAccessibleName(self.tr("Target bulanan"))
        for column in range(target_grid.FIRST_BULAN, target_grid.ANGGARAN):
            grid.setColumnWidth(column, BULAN_WIDTH)
        grid.setColumnWidth(target_grid.KODE, KODE_WIDTH)
        grid.setColumnWidth(target_grid.ANGGARAN, RUPIAH_WIDTH)
        FillColumn(grid, target_grid.URAIAN, URAIAN_WIDTH)
        model.refused.connect(lambda index, reason: show_reason(grid, index, reason))
        FocusLink(grid, model, self._row_of)
        EmptyHint(grid, self.tr("Belum ada Sasaran. Mulailah dengan Rencana > Tambah Sasaran."))
        return grid

    def _kontribusi_table(self) -> GridView:
        self._kontribusi = model = KontribusiModel(self._session, self)
        table = GridView(model)
        table.setObjectName("kontribusiTable")
        table.setAccessibleName(self.tr("Kontribusi Indikator"))
        header = table.horizontalHeader()
        for column in (kontribusi_table.KOLOM_RO, kontribusi_table.KOMPONEN, kontribusi_table.SUB_KOMPONEN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in model.numeric:
            table.setColumnWidth(column, RUPIAH_WIDTH)
        model.refused.connect(lambda index, reason: show_reason(table, index, reason))
        FocusLink(table, model, lambda key: key)
        self._hint = EmptyHint(table, "")
        return table

    def _kontribusi_panel(self, add_kontribusi: QAction) -> QWidget:
        panel = QWidget()
        button = QToolButton()
        button.setDefaultAction(add_kontribusi)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 8, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._sum)
        head.addSpacing(16)
        head.addWidget(button)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.table)
        return panel

    def _row_of(self, _: Key) -> Key:
        node = self._session.focus(Indikator) or self._session.focus(Sasaran)
        return node.id if node else ROOT

    def _describe(self) -> None:
        indikator = self._kontribusi.indikator
        if indikator is None:
            self._title.setText(self.tr("Kontribusi"))
            self._sum.clear()
            self._hint.setText(self.tr("Pilih sebuah Indikator untuk melihat anggaran yang membiayainya."))
            return
        self._title.setText(self.tr("Kontribusi untuk: {} {}").format(indikator.kode, indikator.uraian))
        self._sum.setText(self.tr("Jumlah {}").format(format_rupiah(anggaran(indikator), self._session.gaya)))
        self._hint.setText(self.tr("Belum ada Kontribusi. Tekan Ctrl+K untuk memilih dari anggaran."))

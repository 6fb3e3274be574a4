"""The page of targets: the grid of months over the panel of the Indikator in focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from renaksi_desktop.domain.outline import ROOT, Key
from renaksi_desktop.domain.plan import Id, Indikator, Periode, Sasaran
from renaksi_desktop.models import target_grid
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.models.target_grid import TargetModel
from renaksi_desktop.widgets.drop_rows import take_drops
from renaksi_desktop.widgets.empty_hint import EmptyHint
from renaksi_desktop.widgets.fill_column import FillColumn
from renaksi_desktop.widgets.focus import FocusLink
from renaksi_desktop.widgets.frozen_grid import FrozenGrid
from renaksi_desktop.widgets.indikator_panel import RUPIAH_WIDTH, IndikatorPanel
from renaksi_desktop.widgets.only_bar import OnlyBar

KODE_WIDTH: Final = 48
URAIAN_WIDTH: Final = 216
BULAN_WIDTH: Final = 52
GRID_SHARE: Final = 64
"""Percent of the page's height that the grid starts with."""


class TargetPage(QSplitter):
    """`grid` over `panel`."""

    def __init__(
        self,
        session: PlanSession,
        of_indikator: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setChildrenCollapsible(False)
        self._session = session
        self._selected: Sequence[Id] = ()
        self.grid = self._target_grid()
        self.panel = IndikatorPanel(session, of_indikator, self.chosen)
        self.grid.selectionModel().selectionChanged.connect(self._follow_selection)
        self.addWidget(self._upper())
        self.addWidget(self.panel)
        self.setStretchFactor(0, 1)
        self.setSizes([GRID_SHARE, 100 - GRID_SHARE])

    def show_periode(self, periode: Periode) -> None:
        """Show the columns of the months, of the quarters, or of both."""
        for columns, alone in ((target_grid.BULAN, Periode.BULANAN), (target_grid.TRIWULAN, Periode.TRIWULAN)):
            for column in columns:
                self.grid.setColumnHidden(column, periode not in (alone, Periode.KEDUANYA))
        self._fill.fit()

    def _upper(self) -> QWidget:
        upper = QWidget()
        layout = QVBoxLayout(upper)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(OnlyBar(self._session))
        layout.addWidget(self.grid)
        self._session.only.changed.connect(self._keep_current_in_view)
        return upper

    def _keep_current_in_view(self) -> None:
        self.grid.doItemsLayout()  # how far the view scrolls is known only then
        self.grid.scrollTo(self.grid.currentIndex())

    def chosen(self) -> Sequence[Indikator]:
        """Return the Indikator of the selected rows in order; that in focus alone where it is none of them."""
        focused = self._session.focus(Indikator)
        if focused is None or focused.id not in self._selected:
            return () if focused is None else (focused,)
        found = (self._session.index.get(node, Indikator) for node in self._selected)
        return tuple(filter(None, found))

    def _follow_selection(self) -> None:
        rows = sorted({index.row() for index in self.grid.selectedIndexes()})
        self._selected = [self.grid.source().key(self.grid.model().index(row, 0)) for row in rows]
        self.panel.follow_choice()

    def _target_grid(self) -> FrozenGrid:
        model = TargetModel(self._session, self)
        grid = FrozenGrid(model, target_grid.FIRST_BULAN)
        grid.setObjectName("targetGrid")
        grid.setAccessibleName(self.tr("Target bulanan"))
        for column in (*target_grid.BULAN, *target_grid.TRIWULAN):
            grid.setColumnWidth(column, BULAN_WIDTH)
        grid.setColumnWidth(target_grid.KODE, KODE_WIDTH)
        grid.setColumnWidth(target_grid.ANGGARAN, RUPIAH_WIDTH)
        self._fill = FillColumn(grid, target_grid.URAIAN, URAIAN_WIDTH)
        FocusLink(grid, model, self._row_of)
        take_drops(grid, grid.frozen_view())
        EmptyHint(grid, self.tr("Belum ada Sasaran. Mulailah dengan Rencana > Tambah Sasaran."))
        return grid

    def _row_of(self, _: Key) -> Key:
        node = self._session.focus(Indikator) or self._session.focus(Sasaran)
        return node.id if node else ROOT

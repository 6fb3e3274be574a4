"""The page of targets: the grid of months over the panel of the Indikator in focus."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from renaksi_desktop.domain.outline import ROOT, Key
from renaksi_desktop.domain.plan import Indikator, Periode, Sasaran
from renaksi_desktop.models import target_grid
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.models.target_grid import TargetModel
from renaksi_desktop.widgets import widths
from renaksi_desktop.widgets.drop_rows import take_drops
from renaksi_desktop.widgets.empty_hint import EmptyHint
from renaksi_desktop.widgets.fill_column import FillColumn
from renaksi_desktop.widgets.focus import FocusLink, make_current
from renaksi_desktop.widgets.frozen_grid import FrozenGrid
from renaksi_desktop.widgets.indikator_panel import IndikatorPanel
from renaksi_desktop.widgets.only_bar import OnlyBar
from renaksi_desktop.widgets.steady_splitter import SteadySplitter

URAIAN_WIDTH: Final = 216
BULAN_WIDTH: Final = 52
PARTICULAR_WIDTHS: Final = (80, 104, 104, 136)
GRID_SHARE, WHOLE = 680, 1000
"""How much of the page's height the grid has, until somebody draws it otherwise."""


class TargetPage(SteadySplitter):
    """`grid` over `panel`."""

    periodeShown = Signal(Periode)
    """The columns of this `Periode` are shown now."""
    particularsShown = Signal(tuple)
    """The columns of these fields of an Indikator are shown now."""

    def __init__(self, session: PlanSession, of_indikator: Sequence[QAction]) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setChildrenCollapsible(False)
        self._session = session
        self.grid = self._target_grid()
        self.panel = IndikatorPanel(session, of_indikator)
        self.addWidget(self._upper())
        self.addWidget(self.panel)
        self.setSizes([GRID_SHARE, WHOLE - GRID_SHARE])

    def show_particulars(self, names: Collection[str]) -> None:
        """Show the columns of these fields of an Indikator, and of no other."""
        for column, name in target_grid.PARTICULARS.items():
            self.grid.setColumnHidden(column, name not in names)
        self._settle()
        self.particularsShown.emit(self._particulars())

    def toggle_particular(self, name: str) -> None:
        """Show the column of a field, or hide it."""
        self.show_particulars({name}.symmetric_difference(self._particulars()))

    def _particulars(self) -> tuple[str, ...]:
        columns = target_grid.PARTICULARS.items()
        return tuple(name for column, name in columns if not self.grid.isColumnHidden(column))

    def show_periode(self, periode: Periode) -> None:
        """Show the columns of the months, of the quarters, or of both; the current cell is one that is seen."""
        for columns, alone in ((target_grid.BULAN, Periode.BULANAN), (target_grid.TRIWULAN, Periode.TRIWULAN)):
            for column in columns:
                self.grid.setColumnHidden(column, periode not in (alone, Periode.KEDUANYA))
        self._settle()
        self.periodeShown.emit(periode)

    def _settle(self) -> None:
        """Fill the width again, and keep the current cell among those that are seen."""
        self._fill.fit()
        current = self.grid.currentIndex()
        if self.grid.isColumnHidden(current.column()):
            make_current(self.grid, current.siblingAtColumn(target_grid.counterpart(current.column())))

    def show_column(self, column: int) -> None:
        """See to it that a column is seen: months beside quarters, where only the other ones are."""
        if self.grid.isColumnHidden(column):
            self.show_periode(Periode.KEDUANYA)

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

    def _target_grid(self) -> FrozenGrid:
        model = TargetModel(self._session, self)
        grid = FrozenGrid(model, target_grid.URAIAN + 1)
        grid.setObjectName("targetGrid")
        grid.setAccessibleName(self.tr("Target bulanan"))
        for column in (*target_grid.BULAN, *target_grid.TRIWULAN):
            grid.setColumnWidth(column, BULAN_WIDTH)
        for column, width in zip(target_grid.PARTICULARS, PARTICULAR_WIDTHS, strict=True):
            grid.setColumnWidth(column, width)
        grid.setColumnWidth(target_grid.KODE, widths.KODE)
        grid.setColumnWidth(target_grid.ANGGARAN, widths.RUPIAH)
        self._fill = FillColumn(grid, target_grid.URAIAN, URAIAN_WIDTH)
        FocusLink(grid, model, self._row_of)
        for view in (grid, grid.frozen_view()):
            view.horizontalHeader().setObjectName("targetHeader")
        take_drops(grid, grid.frozen_view())
        ways = self.tr("Mulailah dengan Rencana > Tambah Sasaran, atau klik di sini dan tempel daftar dari Excel.")
        EmptyHint(grid, self.tr("Belum ada Sasaran. {}").format(ways))
        return grid

    def _row_of(self, _: Key) -> Key:
        node = self._session.focus(Indikator) or self._session.focus(Sasaran)
        return node.id if node else ROOT

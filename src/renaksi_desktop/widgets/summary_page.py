"""The page of the plan at a glance: key figures, the months, the budget as bars, and what is found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from renaksi_desktop.domain import summary_text
from renaksi_desktop.domain.bulan import BULAN, NAMA_BULAN, label
from renaksi_desktop.domain.totals import Sums
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.models.summary import GroupsModel, LiveSummary, SharesModel, SpreadsModel, SummaryModel
from renaksi_desktop.widgets.summary_table import SummaryTable
from renaksi_desktop.widgets.text_scale import FollowText, scaled
from renaksi_desktop.widgets.tile import Shown, TileRow

FIGURES: Final = ("total", "pagu", "terbagi", "terisi", "temuanTerbuka")
MARGIN, SPACING = 16, 12
SHARES, BUDGET = 5, 4
"""The widths of the two columns of tables to each other."""
SIDE_BY_SIDE: Final = 992
"""From this width on, see `text_scale`, the tables stand in two columns: there all amounts are seen."""
BAR_WIDTH, RUPIAH_WIDTH, PART_WIDTH, COUNT_WIDTH = 96, 104, 64, 64
TABLE_HEIGHTS: Final = (120, 200)
"""The least height of a table beside others, and of one that has the width for itself."""


class SummaryPage(QScrollArea):
    """Follows the plan while it is looked at; all that it shows leads to where it comes from."""

    wanted = Signal(object)
    """Carries the `Place` to go to."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.setObjectName("ringkasan")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._live = LiveSummary(session, self)
        self.figures, self.months = TileRow(FIGURES), TileRow(list(map(label, BULAN)), gap=0)
        self.shares = _table(
            "sasaranTable",
            self.tr("Anggaran menurut Sasaran dan Indikator"),
            SharesModel(self._live, self),
            (BAR_WIDTH, RUPIAH_WIDTH, PART_WIDTH),
            self.tr("Belum ada Sasaran. Mulailah dengan Rencana > Tambah Sasaran."),
        )
        self.spreads = _table(
            "roTable",
            self.tr("Pembagian Anggaran menurut RO"),
            SpreadsModel(self._live, self),
            (BAR_WIDTH, RUPIAH_WIDTH, RUPIAH_WIDTH),
            self.tr("Belum ada anggaran. Mulailah dengan Anggaran > Tambah RO."),
        )
        self.groups = _table(
            "temuanTable",
            self.tr("Temuan menurut jenisnya"),
            GroupsModel(self._live, self),
            (COUNT_WIDTH,),
            self.tr("Tidak ada temuan."),
        )
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.setWidget(self._content())
        for part in (self.figures, self.months, self.shares, self.spreads, self.groups):
            part.wanted.connect(self.wanted)
        self._live.renewed.connect(self._show)
        self._show()
        FollowText(self, self._arrange)

    def _content(self) -> QWidget:
        right = QVBoxLayout()
        right.setSpacing(SPACING)
        right.addWidget(self.spreads, 3)
        right.addWidget(self.groups, 2)
        self._columns.setSpacing(SPACING)
        self._columns.addWidget(self.shares, SHARES)
        self._columns.addLayout(right, BUDGET)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(SPACING)
        layout.addWidget(self.figures)
        layout.addWidget(self.months)
        layout.addLayout(self._columns, 1)
        return content

    def _show(self) -> None:
        summary, gaya = self._live.value, self._live.session.gaya
        self.figures.show_figures(
            [
                Shown(name, value, f"{name}: {value}, {note}", note, None, place)
                for name, value, note, place in summary_text.figures(summary, gaya)
            ]
        )
        self.months.show_figures(list(self._month_tiles()))

    def _month_tiles(self) -> Iterator[Shown]:
        for bulan, month in zip(BULAN, self._live.value.months, strict=True):
            value = f"{100 * month.filled // month.due} %" if month.due else summary_text.NOTHING
            words = f"{label(bulan)} ({NAMA_BULAN[bulan - 1]}): {summary_text.month(month)}"
            yield Shown(label(bulan), value, words, "", Sums.of(month.due, month.filled), month.missing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Stand the tables beside each other where there is the width, else one below the other."""
        narrow = self.viewport().width() < scaled(SIDE_BY_SIDE)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        for table in (self.shares, self.spreads, self.groups):
            table.setMinimumHeight(scaled(TABLE_HEIGHTS[narrow]))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._live.want(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._live.want(False)


def _table(name: str, says: str, model: SummaryModel, widths: tuple[int, ...], hint: str) -> SummaryTable:
    table = SummaryTable(model, widths, hint)
    table.setObjectName(name)
    table.setAccessibleName(says)
    return table

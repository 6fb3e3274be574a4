"""The page of the matrix: what each Indikator takes of each Sub Komponen, with both sums in view."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from renaksi_desktop.domain.outline import ROOT, Key
from renaksi_desktop.domain.plan import Indikator, Sasaran
from renaksi_desktop.models import matrix
from renaksi_desktop.models.matrix import MatrixModel
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets import widths
from renaksi_desktop.widgets.empty_hint import EmptyHint
from renaksi_desktop.widgets.focus import FocusLink
from renaksi_desktop.widgets.frozen_grid import FrozenGrid
from renaksi_desktop.widgets.only_bar import OnlyBar
from renaksi_desktop.widgets.text_scale import FollowText

URAIAN_WIDTH: Final = 200
LINE_WIDTH: Final = 136


class MatrixPage(QWidget):
    """`grid` under the choice of the RO whose Sub Komponen are its columns."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self._session, self._model = session, MatrixModel(session, self)
        self.grid = self._matrix_grid()
        self._choice = QComboBox()
        self._choice.setObjectName("pilihanRO")
        self._choice.setAccessibleName(self.tr("RO yang diperlihatkan"))
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.setMinimumContentsLength(40)
        self._choice.activated.connect(lambda: self._model.show_ro(self._choice.currentData()))
        label = QLabel(self.tr("R&O:"))
        label.setBuddy(self._choice)
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 8, 0)
        head.addWidget(label)
        head.addWidget(self._choice)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(OnlyBar(session))
        layout.addWidget(self.grid)
        session.changed.connect(self._list_ro)
        session.replaced.connect(self._list_ro)
        self._list_ro()
        FollowText(self, self._fit_titles)

    def _matrix_grid(self) -> FrozenGrid:
        model = self._model
        grid = FrozenGrid(model, matrix.FIRST_LINE)
        grid.setObjectName("matrixGrid")
        grid.setAccessibleName(self.tr("Kontribusi Indikator menurut Sub Komponen"))
        grid.horizontalHeader().setDefaultSectionSize(LINE_WIDTH)
        grid.setColumnWidth(matrix.KODE, widths.KODE)
        grid.setColumnWidth(matrix.URAIAN, URAIAN_WIDTH)
        grid.setColumnWidth(matrix.ANGGARAN, widths.RUPIAH)
        FocusLink(grid, model, self._row_of)
        hint = self.tr("Belum ada yang dapat dibagi. Tambahkan Indikator, dan Sub Komponen beserta Anggarannya.")
        EmptyHint(grid, hint)
        return grid

    def _row_of(self, _: Key) -> Key:
        node = self._session.focus(Indikator) or self._session.focus(Sasaran)
        return node.id if node else ROOT

    def _fit_titles(self) -> None:
        height = matrix.HEADER_LINES * self.fontMetrics().lineSpacing() + 8
        for view in (self.grid, self.grid.frozen_view()):
            view.horizontalHeader().setFixedHeight(height)
            view.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideNone)  # which knows one line only

    def _list_ro(self) -> None:
        """Offer the RO of the present plan, and keep the chosen one as long as it is there."""
        offered = [(self.tr("Semua RO"), "")]
        offered += [(f"{ro.kode} - {ro.nama}", ro.id) for ro in self._session.plan.anggaran]
        if offered == [(self._choice.itemText(i), self._choice.itemData(i)) for i in range(self._choice.count())]:
            return
        chosen = self._choice.currentData()
        self._choice.clear()
        for text, ro_id in offered:
            self._choice.addItem(text, ro_id)
        self._choice.setCurrentIndex(max(0, self._choice.findData(chosen)))

"""Filling the twelve targets of some Indikator by a pattern, which is seen before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from renaksi_desktop.dialogs.pattern_form import PatternForm
from renaksi_desktop.domain.filling import Trial, annual_target, fill, suggested_pattern, trial
from renaksi_desktop.domain.findings import Severity
from renaksi_desktop.domain.numerals import NumberRefused
from renaksi_desktop.domain.pattern import PATTERNS, Filling, Pattern
from renaksi_desktop.domain.plan import Indikator
from renaksi_desktop.domain.target import format_target
from renaksi_desktop.domain.wording import spoken
from renaksi_desktop.models import pattern_preview
from renaksi_desktop.models.findings import MARKS
from renaksi_desktop.models.pattern_preview import PatternPreview
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.cell_delegate import ROW_HEIGHT, CellDelegate
from renaksi_desktop.widgets.even_rows import EvenRows
from renaksi_desktop.widgets.plain_table import PlainTable
from renaksi_desktop.widgets.text_scale import scaled

WIDTH, HEIGHT = 872, 456
LIST_WIDTH, LABEL_WIDTH, BULAN_WIDTH = 352, 144, 54
ROWS_SEEN: Final = 3
"""Rows of the preview that are always in view: those of one Indikator."""


class FillPatternDialog(QDialog):
    """The patterns at the left, the parameters of the chosen one beside them, and below what it would make."""

    def __init__(
        self, session: PlanSession, indikator: Sequence[Indikator], parent: QWidget | None = None
    ) -> None:
        """Begin with the pattern that suits the first of `indikator`, all of which are filled alike."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Isi dengan Pola"))
        self.resize(scaled(WIDTH), scaled(HEIGHT))
        self._session, self._indikator = session, indikator
        self._filling: Filling | None = None
        self._trial = Trial({}, {})
        self._patterns = self._pattern_list()
        self._form = PatternForm(self._meant_annual())
        self._declare, self._blank_only = QCheckBox(), QCheckBox(self.tr("Hanya bulan yang &kosong"))
        self._declare.setObjectName("setelJenis")
        self._declare.setChecked(True)
        self._blank_only.setObjectName("hanyaKosong")
        self._preview = PatternPreview(session, indikator, self)
        self._told = QLabel()
        self._told.setObjectName("keteranganPola")
        self._told.setWordWrap(True)
        self._buttons = self._button_box()
        self._lay_out()
        self._patterns.currentItemChanged.connect(self._choose)
        self._form.changed.connect(self._try)
        for box in (self._declare, self._blank_only):
            box.toggled.connect(self._try)
        first = list(Pattern).index(suggested_pattern(indikator[0]))
        self._patterns.setCurrentIndex(self._patterns.model().index(first, 0))
        self._patterns.setFocus()

    def accept(self) -> None:
        suited = [node for node in self._indikator if node.id in self._trial.filled]
        if self._filling and suited and self._session.apply(fill(self._filling, suited)):
            super().accept()

    def _pattern_list(self) -> QTreeWidget:
        patterns = QTreeWidget()
        patterns.setObjectName("daftarPola")
        patterns.setAccessibleName(self.tr("Pola"))
        patterns.setItemDelegate(EvenRows(patterns))
        patterns.setHeaderLabels([self.tr("Pola"), self.tr("Isinya")])
        patterns.setRootIsDecorated(False)
        for pattern in Pattern:
            name = spoken(pattern)
            QTreeWidgetItem(patterns, [name[:1].upper() + name[1:], PATTERNS[pattern].description])
        patterns.resizeColumnToContents(0)
        patterns.setFixedSize(scaled(LIST_WIDTH), _height_of(len(Pattern), patterns))
        return patterns

    def _meant_annual(self) -> str:
        if len(self._indikator) > 1:
            return self.tr("milik tiap Indikator")
        annual = annual_target(self._indikator[0])
        return self.tr("belum ada") if annual is None else format_target(annual, self._session.gaya)

    def _button_box(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self._fill = buttons.addButton(self.tr("&Isi"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Batal"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._fill.setDefault(True)
        return buttons

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(8)
        for choice in (self._form, self._declare, self._blank_only):
            beside.addWidget(choice)
        beside.addStretch(1)
        above = QHBoxLayout()
        above.setSpacing(16)
        above.addWidget(self._patterns)
        above.addLayout(beside, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(above)
        layout.addWidget(self._table(), 1)
        layout.addWidget(self._told)
        layout.addWidget(self._buttons)

    def _table(self) -> PlainTable:
        table = PlainTable(self._preview)
        table.setObjectName("pratinjauPola")
        table.setAccessibleName(self.tr("Target sekarang dan menjadi"))
        table.setItemDelegate(CellDelegate(self._preview, table))
        table.setColumnWidth(pattern_preview.LABEL, LABEL_WIDTH)
        for column in pattern_preview.BULAN:
            table.setColumnWidth(column, BULAN_WIDTH)
        table.setMinimumHeight(_height_of(ROWS_SEEN, table))
        return table

    def _pattern(self) -> Pattern:
        return list(Pattern)[self._patterns.currentIndex().row()]

    def _choose(self) -> None:
        """Show what belongs to the chosen pattern."""
        pattern = self._pattern()
        self._form.show_pattern(pattern)
        kind = spoken(PATTERNS[pattern].kind)
        self._declare.setText(self.tr("Setel juga &jenis target menjadi {}").format(kind))
        self._try()

    def _try(self) -> None:
        """Show what the filling would make, or why it is none."""
        try:
            self._filling = self._form.filling(
                self._pattern(), declare=self._declare.isChecked(), blank_only=self._blank_only.isChecked()
            )
            self._trial = trial(self._filling, self._indikator, self._session.plan)
            told = self._remark()
        except NumberRefused as reason:
            self._filling, self._trial, told = None, Trial({}, {}), f"⚠ {reason}"
        self._told.setText(told)
        self._preview.show_trial(self._trial)
        self._fill.setEnabled(any(self._trial.filled.get(node.id, node) != node for node in self._indikator))

    def _remark(self) -> str:
        """Return what there is to say of the first Indikator, and of how many more."""
        remarked = [node for node in self._indikator if node.id in self._trial.remarks]
        if not remarked:
            return self.tr("Yang berubah dicetak tebal.")
        first, more = remarked[0], len(remarked) - 1
        told = (
            self.tr("Indikator {}: {}")
            if first.id in self._trial.filled
            else self.tr("Indikator {} tidak diisi: {}")
        )
        also = self.tr(" Lihat pula {} Indikator lain yang bertanda {}.") if more else ""
        mark = MARKS[Severity.WARNING]
        return f"{mark} {told.format(first.kode, self._trial.remarks[first.id])}{also.format(more, mark)}"


def _height_of(rows: int, view: QAbstractScrollArea) -> int:
    """Return the height of a view that shows this many rows below its header."""
    return scaled(ROW_HEIGHT) * (rows + 1) + 2 * view.frameWidth()

"""Choosing budget lines that pay for an Indikator, by any part of their kode or nama."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.plan import Indikator, SubKomponen
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.models import budget_lines
from renaksi_desktop.models.budget_lines import BudgetLinesModel
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.cell_delegate import CellDelegate
from renaksi_desktop.widgets.cell_walk import is_editable
from renaksi_desktop.widgets.empty_hint import EmptyHint
from renaksi_desktop.widgets.plain_table import PlainTable
from renaksi_desktop.widgets.reason import Reason
from renaksi_desktop.widgets.search_line import SearchLine
from renaksi_desktop.widgets.text_scale import scaled
from renaksi_desktop.widgets.widths import fit_rupiah

WIDTH, HEIGHT = 880, 440


class AddKontribusiDialog(QDialog):
    """Lists all budget lines; those chosen pay what of them remains, or what is typed."""

    def __init__(self, session: PlanSession, indikator: Indikator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tambah Kontribusi"))
        self.resize(scaled(WIDTH), scaled(HEIGHT))
        self._session, self._indikator = session, indikator
        self._lines = BudgetLinesModel(session, indikator, self)
        self._table = self._lines_table()
        self._search = SearchLine(self._table, self.tr("Ketik sebagian kode atau nama"))
        self._search.setObjectName("cariAnggaran")
        self._sum, self._add = QLabel(), QPushButton(self.tr("&Tambahkan"))
        self._lay_out()
        self._search.textChanged.connect(self._filter)
        self._table.selectionModel().selectionChanged.connect(self._update)
        self._lines.drafted.connect(self._update)
        self._filter("")
        self._search.setFocus()

    def accept(self) -> None:
        lines = self._chosen()
        if lines and self._session.apply(edits.add_kontribusi(self._indikator, lines)):
            super().accept()

    def _lay_out(self) -> None:
        indikator = self._indikator
        title = QLabel(self.tr("Anggaran yang membiayai: {} {}").format(indikator.kode, indikator.uraian))
        title.setWordWrap(True)
        every = QPushButton(self.tr("&Pilih Semua yang Cocok"))
        every.setAutoDefault(False)
        every.clicked.connect(self._table.selectAll)
        line = QHBoxLayout()
        line.addWidget(self._search)
        line.addWidget(every)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addLayout(line)
        for widget in (self._table, self._sum, self._buttons()):
            layout.addWidget(widget)
        self._add.setDefault(True)  # which it cannot be before it is in a dialog

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self._add, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _lines_table(self) -> PlainTable:
        table = _LinesTable(self._lines)
        table.setObjectName("budgetLinesTable")
        table.setAccessibleName(self.tr("Daftar anggaran"))
        for column in (budget_lines.KOLOM_RO, budget_lines.KOMPONEN, budget_lines.SUB_KOMPONEN):
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        fit_rupiah(table, self._lines)
        table.doubleClicked.connect(self._take)
        EmptyHint(table, self.tr("Tidak ada anggaran yang cocok."))
        return table

    def _take(self, index: QModelIndex) -> None:
        """Take the line that is clicked twice; its amount is typed there instead."""
        if not is_editable(index):
            self.accept()

    def _chosen(self) -> dict[SubKomponen, int]:
        return self._lines.amounts(map(self._lines.key, self._table.selectionModel().selectedRows()))

    def _filter(self, text: str) -> None:
        self._lines.search(text)
        if self._lines.rowCount():
            self._table.setCurrentIndex(self._lines.index(0, budget_lines.KONTRIBUSI))
        self._update()

    def _update(self) -> None:
        lines = self._chosen()
        self._add.setEnabled(bool(lines))
        chosen = self.tr("{} Sub Komponen dipilih, Kontribusi {}. Ketik di tabel untuk mengubah jumlahnya.")
        self._sum.setText(chosen.format(len(lines), format_rupiah(sum(lines.values()), self._session.gaya)))


class _LinesTable(PlainTable):
    """Rows are chosen whole; whatever is typed into one is its Kontribusi."""

    def __init__(self, model: BudgetLinesModel) -> None:
        super().__init__(model)
        self.setItemDelegate(CellDelegate(model, self))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed)
        Reason(self, model)

    def edit(self, index: QModelIndex, *how: Any) -> bool | None:  # type: ignore[override]
        return super().edit(index.siblingAtColumn(budget_lines.KONTRIBUSI), *how)

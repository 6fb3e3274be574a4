"""Choosing budget lines that pay for an Indikator, by any part of their kode or nama."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.outline import Key, Outline, budget_lines
from renaksi_desktop.domain.plan import Indikator
from renaksi_desktop.models.cells import Cell, rupiah_cell
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.empty_hint import EmptyHint
from renaksi_desktop.widgets.indikator_panel import RUPIAH_WIDTH
from renaksi_desktop.widgets.plain_table import PlainTable


class BudgetLinesModel(KeyedModel):
    """The lines that can be added to one Indikator: RO, Komponen, Sub Komponen, Anggaran, what of it remains."""

    numeric = (3, 4)

    def __init__(self, session: PlanSession, indikator: Indikator, parent: QObject) -> None:
        self._indikator, self._search = indikator, ""
        super().__init__(session, parent)

    def search(self, text: str) -> None:
        """Show only the lines that hold every word of `text`."""
        self._search = text
        self.sync()

    def outline(self) -> Outline:
        return budget_lines(self.session.totals, self._indikator, self._search)

    def headers(self) -> Sequence[str]:
        return (
            self.tr("RO"),
            self.tr("Komponen"),
            self.tr("Sub Komponen"),
            self.tr("Anggaran"),
            self.tr("Sisa"),
        )

    def cell(self, key: Key, column: int) -> Cell:
        totals, gaya = self.session.totals, self.session.gaya
        line = totals.lines[key]
        if column < len(line):
            return Cell(f"{line[column].kode} - {line[column].nama}")
        return rupiah_cell(line.subkomponen.anggaran if column == 3 else totals.remainder(key), gaya)


class AddKontribusiDialog(QDialog):
    """Lists all budget lines; those chosen pay what of them remains."""

    def __init__(self, session: PlanSession, indikator: Indikator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tambah Kontribusi"))
        self.resize(960, 480)
        self._session, self._indikator = session, indikator
        self._search = QLineEdit()
        self._search.setObjectName("cariAnggaran")
        self._search.setAccessibleName(self.tr("Cari anggaran"))
        self._search.setPlaceholderText(self.tr("Ketik sebagian kode atau nama"))
        self._search.setClearButtonEnabled(True)
        self._table = self._lines_table()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._add = QPushButton(self.tr("Tambahkan"))
        buttons.addButton(self._add, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        title = QLabel(self.tr("Anggaran yang membiayai: {} {}").format(indikator.kode, indikator.uraian))
        title.setWordWrap(True)
        note = QLabel(self.tr("Kontribusi diisi dengan sisa anggaran dan dapat diubah di tabel."))
        for widget in (title, self._search, self._table, note, buttons):
            layout.addWidget(widget)
        self._search.textChanged.connect(self._filter)
        self._table.selectionModel().selectionChanged.connect(self._update)
        self._filter("")
        self._search.setFocus()

    def _lines_table(self) -> PlainTable:
        self._lines = model = BudgetLinesModel(self._session, self._indikator, self)
        table = PlainTable(model)
        table.setObjectName("budgetLinesTable")
        table.setAccessibleName(self.tr("Daftar anggaran"))
        for column in range(3):
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in model.numeric:
            table.setColumnWidth(column, RUPIAH_WIDTH)
        table.doubleClicked.connect(self.accept)
        EmptyHint(table, self.tr("Tidak ada anggaran yang cocok."))
        return table

    def accept(self) -> None:
        totals = self._session.totals
        chosen = [self._lines.key(row) for row in self._table.selectionModel().selectedRows()]
        lines = {totals.lines[key].subkomponen: max(0, totals.remainder(key)) for key in chosen}
        if lines and self._session.apply(edits.add_kontribusi(self._indikator, lines)):
            super().accept()

    def _filter(self, text: str) -> None:
        self._lines.search(text)
        if self._lines.rowCount():
            self._table.selectRow(0)
        self._update()

    def _update(self) -> None:
        self._add.setEnabled(self._table.selectionModel().hasSelection())

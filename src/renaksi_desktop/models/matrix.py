"""The matrix of Kontribusi: Indikator down, Sub Komponen across, both with their sums."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, Qt

from renaksi_desktop.document.document import Change
from renaksi_desktop.domain.entry import parse_field
from renaksi_desktop.domain.findings import Place
from renaksi_desktop.domain.kontribusi_edits import set_kontribusi, taken
from renaksi_desktop.domain.outline import ROOT, Key, Outline, matrix_columns, target_rows
from renaksi_desktop.domain.plan import Id, Indikator, Kontribusi, Sasaran, SubKomponen
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.share_text import named_remainder, shared_out
from renaksi_desktop.domain.totals import anggaran
from renaksi_desktop.models.cells import EMPTY, Cell, field_cell, places, rupiah_cell
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.models.session import PlanSession

KODE, URAIAN, ANGGARAN, FIRST_LINE = range(4)
HEADER_LINES: Final = 5
"""Lines of text in the title of a Sub Komponen: RO, Komponen and Sub Komponen, Anggaran, terbagi, sisa."""


class MatrixModel(KeyedModel):
    """Columns: kode and uraian of the Indikator, its Anggaran, then each Sub Komponen that has money.

    A blank cell is no Kontribusi; typing an amount adds one, and a blank takes it out.
    """

    numeric = range(ANGGARAN, 1_000_000)  # however many there are
    heading_column = URAIAN

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        self._ro: Id = ""
        self._lines: tuple[Id, ...] = matrix_columns(session.totals)
        super().__init__(session, parent)
        session.only.changed.connect(self.sync)

    def show_ro(self, ro_id: Id) -> None:
        """Show only the columns of one RO, or with the empty text all."""
        self._ro = ro_id
        self.reload()

    def line_of(self, column: int) -> SubKomponen | None:
        """Return the SubKomponen of a column, or None for the columns before them."""
        return (
            self.session.totals.lines[self._lines[column - FIRST_LINE]].subkomponen
            if column >= FIRST_LINE
            else None
        )

    def outline(self) -> Outline:
        return target_rows(self.session.plan, self.session.only.id) if self._lines else {ROOT: ()}

    def headers(self) -> Sequence[str]:
        return (self.tr("Kode"), self.tr("Indikator"), self.tr("Anggaran"), *self._lines)

    def heading(self, key: Key) -> str | None:
        sasaran = self.session.index.get(key, Sasaran)
        return sasaran.uraian if sasaran else None

    def cell(self, key: Key, column: int) -> Cell:
        node, gaya = self.session.index.nodes.get(key), self.session.gaya
        if not isinstance(node, Sasaran | Indikator):
            return EMPTY
        if column in (KODE, URAIAN):
            return field_cell(node, ("kode", "uraian")[column], gaya)
        if isinstance(node, Sasaran):
            return EMPTY
        line = self.line_of(column)
        if line is None:
            return rupiah_cell(anggaran(node), gaya, places(node, "anggaran"))
        return self._kontribusi_cell(node, line)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and section >= FIRST_LINE:
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return self._title(section)
            if role == Qt.ItemDataRole.ToolTipRole:
                return self._tooltip(section)
        return super().headerData(section, orientation, role)

    def follow(self, change: Change) -> None:
        if matrix_columns(self.session.totals, self._ro) != self._lines:
            self.reload()
            return
        super().follow(change)
        if self._lines:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, FIRST_LINE, self.columnCount() - 1)

    def reload(self) -> None:
        if self._ro and self._ro not in self.session.index.nodes:
            self._ro = ""
        self._lines = matrix_columns(self.session.totals, self._ro)
        super().reload()

    def refresh(self, keys: Iterable[Key] | None = None) -> None:
        """Tell the views by rows: cell by cell would be far more signals than there are cells in view."""
        if keys is None:
            super().refresh()
            return
        for key in keys:
            first = self.index_of(key)
            if first.isValid():
                self.dataChanged.emit(first, first.siblingAtColumn(self.columnCount() - 1))

    def _kontribusi_cell(self, indikator: Indikator, line: SubKomponen) -> Cell:
        jumlah = taken(indikator, line.id)
        return Cell(
            format_rupiah(jumlah, self.session.gaya) if jumlah else "",
            lambda text: set_kontribusi(
                line, {indikator.id: parse_field(Kontribusi("", line.id), "jumlah", text)}
            ),
            number=jumlah or None,
            places=tuple(
                Place(kontribusi.id, "jumlah")
                for kontribusi in indikator.kontribusi
                if kontribusi.subkomponen == line.id
            ),
        )

    def _title(self, section: int) -> str:
        line, gaya = self.session.totals.lines[self._lines[section - FIRST_LINE]], self.session.gaya
        sums = self.session.totals.of(line.subkomponen)
        return "\n".join(
            (
                line.ro.kode,
                f"{line.komponen.kode}/{line.subkomponen.kode}",
                format_rupiah(sums.anggaran, gaya),
                self.tr("terbagi {}").format(format_rupiah(sums.terbagi, gaya)),
                named_remainder(sums, gaya),
            )
        )

    def _tooltip(self, section: int) -> str:
        line = self.session.totals.lines[self._lines[section - FIRST_LINE]]
        names = [f"{node.kode} - {node.nama}" for node in line]
        return "\n".join([*names, shared_out(self.session.totals.of(line.subkomponen), self.session.gaya)])

"""The table of what pays for one Indikator."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from types import MappingProxyType

from PySide6.QtCore import QObject

from renaksi_desktop.document.document import Change
from renaksi_desktop.domain.findings import Place
from renaksi_desktop.domain.outline import Key, Outline, kontribusi_rows
from renaksi_desktop.domain.plan import RO, Id, Indikator, Kontribusi
from renaksi_desktop.models.cells import EMPTY, Cell, field_cell, rupiah_cell
from renaksi_desktop.models.marked_model import MarkedModel
from renaksi_desktop.models.session import PlanSession

KOLOM_RO, KOMPONEN, SUB_KOMPONEN, ANGGARAN, KONTRIBUSI, SISA = range(6)


class KontribusiModel(MarkedModel):
    """Columns: RO, Komponen, Sub Komponen, its Anggaran, the Kontribusi, and what of the Anggaran remains."""

    numeric = (ANGGARAN, KONTRIBUSI, SISA)
    columns = MappingProxyType(
        {"subkomponen": SUB_KOMPONEN, "kode": SUB_KOMPONEN, "nama": SUB_KOMPONEN, "anggaran": SISA}
    )
    main_column = KONTRIBUSI

    _indikator: Id = ""

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        session.currentChanged.connect(self._follow_focus)
        self._follow_focus()

    @property
    def indikator(self) -> Indikator | None:
        """The Indikator whose Kontribusi are shown: the last one that was in focus, or held what was."""
        return self.session.index.get(self._indikator, Indikator)

    def _follow_focus(self) -> None:
        indikator = self.session.focus(Indikator)
        if self.session.focus(RO) is None and (indikator and indikator.id) != self._indikator:
            self._indikator = indikator.id if indikator else ""
            self.reload()

    def outline(self) -> Outline:
        return kontribusi_rows(self.indikator)

    def touched(self, change: Change) -> Iterable[Key] | None:
        return None  # few rows, and each shows nodes from all over the budget

    def nodes(self, key: Key) -> Sequence[Id]:
        kontribusi = self.session.index.get(key, Kontribusi)
        return (key, kontribusi.subkomponen) if kontribusi else (key,)

    def mark(self, _: Collection[Place]) -> None:
        self.refresh()

    def headers(self) -> Sequence[str]:
        return (
            self.tr("RO"),
            self.tr("Komponen"),
            self.tr("Sub Komponen"),
            self.tr("Anggaran"),
            self.tr("Kontribusi"),
            self.tr("Sisa"),
        )

    def cell(self, key: Key, column: int) -> Cell:
        kontribusi, totals, gaya = self.session.index.get(key, Kontribusi), self.session.totals, self.session.gaya
        if kontribusi is None:
            return EMPTY
        line = totals.lines[kontribusi.subkomponen]
        if column <= SUB_KOMPONEN:
            node = line[column]
            return Cell(f"{node.kode} - {node.nama}")
        if column == KONTRIBUSI:
            return field_cell(kontribusi, "jumlah", gaya)
        derived = line.subkomponen.anggaran if column == ANGGARAN else totals.remainder(kontribusi.subkomponen)
        return rupiah_cell(derived, gaya)

"""The table of what pays for one Indikator."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QObject

from renaksi_desktop.document.document import Change
from renaksi_desktop.domain.findings import Place
from renaksi_desktop.domain.growth import Grown, kontribusi_row
from renaksi_desktop.domain.outline import Key, Outline, kontribusi_rows
from renaksi_desktop.domain.plan import RO, Id, Indikator, Kontribusi, Node
from renaksi_desktop.models.cells import EMPTY, Cell, field_cell, places, rupiah_cell, sisa_cell
from renaksi_desktop.models.marked_model import MarkedModel
from renaksi_desktop.models.session import PlanSession

KOLOM_RO, KOMPONEN, SUB_KOMPONEN, ANGGARAN, KONTRIBUSI, SISA = range(6)


class KontribusiModel(MarkedModel):
    """Columns: RO, Komponen, Sub Komponen, its Anggaran, the Kontribusi, and what of the Anggaran remains."""

    numeric = (ANGGARAN, KONTRIBUSI, SISA)
    with_bar = (SISA,)
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

    def cell_of(self, node: Node, column: int) -> Cell:
        totals, gaya = self.session.totals, self.session.gaya
        if not isinstance(node, Kontribusi):
            return EMPTY
        line = totals.lines[node.subkomponen]
        if column <= SUB_KOMPONEN:
            return Cell(f"{line[column].kode} - {line[column].nama}", places=places(line[column], "kode", "nama"))
        if column == KONTRIBUSI:
            return field_cell(node, "jumlah", gaya)
        sums = totals.of(line.subkomponen)
        if column == SISA:
            return sisa_cell(sums, gaya)
        return rupiah_cell(sums.anggaran, gaya, places(line.subkomponen, "anggaran"))

    def row_to_add(self, texts: Mapping[int, str], added: Sequence[Grown]) -> Grown:
        indikator, lines = self.indikator, range(ANGGARAN)
        if indikator is None or not all(texts.get(column) for column in lines):
            return super().row_to_add(texts, added)
        return kontribusi_row(self.session.totals, indikator, [texts[column] for column in lines])

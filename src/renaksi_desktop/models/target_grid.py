"""The grid of targets: a heading row for each Sasaran, a row with B01..B12 and Anggaran for each Indikator."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from renaksi_desktop.domain import bulan as months
from renaksi_desktop.domain.outline import Key, Outline, target_rows
from renaksi_desktop.domain.plan import Indikator, Sasaran
from renaksi_desktop.domain.totals import anggaran
from renaksi_desktop.models.cells import EMPTY, Cell, field_cell, rupiah_cell, target_cell
from renaksi_desktop.models.marked_model import MarkedModel

KODE: Final = 0
URAIAN: Final = 1
FIRST_BULAN: Final = 2
ANGGARAN: Final = 14


class TargetModel(MarkedModel):
    """Columns: kode, uraian, B01..B12, Anggaran (derived)."""

    numeric = range(FIRST_BULAN, ANGGARAN + 1)
    heading_column = URAIAN
    columns = MappingProxyType({"kode": KODE, "target": FIRST_BULAN})
    main_column = URAIAN

    def outline(self) -> Outline:
        return target_rows(self.session.plan)

    def headers(self) -> Sequence[str]:
        return (self.tr("Kode"), self.tr("Indikator"), *map(months.label, months.BULAN), self.tr("Anggaran"))

    def cell(self, key: Key, column: int) -> Cell:
        node, gaya = self.session.index.nodes.get(key), self.session.gaya
        if not isinstance(node, Sasaran | Indikator):
            return EMPTY
        if column in (KODE, URAIAN):
            return field_cell(node, ("kode", "uraian")[column], gaya)
        if isinstance(node, Sasaran):
            return EMPTY
        if column == ANGGARAN:
            return rupiah_cell(anggaran(node), gaya)
        return target_cell(node, column - FIRST_BULAN + 1, gaya)

    def heading(self, key: Key) -> str | None:
        sasaran = self.session.index.get(key, Sasaran)
        return sasaran.uraian if sasaran else None

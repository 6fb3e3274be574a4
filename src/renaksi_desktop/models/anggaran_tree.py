"""The budget: RO > Komponen > Sub Komponen with Anggaran, what is shared out, and what remains."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from renaksi_desktop.domain.outline import Key, Outline, budget_tree
from renaksi_desktop.domain.plan import RO, Komponen, SubKomponen
from renaksi_desktop.models.cells import EMPTY, Cell, field_cell, rupiah_cell
from renaksi_desktop.models.marked_model import MarkedModel

KODE, NAMA, ANGGARAN, TERBAGI, SISA = range(5)


class AnggaranModel(MarkedModel):
    """Kode and nama edit everywhere, Anggaran on a Sub Komponen; sums above it are derived."""

    numeric = (ANGGARAN, TERBAGI, SISA)
    columns = MappingProxyType({"kode": KODE, "anggaran": ANGGARAN})
    main_column = NAMA

    def outline(self) -> Outline:
        return budget_tree(self.session.plan)

    def headers(self) -> Sequence[str]:
        return (
            self.tr("Kode"),
            self.tr("Nama"),
            self.tr("Anggaran"),
            self.tr("Terbagi"),
            self.tr("Sisa"),
        )

    def cell(self, key: Key, column: int) -> Cell:
        node, gaya = self.session.index.nodes.get(key), self.session.gaya
        if not isinstance(node, RO | Komponen | SubKomponen):
            return EMPTY
        if column in (KODE, NAMA):
            return field_cell(node, ("kode", "nama")[column], gaya)
        if column == ANGGARAN and isinstance(node, SubKomponen):
            return field_cell(node, "anggaran", gaya)
        sums = self.session.totals.of(node)
        return rupiah_cell((sums.anggaran, sums.terbagi, sums.sisa)[column - ANGGARAN], gaya)

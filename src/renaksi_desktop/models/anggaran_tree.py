"""The budget: RO > Komponen > Sub Komponen with Anggaran, what is shared out, and what remains."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.errors import EntryRefused
from renaksi_desktop.domain.fields import NAMES
from renaksi_desktop.domain.growth import Grown, budget_row
from renaksi_desktop.domain.kode import other_kind
from renaksi_desktop.domain.outline import Key, Outline, budget_tree
from renaksi_desktop.domain.plan import RO, Komponen, Node, SubKomponen
from renaksi_desktop.models.cells import EMPTY, Cell, field_cell, field_edit, rupiah_cell, sisa_cell
from renaksi_desktop.models.dragging import DragSource, DropTarget
from renaksi_desktop.models.marked_model import MarkedModel

KODE, NAMA, ANGGARAN, TERBAGI, SISA = range(5)


class AnggaranModel(DragSource, DropTarget, MarkedModel):
    """Kode and nama edit everywhere, Anggaran on a Sub Komponen; sums above it are derived."""

    numeric = (ANGGARAN, TERBAGI, SISA)
    with_bar = (SISA,)
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

    def cell_of(self, node: Node, column: int) -> Cell:
        gaya = self.session.gaya
        if not isinstance(node, RO | Komponen | SubKomponen):
            return EMPTY
        if column == KODE:
            cell = field_cell(node, "kode", gaya)
            return cell._replace(edit=lambda text: self._change_kode(node, text))
        if column == NAMA:
            return field_cell(node, "nama", gaya)
        if column == ANGGARAN and isinstance(node, SubKomponen):
            return field_cell(node, "anggaran", gaya)
        sums = self.session.totals.of(node)
        if column == SISA:
            return sisa_cell(sums, gaya)
        return rupiah_cell(sums.anggaran if column == ANGGARAN else sums.terbagi, gaya)

    def is_typed(self, key: Key, column: int) -> bool:
        if column == ANGGARAN:
            return isinstance(self.session.index.nodes.get(key), SubKomponen)
        return column in (KODE, NAMA)

    def _change_kode(self, node: RO | Komponen | SubKomponen, text: str) -> Edit:
        """A list that is pasted a row too high or low would make an RO of a Sub Komponen."""
        if other := other_kind(type(node), text.strip()):
            told = self.tr("“{}” adalah kode {}, bukan {}.")
            raise EntryRefused(told.format(text.strip(), NAMES[other], NAMES[type(node)]))
        return field_edit(node, "kode", text)

    def is_header(self, texts: Mapping[int, str]) -> bool:
        return texts.get(KODE, "").strip().casefold() == self.header(KODE).casefold()

    def row_to_add(self, texts: Mapping[int, str], added: Sequence[Grown]) -> Grown:
        return budget_row(self.session.plan, texts.get(KODE, ""), added)

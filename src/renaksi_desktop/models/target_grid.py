"""The grid of targets: a heading row for each Sasaran, a row with particulars, B01..B12 and Anggaran for each
Indikator.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QObject

from renaksi_desktop.domain import bulan, triwulan
from renaksi_desktop.domain.fields import FIELDS
from renaksi_desktop.domain.findings import Finding, Place
from renaksi_desktop.domain.growth import Grown, target_row
from renaksi_desktop.domain.outline import Key, Outline, target_rows
from renaksi_desktop.domain.plan import Gaya, Indikator, JenisTarget, Node, Sasaran
from renaksi_desktop.domain.totals import anggaran
from renaksi_desktop.domain.wording import spoken
from renaksi_desktop.models.cells import (
    EMPTY,
    Cell,
    derived_target_cell,
    field_cell,
    places,
    rupiah_cell,
    target_cell,
)
from renaksi_desktop.models.dragging import DropTarget
from renaksi_desktop.models.marked_model import MarkedModel
from renaksi_desktop.models.session import PlanSession

KODE: Final = 0
URAIAN: Final = 1
PARTICULARS: Final = MappingProxyType(
    dict(enumerate(("satuan", "target_tahunan", "jenis_target", "penanggung_jawab"), URAIAN + 1))
)
"""The columns of particulars, with the field of an Indikator that each shows."""
SATUAN, TARGET_TAHUNAN, JENIS_TARGET, PENANGGUNG_JAWAB = PARTICULARS
FIRST_BULAN: Final = PENANGGUNG_JAWAB + 1
FIRST_TRIWULAN: Final = FIRST_BULAN + 12
ANGGARAN: Final = FIRST_TRIWULAN + 4
BULAN: Final = range(FIRST_BULAN, FIRST_TRIWULAN)
TRIWULAN: Final = range(FIRST_TRIWULAN, ANGGARAN)


def counterpart(column: int) -> int:
    """Return the column that stands for one which may be hidden.

    It is the quarter's for a month's, the last month's for a quarter's, and the name's for a particular's.
    """
    if column in PARTICULARS:
        return URAIAN
    if column in TRIWULAN:
        return BULAN[3 * (column - FIRST_TRIWULAN) + 2]
    return TRIWULAN[(column - FIRST_BULAN) // 3] if column in BULAN else column


class TargetModel(DropTarget, MarkedModel):
    """Columns: kode, uraian, particulars, B01..B12, the four quarters (derived), Anggaran (derived).

    What is found about a quarter's months or a particular is also told where these may be hidden: by the quarter,
    and by the name.
    """

    numeric = (TARGET_TAHUNAN, *range(FIRST_BULAN, ANGGARAN + 1))
    heading_column = URAIAN
    columns = MappingProxyType({"kode": KODE, "target": FIRST_BULAN, "anggaran": ANGGARAN})
    main_column = URAIAN

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        session.only.changed.connect(self.sync)

    def outline(self) -> Outline:
        return target_rows(self.session.plan, self.session.only.id)

    def headers(self) -> Sequence[str]:
        quarters = map(self.tr("TW {}").format, triwulan.TRIWULAN)
        return (
            self.tr("Kode"),
            self.tr("Indikator"),
            *(FIELDS[Indikator][name].label.capitalize() for name in PARTICULARS.values()),
            *map(bulan.label, bulan.BULAN),
            *quarters,
            self.tr("Anggaran"),
        )

    def cell_of(self, node: Node, column: int) -> Cell:
        gaya = self.session.gaya
        if not isinstance(node, Sasaran | Indikator):
            return EMPTY
        if column == KODE:
            return field_cell(node, "kode", gaya)
        if column == URAIAN:
            cell = field_cell(node, "uraian", gaya)
            return cell._replace(course=node.target) if isinstance(node, Indikator) else cell
        if isinstance(node, Sasaran):
            return EMPTY
        name = PARTICULARS.get(column)
        return _particular(node, name, gaya) if name else _figure(node, column, gaya)

    def is_typed(self, key: Key, column: int) -> bool:
        if column in BULAN or column in PARTICULARS:
            return isinstance(self.session.index.nodes.get(key), Indikator)
        return column in (KODE, URAIAN)

    def is_filled_down(self, column: int) -> bool:
        return column in PARTICULARS or super().is_filled_down(column)

    def offered(self, column: int) -> Iterable[str]:
        from renaksi_desktop.domain.suggestions import suggested  # not needed until a cell is typed

        return suggested(self.session.plan, PARTICULARS[column]) if column in PARTICULARS else ()

    def remarks(self, key: Key, column: int) -> Sequence[Finding]:
        if column in PARTICULARS:
            found = super().remarks(key, self.main_column)
            return [each for each in found if each.where.field == PARTICULARS[column]]
        if column not in TRIWULAN:
            return super().remarks(key, column)
        last = counterpart(column)
        months = map(partial(super().remarks, key), range(last - 2, last + 1))
        return list(chain.from_iterable(months))

    def mark(self, places: Collection[Place]) -> None:
        super().mark(places)
        for place, index in zip(places, map(self.index_at, places), strict=True):
            if not index.isValid():
                continue  # its row is gone since
            for column in _also_marked(place, index.column()):
                other = index.siblingAtColumn(column)
                self.dataChanged.emit(other, other)

    def heading(self, key: Key) -> str | None:
        sasaran = self.session.index.get(key, Sasaran)
        return sasaran.uraian if sasaran else None

    def is_header(self, texts: Mapping[int, str]) -> bool:
        """Titles name months, whatever stands above the names: "Jan", "Januari" or "B01"."""
        months = ((number, texts.get(column, "").strip()) for number, column in enumerate(BULAN, 1))
        said = [bulan.is_name(text, number) for number, text in months if text]
        return len(said) > 1 and all(said) if said else super().is_header(texts)

    def row_to_add(self, texts: Mapping[int, str], added: Sequence[Grown]) -> Grown:
        has_target = any(text for column, text in texts.items() if column in BULAN or column in PARTICULARS)
        own, only = texts.get(KODE, ""), self.session.only.sasaran
        return target_row(self.session.plan, own, added, has_target=has_target, only=only)


def _also_marked(place: Place, column: int) -> Iterator[int]:
    """Yield the columns beside its own that tell what is found about a place."""
    if column in BULAN:
        yield counterpart(column)
    yield from (shown for shown, name in PARTICULARS.items() if name == place.field)


def _particular(indikator: Indikator, name: str, gaya: Gaya) -> Cell:
    cell, value = field_cell(indikator, name, gaya), getattr(indikator, name)
    return cell._replace(text=spoken(value)) if isinstance(value, JenisTarget) else cell


def _figure(indikator: Indikator, column: int, gaya: Gaya) -> Cell:
    if column in BULAN:
        return target_cell(indikator, column - FIRST_BULAN + 1, gaya)
    if column in TRIWULAN:
        return derived_target_cell(triwulan.quarters(indikator)[column - FIRST_TRIWULAN], gaya)
    return rupiah_cell(anggaran(indikator), gaya, places(indikator, "anggaran"))

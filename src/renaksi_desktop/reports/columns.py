"""The columns of the table, and of the table nested in it below each Indikator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from operator import attrgetter
from typing import Final, NamedTuple

from renaksi_desktop.domain import bulan as months
from renaksi_desktop.domain.plan import Cetak, Indikator, Kolom, Target
from renaksi_desktop.domain.totals import anggaran
from renaksi_desktop.reports.cells import CENTRE, LEFT, RIGHT, Cell, Column, Span
from renaksi_desktop.reports.sheet import Sheet
from renaksi_desktop.reports.text import Style


class Field(NamedTuple):
    """A column: its heading, its width (see `Sheet.divide`), and what it shows of an Indikator."""

    heading: str
    width: float
    align: float
    value: Callable[[Indikator], Target | int | None]
    is_month: bool = False


NO: Final = 24.0
SASARAN: Final = 0.42
NESTED: Final = {
    "NO": CENTRE, "RO": LEFT, "KOMPONEN": LEFT, "SUB KOMPONEN": LEFT, "ANGGARAN": RIGHT, "KONTRIBUSI": RIGHT,
}  # fmt: skip
"""The headings of the nested table, and how its columns are aligned."""


def fields(cetak: Cetak) -> Iterator[Field]:
    """Yield the columns from INDIKATOR to the right edge; those that are optional only where chosen."""
    yield Field("INDIKATOR KINERJA KEGIATAN", 1 - SASARAN, LEFT, lambda node: named(node.kode, node.uraian))
    if Kolom.SATUAN in cetak.kolom:
        yield Field("SATUAN", 46, CENTRE, attrgetter("satuan"))
    for bulan in months.BULAN:
        yield Field(months.label(bulan), 30, CENTRE, partial(_target, bulan), is_month=True)
    if Kolom.TARGET_TAHUNAN in cetak.kolom:
        yield Field("TARGET TAHUNAN", 46, CENTRE, attrgetter("target_tahunan"))
    yield Field("ANGGARAN", 66, RIGHT, anggaran)


def named(kode: str, nama: str) -> str:
    """Return "kode - nama" as each level is printed; what is still blank leaves no dash."""
    return " - ".join(filter(None, (kode, nama)))


def edges(columns: Sequence[Column]) -> tuple[float, ...]:
    """Return where the vertical rules of neighbouring columns stand."""
    return (*[column.span[0] for column in columns], columns[-1].span[1])


def headings(columns: Iterable[Column], texts: Iterable[str], style: Style) -> list[Cell]:
    """Return the cells of a row of headings."""
    return [column.heading(style).text(text) for column, text in zip(columns, texts, strict=True)]


def _target(bulan: int, indikator: Indikator) -> Target | None:
    return indikator.target[bulan - 1]


class Columns:
    """The places of all columns on a sheet. The nested table keeps to the edges of the columns above it."""

    def __init__(self, sheet: Sheet, table: Sequence[Field]) -> None:
        spans = sheet.divide(sheet.span, [NO, SASARAN, *[field.width for field in table]])
        aligns = [CENTRE, LEFT, *[field.align for field in table]]
        self.no, self.sasaran, *self.table = self._columns(sheet, spans, aligns)
        self.inner: Final = self.table[0].span[0], sheet.span[1]
        """From the INDIKATOR column to the right edge, where the nested table stands."""
        self.nested: Final = self._columns(sheet, self._nested_spans(sheet), NESTED.values())

    def _nested_spans(self, sheet: Sheet) -> list[Span]:
        """Below INDIKATOR stand NO and RO; ANGGARAN takes two columns, KONTRIBUSI the last."""
        left, right = self.inner
        places = [column.span[0] for column in self.table]
        middle = places[1 + (len(places) - 4) // 2]
        return list(pairwise((left, left + NO * sheet.unit, places[1], middle, places[-3], places[-1], right)))

    @staticmethod
    def _columns(sheet: Sheet, spans: Iterable[Span], aligns: Iterable[float]) -> list[Column]:
        return [sheet.column(span, sheet.table, align) for span, align in zip(spans, aligns, strict=True)]

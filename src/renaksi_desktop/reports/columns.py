"""The columns of the table, and of the table nested in it below each Indikator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from operator import attrgetter
from typing import Final, NamedTuple

from renaksi_desktop.domain import bulan as months
from renaksi_desktop.domain.plan import Cetak, Indikator, Kolom, Periode, Target
from renaksi_desktop.domain.texts import named
from renaksi_desktop.domain.totals import anggaran
from renaksi_desktop.domain.triwulan import TRIWULAN, quarters
from renaksi_desktop.reports.cells import CENTRE, LEFT, RIGHT, Cell, Column, Span
from renaksi_desktop.reports.sheet import Sheet
from renaksi_desktop.reports.text import Style


class Field(NamedTuple):
    """A column: its heading, its width (see `Sheet.divide`), and what it shows of an Indikator.

    Neighbours with the same `above` stand together below that heading.
    """

    heading: str
    width: float
    align: float
    value: Callable[[Indikator], Target | int | None]
    above: str = ""


NO: Final = 24.0
SASARAN: Final = 0.42
MONEY: Final = 66.0
NEAR: Final = 16.0
"""A rule of the nested table stands on a rule of the table above it where one is as near as this."""
NESTED: Final = {
    "NO": CENTRE, "RO": LEFT, "KOMPONEN": LEFT, "SUB KOMPONEN": LEFT, "ANGGARAN": RIGHT, "KONTRIBUSI": RIGHT,
}  # fmt: skip
"""The headings of the nested table, and how its columns are aligned."""


def fields(cetak: Cetak) -> Iterator[Field]:
    """Yield the columns from INDIKATOR to the right edge; those that are optional only where chosen."""
    yield Field("INDIKATOR KINERJA KEGIATAN", 1 - SASARAN, LEFT, lambda node: named(node.kode, node.uraian))
    if Kolom.SATUAN in cetak.kolom:
        yield Field("SATUAN", 46, CENTRE, attrgetter("satuan"))
    if cetak.periode is not Periode.TRIWULAN:
        for bulan in months.BULAN:
            yield Field(months.label(bulan), 30, CENTRE, partial(_target, bulan), "TARGET")
    if cetak.periode is not Periode.BULANAN:
        alone = cetak.periode is Periode.TRIWULAN
        for place, name in enumerate(TRIWULAN):
            width, above = (60, "TARGET TRIWULAN") if alone else (32, "TRIWULAN")
            yield Field(name, width, CENTRE, partial(_quarter, place), above)
    if Kolom.TARGET_TAHUNAN in cetak.kolom:
        yield Field("TARGET TAHUNAN", 46, CENTRE, attrgetter("target_tahunan"))
    yield Field("ANGGARAN", MONEY, RIGHT, anggaran)


def fixed_width(cetak: Cetak) -> float:
    """Return how wide the columns without text are together, in points on A4."""
    return NO + sum(field.width for field in fields(cetak) if field.width > 1)


def edges(columns: Sequence[Column]) -> tuple[float, ...]:
    """Return where the vertical rules of neighbouring columns stand."""
    return (*[column.span[0] for column in columns], columns[-1].span[1])


def headings(columns: Iterable[Column], texts: Iterable[str], style: Style) -> list[Cell]:
    """Return the cells of a row of headings."""
    return [column.heading(style).unbroken(text) for column, text in zip(columns, texts, strict=True)]


def _target(bulan: int, indikator: Indikator) -> Target | None:
    return indikator.target[bulan - 1]


def _quarter(place: int, indikator: Indikator) -> Target | None:
    return quarters(indikator)[place]


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
        """KONTRIBUSI stands below the last column, ANGGARAN is as wide; the texts share what is left evenly."""
        left, right = self.inner[0], self.table[-1].span[0]
        no, money = self.no.span[1] - self.no.span[0], self.inner[1] - right
        text = (right - money - left - no) / 3
        rules = [column.span[0] for column in self.table]
        middle = [_nearest(left + no + text * number, rules, NEAR * sheet.unit) for number in (1, 2, 3)]
        return list(pairwise((left, left + no, *middle, right, self.inner[1])))

    @staticmethod
    def _columns(sheet: Sheet, spans: Iterable[Span], aligns: Iterable[float]) -> list[Column]:
        return [sheet.column(span, sheet.table, align) for span, align in zip(spans, aligns, strict=True)]


def _nearest(x: float, rules: Iterable[float], near: float) -> float:
    """Return the nearest of `rules` if it is near enough, else `x` itself."""
    rule = min(rules, key=lambda rule: abs(rule - x))
    return rule if abs(rule - x) <= near else x

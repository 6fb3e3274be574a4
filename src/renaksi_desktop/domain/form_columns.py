"""The columns of the form's table, and of the table nested in it below each Indikator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from operator import attrgetter
from typing import Final, NamedTuple

from renaksi_desktop.domain import bulan as months
from renaksi_desktop.domain.paper import Paper, Span
from renaksi_desktop.domain.plan import Cetak, Indikator, Kolom, Periode, Target
from renaksi_desktop.domain.texts import named
from renaksi_desktop.domain.totals import anggaran
from renaksi_desktop.domain.triwulan import TRIWULAN, quarters

LEFT: Final = 0.0
CENTRE: Final = 0.5
RIGHT: Final = 1.0


class Field(NamedTuple):
    """A column: its heading, its width (see `Paper.divide`), and what it shows of an Indikator.

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
NO_AND_SASARAN: Final = ("NO.", "SASARAN KEGIATAN")
"""The headings of the first two columns."""
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


def _target(bulan: int, indikator: Indikator) -> Target | None:
    return indikator.target[bulan - 1]


def _quarter(place: int, indikator: Indikator) -> Target | None:
    return quarters(indikator)[place]


class Places(NamedTuple):
    """Where the columns stand on a paper: NO, SASARAN, then the table's, and below these the nested table's."""

    no: Span
    sasaran: Span
    table: tuple[Span, ...]
    nested: tuple[Span, ...]

    @property
    def inner(self) -> Span:
        """From the INDIKATOR column to the right edge, where the nested table stands."""
        return self.table[0][0], self.table[-1][1]


def places(paper: Paper, table: Sequence[Field]) -> Places:
    """Return where all columns stand. The nested table keeps to the edges of the columns above it."""
    no, sasaran, *others = paper.divide(paper.span, [NO, SASARAN, *[field.width for field in table]])
    return Places(no, sasaran, tuple(others), tuple(_nested(no[1] - no[0], others, NEAR * paper.unit)))


def _nested(no: float, table: Sequence[Span], near: float) -> Iterator[Span]:
    """KONTRIBUSI stands below the last column, ANGGARAN is as wide; the texts share what is left evenly."""
    left, (right, end) = table[0][0], table[-1]
    money = end - right
    text = (right - money - left - no) / 3
    rules = [span[0] for span in table]
    middle = [_nearest(left + no + text * number, rules, near) for number in (1, 2, 3)]
    return pairwise((left, left + no, *middle, right, end))


def _nearest(x: float, rules: Iterable[float], near: float) -> float:
    """Return the nearest of `rules` if it is near enough, else `x` itself."""
    rule = min(rules, key=lambda rule: abs(rule - x))
    return rule if abs(rule - x) <= near else x

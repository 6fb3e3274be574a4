"""The table of the form as rows: each Indikator with its targets and, nested below it, its Kontribusi."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from renaksi_desktop.domain.plan import Indikator, Kontribusi, Plan, Sasaran, Target
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.target import format_target
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.reports.cells import CENTRE, RIGHT, Band, Cell, Column, Row, Span, row
from renaksi_desktop.reports.columns import NESTED, Columns, fields, named
from renaksi_desktop.reports.sheet import Sheet
from renaksi_desktop.reports.text import Style

CONTINUED: Final = " (lanjutan)"


class Table:
    """Makes the rows of one plan's table."""

    def __init__(self, plan: Plan, sheet: Sheet) -> None:
        self._plan: Final = plan
        self._sheet: Final = sheet
        self._totals: Final = Totals(plan)
        self._fields: Final = tuple(fields(plan.cetak))
        self._columns: Final = Columns(sheet, self._fields)
        outer = [self._columns.no, self._columns.sasaran]
        edges = _edges([*outer, *self._columns.table])
        nested = _edges([*outer, *self._columns.nested])
        self._first: Final = self._band(edges, top=sheet.span)
        self._body: Final = self._band(edges)
        self._strip: Final = self._band((*_edges(outer), sheet.span[1]))
        self._nested: Final = self._band(nested)
        self._nested_head: Final = row(
            self._band(nested, ground=self._columns.inner),
            *_headings(self._columns.nested, NESTED, sheet.heading),
            keep=True,
        )

    def head(self) -> tuple[Row, ...]:
        """Return the two rows of headings; only the months and what stands above them divide the height."""
        whole = self._sheet.span
        columns = [self._columns.no, self._columns.sasaran, *self._columns.table]
        names = ["NO.", "SASARAN KEGIATAN", *[field.heading for field in self._fields]]
        headings = list(zip(columns, _headings(columns, names, self._sheet.heading), strict=True))
        first = 2 + [field.is_month for field in self._fields].index(True)
        months, others = headings[first : first + 12], headings[:first] + headings[first + 12 :]
        target = self._sheet.column((months[0][0].span[0], months[-1][0].span[1]), self._sheet.heading, CENTRE)
        upper = self._band(
            _edges([*[column for column, _ in others[:first]], target, *[column for column, _ in others[first:]]]),
            top=whole,
            ground=whole,
        )
        lower = self._band(_edges(columns), top=target.span, below=whole, ground=whole)
        return (
            row(upper, target.text("TARGET"), *[_across_two_rows(cell, upper) for _, cell in others], keep=True),
            row(lower, *[cell for _, cell in months], keep=True),
        )

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the head, the last of them the Total, which stays with what follows it."""
        for number, sasaran in enumerate(self._plan.sasaran, 1):
            yield from self._of_sasaran(number, sasaran)
        yield self._total()

    def _of_sasaran(self, number: int, sasaran: Sasaran) -> Iterator[Row]:
        label = (
            self._columns.no.text(f"{number}."),
            self._columns.sasaran.text(named(sasaran.kode, sasaran.uraian)),
        )
        if not sasaran.indikator:
            yield row(self._first, *label, label=label)
        for place, indikator in enumerate(sasaran.indikator):
            nested = self._of_indikator(indikator, label)
            cells = [
                self._cell(column, field.value(indikator))
                for column, field in zip(self._columns.table, self._fields, strict=True)
            ]
            if place == 0:
                yield self._beside(label, cells, nested)
            else:
                yield row(self._body, *cells, keep=bool(nested), label=label)
            yield from nested

    def _beside(self, label: tuple[Cell, ...], cells: list[Cell], nested: list[Row]) -> Row:
        """Return the first row of a Sasaran, whose label may hang down beside the rows kept with this one."""
        below = sum(kept.height for kept in nested[:2])
        height = max(row(self._first, *cells).height, row(self._first, *label).height - below)
        return Row(self._first, (*label, *cells), height, keep=bool(nested), label=label)

    def _of_indikator(self, indikator: Indikator, label: tuple[Cell, ...]) -> list[Row]:
        """Return the nested table; where it continues on a new page, its head says of which Indikator it is."""
        if not indikator.kontribusi:
            return []
        continued = self._continued(indikator)
        head = self._nested_head._replace(lead=(continued,), label=label)
        lead = (continued, self._nested_head)
        lines = enumerate(indikator.kontribusi, 1)
        return [head, *[self._of_kontribusi(number, line, lead, label) for number, line in lines]]

    def _of_kontribusi(
        self, number: int, kontribusi: Kontribusi, lead: tuple[Row, ...], label: tuple[Cell, ...]
    ) -> Row:
        ro, komponen, subkomponen = self._totals.lines[kontribusi.subkomponen]
        values: tuple[str | int, ...] = (
            f"{number}.",
            named(ro.kode, ro.nama),
            named(komponen.kode, komponen.nama),
            named(subkomponen.kode, subkomponen.nama),
            subkomponen.anggaran,
            kontribusi.jumlah,
        )
        cells = [self._cell(column, value) for column, value in zip(self._columns.nested, values, strict=True)]
        return row(self._nested, *cells, lead=lead, label=label)

    def _continued(self, indikator: Indikator) -> Row:
        column = self._sheet.column(self._columns.inner, self._sheet.table)
        return row(self._strip, column.line(named(indikator.kode, indikator.uraian), CONTINUED))

    def _total(self) -> Row:
        *_, money = self._columns.table
        left, right = self._sheet.span
        bold = self._sheet.heading
        word = self._sheet.column((left, money.span[0]), bold, RIGHT).text("Total")
        amount = self._cell(self._sheet.column(money.span, bold, RIGHT), self._totals.total)
        band = self._band((left, money.span[0], right), top=self._sheet.span)
        return row(band, word, amount, keep=True)

    def _cell(self, column: Column, value: Target | int | None) -> Cell:
        gaya = self._plan.cetak.gaya
        if isinstance(value, int):
            return column.number(format_rupiah(value, gaya))
        if isinstance(value, Decimal):
            return column.number(format_target(value, gaya))
        return column.text(value or "")

    def _band(
        self,
        edges: tuple[float, ...],
        top: Span | None = None,
        below: Span | None = None,
        ground: Span | None = None,
    ) -> Band:
        style = self._sheet.table
        return Band(style.leading, 2.5 * self._sheet.unit, edges, top or self._columns.inner, below, ground)


def _edges(columns: Sequence[Column]) -> tuple[float, ...]:
    return (*[column.span[0] for column in columns], columns[-1].span[1])


def _across_two_rows(cell: Cell, band: Band) -> Cell:
    """Lower a heading to the middle of two rows of one line each."""
    return cell._replace(drop=band.padding + (2 - len(cell.lines)) * band.leading / 2)


def _headings(columns: Sequence[Column], headings: Iterable[str], style: Style) -> list[Cell]:
    return [column.heading(style).text(text) for column, text in zip(columns, headings, strict=True)]

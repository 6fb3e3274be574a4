"""The table of the form as rows: each Indikator with its targets and, nested below it, its Kontribusi."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from renaksi_desktop.domain import form_words
from renaksi_desktop.domain.form_columns import NESTED, RIGHT, fields
from renaksi_desktop.domain.plan import Cantuman, Indikator, Kontribusi, Plan, Sasaran, Target
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.target import format_target
from renaksi_desktop.domain.texts import named
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.reports.cells import Cell, Column, Mark, Row, row
from renaksi_desktop.reports.columns import Columns, edges, headings
from renaksi_desktop.reports.heading import head
from renaksi_desktop.reports.sheet import Sheet


class Table:
    """Makes the rows of one plan's table."""

    def __init__(self, plan: Plan, sheet: Sheet) -> None:
        self._plan: Final = plan
        self._sheet: Final = sheet
        self._totals: Final = Totals(plan)
        self._fields: Final = tuple(fields(plan.cetak))
        self._columns: Final = Columns(sheet, self._fields)
        outer = [self._columns.no, self._columns.sasaran]
        inner = self._columns.inner
        self._first: Final = sheet.band(edges([*outer, *self._columns.table]), top=sheet.span)
        self._body: Final = self._first._replace(top=inner)
        self._strip: Final = sheet.band((*edges(outer), inner[1]), top=inner)
        self._nested: Final = sheet.band(edges([*outer, *self._columns.nested]), top=inner)
        self._nested_head: Final = row(
            self._nested._replace(ground=inner),
            *headings(self._columns.nested, NESTED, sheet.heading),
            keep=True,
        )

    def head(self) -> tuple[Row, Row]:
        """Return the two rows that begin the table on each page."""
        return head(self._sheet, self._columns, self._fields)

    def rows(self, progress: Callable[[float], object]) -> Iterator[Row]:
        """Yield the rows below the head, the last of them the Total, which stays with what follows it.

        `progress` is told the share of the Indikator that are done; what it raises ends the work.
        """
        count = sum(len(sasaran.indikator) for sasaran in self._plan.sasaran)
        done = 0
        for number, sasaran in enumerate(self._plan.sasaran, 1):
            for rows in self._of_sasaran(number, sasaran):
                yield from rows
                done += 1
                progress(done / max(count, done))
        yield self._total()

    def _of_sasaran(self, number: int, sasaran: Sasaran) -> Iterator[list[Row]]:
        """Yield the rows of each Indikator; a Sasaran that has none is a row of its own."""
        name = named(sasaran.kode, sasaran.uraian)
        label = self._columns.no.unbroken(form_words.numbered(number)), self._columns.sasaran.text(name)
        begins: tuple[Mark, ...] = (Mark(sasaran.id, f"{number}. {name}", 0),)
        if not sasaran.indikator:
            yield [row(self._first, *label, label=label, marks=begins)]
        for indikator in sasaran.indikator:
            nested = self._of_indikator(indikator, label)
            mark = Mark(indikator.id, named(indikator.kode, indikator.uraian) or "Indikator", 1)
            cells = [
                self._cell(column, field.value(indikator))
                for column, field in zip(self._columns.table, self._fields, strict=True)
            ]
            if begins:
                first = self._beside(label, cells, nested)
            else:
                first = row(self._body, *cells, keep=bool(nested), label=label)
            yield [first._replace(marks=(*begins, mark)), *nested]
            begins = ()

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
        nested_head = self._nested_head._replace(lead=continued, label=label)
        lead = (*continued, self._nested_head)
        lines = enumerate(indikator.kontribusi, 1)
        rows = [self._of_kontribusi(number, line, lead, label) for number, line in lines]
        # The last Kontribusi is not left alone on a page.
        rows[-2:-1] = [kept._replace(keep=True) for kept in rows[-2:-1]]
        return [nested_head, *rows]

    def _of_kontribusi(
        self, number: int, kontribusi: Kontribusi, lead: tuple[Row, ...], label: tuple[Cell, ...]
    ) -> Row:
        values = form_words.nested(self._totals.lines[kontribusi.subkomponen], kontribusi)
        no, *others = self._columns.nested
        cells = [self._cell(column, value) for column, value in zip(others, values, strict=True)]
        return row(self._nested, no.unbroken(form_words.numbered(number)), *cells, lead=lead, label=label)

    def _continued(self, indikator: Indikator) -> tuple[Row, ...]:
        if Cantuman.LANJUTAN not in self._plan.cetak.cantuman:
            return ()
        column = self._sheet.column(self._columns.inner, self._sheet.table)
        return (
            row(self._strip, column.line(named(indikator.kode, indikator.uraian), f" {form_words.CONTINUED}")),
        )

    def _total(self) -> Row:
        *_, money = self._columns.table
        left, right = self._sheet.span
        bold = self._sheet.heading
        word = self._sheet.column((left, money.span[0]), bold, RIGHT).text(form_words.TOTAL)
        amount = self._cell(self._sheet.column(money.span, bold, RIGHT), self._totals.total)
        band = self._sheet.band((left, money.span[0], right), top=self._sheet.span)
        return row(band, word, amount, keep=True)

    def _cell(self, column: Column, value: Target | int | None) -> Cell:
        gaya = self._plan.cetak.gaya
        if isinstance(value, int):
            return column.unbroken(format_rupiah(value, gaya))
        if isinstance(value, Decimal):
            return column.unbroken(format_target(value, gaya))
        return column.text(value or "")

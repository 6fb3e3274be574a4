"""The table of the form in a workbook: its head, each Indikator with its nested table, and the Total."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final, TypeAlias

from renaksi_desktop.domain import form_words
from renaksi_desktop.domain.form_columns import CENTRE, NESTED, NO_AND_SASARAN, RIGHT, Field, Places
from renaksi_desktop.domain.plan import Gaya, Indikator, Plan, Sasaran
from renaksi_desktop.domain.texts import named
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.spreadsheets.form.grid import Columns, Grid
from renaksi_desktop.spreadsheets.form.pen import Cell, Content, Look, Pen, Row, cells
from renaksi_desktop.spreadsheets.sheet import column_letters

Progress: TypeAlias = Callable[[float], object]

HEADING: Final = Look(CENTRE, bold=True, middle=True, ground=True)
LOCALE: Final = {Gaya.RESMI: "[$-409]", Gaya.INDONESIA: "[$-421]"}
"""Asks for the separators of English or Indonesian; Excel keeps to those of the computer, LibreOffice follows."""
WRITTEN: Final = 0.5
"""What of the work is done once all rows are written; then they are put into a file."""
SHORT: Final = 6
"""Characters of a target that fit its column; a longer one is shown whole by a format with all its decimals."""


class Table:
    """Writes one plan's table."""

    def __init__(self, plan: Plan, fields: Sequence[Field], places: Places, grid: Grid, pen: Pen) -> None:
        self._plan, self._pen, self._fields = plan, pen, fields
        self._totals: Final = Totals(plan)
        self._locale: Final = LOCALE[plan.cetak.gaya]
        self._whole: Final = grid.whole
        self._label: Final = grid.columns(places.no), grid.columns(places.sasaran)
        self._columns: Final = [grid.columns(span) for span in places.table]
        self._nested: Final = [grid.columns(span) for span in places.nested]
        self._money: Final = self._columns[-1]

    def write_head(self) -> range:
        """Write the two rows of headings; return which of the sheet they are."""
        texts = (*NO_AND_SASARAN, *(field.heading for field in self._fields))
        headings = [Cell(*of, HEADING) for of in zip((*self._label, *self._columns), texts, strict=True)]
        above = ("", "", *(field.above for field in self._fields))
        groups = [
            (name, [cell for _, cell in some]) for name, some in groupby(zip(above, headings, strict=True), _above)
        ]
        upper = [_over(some, name) for name, some in groups if name]
        lower = [cell for name, some in groups if name for cell in some]
        whole = [cell for name, some in groups if not name for cell in some]
        first, second = self._pen.row(*upper), self._pen.row(*lower)
        start = self._pen.write(first)
        self._pen.write(second.at_least(self._pen.row(*whole).height - first.height))
        for cell in whole:
            self._pen.over(cell, start)
        return range(start, self._pen.next)

    def write(self, progress: Progress) -> None:
        """Write the rows below the head, the last of them the Total."""
        start, count = self._pen.next, len(self._plan.sasaran)
        for number, sasaran in enumerate(self._plan.sasaran, 1):
            self._write_sasaran(number, sasaran)
            progress(WRITTEN * number / count)
        amount = Cell(self._money, self._totals.total, self._number(RIGHT, bold=True))
        word = Cell(Columns(self._whole.first, self._money.first - 1), form_words.TOTAL, Look(RIGHT, bold=True))
        row = self._pen.write(self._pen.row(word, amount))
        if row > start:
            self._sum(amount, row, range(start, row))

    def _write_sasaran(self, number: int, sasaran: Sasaran) -> None:
        texts = form_words.numbered(number), named(sasaran.kode, sasaran.uraian)
        label = cells(self._label, texts, (Look(CENTRE), Look()))
        blocks = [[*self._rows(indikator)] for indikator in sasaran.indikator] or [[self._empty()]]
        height = sum(row.height for rows in blocks for row in rows)
        first, *others = blocks[0]
        blocks[0] = [first.at_least(first.height + self._pen.row(*label).height - height), *others]
        start = self._pen.next
        for rows in blocks:
            self._write_indikator(rows)
        for cell in label:
            self._pen.over(cell, start)

    def _write_indikator(self, rows: Sequence[Row]) -> None:
        """Write the rows of an Indikator, whose Anggaran is the sum of its Kontribusi below."""
        first = self._pen.write(rows[0])
        for row in rows[1:]:
            self._pen.write(row)
        if len(rows) > 1:
            self._sum(rows[0].cells[-1], first, range(first + 1, self._pen.next))

    def _rows(self, indikator: Indikator) -> Iterator[Row]:
        """Yield the row of an Indikator, then those of its nested table if it has Kontribusi."""
        values = [field.value(indikator) for field in self._fields]
        looks = [self._look(field.align, value) for field, value in zip(self._fields, values, strict=True)]
        yield self._pen.row(*cells(self._columns, values, looks))
        if indikator.kontribusi:
            yield self._pen.row(*cells(self._nested, NESTED, [HEADING] * len(NESTED)))
        for number, kontribusi in enumerate(indikator.kontribusi, 1):
            texts: list[Content] = [form_words.numbered(number)]
            texts += form_words.nested(self._totals.lines[kontribusi.subkomponen], kontribusi)
            looks = [self._look(align, text) for align, text in zip(NESTED.values(), texts, strict=True)]
            yield self._pen.row(*cells(self._nested, texts, looks))

    def _empty(self) -> Row:
        """Return the row of a Sasaran that has no Indikator."""
        return self._pen.row(*(Cell(columns, None, Look()) for columns in self._columns))

    def _sum(self, cell: Cell, row: int, rows: range) -> None:
        """Have a cell sum up Kontribusi; what is computed in the same way in between is not counted twice."""
        letters = column_letters(self._money.first + 1)
        self._pen.formula(cell, row, f"=SUBTOTAL(9,{letters}{rows.start + 1}:{letters}{rows.stop})")

    def _look(self, align: float, content: Content) -> Look:
        if isinstance(content, int):
            return self._number(align)
        return Look(align, number=self._locale + _digits(content)) if isinstance(content, Decimal) else Look(align)

    def _number(self, align: float, *, bold: bool = False) -> Look:
        return Look(align, bold=bold, number=f"{self._locale}#,##0_-")


def _digits(target: Decimal) -> str:
    """Return the format that shows a target as it is."""
    text = f"{target:f}"
    decimals = len(text.partition(".")[2])
    if len(text) <= SHORT:
        return "General"
    return f"0.{'0' * decimals}" if decimals else "0"


def _above(heading: tuple[str, Cell]) -> str:
    return heading[0]


def _over(headings: Sequence[Cell], name: str) -> Cell:
    """Return the heading that stands above neighbouring ones."""
    return Cell(Columns(headings[0].columns.first, headings[-1].columns.last), name, HEADING)

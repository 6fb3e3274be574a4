"""Rows of cells written to a worksheet, each as high as its texts need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from math import ceil
from typing import Any, Final, NamedTuple, TypeAlias

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from renaksi_desktop.domain.errors import InputRefused
from renaksi_desktop.domain.form_columns import CENTRE, LEFT, RIGHT
from renaksi_desktop.spreadsheets.cell_text import fits, is_active
from renaksi_desktop.spreadsheets.form.grid import SIZE, Columns, Grid
from renaksi_desktop.spreadsheets.line_count import line_count
from renaksi_desktop.spreadsheets.sheet import address

Content: TypeAlias = str | int | Decimal | None

MAX_HEIGHT: Final = 409.0
"""Points: no row of Excel is higher."""
LEADING: Final = 1.28
"""From line to line, of the size of text."""
AROUND: Final = 5.0
"""Points above and below the text of a ruled cell together."""
BESIDE: Final = 12.0
"""Points left and right of the text of a cell together."""
FONT: Final[dict[str, Any]] = {"font_name": "Arial", "font_size": SIZE, "font_scheme": False}
"""The font of all cells, in whose digits the widths of columns are counted; none of a theme, which has its own."""
GROUND: Final = "#F0F0F0"

_ALIGN: Final = {LEFT: "left", CENTRE: "center", RIGHT: "right"}


class Look(NamedTuple):
    """How a cell looks. `number` is the format of a number; one that is too wide becomes smaller."""

    align: float = LEFT
    size: float = SIZE
    bold: bool = False
    middle: bool = False
    ruled: bool = True
    ground: bool = False
    number: str = ""

    def height(self, lines: int) -> float:
        """Return how high a cell of some lines is, in points."""
        return lines * self.size * LEADING + (AROUND if self.ruled else 0)


class Cell(NamedTuple):
    """A cell over some columns."""

    columns: Columns
    content: Content
    look: Look


class Row(NamedTuple):
    """Cells side by side, and how high they are, in points."""

    cells: Sequence[Cell]
    height: float

    def at_least(self, height: float) -> Row:
        return self._replace(height=max(self.height, height))


class Pen:
    """Writes one row below the other."""

    def __init__(self, book: Workbook, sheet: Worksheet, grid: Grid) -> None:
        self._sheet: Final = sheet
        self._grid: Final = grid
        self._format: Final = lru_cache(maxsize=None)(
            lambda look, quoted: book.add_format(_properties(look, quoted))
        )
        self.next = 0
        """The row of the sheet that is written next, from 0."""

    def row(self, *cells: Cell) -> Row:
        """Return cells as a row that is high enough for each."""
        return Row(cells, max([cell.look.height(max(1, self.lines(cell))) for cell in cells]))

    def lines(self, cell: Cell) -> int:
        """Return how many lines the text of a cell takes."""
        if not isinstance(cell.content, str):
            return 1
        width = self._grid.width(cell.columns) - BESIDE
        return line_count(cell.content, width, cell.look.size, bold=cell.look.bold)

    def write(self, row: Row) -> int:
        """Write a row and return which of the sheet it is; one that is too high for Excel becomes several."""
        first, count = self.next, max(1, ceil(row.height / MAX_HEIGHT))
        for place in range(count):
            self._sheet.set_row(first + place, row.height / count)
        self.next += count
        for cell in row.cells:
            self.over(cell, first)
        return first

    def over(self, cell: Cell, first: int) -> None:
        """Write a cell that reaches from the row `first` down to the last row that is written."""
        (left, right), last = cell.columns, self.next - 1
        style = self._style(cell)
        if (first, left) != (last, right):
            self._sheet.merge_range(first, left, last, right, "", style)
        self._put(first, left, cell.content, style)

    def formula(self, cell: Cell, row: int, formula: str) -> None:
        """Have a cell that is written already compute what it shows."""
        self._sheet.write_formula(row, cell.columns.first, formula, self._style(cell), cell.content)

    def _style(self, cell: Cell) -> Format:
        quoted = isinstance(cell.content, str) and is_active(cell.content)
        return self._format(cell.look, quoted)

    def _put(self, row: int, column: int, content: Content, style: Format) -> None:
        if content is None or content == "":
            self._sheet.write_blank(row, column, None, style)
        elif isinstance(content, str):
            if not fits(content):
                raise InputRefused(_too_long(row, column, content))
            self._sheet.write_string(row, column, content, style)
        else:
            self._sheet.write_number(row, column, content, style)


def _too_long(row: int, column: int, text: str) -> str:
    return (
        f"Teks “{text[:40]}…” untuk sel {address(row + 1, column + 1)} terlalu panjang"
        " bagi satu sel Excel; pendekkan dahulu."
    )


def _properties(look: Look, quoted: bool) -> dict[str, Any]:
    return {
        **FONT,
        "font_size": look.size,
        "bold": look.bold,
        "align": _ALIGN[look.align],
        "valign": "vcenter" if look.middle else "top",
        "border": int(look.ruled),
        "indent": int(look.ruled and look.align != CENTRE and not look.number),
        "quote_prefix": quoted,
        **({"bg_color": GROUND} if look.ground else {}),
        **({"num_format": look.number, "shrink": True} if look.number else {"text_wrap": True}),
    }


def cells(columns: Iterable[Columns], contents: Iterable[Content], looks: Iterable[Look]) -> list[Cell]:
    """Return cells side by side."""
    return [Cell(*of) for of in zip(columns, contents, looks, strict=True)]

"""What a spreadsheet holds, whatever file it came from: sheets of cells with exact values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias

from renaksi_desktop.domain.errors import InputRefused

MAX_ROWS: Final = 1_048_576
MAX_COLUMNS: Final = 16_384
"""What Excel 2007 and later have (Excel specifications and limits)."""
MAX_CELL_TEXT: Final = 32_767
"""Characters that one cell of Excel holds."""

Value: TypeAlias = str | int | Decimal | date | bool
"""A text without blanks around it and never empty, an exact number, a day, or a truth value.

A number that the sheet shows in percent is what it shows: 82.5 for 0.825 with the format 0.0%.
"""


class SheetRefused(InputRefused):
    """A file is no spreadsheet that can be read; nothing was taken from it."""


class Sheet(NamedTuple):
    """A sheet by the cells that hold something: row -> column -> value, both from 1 and ascending."""

    name: str
    rows: Mapping[int, Mapping[int, Value]]
    uncalculated: int = 0
    """Formulas that no program has calculated yet: their cells hold nothing."""


class Problem(NamedTuple):
    """What of a spreadsheet was not taken over: where it stands ("B7", "Baris 7" or nothing), and why."""

    sheet: str
    at: str
    reason: str

    def __str__(self) -> str:
        place = "!".join(filter(None, (self.sheet, self.at)))
        return f"{place}: {self.reason}" if place else self.reason


def address(row: int, column: int) -> str:
    """Return how spreadsheets name a cell, "B7" for row 7 of column 2."""
    return f"{column_letters(column)}{row}"


def column_letters(column: int) -> str:
    """Return how spreadsheets name a column: "A" for 1, "Z" for 26, "AA" for 27.

    >>> [column_letters(column) for column in (1, 26, 27, 702, 703, 16_384)]
    ['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

"""The rows of a sheet as lines of a budget: at which level, with which code, name and amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from renaksi_desktop.domain.numerals import NumberRefused
from renaksi_desktop.domain.plan import Gaya
from renaksi_desktop.spreadsheets.budget.cells import BLOCKED, Cells, amount, is_amount, marker, name, short, text
from renaksi_desktop.spreadsheets.budget.headings import (
    PageHead,
    begins_foot,
    is_note,
    is_place,
    is_whole,
    sum_title,
)
from renaksi_desktop.spreadsheets.budget.levels import Code, Level
from renaksi_desktop.spreadsheets.budget.mapping import Kind, Mapping, Role
from renaksi_desktop.spreadsheets.budget.money import written
from renaksi_desktop.spreadsheets.budget.row_codes import RowCodes
from renaksi_desktop.spreadsheets.sheet import Problem, Sheet, address

_LIKE_CODE: Final = re.compile(r"(?=.*\d)\S{1,30}|\S{1,3}")
"""What stands in a column of codes and may be meant as one, other than a sentence."""


class Line(NamedTuple):
    """One row of a budget. Without a `level` it only goes on with the name of the row before.

    `jumlah` is in rupiah. `below_head` says that a page begins between this row and the one before.
    """

    row: int
    level: Level | None
    code: Code
    nama: str
    jumlah: Decimal | None
    below_head: bool = False


class Total(NamedTuple):
    """What a file itself states as its sum: what it calls it, how much rupiah, and in which row."""

    title: str
    rupiah: Decimal
    row: int


class Lines:
    """Reads a sheet row by row, once, and keeps what was found beside the lines."""

    def __init__(self, sheet: Sheet, mapping: Mapping, gaya: Gaya) -> None:
        """Begin; the problems write rupiah in a style."""
        self.problems: Final[list[Problem]] = []
        self.totals: Final[list[Total]] = []
        self.blocked: Final[list[int]] = []
        """The rows marked as blocked."""
        self._sheet, self._mapping, self._gaya = sheet, mapping, gaya
        self.codes: Final = RowCodes(sheet, mapping)
        self._amounts = mapping.column(Role.JUMLAH)
        self._head = PageHead(sheet, mapping.first_row)
        self._below_head = self._in_foot = False
        self._follows = False
        """Whether nothing stands between the last row with a code and this one."""

    def __iter__(self) -> Iterator[Line]:
        for row, cells in self._sheet.rows.items():
            if row >= self._mapping.first_row and cells and (line := self._line(row, cells)):
                self._below_head = self._in_foot = False
                yield line

    def _line(self, row: int, cells: Cells) -> Line | None:
        if self._head.repeated(cells):
            self._below_head, self._in_foot = True, False
            return None
        if self.codes.is_detail(cells):
            return Line(row, Level.RINCIAN, {}, "", self._amount(row, cells), self._below_head)
        if found := self.codes.of(row, cells):
            return self._coded(row, cells, *found)
        return None if self._passed_over(row, cells) else self._uncoded(row, cells)

    def _passed_over(self, row: int, cells: Cells) -> bool:
        """Say whether a row holds no part of the budget; a sum of the whole is kept."""
        if (title := sum_title(cells)) is not None:
            columns = sorted(cells, key=lambda column: (column != self._amounts, column))
            found = [value for column in columns if (value := self._read(row, column, cells)) is not None]
            if found and is_whole(title):
                self.totals.append(Total(title, found[0], row))
            return True
        if is_place(cells):
            return True
        if self._amounts is not None and is_amount(cells.get(self._amounts)):
            return False
        self._in_foot = self._in_foot or begins_foot(cells)
        return self._in_foot or is_note(cells)

    def _coded(self, row: int, cells: Cells, found: Code, column: int) -> Line:
        self._follows = True
        return Line(row, max(found), found, self._name(cells, column), self._amount(row, cells), self._below_head)

    def _uncoded(self, row: int, cells: Cells) -> Line | None:
        """A detail, the rest of the name above, or nothing that is known."""
        follows, self._follows = self._follows, False
        said, jumlah = self._name(cells, 0), self._amount(row, cells)
        level = self._marked(cells)
        beside = next((text(cells[column]) for column in self.codes.columns if column in cells), "")
        if level is None and _LIKE_CODE.fullmatch(beside):
            self._refuse(row, cells, jumlah)
        elif jumlah is not None or level is not None or self.codes.last is Level.AKUN:
            return Line(row, level or Level.RINCIAN, {}, said, jumlah, self._below_head)
        elif follows and said and not beside and self._mapping.kind is Kind.RKK:
            return Line(row, None, {}, said, None, self._below_head)
        else:
            self._refuse(row, cells, jumlah)
        return None

    def _marked(self, cells: Cells) -> Level | None:
        marks = (marker(value) for value in cells.values() if isinstance(value, str))
        return next((level for level in marks if level is not None), None)

    def _refuse(self, row: int, cells: Cells, jumlah: Decimal | None) -> None:
        where = next((column for column in (*self.codes.columns, *cells) if column in cells), 1)
        lost = "" if jumlah is None else f"; jumlahnya {written(jumlah, self._gaya)} tidak dihitung"
        reason = f"Baris “{short(text(cells[where]))}” tidak dikenali sebagai bagian anggaran{lost}."
        self.problems.append(Problem(self._sheet.name, address(row, where), reason))

    def _name(self, cells: Cells, code_column: int) -> str:
        """Return the name of a row: in its column, or the first text between the code and the amount."""
        own = self._mapping.column(Role.NAMA)
        if own is not None and (said := _as_name(cells.get(own))):
            return said
        if self._mapping.kind is Kind.FLAT:
            return ""
        end = self._amounts or max(cells) + 1
        between = (_as_name(value) for column, value in cells.items() if code_column < column < end)
        return next(filter(None, between), "")

    def _amount(self, row: int, cells: Cells) -> Decimal | None:
        column = self._amounts
        if column is None:
            return None
        if BLOCKED in cells.values() or BLOCKED in text(cells.get(column)):
            self.blocked.append(row)
        found = self._read(row, column, cells)
        if found is None and self._mapping.kind is Kind.RKK and is_amount(cells.get(column + 1)):
            found = self._read(row, column + 1, cells)  # real exports shift it there in some rows
        return found

    def _read(self, row: int, column: int, cells: Cells) -> Decimal | None:
        try:
            found = amount(cells.get(column))
        except NumberRefused as reason:
            self.problems.append(
                Problem(self._sheet.name, address(row, column), f"Jumlah tidak terbaca: {reason}")
            )
            return None
        return None if found is None else found * self._mapping.satuan


def _as_name(value: object) -> str:
    return name(value) if isinstance(value, str) and marker(value) is None else ""

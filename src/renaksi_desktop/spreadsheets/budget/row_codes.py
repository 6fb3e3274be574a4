"""The code of a row of a budget, in whatever columns it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from renaksi_desktop.spreadsheets.budget.cells import Cells, text
from renaksi_desktop.spreadsheets.budget.levels import CODED, Code, Level, code, foreign, latin
from renaksi_desktop.spreadsheets.budget.mapping import Kind, Mapping, Role
from renaksi_desktop.spreadsheets.sheet import Sheet, address


class RowCodes:
    """Reads the codes of a sheet from row to row, since the rows above say what two letters mean."""

    def __init__(self, sheet: Sheet, mapping: Mapping) -> None:
        self.columns: Final = mapping.code_columns()
        self.foreign: Final[dict[str, str]] = {}
        """The codes with letters that only look Latin, as they were read, and where each stands first."""
        self.last: Level | None = None
        """The level of the last row that has a code."""
        self._sheet, self._mapping = sheet, mapping
        self._short_programs = False
        """Whether a program was written as its two letters only."""

    def of(self, row: int, cells: Cells) -> tuple[Code, int] | None:
        """Return the parts of the code of a row, whatever columns they are in, and the last of these columns."""
        found: dict[Level, str] = {}
        last = 0
        for column, levels in self._code_cells(cells):
            written = latin(text(cells[column]))
            if parts := code(written, self._possible(levels, written, row, column)):
                found.update(parts)
                last = column
                if foreign(text(cells[column])):
                    self.foreign.setdefault(written, address(row, column))
        found = self._up_to_level(cells, found)
        if not found:
            return None
        self.last = max(found)
        return found, last

    def _code_cells(self, cells: Cells) -> Iterator[tuple[int, tuple[Level, ...]]]:
        """Yield the cells that may hold a code. In RKK it may stand beside its own column, where that is blank."""
        present = [(column, levels) for column, levels in self.columns.items() if column in cells]
        if not present and self._mapping.kind is Kind.RKK:
            names = self._mapping.column(Role.NAMA) or max(self.columns, default=1) + 2
            named = any(isinstance(value, str) for column, value in cells.items() if column >= names)
            present = [(column, CODED) for column in cells if named and column < names][:1]
        yield from present

    def _possible(self, levels: tuple[Level, ...], written: str, row: int, column: int) -> tuple[Level, ...]:
        """Return the levels a code may end at: two letters are a Sub Komponen below a Komponen, else a program.

        Where programs are written as two letters, those that a kegiatan follows are one.
        """
        if not (len(written) == 2 and written.isalpha() and {Level.PROGRAM, Level.SUBKOMPONEN} <= set(levels)):
            return levels
        program = self.last is None or self.last < Level.KOMPONEN
        if not program and self._short_programs:
            following = latin(text(self._sheet.rows.get(row + 1, {}).get(column)))
            program = code(following, (Level.KEGIATAN,)) is not None
        self._short_programs = self._short_programs or program
        return tuple(level for level in levels if level is not (Level.SUBKOMPONEN if program else Level.PROGRAM))

    def is_detail(self, cells: Cells) -> bool:
        """Say whether a row itself states a level below the akun, whose code it then has as well."""
        stated = self._stated(cells)
        return stated is not None and stated > Level.AKUN

    def _up_to_level(self, cells: Cells, found: dict[Level, str]) -> dict[Level, str]:
        """Leave out what is deeper than the level that the row itself states."""
        stated = self._stated(cells)
        return found if stated is None else {level: part for level, part in found.items() if level <= stated}

    def _stated(self, cells: Cells) -> int | None:
        column = self._mapping.column(Role.TINGKAT)
        stated = text(cells.get(column)) if column else ""
        return int(stated) if re.fullmatch("[0-9]{1,2}", stated) else None

"""The formulas of the kertas kerja: from titles of columns to the cells of a workbook."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from renaksi_desktop.domain.kode import SHAPES
from renaksi_desktop.domain.plan import Node
from renaksi_desktop.spreadsheets.kertas_kerja.columns import Column, Table
from renaksi_desktop.spreadsheets.kertas_kerja.tables import TABLES, path_title
from renaksi_desktop.spreadsheets.sheet import column_letters

FIRST_ROW: Final = 2
ROW: Final = "{row}"
"""Stands for the number of a row."""
_NAMED: Final = re.compile(r"(\w*)\[([^]]+)\]")
_BY_TITLE: Final = {table.title: table for table in TABLES}


class Formulas:
    """Knows how far down each sheet reaches: `last_rows` by the titles of the sheets."""

    def __init__(self, last_rows: Mapping[str, int]) -> None:
        self._last_rows: Final = last_rows

    def whole(self, formula: str) -> str:
        """Return a formula about whole columns."""
        return f"={self._cells(formula, None)}"

    def in_rows(self, table: Table, column: Column) -> str:
        """Return the formula of a column, with `ROW` for the row; it is blank in a row that names nothing."""
        key = _cell(table, key_of(table).title)
        return f'=IF({key}="","",{self._cells(column.formula, table)})'

    def listed(self, kind: type[Node]) -> str:
        """Return a formula that gives the cells with the names of all nodes of a type, for a drop-down list."""
        table = next(table for table in TABLES if table.levels[-1] is kind)
        paths = (column for column in table.columns if column.title == path_title(kind))
        cells = self._column(table, next(paths, key_of(table)).title)
        return f'=OFFSET({cells.partition(":")[0]},0,0,MAX(1,COUNTIF({cells},"?*")),1)'

    def _cells(self, formula: str, table: Table | None) -> str:
        """Return a formula with cells in the place of titles, those of its own row on the sheet of `table`."""

        def cells(match: re.Match[str]) -> str:
            sheet, title = match.groups()
            return _cell(table, title) if table and not sheet else self._column(_BY_TITLE[sheet], title)

        return _NAMED.sub(cells, formula)

    def _column(self, table: Table, title: str) -> str:
        letters = column_letters(_place(table, title))
        return f"{table.title}!${letters}${FIRST_ROW}:${letters}${self._last_rows[table.title]}"


def key_of(table: Table) -> Column:
    """Return the column without which a row of a sheet names nothing."""
    kind = table.levels[-1]
    return table.find(kind, "kode") if kind in SHAPES else table.columns[0]


def _cell(table: Table, title: str) -> str:
    return f"${column_letters(_place(table, title))}{ROW}"


def _place(table: Table, title: str) -> int:
    return next(place for place, column in enumerate(table.columns, 1) if column.title == title)

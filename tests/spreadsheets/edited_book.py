"""A kertas kerja as an officer changes it: cells by the title of their column, rows by what stands in them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Self

from tests.spreadsheets.workbooks import sheets_of

from renaksi_desktop.domain.comparison import compare
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.interchange import read_json
from renaksi_desktop.resources import SAMPLE
from renaksi_desktop.spreadsheets.kertas_kerja.reader import read_kertas_kerja
from renaksi_desktop.spreadsheets.kertas_kerja.writer import write_kertas_kerja
from renaksi_desktop.spreadsheets.sheet import Sheet, Value
from renaksi_desktop.spreadsheets.taken import Taken

Cells = dict[int, Value]


@cache
def jember() -> Plan:
    """The sample plan."""
    return read_json(SAMPLE.read_bytes())


@cache
def _written(plan: Plan) -> tuple[Sheet, ...]:
    return sheets_of(write_kertas_kerja(plan))


class Book:
    """The sheets of a plan's kertas kerja, to be changed and read again onto that plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.sheets = {
            sheet.name: {row: dict(cells) for row, cells in sheet.rows.items()} for sheet in _written(plan)
        }

    def column(self, sheet: str, title: str) -> int:
        """Return where a column stands, wherever its head is."""
        return next(
            column for cells in self.sheets[sheet].values() for column, value in cells.items() if value == title
        )

    def row(self, sheet: str, **texts: Value) -> int:
        """Return the first row with these values; a title is written with _ for its blanks."""
        wanted = {self.column(sheet, title.replace("_", " ")): value for title, value in texts.items()}
        return next(row for row, cells in self.sheets[sheet].items() if wanted.items() <= cells.items())

    def put(self, sheet: str, row: int, title: str, value: Value | None) -> Self:
        """Type a value into a cell, or clear it with None."""
        cells = self.sheets[sheet].setdefault(row, {})
        cells.pop(column := self.column(sheet, title), None)
        if value is not None:
            cells[column] = value
        return self

    def type_row(self, sheet: str, row: int, **values: Value) -> Self:
        """Type values into a row."""
        for title, value in values.items():
            self.put(sheet, row, title.replace("_", " "), value)
        return self

    def clear(self, sheet: str, row: int, *kept: str) -> Self:
        """Clear a row but for the columns that are kept."""
        columns = {self.column(sheet, title) for title in kept}
        self.sheets[sheet][row] = {c: value for c, value in self.sheets[sheet][row].items() if c in columns}
        return self

    def last(self, sheet: str) -> int:
        """Return the first row below all others."""
        return max(self.sheets[sheet]) + 1

    def read(self, onto: Plan | None = None) -> Taken:
        """Read all sheets onto the plan they were written from, or onto another."""
        return read_kertas_kerja(self.as_sheets(), self.plan if onto is None else onto)

    def as_sheets(self) -> list[Sheet]:
        """Return the sheets with their rows in order."""
        return [Sheet(name, dict(sorted(rows.items()))) for name, rows in self.sheets.items()]

    def changes(self) -> list[str]:
        """Return what an officer is told of the changes; nothing must have been misunderstood."""
        taken = self.read()
        assert taken.problems == ()
        return [str(line) for line in compare(self.plan, taken.plan)]


def told(taken: Taken) -> list[str]:
    """Return the problems as they are listed."""
    return list(map(str, taken.problems))


def by_name(sheets: Iterable[Sheet]) -> dict[str, Sheet]:
    """Return sheets by their names."""
    return {sheet.name: sheet for sheet in sheets}

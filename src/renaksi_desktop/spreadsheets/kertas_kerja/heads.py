"""Where the sheets of the kertas kerja and their columns are, however they were moved since it was written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple, TypeAlias

from renaksi_desktop.domain.bulan import is_name
from renaksi_desktop.domain.fields import clean
from renaksi_desktop.domain.words import folded
from renaksi_desktop.spreadsheets.kertas_kerja.columns import Column, Table
from renaksi_desktop.spreadsheets.sheet import Problem, Sheet, Value, address

Tell: TypeAlias = Callable[[Problem], None]
"""Takes what is to be told about a cell."""

_ROWS_SEARCHED: Final = 30
"""Rows above a head, for whatever titles an office puts there."""
_CELLS_SEARCHED: Final = 200
_LONGEST_TITLE: Final = 60
_LEAST: Final = 2
"""Titles that make a row the head of a sheet whose name is known."""


class Row(NamedTuple):
    """A row by the columns that hold something."""

    sheet: str
    number: int
    cells: Mapping[Column, Value]
    places: Mapping[Column, int]

    def at(self, column: Column) -> str:
        """Return the address of the cell of a column; that of the row where the column is not there."""
        return address(self.number, self.places[column]) if column in self.places else f"Baris {self.number}"

    def problem(self, column: Column, reason: str) -> Problem:
        """Return a problem with the cell of a column."""
        return Problem(self.sheet, self.at(column), reason)


class Found(NamedTuple):
    """A sheet whose head was found in row `head`, with the place of each column that is there."""

    sheet: Sheet
    head: int
    places: Mapping[Column, int]
    problems: tuple[Problem, ...]

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the head."""
        by_place = {place: column for column, place in self.places.items()}
        for number, cells in self.sheet.rows.items():
            if number > self.head:
                known = {by_place[place]: value for place, value in cells.items() if place in by_place}
                yield Row(self.sheet.name, number, known, self.places)


def find(sheets: Sequence[Sheet], title: str, columns: Sequence[Column]) -> Found | None:
    """Return the sheet of this title, or else the only one that has all columns to be filled in; None for none."""
    named = [sheet for sheet in sheets if spelled(sheet.name) == title.casefold()]
    if found := _first(_found(sheet, columns, _LEAST) for sheet in named):
        return found
    needed = sum(column.typed for column in columns)
    alike = [found for sheet in sheets if (found := _found(sheet, columns, needed))]
    return alike[0] if len(alike) == 1 else None


def find_table(sheets: Sequence[Sheet], table: Table) -> Found | None:
    """Return the sheet of a table, None where there is none."""
    return find(sheets, table.title, table.columns)


def _first(candidates: Iterable[Found | None]) -> Found | None:
    return next(filter(None, candidates), None)


def _found(sheet: Sheet, columns: Sequence[Column], least: int) -> Found | None:
    """Return a sheet by the row that holds most titles, where there are at least as many that are filled in."""
    heads = [_head(sheet, number, cells, columns) for number, cells in islice(sheet.rows.items(), _ROWS_SEARCHED)]
    best = max(heads, key=lambda head: len(head.places), default=None)
    return best if best and sum(column.typed for column in best.places) >= min(least, len(columns)) else None


def _head(sheet: Sheet, number: int, cells: Mapping[int, Value], columns: Sequence[Column]) -> Found:
    places: dict[Column, int] = {}
    problems = []
    for place, value in islice(cells.items(), _CELLS_SEARCHED):
        column = _titled(value, columns)
        if column is not None and column in places:
            where = address(number, places[column])
            reason = f"Kolom “{column.title}” sudah ada di {where}; kolom ini tidak dibaca."
            problems.append(Problem(sheet.name, address(number, place), reason))
        elif column is not None:
            places[column] = place
    return Found(sheet, number, places, tuple(problems))


def _titled(value: Value, columns: Sequence[Column]) -> Column | None:
    """Return the column that a cell is the title of; a month may be named as months are: "Januari"."""
    if not isinstance(value, str) or len(value) > _LONGEST_TITLE:
        return None
    title = spelled(value)
    return next((column for column in columns if _is_title(title, column)), None)


def _is_title(title: str, column: Column) -> bool:
    return column.title.casefold() == title or (column.bulan > 0 and is_name(title, column.bulan))


def spelled(text: str) -> str:
    """Return a title or a name as those are compared: in small letters, without marks and surplus blanks."""
    return folded(clean(text))

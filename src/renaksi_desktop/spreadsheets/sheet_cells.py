"""The cells of one sheet of a workbook, row by row as they are parsed; gaps and empty cells leave nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from renaksi_desktop.spreadsheets.allowance import Allowance
from renaksi_desktop.spreadsheets.cell_values import day_of, numeric
from renaksi_desktop.spreadsheets.events import Row
from renaksi_desktop.spreadsheets.markup import Attributes
from renaksi_desktop.spreadsheets.number_format import Shown
from renaksi_desktop.spreadsheets.package import Package
from renaksi_desktop.spreadsheets.rich_text import RichText, plain
from renaksi_desktop.spreadsheets.sheet import MAX_COLUMNS, MAX_ROWS, Value

_DIGITS: Final = "0123456789"


class SheetCells:
    """Reads a sheet. What it says of its own size is not believed, and every row and cell may be missing."""

    def __init__(
        self, texts: Sequence[str], styles: Mapping[str, Shown], epoch: datetime, allowance: Allowance
    ) -> None:
        self.uncalculated = 0
        self._texts, self._styles, self._epoch, self._allowance = texts, styles, epoch, allowance
        self._columns = _Columns()
        self._rows: list[Row] = []
        self._number = self._column = 0
        self._cells: dict[int, Value] = {}
        self._type, self._shown = "n", Shown.NUMBER
        self._text = RichText()
        self._formula = False

    def read(self, package: Package, part: str) -> Iterator[tuple[int, list[Row]]]:
        """Read the sheet, and yield how many bytes of it were, with the rows that ended there."""
        starts = {"row": self._begin_row, "c": self._begin_cell, "f": self._begin_formula}
        reader = self._text.reader(starts, {"row": self._end_row, "c": self._end_cell})
        for length in package.read(part, reader):
            rows, self._rows = self._rows, []
            yield length, rows

    def _begin_row(self, attributes: Attributes) -> None:
        self._number = int(float(attributes["r"])) if "r" in attributes else self._number + 1
        if not 1 <= self._number <= MAX_ROWS:
            raise ValueError(self._number)
        self._column, self._cells = 0, {}

    def _begin_cell(self, attributes: Attributes) -> None:
        place = attributes.get("r")
        self._column = self._columns[place.rstrip(_DIGITS)] if place else self._column + 1
        self._type = attributes.get("t", "n")
        self._shown = self._styles.get(attributes.get("s", ""), Shown.NUMBER)
        self._formula = False
        self._text.begin()

    def _begin_formula(self, _: Attributes) -> None:
        self._formula = True

    def _end_cell(self) -> None:
        if text := self._text.raw():
            value = self._value(text)
            if value != "":
                self._cells[self._column] = value
        elif self._formula and self._type != "str":  # a calculated text may be empty
            self.uncalculated += 1

    def _end_row(self) -> None:
        if self._cells:
            columns = sorted(self._cells)
            values = [self._cells[column] for column in columns]
            self._allowance.cells.take(len(values))
            self._allowance.text.take(sum(len(value) for value in values if isinstance(value, str)))
            self._rows.append(Row(self._number, columns, values))

    def _value(self, text: str) -> Value:
        if self._type == "s":
            return self._texts[int(text)]
        if self._type == "n":
            return numeric(text, self._shown, self._epoch)
        if self._type == "b":
            return text.strip() in {"1", "true"}
        if self._type == "d":
            return day_of(text)
        return plain(text)  # a text, or an error such as #REF!


class _Columns(dict[str, int]):
    """The number of each column by its letters, worked out once."""

    def __missing__(self, letters: str) -> int:
        number = 0
        for letter in letters[:4]:
            number = number * 26 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter) + 1
        if not 1 <= number <= MAX_COLUMNS:
            raise ValueError(letters)
        self[letters] = number
        return number

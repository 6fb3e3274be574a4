"""What was found in a form before it is judged: its rows as they are written, each with the cell it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from renaksi_desktop.spreadsheets.form.heads import Cells, Outer
from renaksi_desktop.spreadsheets.form.shapes import shown
from renaksi_desktop.spreadsheets.sheet import Problem, Sheet, Value, address


class Line(NamedTuple):
    """A row of a sheet."""

    sheet: str
    number: int
    cells: Cells

    def text(self, column: int) -> str:
        """Return the text of a cell, blank where there is none."""
        return shown(self.cells[column]) if column in self.cells else ""

    def found(self, column: int) -> Found | None:
        return Found(self.cells[column], self, column) if column in self.cells else None

    def problem(self, reason: str, column: int = 0) -> Problem:
        """Return what is wrong with a cell, or with the first one of the row."""
        return Problem(self.sheet, address(self.number, column or min(self.cells)), reason)


class Found(NamedTuple):
    """A cell, and where it stands."""

    value: Value
    line: Line
    column: int

    def problem(self, reason: str) -> Problem:
        return self.line.problem(reason, self.column)


@dataclass(slots=True)
class FoundKontribusi:
    """A row of a nested table: the texts of RO, Komponen and SubKomponen, and two amounts."""

    line: Line
    texts: list[str]
    anggaran: Found | None
    jumlah: Found | None


@dataclass(slots=True)
class FoundIndikator:
    """A row of the table with its nested rows. `part` says that its text may go on from the Indikator above."""

    line: Line
    text: str
    head: Outer
    targets: Mapping[int, Found] = field(default_factory=dict)
    satuan: Found | None = None
    tahunan: Found | None = None
    anggaran: Found | None = None
    part: bool = False
    lines: list[FoundKontribusi] = field(default_factory=list)
    last: int = 0
    """How the last of its nested rows is numbered."""


@dataclass(slots=True)
class FoundSasaran:
    line: Line
    number: int | None
    text: str
    indikator: list[FoundIndikator] = field(default_factory=list)


@dataclass(slots=True)
class FoundForm:
    """The lines above the table, what is in it, its Total, and the lines below."""

    titles: list[Line] = field(default_factory=list)
    head: Outer | None = None
    sasaran: list[FoundSasaran] = field(default_factory=list)
    total: Found | None = None
    closing: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def lines(sheet: Sheet) -> Iterator[Line]:
    """Yield the rows of a sheet, in order."""
    for number, cells in sheet.rows.items():
        yield Line(sheet.name, number, cells)

"""Sheets made for the tests of the form: from a transcript, and from rows written down."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from itertools import count

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from renaksi_desktop.spreadsheets.sheet import Sheet, Value

Rows = dict[int, dict[int, Value]]


def opened(workbook: bytes, *, formulas: bool = False) -> Worksheet:
    """Return the first sheet of a workbook: its formulas, or the values that they carry."""
    sheet = openpyxl.load_workbook(io.BytesIO(workbook), data_only=not formulas).active
    assert isinstance(sheet, Worksheet)
    return sheet


def of_transcript(text: str) -> Sheet:
    """Return a Markdown text row by row: a table's row in its columns, any other line in the first."""
    rows: Rows = {}
    number = count(1)
    for line in map(str.strip, text.splitlines()):
        if re.fullmatch(r"[|-]+", line):
            continue
        row = next(number)
        cells = line[1:-1].split("|") if line.startswith("|") else [line.strip("*")]
        if filled := {column: cell.strip() for column, cell in enumerate(cells, 1) if cell.strip()}:
            rows[row] = dict(filled)
    return Sheet("Transkrip", rows)


def of_rows(*rows: Sequence[Value | None], name: str = "Lembar1") -> Sheet:
    """Return a sheet of rows whose cells begin in column A; None is an empty one."""
    return Sheet(name, {number: cells for number, row in enumerate(rows, 1) if (cells := _filled(row))})


def _filled(row: Iterable[Value | None]) -> dict[int, Value]:
    return {column: value for column, value in enumerate(row, 1) if value is not None}

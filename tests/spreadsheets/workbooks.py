"""Workbooks as the sheets that they hold."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl

from renaksi_desktop.spreadsheets.sheet import Sheet, Value


def sheets_of(data: bytes) -> tuple[Sheet, ...]:
    """Return what an .xlsx file holds."""
    book = openpyxl.load_workbook(BytesIO(data), data_only=True)
    return tuple(
        Sheet(page.title, {row: cells for row, line in enumerate(page.iter_rows(), 1) if (cells := _cells(line))})
        for page in book.worksheets
    )


def _cells(line: Any) -> dict[int, Value]:
    values = {cell.column: _value(cell.value) for cell in line if cell.value is not None}
    return {column: value for column, value in values.items() if value != ""}


def _value(value: Any) -> Value:
    if isinstance(value, str):
        return value.replace("_xFFFE_", "\ufffe").replace("_xFFFF_", "\uffff").strip()
    if isinstance(value, datetime | date):
        return date(value.year, value.month, value.day)
    return Decimal(format(value, ".15g")) if isinstance(value, float) else value

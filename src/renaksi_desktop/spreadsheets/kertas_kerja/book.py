"""The workbook that a kertas kerja is written into, and what its sheets need to know of each other."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.plan import Node, Plan
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.spreadsheets.cell_text import TextTooLong, fits
from renaksi_desktop.spreadsheets.kertas_kerja.columns import PATHS, chains
from renaksi_desktop.spreadsheets.kertas_kerja.formulas import FIRST_ROW, Formulas
from renaksi_desktop.spreadsheets.kertas_kerja.page import Page
from renaksi_desktop.spreadsheets.kertas_kerja.styles import Styles
from renaksi_desktop.spreadsheets.kertas_kerja.tables import TABLES
from renaksi_desktop.spreadsheets.kertas_kerja.values import shown
from renaksi_desktop.spreadsheets.sheet import Value

SPARE: Final = 100
"""Rows below the last one that calculate and offer lists too, for what is added."""


class Book:
    """A workbook being made for a plan: `rows` are what the rows of each sheet are about."""

    def __init__(self, plan: Plan) -> None:
        self.plan: Final = plan
        self.totals: Final = Totals(plan)
        self.rows: Final = {table: tuple(chains(plan, table.levels, self.totals)) for table in TABLES}
        last_rows = {table.title: FIRST_ROW - 1 + len(rows) + SPARE for table, rows in self.rows.items()}
        self.formulas: Final = Formulas(last_rows)
        self._file = BytesIO()
        self._workbook: Any = xlsxwriter.Workbook(self._file, {"in_memory": True})
        self._styles = Styles(self._workbook)
        for kind in PATHS:
            self._workbook.define_name(list_of(kind), self.formulas.listed(kind))

    def page(self, title: str, widths: Sequence[int]) -> Page:
        """Add a sheet."""
        return Page(self._workbook, title, self._styles, widths)

    def shown(self, node: Node, field: str, value: Any) -> Value | None:
        """Return what a cell holds for a value of a field.

        Raises:
            TextTooLong: more than a cell can hold.
        """
        cell = shown(node, field, value)
        if isinstance(cell, str) and not fits(cell):
            raise TextTooLong(node, field, Index.of(self.plan))
        return cell

    def finished(self) -> bytes:
        """Return the file."""
        self._workbook.close()
        return self._file.getvalue()


def list_of(kind: type[Node]) -> str:
    """Return the name that the workbook has for the list of all nodes of a type."""
    return f"Daftar_{kind.__name__}"

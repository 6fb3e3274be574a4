"""A plan to the kertas kerja: a workbook of flat sheets, with drop-down lists, sums and protected ids."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from renaksi_desktop.domain.fields import FIELDS
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.plan import Node, Plan
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.spreadsheets.cell_text import TextTooLong, fits
from renaksi_desktop.spreadsheets.kertas_kerja import particulars
from renaksi_desktop.spreadsheets.kertas_kerja.columns import ID, JALUR, PATHS, Chain, Column, Table, chains
from renaksi_desktop.spreadsheets.kertas_kerja.formulas import FIRST_ROW, Formulas
from renaksi_desktop.spreadsheets.kertas_kerja.instructions import WIDTHS, write_instructions
from renaksi_desktop.spreadsheets.kertas_kerja.page import Page
from renaksi_desktop.spreadsheets.kertas_kerja.particulars import PARTICULARS, SUMS, Particular
from renaksi_desktop.spreadsheets.kertas_kerja.styles import Look, Styles, look_of, look_of_kind
from renaksi_desktop.spreadsheets.kertas_kerja.tables import PENGECUALIAN, TABLES, path_title
from renaksi_desktop.spreadsheets.kertas_kerja.values import LITERAL, shown
from renaksi_desktop.spreadsheets.sheet import Value

_SPARE: Final = 100
"""Rows below the last one that calculate and offer lists too, for what is added."""


def write_kertas_kerja(plan: Plan) -> bytes:
    """Return the plan as an .xlsx workbook (docs/format-kertas-kerja.md), from which it is read again as it is.

    Raises:
        TextTooLong: a text is longer than a cell.
    """
    return _Writer(plan).written()


class _Writer:
    def __init__(self, plan: Plan) -> None:
        self._plan, self._totals = plan, Totals(plan)
        self._file = BytesIO()
        self._workbook: Any = xlsxwriter.Workbook(self._file, {"in_memory": True})
        self._styles = Styles(self._workbook)
        self._rows = {table: tuple(chains(plan, table.levels, self._totals)) for table in TABLES}
        self._last = {table: FIRST_ROW - 1 + len(rows) for table, rows in self._rows.items()}
        self._formulas = Formulas({table.title: last + _SPARE for table, last in self._last.items()})

    def written(self) -> bytes:
        write_instructions(self._page("Petunjuk", WIDTHS), self._plan)
        self._particulars(self._page(particulars.SHEET, particulars.WIDTHS))
        for kind in PATHS:
            self._workbook.define_name(_list_of(kind), self._formulas.listed(kind))
        for table in TABLES:
            if table is not PENGECUALIAN or self._rows[table]:
                self._table(self._page(table.title, [column.width for column in table.columns]), table)
        self._workbook.close()
        return self._file.getvalue()

    def _page(self, title: str, widths: Sequence[int]) -> Page:
        return Page(self._workbook, title, self._styles, widths)

    def _table(self, page: Page, table: Table) -> None:
        columns, last = table.columns, self._last[table]
        printed = sum(column.field != ID and column.title != path_title(column.node) for column in columns)
        page.heads([column.title for column in columns], [look_of(column) for column in columns])
        for row, chain in enumerate(self._rows[table], FIRST_ROW):
            self._row(page, table, row, chain)
        for row in range(last + 1, last + 1 + _SPARE):
            self._derived(page, table, row, {})
        self._offers(page, table, last + _SPARE)
        page.hold(table.frozen)
        page.filtered(last + _SPARE, len(columns))
        page.printed(last, printed)
        page.protect()

    def _row(self, page: Page, table: Table, row: int, chain: Chain) -> None:
        cells = [self._cell(column, chain) for column in table.columns]
        _mark_blank(table, chain, cells)
        for number, (column, value) in enumerate(zip(table.columns, cells, strict=True), 1):
            if value is not None:
                page.put(row, number, value, look_of(column))
        self._derived(page, table, row, chain)

    def _cell(self, column: Column, chain: Chain) -> Value | None:
        """Return what a column holds by itself."""
        if column.derive is not None or (node := chain.get(column.node)) is None:
            return None
        if column.field == ID:
            return str(node.id)
        if column.field == JALUR:
            return PATHS[column.node].of(chain).strip() or None
        value = getattr(node, column.field)
        return self._shown(node, column.field, value[column.bulan - 1] if column.bulan else value)

    def _derived(self, page: Page, table: Table, row: int, chain: Chain) -> None:
        for number, column in enumerate(table.columns, 1):
            if column.derive is not None:
                value = column.derive(chain, self._totals) if column.node in chain else ""
                page.calculate(row, number, self._formulas.of(column.formula, table, row), value, look_of(column))

    def _offers(self, page: Page, table: Table, last_row: int) -> None:
        for number, column in enumerate(table.columns, 1):
            block = (FIRST_ROW, number), (last_row, number)
            if column.field == JALUR:
                page.offer(_list_of(column.node), *block)
            elif column.typed:
                page.choose(FIELDS[column.node][column.field].kind, *block)

    def _particulars(self, page: Page) -> None:
        looks = (Look.DERIVED, Look.DERIVED, Look.TEXT, Look.DERIVED)
        page.heads(particulars.TITLES, looks)
        for row, particular in enumerate(PARTICULARS, FIRST_ROW):
            self._around(page, row, (particular.part, particular.name, particular.note))
            page.put(row, 3, self._content(particular), look_of_kind(particular.kind), right=False)
            if particular.word is not None:
                page.choose_from(particulars.ANSWERS, (row, 3), (row, 3))
            else:
                page.choose(particular.kind, (row, 3), (row, 3))
        last = FIRST_ROW - 1 + len(PARTICULARS)
        for row, line in enumerate(SUMS, last + 1):
            self._around(page, row, (particulars.SUMS_PART, line.name, "dihitung"))
            formula = self._formulas.of(line.formula)
            page.calculate(row, 3, formula, line.derive(self._totals), Look.DERIVED_RUPIAH, right=False)
        page.hold(0)
        page.printed(last + len(SUMS), len(particulars.TITLES))
        page.protect()

    @staticmethod
    def _around(page: Page, row: int, texts: tuple[str, str, str]) -> None:
        for column, text in zip((1, 2, 4), texts, strict=True):
            page.put(row, column, text or None, Look.DERIVED)

    def _content(self, particular: Particular) -> Value | None:
        value = particular.value(self._plan)
        if particular.word is not None:
            return particulars.YES if particular.word in value else particulars.NO
        return self._shown(getattr(self._plan, particular.node.id), particular.field, value)

    def _shown(self, node: Node, field: str, value: Any) -> Value | None:
        cell = shown(node, field, value)
        if isinstance(cell, str) and not fits(cell):
            raise TextTooLong(node, field, Index.of(self._plan))
        return cell


def _list_of(kind: type[Node]) -> str:
    """Return the name that the workbook has for the list of all nodes of a type."""
    return f"Daftar_{kind.__name__}"


def _mark_blank(table: Table, chain: Chain, cells: list[Value | None]) -> None:
    """Let a row say that its node is there where nothing is filled in about it: a row without content is gone."""
    innermost = next(kind for kind in reversed(table.levels) if kind in chain)
    own = [table.columns.index(column) for column in table.content(innermost)]
    if all(cells[place] is None for place in own):
        cells[own[0]] = LITERAL.format("")

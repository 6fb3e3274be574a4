"""A sheet of the kertas kerja with one row for each node, written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from renaksi_desktop.domain.fields import FIELDS
from renaksi_desktop.spreadsheets.kertas_kerja.book import SPARE, Book, list_of
from renaksi_desktop.spreadsheets.kertas_kerja.columns import ID, JALUR, PATHS, Chain, Column, Derived, Table
from renaksi_desktop.spreadsheets.kertas_kerja.formulas import FIRST_ROW, ROW
from renaksi_desktop.spreadsheets.kertas_kerja.page import Page
from renaksi_desktop.spreadsheets.kertas_kerja.styles import Look, look_of
from renaksi_desktop.spreadsheets.kertas_kerja.tables import path_title
from renaksi_desktop.spreadsheets.kertas_kerja.values import LITERAL
from renaksi_desktop.spreadsheets.sheet import Value


def write_table(book: Book, table: Table) -> None:
    """Add the sheet of a table with all its rows."""
    columns, rows = table.columns, book.rows[table]
    looks, derived = [look_of(column) for column in columns], _derived(book, table)
    page = book.page(table.title, [column.width for column in columns])
    page.heads([column.title for column in columns], looks)
    for row, chain in enumerate(rows, FIRST_ROW):
        for number, (value, look) in enumerate(zip(_cells(book, table, chain), looks, strict=True), 1):
            if value is not None:
                page.put(row, number, value, look)
    last = FIRST_ROW - 1 + len(rows)
    for row, chain in enumerate((*rows, *[{}] * SPARE), FIRST_ROW):
        for each in derived:
            value = each.derive(chain, book.totals) if each.column.node in chain else ""
            page.calculate(row, each.number, each.formula.replace(ROW, str(row)), value, each.look)
    _offer(page, columns, last + SPARE)
    page.hold(table.frozen)
    page.filtered(last + SPARE, len(columns))
    page.printed(last, sum(_is_printed(column) for column in columns))
    page.protect()


class _Calculated(NamedTuple):
    """A column that derives something: where it stands, its formula in every row, how it looks."""

    column: Column
    number: int
    formula: str
    derive: Derived
    look: Look


def _derived(book: Book, table: Table) -> list[_Calculated]:
    return [
        _Calculated(column, number, book.formulas.in_rows(table, column), column.derive, look_of(column))
        for number, column in enumerate(table.columns, 1)
        if column.derive is not None
    ]


def _cells(book: Book, table: Table, chain: Chain) -> list[Value | None]:
    """Return what each column holds by itself.

    A row says that its node is there also where nothing is filled in about it: a row without content is gone.
    """
    cells = [_cell(book, column, chain) for column in table.columns]
    innermost = next(kind for kind in reversed(table.levels) if kind in chain)
    content = [table.columns.index(column) for column in table.content(innermost)]
    if all(cells[place] is None for place in content):
        cells[content[0]] = LITERAL.format("")
    return cells


def _cell(book: Book, column: Column, chain: Chain) -> Value | None:
    node = chain.get(column.node)
    if column.derive is not None or node is None:
        return None
    if column.field == ID:
        return str(node.id)
    if column.field == JALUR:
        return PATHS[column.node].of(chain).strip() or None
    value = getattr(node, column.field)
    return book.shown(node, column.field, value[column.bulan - 1] if column.bulan else value)


def _offer(page: Page, columns: Sequence[Column], last_row: int) -> None:
    """Offer lists and hold numbers in their bounds, down to a row."""
    for number, column in enumerate(columns, 1):
        block = (FIRST_ROW, number), (last_row, number)
        if column.field == JALUR:
            page.offer(list_of(column.node), *block)
        elif column.typed:
            page.choose(FIELDS[column.node][column.field].kind, *block)


def _is_printed(column: Column) -> bool:
    return column.field != ID and column.title != path_title(column.node)

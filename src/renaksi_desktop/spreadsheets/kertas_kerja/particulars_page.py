"""The sheet Dokumen of the kertas kerja, written."""

from __future__ import annotations

from typing import Final

from renaksi_desktop.spreadsheets.kertas_kerja.book import Book
from renaksi_desktop.spreadsheets.kertas_kerja.formulas import FIRST_ROW
from renaksi_desktop.spreadsheets.kertas_kerja.page import Page
from renaksi_desktop.spreadsheets.kertas_kerja.particulars import (
    ANSWERS,
    NO,
    PARTICULARS,
    SHEET,
    SUMS,
    SUMS_PART,
    TITLES,
    YES,
    Particular,
)
from renaksi_desktop.spreadsheets.kertas_kerja.styles import Look, look_of_kind
from renaksi_desktop.spreadsheets.sheet import Value

_WIDTHS: Final = (18, 34, 64, 28)
_CONTENT: Final = TITLES.index("Isi") + 1


def write_particulars(book: Book) -> None:
    """Add the sheet with all its rows."""
    page = book.page(SHEET, _WIDTHS)
    page.heads(TITLES, (Look.DERIVED, Look.DERIVED, Look.TEXT, Look.DERIVED))
    for row, particular in enumerate(PARTICULARS, FIRST_ROW):
        _around(page, row, (particular.part, particular.name, particular.note))
        page.put(row, _CONTENT, _shown(book, particular), look_of_kind(particular.kind), right=False)
        if particular.word is None:
            page.choose(particular.kind, (row, _CONTENT), (row, _CONTENT))
        else:
            page.choose_from(ANSWERS, (row, _CONTENT), (row, _CONTENT))
    last = FIRST_ROW - 1 + len(PARTICULARS)
    for row, line in enumerate(SUMS, last + 1):
        _around(page, row, (SUMS_PART, line.name, "dihitung"))
        value = line.derive(book.totals)
        page.calculate(row, _CONTENT, book.formulas.whole(line.formula), value, Look.DERIVED_RUPIAH, right=False)
    page.hold(0)
    page.printed(last + len(SUMS), len(TITLES))
    page.protect()


def _around(page: Page, row: int, texts: tuple[str, str, str]) -> None:
    columns = [column for column in range(1, len(TITLES) + 1) if column != _CONTENT]
    for column, text in zip(columns, texts, strict=True):
        page.put(row, column, text or None, Look.DERIVED)


def _shown(book: Book, particular: Particular) -> Value | None:
    value = particular.value(book.plan)
    if particular.word is None:
        return book.shown(getattr(book.plan, particular.node.id), particular.field, value)
    return YES if particular.word in value else NO

"""A plan to the kertas kerja: a workbook of flat sheets, with drop-down lists, sums and protected ids."""

from __future__ import annotations

from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.spreadsheets.kertas_kerja.book import Book
from renaksi_desktop.spreadsheets.kertas_kerja.instructions import write_instructions
from renaksi_desktop.spreadsheets.kertas_kerja.particulars_page import write_particulars
from renaksi_desktop.spreadsheets.kertas_kerja.table_page import write_table
from renaksi_desktop.spreadsheets.kertas_kerja.tables import PENGECUALIAN, TABLES


def write_kertas_kerja(plan: Plan) -> bytes:
    """Return the plan as an .xlsx workbook (docs/format-kertas-kerja.md), from which it is read again as it is.

    Raises:
        TextTooLong: a text is longer than a cell.
    """
    book = Book(plan)
    write_instructions(book)
    write_particulars(book)
    for table in TABLES:
        if table is not PENGECUALIAN or book.rows[table]:
            write_table(book, table)
    return book.finished()

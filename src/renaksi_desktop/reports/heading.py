"""The two rows of headings that begin the table on each page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from renaksi_desktop.reports.cells import CENTRE, Band, Cell, Row, row
from renaksi_desktop.reports.columns import Columns, Field, edges, headings
from renaksi_desktop.reports.sheet import Sheet

NO_AND_SASARAN: Final = ("NO.", "SASARAN KEGIATAN")


def head(sheet: Sheet, columns: Columns, fields: Sequence[Field]) -> tuple[Row, Row]:
    """Return both rows: TARGET stands above the months, every other heading is as high as the two together."""
    places = [columns.no, columns.sasaran, *columns.table]
    is_month = [False, False, *[field.is_month for field in fields]]
    cells = headings(places, [*NO_AND_SASARAN, *[field.heading for field in fields]], sheet.heading)
    first = is_month.index(True)
    behind = first + is_month.count(True)
    target = sheet.column((places[first].span[0], places[behind].span[0]), sheet.heading, CENTRE)
    whole = sheet.span
    above = sheet.band(edges([*places[:first], target, *places[behind:]]), top=whole, ground=whole)
    below = sheet.band(edges(places), top=target.span, below=whole, ground=whole)
    high = [_across_two_rows(cell, above) for cell in (*cells[:first], *cells[behind:])]
    return row(above, target.text("TARGET"), *high, keep=True), row(below, *cells[first:behind], keep=True)


def _across_two_rows(cell: Cell, band: Band) -> Cell:
    """Lower a heading to the middle of two rows of one line each."""
    return cell._replace(drop=band.padding + (2 - len(cell.lines)) * band.leading / 2)

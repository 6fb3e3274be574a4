"""The two rows of headings that begin the table on each page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from renaksi_desktop.domain.form_columns import CENTRE, NO_AND_SASARAN, Field
from renaksi_desktop.reports.cells import Band, Cell, Row, row
from renaksi_desktop.reports.columns import Columns, edges, headings
from renaksi_desktop.reports.sheet import Sheet


def head(sheet: Sheet, columns: Columns, fields: Sequence[Field]) -> tuple[Row, Row]:
    """Return both rows: TARGET stands above its columns, every other heading is as high as the two together."""
    places = [columns.no, columns.sasaran, *columns.table]
    above = ["", "", *[field.above for field in fields]]
    cells = headings(places, [*NO_AND_SASARAN, *[field.heading for field in fields]], sheet.heading)
    first = next(place for place, name in enumerate(above) if name)
    behind = first + sum(map(bool, above))
    groups = [list(group) for _, group in groupby(zip(above, places, strict=True), itemgetter(0))][1:-1]
    spans = [(group[0][1].span[0], group[-1][1].span[1]) for group in groups]
    shared = [sheet.column(span, sheet.heading, CENTRE) for span in spans]
    names = [column.unbroken(group[0][0]) for column, group in zip(shared, groups, strict=True)]
    whole, targets = sheet.span, (spans[0][0], spans[-1][1])
    upper = sheet.band(edges([*places[:first], *shared, *places[behind:]]), top=whole, ground=whole)
    lower = sheet.band(edges(places), top=targets, below=whole, ground=whole)
    beside = (*cells[:first], *cells[behind:])
    first_row, second_row = row(upper, *names, keep=True), row(lower, *cells[first:behind], keep=True)
    height = max(second_row.height, row(upper, *beside).height - first_row.height)
    second_row = second_row._replace(height=height)
    high = [_in_the_middle(cell, upper, first_row.height + height) for cell in beside]
    return first_row._replace(cells=(*first_row.cells, *high)), second_row


def _in_the_middle(cell: Cell, band: Band, height: float) -> Cell:
    """Lower a heading to the middle of rows of this height together."""
    return cell._replace(drop=(height - len(cell.lines) * band.leading) / 2 - band.padding)

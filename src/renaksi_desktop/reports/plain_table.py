"""A table of its own below others on a page: a head that is repeated where it continues, and rows with bars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from renaksi_desktop.domain.form_columns import CENTRE, LEFT
from renaksi_desktop.domain.totals import Sums
from renaksi_desktop.reports.around import GAP
from renaksi_desktop.reports.cells import Band, Bar, Mark, Row, row
from renaksi_desktop.reports.columns import edges, headings
from renaksi_desktop.reports.sheet import Sheet

INDENT: Final = 6.0
"""Points on A4 between a bar and the rules beside it."""


class Title(NamedTuple):
    """The heading of a column, its width (see `Sheet.divide`), and how the column is aligned."""

    text: str
    width: float
    align: float = CENTRE


class Entry(NamedTuple):
    """A row: its texts, a bar in the second column, and whether it heads the rows below it."""

    texts: Sequence[str]
    bar: Sums | None = None
    framed: bool = True
    heads: bool = False


class PlainTable:
    """Makes the rows of one table."""

    def __init__(self, sheet: Sheet, titles: Sequence[Title]) -> None:
        self._sheet: Final = sheet
        spans = sheet.divide(sheet.span, [title.width for title in titles])
        aligned = list(zip(spans, [title.align for title in titles], strict=True))
        self.columns: Final = [sheet.column(span, sheet.table, align) for span, align in aligned]
        self._bold: Final = [sheet.column(span, sheet.heading, align) for span, align in aligned]
        self.band: Final = sheet.band(edges(self.columns), top=sheet.span)
        cells = headings(self.columns, [title.text for title in titles], sheet.heading)
        self._head: Final = row(self._shaded(), *cells, keep=True)

    def begun(self, mark: Mark) -> Iterator[Row]:
        """Yield the gap above the table, where `mark` is, and its head."""
        height = GAP * self._sheet.unit
        yield Row(Band(height, 0.0), (), height, keep=True, marks=(mark,))
        yield self._head

    def rows(self, entries: Iterable[Entry], nothing: str) -> Iterator[Row]:
        """Yield the rows of entries, or one that says `nothing`; what heads others stays with the first one."""
        for entry in list(entries) or [Entry((nothing, *[""] * (len(self.columns) - 1)))]:
            columns = self._bold if entry.heads else self.columns
            cells = [
                column.text(text) if column.align == LEFT else column.unbroken(text)
                for column, text in zip(columns, entry.texts, strict=True)
            ]
            bars = (self.bar(1, entry.bar, framed=entry.framed),) if entry.bar else ()
            band = self._shaded() if entry.heads else self.band
            yield row(band, *cells, keep=entry.heads, lead=(self._head,))._replace(bars=bars)

    def bar(self, column: int, sums: Sums, *, framed: bool = True, drop: float = 0.0) -> Bar:
        """Return a bar in a column."""
        left, right = self.columns[column].span
        indent = INDENT * self._sheet.unit
        return Bar((left + indent, right - indent), sums, framed, drop)

    def _shaded(self) -> Band:
        return self.band._replace(ground=self._sheet.span)

"""The first table of an HTML text, as rows of what an officer would have typed.

Spreadsheets tell the exact number behind what a cell shows: `sdval` (LibreOffice) or `x:num` (Excel). It is taken
where the shown text is that number too, and not a percentage or a date, which are other numbers to a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from decimal import Context, Decimal, InvalidOperation
from typing import Final

from renaksi_desktop.domain import numerals
from renaksi_desktop.domain.errors import InputRefused
from renaksi_desktop.domain.fields import MAX_DIGITS, normal
from renaksi_desktop.interchange.markup import Attributes, Piece, attributes, pieces

MAX_SPAN: Final = 1_000
"""Columns or rows of one merged cell; what is claimed above it is not believed."""

MAX_COLUMNS: Final = 2_000
"""Columns of a table, more than the matrix of a large plan has."""

_BLOCKS: Final = frozenset({"p", "div", "li", "br"})
"""What begins another line within a cell."""

_SPREADSHEET: Final = Context(prec=MAX_DIGITS, traps=[InvalidOperation])
"""What a spreadsheet holds exactly: of 0,30000000000000004 it shows 0,3."""

_SPACE: Final = re.compile(r"[ \t\r\n]+")


def rows(html: str) -> Iterator[list[str]]:
    """Yield the rows of the first table, without what stands in a table inside a cell; none for no table.

    A merged cell stands in its first place, and the others it covers are blank.
    """
    table = _Table()
    for piece in pieces(html):
        table.take(piece)
        if table.is_over:
            break
    return table.rows()


class _Table:
    def __init__(self) -> None:
        self._rows: list[dict[int, str]] = []
        self._taken_until: dict[int, int] = {}
        """For the columns of merged cells that reach below their row: the row they end before."""
        self._column = 0
        self._depth = 0
        self.is_over = False
        self._cell: list[str] | None = None
        self._attributes: Attributes = {}

    def rows(self) -> Iterator[list[str]]:
        for row in self._rows:
            yield [row.get(column, "") for column in range(max(row, default=-1) + 1)]

    def take(self, piece: Piece) -> None:
        """Go on with another piece of the text."""
        if self._cell is not None and self._depth == 1:
            self._cell.append(_SPACE.sub(" ", piece.text))
        if piece.ends:
            self._end(piece.tag)
        elif piece.tag:
            self._start(piece.tag, piece.rest)

    def _start(self, tag: str, rest: str) -> None:
        if tag == "table":
            self._depth += 1
        elif self._depth != 1:
            return
        elif tag == "tr":
            self._end_cell()
            self._start_row()
        elif tag in ("td", "th") and self._rows:
            self._end_cell()
            self._cell, self._attributes = [], attributes(rest)
        elif tag in _BLOCKS and self._cell is not None:
            self._cell.append("\n")

    def _end(self, tag: str) -> None:
        if tag == "table" and self._depth:
            self._depth -= 1
        if self._depth <= 1 and tag in ("td", "th", "tr", "table"):
            self._end_cell()
        self.is_over = self._depth == 0 and bool(self._rows)

    def _start_row(self) -> None:
        self._rows.append({})
        self._column = 0

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        row = len(self._rows) - 1
        while self._taken_until.get(self._column, 0) > row:
            self._column += 1
        self._rows[row][self._column] = _typed("".join(self._cell), self._attributes)
        after = self._column + _span(self._attributes.get("colspan"))
        if after > MAX_COLUMNS:
            raise InputRefused(f"Yang ditempel lebih dari {MAX_COLUMNS} kolom.")
        if (height := _span(self._attributes.get("rowspan"))) > 1:
            self._taken_until.update(dict.fromkeys(range(self._column, after), row + height))
        self._column = after
        self._cell = None


def _typed(shown: str, attributes: Attributes) -> str:
    lines = (line.strip(" ") for line in shown.split("\n"))
    text = "\n".join(filter(None, lines))
    exact = attributes.get("sdval") or attributes.get("x:num")
    if not exact or "%" in text or not _is_number(text):
        return text
    with suppress(InvalidOperation, ValueError):  # the decimal mark is that of the program's language
        return numerals.exact(normal(_SPREADSHEET.plus(Decimal(exact.replace(",", ".")))))
    return text


def _is_number(text: str) -> bool:
    for single_is_thousands in (False, True):
        with suppress(numerals.NumberRefused):
            return numerals.parse(text, single_is_thousands=single_is_thousands) is not None
    return False


def _span(claimed: str | None) -> int:
    if not claimed or not claimed.isascii() or not claimed.isdigit() or len(claimed) > len(str(MAX_SPAN)):
        return 1
    return min(max(1, int(claimed)), MAX_SPAN)

"""A rectangle of cells on the clipboard, in the text and the HTML flavour that spreadsheets write and read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from contextlib import suppress
from decimal import Decimal
from html import escape
from typing import Final, NamedTuple, TypeAlias

from renaksi_desktop.domain.errors import InputRefused

MAX_CELLS: Final = 100_000
"""Five times the months of the largest plan, and still read in about a second."""

Block: TypeAlias = tuple[tuple[str, ...], ...]
"""Rows of texts, all of the same length; each text is what an officer would have typed."""


_HTML_HEAD: Final = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head>'
)
_AS_TEXT: Final = r"""sdnum="1033;0;@" x:str style="mso-number-format:'\@'\""""
"""Keeps LibreOffice and Excel from making a number of the kode 01, or a formula of what begins with "="."""


class Shown(NamedTuple):
    """A cell to copy: what it shows, and the number behind that where there is one."""

    text: str
    number: int | Decimal | None = None


def read(html: str, text: str) -> Block:
    """Return the cells of a clipboard that holds both flavours, or either; empty where it holds no cell.

    The first table of the HTML flavour is taken before the text flavour: it tells the exact number behind what is
    shown, and where a text of several lines ends.

    Raises:
        InputRefused: more than `MAX_CELLS`.
    """
    if html:
        from renaksi_desktop.interchange.html_table import rows  # not needed until a table is pasted

        if (found := _rectangle(rows(html))) and found[0]:
            return found
    return read_text(text)


def read_text(text: str) -> Block:
    """Return the cells of a text flavour; Excel puts a cell with line breaks in quotes.

    Raises:
        InputRefused: more than `MAX_CELLS`.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not text:
        return ()
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    quoted = csv.reader(io.StringIO(text, newline=""), csv.excel_tab, strict=True)
    with suppress(csv.Error):  # LibreOffice puts nothing in quotes, so that a quotation mark stands for itself
        return _rectangle(row or [""] for row in quoted)
    return _rectangle(line.split("\t") for line in text.split("\n"))


def write_text(cells: Iterable[Sequence[Shown]]) -> str:
    """Return the text flavour of some rows of cells."""
    lines = io.StringIO(newline="")
    csv.writer(lines, csv.excel_tab).writerows([cell.text for cell in row] for row in cells)
    return lines.getvalue()


def write_html(cells: Iterable[Sequence[Shown]]) -> str:
    """Return the HTML flavour, in which a number is exact whatever the language of the spreadsheet is."""
    rows = "".join(f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in cells)
    return f"{_HTML_HEAD}<body><table>{rows}</table></body></html>"


def _html_cell(cell: Shown) -> str:
    text = escape(cell.text).replace("\n", "<br>")
    if cell.number is None:
        return f"<td {_AS_TEXT}>{text}</td>" if text else "<td></td>"
    number = f"{Decimal(cell.number):f}"
    return f'<td align="right" sdval="{number}" sdnum="1033;" x:num="{number}">{text}</td>'


def _rectangle(rows: Iterable[Sequence[str]]) -> Block:
    """Fill up short rows with blanks."""
    found: list[Sequence[str]] = []
    width = 0
    for row in rows:
        found.append(row)
        width = max(width, len(row))
        if width * len(found) > MAX_CELLS:
            raise InputRefused(f"Yang ditempel lebih dari {MAX_CELLS} sel; tempellah sebagian demi sebagian.")
    return tuple((*row, *[""] * (width - len(row))) for row in found)

"""A CSV file to the rows of one sheet: `;`, `,` or tab; UTF-8, UTF-16 or Windows-1252; every cell is text."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from renaksi_desktop.spreadsheets import unfit
from renaksi_desktop.spreadsheets.allowance import Allowance
from renaksi_desktop.spreadsheets.events import Event, Row, Share, SheetBegins
from renaksi_desktop.spreadsheets.rich_text import tidy
from renaksi_desktop.spreadsheets.sheet import MAX_COLUMNS, MAX_ROWS, Value
from renaksi_desktop.spreadsheets.unfit import Unfit

_SEPARATORS: Final = ";\t,"
"""In the order of preference: Excel writes `;` where the decimal mark is a comma, as in Indonesia."""

_BYTE_ORDER_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_SAMPLE: Final = 2**16  # characters
_PIECE: Final = 2**20
_TELL_EVERY: Final = 500  # rows
_DECLARED: Final = "sep="
"""How a first line tells Excel the separator."""

csv.field_size_limit(2**20)  # far above a cell, and what a quote that is not closed can swallow


def events(data: bytes, name: str) -> Iterator[Event]:
    """Yield what a CSV file holds, as a sheet that has the name of the file.

    Raises:
        Unfit: no text, or too large; what was yielded before is then not to be used.
    """
    allowance = Allowance()
    encoding = _encoding(data)
    raw = io.BytesIO(data)
    with io.TextIOWrapper(raw, encoding, newline="") as text:
        separator, declared = _separator(text)
        allowance.marks.take(sum(data.count(mark) for mark in (separator.encode(), b"\n", b"\r")))
        yield SheetBegins(PurePath(name).stem)
        for number, cells in _rows(text, separator):
            if number > declared:
                yield from _row(number - declared, cells, allowance)
            if number % _TELL_EVERY == 0:
                yield Share(raw.tell(), len(data))


def _rows(text: io.TextIOWrapper, separator: str) -> Iterator[tuple[int, list[str]]]:
    text.seek(0)
    try:
        yield from enumerate(csv.reader(text, delimiter=separator), 1)
    except csv.Error:
        raise Unfit(unfit.OPEN_QUOTE) from None


def _row(number: int, cells: list[str], allowance: Allowance) -> Iterator[Event]:
    filled: dict[int, Value] = {column: cell for column, text in enumerate(cells, 1) if (cell := tidy(text))}
    if not filled:
        return
    if number > MAX_ROWS or max(filled) > MAX_COLUMNS:
        raise Unfit(unfit.TOO_LARGE)
    allowance.cells.take(len(filled))
    allowance.text.take(sum(map(len, cells)))
    yield Row(number, list(filled), list(filled.values()))


def _encoding(data: bytes) -> str:
    """Return the encoding that a file's first bytes tell, or in which all its bytes are text."""
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            candidates = [encoding]
            break
    else:
        candidates = ["utf-8", "cp1252"]
    for encoding in candidates:
        if _is_text(data, encoding):
            return encoding
    raise Unfit(unfit.OTHER)


def _is_text(data: bytes, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for begin in range(0, len(data), _PIECE):
            decoder.decode(data[begin : begin + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _separator(text: io.TextIOWrapper) -> tuple[str, int]:
    """Return what separates the cells, and 1 if the first line does nothing but tell it, else 0."""
    lines = text.read(_SAMPLE).splitlines()
    first = lines[0].strip(" ").lower() if lines else ""
    if first.startswith(_DECLARED) and len(first) == len(_DECLARED) + 1:
        return first[-1], 1
    return max(_SEPARATORS, key=lambda separator: _agreement(lines, separator)), 0


def _agreement(lines: list[str], separator: str) -> int:
    """Return how many of the lines have the number of cells that most have, of those with more than one cell."""
    widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=separator))
    return max((count for width, count in widths.items() if width > 1), default=0)

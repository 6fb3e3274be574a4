"""How many lines a text takes in a cell, since a spreadsheet makes no row high enough for its merged cells.

Widths are those of Arial, which Liberation Sans shares, in 1/1000 of the size. What draws the cell rounds every
letter to whole pixels in a way of its own, so a line is taken for somewhat shorter than it is.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from math import ceil
from typing import Final

_LETTERS: Final = {
    191: "'", 222: "ijl", 260: "|", 278: " !,./:;I[\\]ft", 333: "-()r`", 334: "{}", 355: '"', 389: "*", 469: "^",
    500: "ckJsvxyz", 556: "0123456789#$?L_abdeghnopqu", 584: "+<=>~", 611: "FTZ", 667: "&ABEKPSVXY",
    722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1015: "@",
}  # fmt: skip
_WIDTHS: Final = {letter: width for width, letters in _LETTERS.items() for letter in letters}
_UNKNOWN: Final = 1000
_BOLD: Final = 1.08
_SURE: Final = 0.95
"""Of a line's width, what is filled with text."""


def line_count(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """Return how many lines `text` takes at most between edges `width` points apart; an empty text takes none."""
    if not text:
        return 0
    room = _SURE * width * 1000 / size / (_BOLD if bold else 1)
    return sum(_paragraph(part, room) for part in text.split("\n"))


def _paragraph(text: str, room: float) -> int:
    """Fill lines greedily with words; a word wider than a line is broken anywhere."""
    lines, left, space = 1, room, _width(" ")
    for word in text.split():
        width = sum(map(_width, word))
        if width + space > left and left < room:
            lines, left = lines + 1, room
        if width > room:
            lines += ceil(width / room) - 1
            width %= room
        left -= width + space
    return lines


@lru_cache(maxsize=1 << 12)
def _width(letter: str) -> float:
    """Return the width of one letter; an accent takes none of its own."""
    if unicodedata.combining(letter):
        return 0
    return _WIDTHS.get(letter) or _WIDTHS.get(unicodedata.normalize("NFKD", letter)[0], _UNKNOWN)

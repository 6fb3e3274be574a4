"""Text measured with a font's own advance widths and broken into lines that fit a width.

Text is never markup: every character is one glyph. Lines break at spaces and at the line breaks of the text;
a word wider than the line breaks behind a mark (`/`, `-`, ...) where it has one, else between two letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

ELLIPSIS: Final = "…"

_SPACES: Final = re.compile("[ \t]+")  # a no-break space is no place to break
_MARKS: Final = " /-_.,;:)"


class Face:
    """A typeface: the name by which it is drawn, and advance widths in 1/1000 of the size.

    `missing` is the width of the box that stands for a character the typeface lacks.
    """

    def __init__(self, name: str, advances: Mapping[int, float], missing: float) -> None:
        self.name: Final = name
        self._advances: Final = advances
        self._missing: Final = missing
        self.advance: Final = lru_cache(maxsize=1 << 16)(self._advance)

    def _advance(self, text: str) -> float:
        get, missing = self._advances.get, self._missing
        return sum([get(ord(letter), missing) for letter in text])


class Style(NamedTuple):
    """A typeface at a size, in lines `leading` apart (both in points)."""

    face: Face
    size: float
    leading: float

    def width(self, text: str) -> float:
        """Return the width of `text` on one line, in points."""
        return self.face.advance(text) * self.size / 1000

    def wrap(self, text: str, width: float) -> tuple[str, ...]:
        """Break `text` into lines at most `width` points wide; an empty text has no lines."""
        if not text:
            return ()
        room = width * 1000 / self.size
        return tuple(line for part in text.split("\n") for line in _lines(self.face, part, room))

    def shorten(self, text: str, width: float) -> str:
        """Return `text`, or as much of its beginning as fits `width` points with an ellipsis behind it."""
        room = width * 1000 / self.size
        if self.face.advance(text) <= room:
            return text
        room -= self.face.advance(ELLIPSIS)
        return text[: _fitting(self.face, text, room)].rstrip() + ELLIPSIS


def _lines(face: Face, text: str, room: float) -> Iterator[str]:
    """Fill lines greedily with the words of one paragraph; an empty paragraph is one empty line."""
    space = face.advance(" ")
    line: list[str] = []
    left = room
    for word in _SPACES.split(text):
        width = face.advance(word)
        if width > room:
            *full, word = _pieces(face, " ".join([*line, word]), room)
            yield from full
            line, left = [word], room - face.advance(word)
        elif line and space + width > left:
            yield " ".join(line)
            line, left = [word], room - width
        else:
            left -= width + (space if line else 0)
            line.append(word)
    yield " ".join(line)


def _pieces(face: Face, text: str, room: float) -> Iterator[str]:
    """Break a line that ends with a word wider than any line, at least one letter to a piece."""
    while (fitting := _fitting(face, text, room)) < len(text):
        marked = max(text.rfind(mark, 1, fitting) for mark in _MARKS) + 1
        end = marked or max(1, fitting)
        yield text[:end].rstrip()
        text = text[end:].lstrip()
    yield text


def _fitting(face: Face, text: str, room: float) -> int:
    """Return how many letters from the beginning of `text` fit."""
    for count, letter in enumerate(text):
        room -= face.advance(letter)
        if room < 0:
            return count
    return len(text)

"""Text measured with a font's own advance widths and broken into lines that fit a width.

Text is never markup: every character is one glyph, and one that the typeface lacks is a box. Lines break at
spaces and at the line breaks of the text; a word wider than the line breaks behind a mark (`/`, `-`, ...) where
it has one, else between two letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

ELLIPSIS: Final = "…"
BOX: Final = "□"
"""Stands for a character that the typeface lacks, and for one that would turn the order of what is read."""

_NOTHING: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff")
"""Hints to a program that breaks or shapes text, often copied along unseen: they print as nothing."""

_SPACES: Final = re.compile("[ \t]+")  # a no-break space is no place to break
_MARKS: Final = " /-_.,;:)"


class Face:
    """A typeface: the name by which it is drawn, and advance widths in 1/1000 of the size, by letter."""

    def __init__(self, name: str, advances: Mapping[int, float]) -> None:
        self.name: Final = name
        self._advances: Final = {chr(code): advance for code, advance in advances.items()}
        self._letters: Final = frozenset(filter(_is_letter, self._advances))
        self.advance: Final = lru_cache(maxsize=1 << 16)(self._advance)

    def missing(self, text: str) -> str:
        """Return the characters of `text` that print as a box, each once, in the order of their numbers."""
        return "".join(sorted({*text} - self._letters - _NOTHING - {*"\n\t"}))

    def printable(self, text: str) -> str:
        """Return `text` in characters that the typeface has: a box for each that it lacks."""
        if self._letters.issuperset(text):
            return text
        kept = self._letters | {*"\n\t"}
        return "".join(letter if letter in kept else BOX for letter in text if letter not in _NOTHING)

    def _advance(self, text: str) -> float:
        get = self._advances.__getitem__
        return sum([get(letter) for letter in text])


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
        return tuple(
            line for part in self.face.printable(text).split("\n") for line in _lines(self.face, part, room)
        )

    def shorten(self, text: str, width: float) -> str:
        """Return `text`, or as much of its beginning as fits `width` points with an ellipsis behind it."""
        room = width * 1000 / self.size
        text = _SPACES.sub(" ", self.face.printable(text))
        if self.face.advance(text) <= room:
            return text
        room -= self.face.advance(ELLIPSIS)
        return text[: _fitting(self.face, text, room)].rstrip() + ELLIPSIS


def _is_letter(letter: str) -> bool:
    """Say whether a character may be printed: none of Unicode's controls, formats and unassigned ones may."""
    return not unicodedata.category(letter).startswith("C")


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

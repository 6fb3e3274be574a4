"""A text in a workbook's XML, which may be in parts of several looks (ISO 29500-1, 18.4.8, 18.3.1.53)."""

from __future__ import annotations

import re
from typing import Final

from renaksi_desktop.spreadsheets.markup import Attributes, Ends, Reader, Starts

_ESCAPE: Final = re.compile("_x([0-9A-Fa-f]{4})_")


class RichText:
    """Gathers what stands in the elements of texts and values, without phonetic hints."""

    def __init__(self) -> None:
        self._between_tags: list[str] = []
        self._parts: list[str] = []
        self._phonetic = False

    def reader(self, starts: Starts, ends: Ends) -> Reader:
        """Return a reader that hears of the text as well as of other elements."""
        own_starts: Starts = {"v": self._begin_part, "t": self._begin_part, "rPh": self._begin_phonetic}
        own_ends: Ends = {"v": self._end_part, "t": self._end_part, "rPh": self._end_phonetic}
        return Reader({**own_starts, **starts}, {**own_ends, **ends}, self._between_tags.append)

    def begin(self) -> None:
        """Have what follows belong to another text."""
        self._parts.clear()

    def raw(self) -> str:
        """Return the text as it was written."""
        return "".join(self._parts)

    def plain(self) -> str:
        """Return the text with its escapes read, one kind of line break, and no blanks around it."""
        return plain(self.raw())

    def _begin_part(self, _: Attributes) -> None:
        self._between_tags.clear()

    def _end_part(self) -> None:
        if not self._phonetic:
            self._parts += self._between_tags

    def _begin_phonetic(self, _: Attributes) -> None:
        self._phonetic = True

    def _end_phonetic(self) -> None:
        self._phonetic = False


def plain(text: str) -> str:
    """Return a text with its escapes read (ST_Xstring), one kind of line break, and no blanks around it."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
        # A character outside the BMP is two escapes, and half of one is no character.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return tidy(text)


def tidy(text: str) -> str:
    """Return a text with one kind of line break, and no blanks around it."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.strip()

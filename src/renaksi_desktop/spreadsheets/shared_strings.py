"""The table of a workbook that holds each text once (ISO 29500-1, 18.4)."""

from __future__ import annotations

from collections.abc import Iterator

from renaksi_desktop.spreadsheets.allowance import Allowance
from renaksi_desktop.spreadsheets.package import Package
from renaksi_desktop.spreadsheets.rich_text import RichText


class SharedStrings:
    """The texts of a table by their number; an empty one is the empty text."""

    def __init__(self, allowance: Allowance) -> None:
        self.texts: list[str] = []
        self._allowance = allowance
        self._text = RichText()

    def read(self, package: Package, part: str) -> Iterator[int]:
        """Read the table, and yield how many bytes of it were, piece by piece."""
        starts = {"si": lambda _: self._text.begin()}
        return package.read(part, self._text.reader(starts, {"si": self._end}))

    def _end(self) -> None:
        text = self._text.plain()
        self._allowance.text.take(len(text))
        self.texts.append(text)

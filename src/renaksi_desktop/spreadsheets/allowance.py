"""How much of a spreadsheet is read at most: far above any budget, and within seconds and 300 MiB of memory."""

from __future__ import annotations

from typing import Final

from renaksi_desktop.spreadsheets.unfit import TOO_LARGE, Unfit

MAX_MEMBERS: Final = 2_000
"""Parts of a workbook; one of a hundred sheets, each with drawing and notes, has about 500."""

MAX_UNPACKED: Final = 128 * 2**20
"""Bytes of all parts together; a sheet of 20,000 x 20 cells has 20 MiB, a million formatted empty rows 70 MiB."""

MAX_FORMATS: Final = 5_000
"""Number formats that a workbook spells out; Excel itself makes about 250."""

MAX_RATIO: Final = 250
"""Unpacked over packed bytes of a part; a million empty rows reach 50, deflate ends at 1,032."""

MAX_MARKS: Final = 4_500_000
"""Beginnings and ends of elements, and half as many as attributes, or separators of CSV: what costs time whether
or not it holds anything. A full cell has five or six, its text in the table of texts four, an empty row two to
four."""

MAX_CELLS: Final = 500_000
MAX_TEXT: Final = 20_000_000
"""Cells that hold something, and the characters in them, of all sheets together."""


class Meter:
    """Counts down from what is allowed."""

    def __init__(self, allowed: int) -> None:
        self._left = allowed

    def take(self, count: int) -> None:
        """Count something that costs time or memory.

        Raises:
            Unfit: more than is allowed.
        """
        self._left -= count
        if self._left < 0:
            raise Unfit(TOO_LARGE)


class Allowance:
    """What one file may still cost."""

    def __init__(self) -> None:
        self.unpacked, self.marks = Meter(MAX_UNPACKED), Meter(MAX_MARKS)
        self.cells, self.text = Meter(MAX_CELLS), Meter(MAX_TEXT)

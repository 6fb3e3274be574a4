"""What the selected cells hold together, as the status bar of a spreadsheet tells it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from renaksi_desktop.domain.plan import Gaya
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.target import format_target
from renaksi_desktop.models.cells import Cell

_DECIMALS: Final = Decimal("0.0001")
"""An average is told no finer than this."""


class Summary(NamedTuple):
    """The number of filled cells, and the numbers among them."""

    filled: int
    numbers: tuple[int | Decimal, ...]

    def sentence(self, gaya: Gaya) -> str:
        """Return "12 sel, jumlah 978, rata-rata 81,5", in a style."""
        count = QCoreApplication.translate("selection", "{} sel").format(self.filled)
        if not self.numbers:
            return count
        total = sum(self.numbers)
        told = QCoreApplication.translate("selection", "{}, jumlah {}, rata-rata {}")
        return told.format(count, _shown(total, gaya), _shown(self._average(total), gaya))

    def _average(self, total: int | Decimal) -> int | Decimal:
        if isinstance(total, int):
            return round(Decimal(total) / len(self.numbers))
        return (total / len(self.numbers)).quantize(_DECIMALS).normalize()


def summary(cells: Iterable[Cell]) -> Summary:
    """Sum up cells."""
    filled = [cell for cell in cells if cell.text]
    return Summary(len(filled), tuple(cell.number for cell in filled if cell.number is not None))


def _shown(number: int | Decimal, gaya: Gaya) -> str:
    return format_rupiah(number, gaya) if isinstance(number, int) else format_target(number, gaya)

"""The foot of each page: what is said of electronic signing, the document's short name, and which page it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi_desktop.domain import form_words
from renaksi_desktop.domain.form_columns import CENTRE, RIGHT
from renaksi_desktop.domain.plan import Cantuman, Plan
from renaksi_desktop.reports.around import plain
from renaksi_desktop.reports.cells import Row, row
from renaksi_desktop.reports.pages import Placed
from renaksi_desktop.reports.sheet import Sheet

ABOVE: Final = 6.0
"""Points on A4 between the rows of a page and its foot."""


class Foot:
    """The foot of a form's pages, of one height on all of them."""

    def __init__(self, plan: Plan, sheet: Sheet) -> None:
        self._sheet: Final = sheet
        self._name: Final = form_words.name(plan.dokumen)
        self._numbered: Final = Cantuman.HALAMAN in plan.cetak.cantuman
        self._sentence: Final = plan.cetak.kalimat_tte if Cantuman.TTE in plan.cetak.cantuman else ""
        self.height: Final = sum(line.height for line in self._lines("")) + ABOVE * sheet.unit
        """The foot and the gap above it, in points."""

    def placed(self, number: int, count: int) -> Iterator[Placed]:
        """Yield the lines of one page's foot, which ends where the room of the sheet does."""
        y = self._sheet.room - self.height + ABOVE * self._sheet.unit
        for line in self._lines(f"Halaman {number} dari {count}" if self._numbered else ""):
            yield Placed(y, line)
            y += line.height

    def _lines(self, place: str) -> Iterator[Row]:
        style, span = self._sheet.foot, self._sheet.span
        if self._sentence:
            yield row(plain(style), self._sheet.column(span, style, CENTRE).text(self._sentence))
        middle = span[1] - 2 * style.width(place)
        short = self._sheet.column((span[0], middle), style).line(self._name)
        right = [self._sheet.column((middle, span[1]), style, RIGHT).line(place)] if place else []
        yield row(plain(style), short, *right)

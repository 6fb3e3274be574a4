"""What stands around the table of the form in a workbook: the title, the Catatan and the signatures."""

from __future__ import annotations

from typing import Final

from renaksi_desktop.domain import form_words
from renaksi_desktop.domain.form_columns import CENTRE, LEFT, Places
from renaksi_desktop.domain.form_words import Parties
from renaksi_desktop.domain.paper import MM, Paper
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.spreadsheets.form.grid import SCALE, Grid
from renaksi_desktop.spreadsheets.form.pen import Cell, Look, Pen, Row

TITLE: Final = Look(CENTRE, 14.5, bold=True, middle=True, ruled=False)
NOTE: Final = Look(LEFT, 11.5, ruled=False)
LINE: Final = NOTE._replace(align=CENTRE)
GAP: Final = 10.0 * SCALE
PARTY: Final = 250.0
"""Points on A4 of a party's block."""


class Around:
    """Writes what stands above and below one plan's table."""

    def __init__(self, plan: Plan, paper: Paper, places: Places, grid: Grid, pen: Pen) -> None:
        self._plan, self._pen, self._whole = plan, pen, grid.whole
        self._unit: Final = paper.unit
        left, right = places.sasaran[0], places.inner[1]  # what stands in the first column is no signature
        width = min(PARTY * paper.unit, (right - left) / 2)
        self._parties: Final = grid.columns((right - width, right)), grid.columns((left, left + width))

    def write_title(self) -> None:
        """Write what the plan is and whose it is, and leave a gap."""
        texts = [(text, TITLE) for text in form_words.titles(self._plan.dokumen)]
        for text, look in (*texts, (form_words.revision(self._plan), LINE)):
            if text:
                self._pen.write(self._pen.row(Cell(self._whole, text, look)))
        self._gap()

    def write_closing(self) -> None:
        """Write the Catatan and the signatures; what is for electronic signing belongs to the PDF alone."""
        self._gap()
        if self._plan.dokumen.catatan:
            self._pen.write(self._pen.row(Cell(self._whole, self._plan.dokumen.catatan, NOTE)))
            self._gap()
        for texts in form_words.above_signatures(self._plan):
            self._line(texts, LINE)
        if self._plan.penandatangan:
            room = self._plan.cetak.ruang_tanda_tangan * MM / self._unit * SCALE
            self._pen.write(Row((), room))
        names, *others = form_words.below_signatures(self._plan)
        self._line(names, LINE._replace(bold=True))
        for texts in others:
            self._line(texts, LINE)

    def _line(self, texts: Parties, look: Look) -> None:
        """Write a line of one text for each party, if any has one."""
        cells = [Cell(columns, text, look) for columns, text in zip(self._parties, texts, strict=False) if text]
        if cells:
            self._pen.write(self._pen.row(*cells))

    def _gap(self) -> None:
        self._pen.write(Row((), GAP))

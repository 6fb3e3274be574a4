"""The columns of the form's workbook: where the edges of the table and of the nested table are cut."""

from __future__ import annotations

from typing import Final, NamedTuple

from renaksi_desktop.domain.form_columns import Places
from renaksi_desktop.domain.paper import TABLE_SIZE, Paper, Span

SIZE: Final = 10.0
"""Points of the table's text in the workbook: to be read on a screen. Printed, the form is fitted to its paper."""
SCALE: Final = SIZE / TABLE_SIZE
"""What a point on A4 is in the workbook, in points."""
PIXEL: Final = 72 / 96
"""Points of the unit in which a workbook keeps the width of a column."""


class Columns(NamedTuple):
    """Neighbouring columns of the workbook, the first and the last of them, from 0."""

    first: int
    last: int


class Grid:
    """The columns of one form's workbook, and how wide they are together."""

    def __init__(self, paper: Paper, places: Places) -> None:
        spans = (places.no, places.sasaran, *places.table, *places.nested)
        self._edges: Final = sorted({_pixels(x, paper) for span in spans for x in span})
        self._paper: Final = paper
        self.whole: Final = self.columns((places.no[0], places.inner[1]))

    @property
    def widths(self) -> list[int]:
        """The width of each column, in pixels."""
        return [right - left for left, right in zip(self._edges, self._edges[1:], strict=False)]

    def columns(self, span: Span) -> Columns:
        """Return the columns between two edges; x that is none stands for the nearest."""
        first, end = (self._nearest(x) for x in span)
        return Columns(first, max(first, end - 1))

    def width(self, columns: Columns) -> float:
        """Return how wide columns are together, in points."""
        return (self._edges[columns.last + 1] - self._edges[columns.first]) * PIXEL

    def _nearest(self, x: float) -> int:
        at = _pixels(x, self._paper)
        return min(range(len(self._edges)), key=lambda place: abs(self._edges[place] - at))


def _pixels(x: float, paper: Paper) -> int:
    return round((x - paper.span[0]) / paper.unit * SCALE / PIXEL)

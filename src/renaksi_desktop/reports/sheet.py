"""The paper of the form with its measures: margins, styles of text, and columns of given widths.

Measures are given for A4 landscape and grow with the height of the paper, so that the form on A3 is the form on
A4 enlarged. Wider paper (F4, Legal) gives its width to the columns of text.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import Final

from renaksi_desktop.domain.plan import Kertas
from renaksi_desktop.reports.cells import LEFT, Band, Column, Span
from renaksi_desktop.reports.fonts import Faces
from renaksi_desktop.reports.text import Style

_MM: Final = 72 / 25.4
PAPER: Final = {
    Kertas.A4: (297 * _MM, 210 * _MM),
    Kertas.F4: (330 * _MM, 215 * _MM),
    Kertas.A3: (420 * _MM, 297 * _MM),
    Kertas.LEGAL: (14 * 72.0, 8.5 * 72.0),
}
"""Width and height in points, landscape."""


class Sheet:
    """All measures of one kind of paper, in points."""

    def __init__(self, kertas: Kertas, faces: Faces) -> None:
        self.width, self.height = PAPER[kertas]
        self.unit: Final = self.height / PAPER[Kertas.A4][1]
        self.margin: Final = 10 * _MM * self.unit
        self.room: Final = self.height - 2 * self.margin - 14 * self.unit
        """How high the rows of a page may be."""
        self.foot_top: Final = self.room + 6 * self.unit
        """Where the foot begins, from the top of that room."""
        self.title: Final = self._style(faces, 11, 14, bold=True)
        self.table: Final = self._style(faces, 7.5, 9)
        self.heading: Final = self._style(faces, 7.5, 9, bold=True)
        self.note: Final = self._style(faces, 8.5, 11)
        self.name: Final = self._style(faces, 8.5, 11, bold=True)
        self.foot: Final = self._style(faces, 6.5, 8)

    @property
    def span(self) -> Span:
        """From margin to margin."""
        return self.margin, self.width - self.margin

    def column(self, span: Span, style: Style, align: float = LEFT) -> Column:
        return Column(span, 3 * self.unit, style, align)

    def band(
        self, edges: tuple[float, ...], *, top: Span, below: Span | None = None, ground: Span | None = None
    ) -> Band:
        """Return a band of the table; see `Band`."""
        return Band(self.table.leading, 2.5 * self.unit, edges, top, below, ground)

    def divide(self, span: Span, widths: Iterable[float]) -> list[Span]:
        """Divide a span: a width up to 1 is a share of what the others, in points on A4, leave free."""
        fixed = [width * self.unit if width > 1 else 0.0 for width in widths]
        free = span[1] - span[0] - sum(fixed)
        lengths = [points or share * free for points, share in zip(fixed, widths, strict=True)]
        return list(pairwise(accumulate(lengths, initial=span[0])))

    def _style(self, faces: Faces, size: float, leading: float, *, bold: bool = False) -> Style:
        return Style(faces.bold if bold else faces.regular, size * self.unit, leading * self.unit)

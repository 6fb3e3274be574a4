"""The paper of the form with its measures: margins, styles of text, and columns of given widths.

Measures are given for A4 landscape and its size of text; they grow and shrink with the size of text, so that the
form on A3 is the form on A4 enlarged. Paper that is only wider (F4, Legal) gives its width to the columns of text.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import Final

from renaksi_desktop.domain.plan import Cetak, Kertas
from renaksi_desktop.reports.cells import LEFT, Band, Column, Span
from renaksi_desktop.reports.fonts import Faces
from renaksi_desktop.reports.text import Style

MM: Final = 72 / 25.4
PAPER: Final = {
    Kertas.A4: (297 * MM, 210 * MM),
    Kertas.F4: (330 * MM, 215 * MM),
    Kertas.A3: (420 * MM, 297 * MM),
    Kertas.LEGAL: (14 * 72.0, 8.5 * 72.0),
}
"""Width and height in points, landscape."""

TABLE_SIZE: Final = 7.5
"""Size of the table's text on A4, in points."""
TEXT_WIDTH: Final = 240.0
"""Points on A4 that the columns of text keep at least where the size of text is fitted to the columns."""
FIXED_SHARE: Final = 0.75
"""Of the width, what the columns of fixed width may take where the size of text is given."""


class Sheet:
    """All measures of one form, in points; `fixed` is how wide its columns of fixed width are on A4, together."""

    def __init__(self, cetak: Cetak, faces: Faces, fixed: float) -> None:
        self.width, self.height = PAPER[cetak.kertas]
        self.span: Final[Span] = cetak.margin_kiri * MM, self.width - cetak.margin_kanan * MM
        """From margin to margin."""
        self.top: Final = self.height - cetak.margin_atas * MM
        """The upper margin, from the lower edge of the paper."""
        self.room: Final = self.top - cetak.margin_bawah * MM
        """How high everything on a page may be, the foot included."""
        self.unit: Final = self._unit(cetak.huruf, fixed)
        self.title: Final = self._style(faces, 11, 14, bold=True)
        self.table: Final = self._style(faces, TABLE_SIZE, 9)
        self.heading: Final = self._style(faces, TABLE_SIZE, 9, bold=True)
        self.note: Final = self._style(faces, 8.5, 11)
        self.name: Final = self._style(faces, 8.5, 11, bold=True)
        self.foot: Final = self._style(faces, 6.5, 8)

    def column(self, span: Span, style: Style, align: float = LEFT) -> Column:
        return Column(span, 3 * self.unit, style, align)

    def band(
        self, edges: tuple[float, ...], *, top: Span, below: Span | None = None, ground: Span | None = None
    ) -> Band:
        """Return a band of the table; see `Band`."""
        return Band(self.table.leading, 2.5 * self.unit, edges, top, below, ground)

    def divide(self, span: Span, widths: Iterable[float]) -> list[Span]:
        """Divide a span: a width up to 1 is a share of what the others, in points on A4, leave free."""
        length = span[1] - span[0]
        fixed = [width * self.unit if width > 1 else 0.0 for width in widths]
        narrowed = min(1.0, FIXED_SHARE * length / (sum(fixed) or length))
        free = length - narrowed * sum(fixed)
        lengths = [points * narrowed or share * free for points, share in zip(fixed, widths, strict=True)]
        return list(pairwise(accumulate(lengths, initial=span[0])))

    def _unit(self, huruf: int | None, fixed: float) -> float:
        """Return what a point on A4 is here."""
        if huruf:
            return huruf / TABLE_SIZE
        left, right = self.span
        return min(self.height / PAPER[Kertas.A4][1], (right - left) / (fixed + TEXT_WIDTH))

    def _style(self, faces: Faces, size: float, leading: float, *, bold: bool = False) -> Style:
        return Style(faces.bold if bold else faces.regular, size * self.unit, leading * self.unit)

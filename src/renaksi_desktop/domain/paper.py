"""The paper of the form with its measures: margins, and columns of given widths between them.

Measures are given for A4 landscape and its size of text; they grow and shrink with the size of text, so that the
form on A3 is the form on A4 enlarged. Paper that is only wider (F4, Legal) gives its width to the columns of text.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import Final, TypeAlias

from renaksi_desktop.domain.plan import Cetak, Kertas

Span: TypeAlias = tuple[float, float]
"""From x to x."""

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


class Paper:
    """All measures of one paper, in points; `fixed` is how wide its columns of fixed width are on A4, together."""

    def __init__(self, cetak: Cetak, fixed: float) -> None:
        self.width, self.height = PAPER[cetak.kertas]
        self.span: Final[Span] = cetak.margin_kiri * MM, self.width - cetak.margin_kanan * MM
        """From margin to margin."""
        self.unit: Final = self._unit(cetak.huruf, fixed)
        """What a point on A4 is here."""

    def divide(self, span: Span, widths: Iterable[float]) -> list[Span]:
        """Divide a span: a width up to 1 is a share of what the others, in points on A4, leave free."""
        length = span[1] - span[0]
        fixed = [width * self.unit if width > 1 else 0.0 for width in widths]
        narrowed = min(1.0, FIXED_SHARE * length / (sum(fixed) or length))
        free = length - narrowed * sum(fixed)
        lengths = [points * narrowed or share * free for points, share in zip(fixed, widths, strict=True)]
        return list(pairwise(accumulate(lengths, initial=span[0])))

    def _unit(self, huruf: int | None, fixed: float) -> float:
        if huruf:
            return huruf / TABLE_SIZE
        left, right = self.span
        return min(self.height / PAPER[Kertas.A4][1], (right - left) / (fixed + TEXT_WIDTH))

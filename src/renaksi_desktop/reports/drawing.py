"""Placed rows written as the drawing operators of a PDF page: grounds, then rules, then text.

The operators (PDF 32000-1, annex A) are written here and not by the canvas, which would format and encode each
number and each text anew; the canvas makes the pages, the fonts and the file of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, TypeAlias

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from renaksi_desktop.domain.paper import Span
from renaksi_desktop.reports.pages import Placed
from renaksi_desktop.reports.text import Face, Style

# Pages are compressed; armour in ASCII would only make them larger and later.
rl_config.useA85 = 0

THICKNESS: Final = 0.5
"""Thickness of all rules, in points."""
GROUND: Final = 0.94
"""Grey behind headings; 1 is white."""
STAMP_GREY, STAMP_SHARE = 0.9, 0.5
"""Grey of a word across the paper, and how much of the diagonal it takes."""
BAR_GREY, BAR_HEIGHT = 0.55, 0.6
"""Grey of what is filled of a bar, and the height of bars, of a line of text."""
HATCHING: Final = 3
"""Points from one stroke of a hatched bar to the next."""
CAP_HEIGHT: Final = 0.688
"""Of Liberation Sans, of its size: capitals stand in the middle of their line."""

Rule: TypeAlias = tuple[float, float, float, float]
"""From x, y to x, y; y grows downwards from the top of the room."""


class Pen:
    """Draws on the pages of one canvas, whose rows begin `top` points above the lower edge of the paper."""

    def __init__(self, canvas: Canvas, top: float) -> None:
        self._canvas: Final = canvas
        self._top: Final = top
        self._shown: Final = lru_cache(maxsize=1 << 14)(self._encoded)

    def draw(self, page: Iterable[Placed]) -> None:
        """Draw placed rows on the current page."""
        page = list(page)
        ruled = [placed for placed in page if placed.row.band.edges]
        barred = [placed for placed in page if placed.row.bars]
        bars = [self._bars(barred)] if barred else []
        for operators in (self._grounds(ruled), *bars, self._rules(ruled), self._text(page)):
            self._canvas.addLiteral(" ".join(operators))

    def stamp(self, text: str, face: Face, width: float, height: float) -> None:
        """Write a word in light grey across the paper, upwards to the right; what comes later covers it."""
        style = Style(face, STAMP_SHARE * math.hypot(width, height) * 1000 / face.advance(text), 0.0)
        along, across = style.width(text) / 2, CAP_HEIGHT * style.size / 2
        angle = math.atan2(height, width)
        cos, sin = math.cos(angle), math.sin(angle)
        x, y = width / 2 - cos * along + sin * across, height / 2 - sin * along - cos * across
        ((font, codes),) = self._shown(face, text)
        turned = f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {x:.2f} {y:.2f} Tm"
        self._canvas.addLiteral(f"BT {STAMP_GREY} g {turned} {font} {style.size:.2f} Tf {codes} Tj ET 0 g")

    def _grounds(self, ruled: list[Placed]) -> Iterator[str]:
        yield f"{GROUND} g"
        for y, row in ruled:
            if row.band.ground:
                left, right = row.band.ground
                yield f"{left:.2f} {self._top - y - row.height:.2f} {right - left:.2f} {row.height:.2f} re"
        yield "f 0 g"

    def _bars(self, barred: list[Placed]) -> Iterator[str]:
        yield f"q {THICKNESS} w"
        for y, row in barred:
            for bar in row.bars:
                left, right = bar.span
                width, height = right - left, BAR_HEIGHT * row.band.leading
                bottom = self._top - y - row.band.padding - bar.drop - (row.band.leading + height) / 2
                place = f"{left:.2f} {bottom:.2f}"
                if bar.sums.lebih:
                    yield f"q {place} {width:.2f} {height:.2f} re W n {_hatching(left, right, bottom, height)} S Q"
                else:
                    length = bar.sums.length(width, 2 * THICKNESS)
                    yield f"{BAR_GREY} g {place} {length:.2f} {height:.2f} re f"
                if bar.framed:
                    yield f"{place} {width:.2f} {height:.2f} re S"
        yield "0 g Q"

    def _rules(self, ruled: list[Placed]) -> Iterator[str]:
        yield f"{THICKNESS} w 2 J"  # square ends, so that corners are closed
        for x0, y0, x1, y1 in rules(ruled):
            yield f"{x0:.2f} {self._top - y0:.2f} m {x1:.2f} {self._top - y1:.2f} l"
        yield "S"

    def _text(self, page: Iterable[Placed]) -> Iterator[str]:
        yield "BT"
        for placed in page:
            for style, x, y, line in lines(placed):
                yield f"1 0 0 1 {x:.2f} {self._top - y:.2f} Tm"
                for font, codes in self._shown(style.face, line):
                    yield f"{font} {style.size:.2f} Tf {codes} Tj"
        yield "ET"

    def _encoded(self, face: Face, text: str) -> list[tuple[str, str]]:
        """Return `text` in pieces, each with the font it is in: an embedded font holds up to 256 characters."""
        document = self._canvas._doc  # noqa: SLF001 the subsets of a font are kept per document
        font = pdfmetrics.getFont(face.name)
        return [
            (font.getSubsetInternalName(subset, document), f"<{codes.hex()}>")
            for subset, codes in font.splitString(text, document)
        ]


def lines(placed: Placed) -> Iterator[tuple[Style, float, float, str]]:
    """Yield each line of text of a row: its style, and where its baseline begins, y below the top of the room."""
    top = placed.y + placed.row.band.padding
    for cell in placed.row.cells:
        style = cell.style
        y = top + cell.drop + (style.leading + CAP_HEIGHT * style.size) / 2
        for line in cell.lines:
            yield style, cell.x - cell.align * style.width(line), y, line
            y += style.leading


def rules(ruled: Sequence[Placed]) -> Iterator[Rule]:
    """Yield the rules of rows that have some, table by table: horizontal ones, then vertical ones."""
    for table in _tables(ruled):
        yield from _across(table)
        yield from _down(table)


def _tables(ruled: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Yield rows that follow each other without a gap."""
    table: list[Placed] = []
    for placed in ruled:
        if table and placed.y - table[-1].y - table[-1].row.height > THICKNESS:
            yield table
            table = []
        table.append(placed)
    if table:
        yield table


def _hatching(left: float, right: float, bottom: float, height: float) -> str:
    """Return the strokes of a hatched bar, which begin and end outside of it."""
    starts = range(int(left - height), int(right) + 1, HATCHING)
    return " ".join(f"{x} {bottom:.2f} m {x + height:.2f} {bottom + height:.2f} l" for x in starts)


def _across(ruled: Sequence[Placed]) -> Iterator[Rule]:
    """Yield the horizontal rules: one between each row and the next, one at the end."""
    below: Span | None = None
    for y, row in ruled:
        spans = [span for span in (below, row.band.top) if span]
        yield min(left for left, _ in spans), y, max(right for _, right in spans), y
        below = row.band.below
    y, row = ruled[-1]
    yield row.band.edges[0], y + row.height, row.band.edges[-1], y + row.height


def _down(ruled: Sequence[Placed]) -> Iterator[Rule]:
    """Yield the vertical rules, each as long as the rows that share it."""
    begun: dict[float, float] = {}
    end = 0.0
    for y, row in ruled:
        for x in [x for x in begun if x not in row.band.edges]:
            yield x, begun.pop(x), x, y
        for x in row.band.edges:
            begun.setdefault(x, y)
        end = y + row.height
    for x, y in begun.items():
        yield x, y, x, end

"""Placed rows drawn on a canvas: grounds, then rules, then text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from renaksi_desktop.reports.cells import Cell, Span
from renaksi_desktop.reports.pages import Page, Placed
from renaksi_desktop.reports.text import Style

RULE: Final = 0.5
GROUND: Final = 0.94
CAP_HEIGHT: Final = 0.688
"""Of Liberation Sans, of its size: capitals stand in the middle of their line."""

Line: TypeAlias = tuple[float, float, float, float]


def draw_page(canvas: Canvas, page: Page, top: float) -> None:
    """Draw the rows of a page whose room begins `top` points above the lower edge of the paper."""
    ruled = [placed for placed in page if placed.row.band.edges]
    canvas.setFillGray(GROUND)
    for y, row in ruled:
        if row.band.ground:
            left, right = row.band.ground
            canvas.rect(left, top - y - row.height, right - left, row.height, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setLineWidth(RULE)
    canvas.setLineCap(2)
    canvas.lines([(x0, top - y0, x1, top - y1) for x0, y0, x1, y1 in (*_across(ruled), *_down(ruled))])
    text = canvas.beginText()
    _Pen(text, top).write(page)
    canvas.drawText(text)


def _across(ruled: list[Placed]) -> Iterator[Line]:
    """Yield the horizontal rules: one between each row and the next, one at the end."""
    below: Span | None = None
    for y, row in ruled:
        spans = [span for span in (below, row.band.top) if span]
        yield min(left for left, _ in spans), y, max(right for _, right in spans), y
        below = row.band.below
    if ruled:
        y, row = ruled[-1]
        yield row.band.edges[0], y + row.height, row.band.edges[-1], y + row.height


def _down(ruled: list[Placed]) -> Iterator[Line]:
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


class _Pen:
    """Writes text; it changes the font only where the style changes."""

    def __init__(self, text: PDFTextObject, top: float) -> None:
        self._text = text
        self._top = top
        self._style: Style | None = None

    def write(self, page: Iterable[Placed]) -> None:
        for y, row in page:
            top = self._top - y - row.band.padding
            for cell in row.cells:
                if cell.lines:
                    self._cell(cell, top)

    def _cell(self, cell: Cell, top: float) -> None:
        style, text = cell.style, self._text
        if style is not self._style:
            text.setFont(style.face.name, style.size, style.leading)
            self._style = style
        y = top - cell.drop - (style.leading + CAP_HEIGHT * style.size) / 2
        if cell.align == 0:
            text.setTextOrigin(cell.x, y)
            for line in cell.lines:
                text.textLine(line)
        else:
            for line in cell.lines:
                text.setTextOrigin(cell.x - cell.align * style.width(line), y)
                text.textLine(line)
                y -= style.leading

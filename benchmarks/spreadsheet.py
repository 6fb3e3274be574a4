"""The rows of the form as a spreadsheet, which an office program prints as it prints its own.

It has the columns, merged cells, heights and repeated head of our form, and so fills about as many pages. Where
they break is left to the program, and what our form repeats behind a break is not there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks.opendocument import Box, Line, Look, document
from renaksi_desktop.domain.paper import Span
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.reports import around
from renaksi_desktop.reports.cells import Row
from renaksi_desktop.reports.layout import lay_out, quiet
from renaksi_desktop.reports.table import Table


def write(plan: Plan, path: Path) -> Counter[str]:
    """Write the form of a plan; return how often each word stands in it."""
    sheet = lay_out(plan).sheet
    table = Table(plan, sheet)
    above, head = [*around.title(plan, sheet)], table.head()
    rows = [*above, *head, *table.rows(quiet), *around.closing(plan, sheet)]
    edges = sorted({edge for row in rows for edge in row.band.edges})
    lines = _lines(rows, edges)
    repeated = slice(len(above), len(above) + len(head))
    path.write_text(document(sheet, edges, lines, repeated), encoding="utf-8")
    return Counter(word for line in lines for box in line.boxes for word in box.text.split())


def _lines(rows: Sequence[Row], edges: list[float]) -> list[Line]:
    """Return the rows as boxes between the edges; one with no rule above it is one box with that above."""
    lines = []
    below: dict[Span, int] = {}
    for row in reversed(rows):
        heights = {span: 1 + below.get(span, 0) for span in pairwise(_own_edges(row, edges))}
        below = {span: rows for span, rows in heights.items() if row.band.top and not _within(span, row.band.top)}
        boxes = [_box(row, span, edges, 0 if span in below else rows) for span, rows in heights.items()]
        lines.append(Line(f"{row.height:.1f}pt", boxes))
    return lines[::-1]


def _own_edges(row: Row, edges: list[float]) -> list[float]:
    """Return where a row is divided: one without rules at the edges nearest to its texts."""
    if row.band.edges:
        return sorted(row.band.edges)
    lefts = [(cell.x - cell.align * cell.width, cell.width) for cell in row.cells]
    sides = [side for left, width in lefts for side in (left, left + width)]
    nearest = [min((abs(edge - side), edge) for edge in edges)[1] for side in sides]
    return sorted({edges[0], edges[-1], *nearest})


def _within(span: Span, outer: Span | None) -> bool:
    return outer is not None and outer[0] <= span[0] and span[1] <= outer[1]


def _box(row: Row, span: Span, edges: list[float], rows: int) -> Box:
    left, right = span
    cells = [cell for cell in row.cells if left <= cell.x <= right]
    look = Look(bool(row.band.edges), _within(span, row.band.ground))
    for cell in cells:
        bold = cell.style.face.name.endswith("Bold")
        look = look._replace(bold=bold, size=round(cell.style.size, 1), align=cell.align)
    text = " ".join(line for cell in cells for line in cell.lines)
    return Box(edges.index(right) - edges.index(left), rows, look, text)

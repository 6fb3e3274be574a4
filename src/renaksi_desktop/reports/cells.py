"""The pieces of a page before they have a place: cells of text lines, and rows of cells between rules.

All lengths are points; x grows to the right from the left edge of the paper, heights grow downwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from renaksi_desktop.domain.form_columns import CENTRE
from renaksi_desktop.domain.paper import Span
from renaksi_desktop.domain.totals import Sums
from renaksi_desktop.reports.text import Style

NEARLY: Final = 1 + 1e-9
"""Makes up for the rounding where a text fits exactly."""


class Cell(NamedTuple):
    """Lines of text. A line of width w begins at `x - align * w`; `drop` lowers the text below its row's top."""

    style: Style
    lines: tuple[str, ...]
    x: float
    align: float
    width: float
    drop: float = 0.0

    def first(self, count: int) -> Cell:
        """Return the first `count` lines, the last of them with an ellipsis where lines are left out."""
        if count >= len(self.lines):
            return self
        *kept, last = self.lines[:count]
        return self._replace(lines=(*kept, self.style.shorten(f"{last} {self.lines[count]}", self.width)))


class Column:
    """A column of the table, which makes the cells that stand in it. The same text is broken only once."""

    def __init__(self, span: Span, padding: float, style: Style, align: float) -> None:
        left, right = span
        self.span: Final = span
        self.align: Final = align
        self._padding: Final = padding
        self._style: Final = style
        self._width: Final = right - left - 2 * padding
        self._x: Final = left + padding + align * self._width
        self.text: Final = lru_cache(maxsize=1 << 12)(self._text)
        self.unbroken: Final = lru_cache(maxsize=1 << 12)(self._unbroken)

    def heading(self, style: Style) -> Column:
        """Return the same column for its heading."""
        return Column(self.span, self._padding, style, CENTRE)

    def line(self, text: str, tail: str = "") -> Cell:
        """Return one line that ends with `tail`, for which `text` is shortened as far as it must."""
        room = self._width - self._style.width(tail)
        return self._cell(self._style, (self._style.shorten(text, room) + tail,))

    def _text(self, text: str) -> Cell:
        return self._cell(self._style, self._style.wrap(text, self._width))

    def _unbroken(self, text: str) -> Cell:
        """Break no word: the halves of a number would be read as two. One too wide makes the text smaller."""
        widest = max(map(self._style.width, text.split()), default=0.0)
        style = self._style._replace(size=self._style.size / max(1.0, widest / self._width))
        return self._cell(style, style.wrap(text, self._width * NEARLY))

    def _cell(self, style: Style, lines: tuple[str, ...]) -> Cell:
        return Cell(style, lines, self._x, self.align, self._width)


class Bar(NamedTuple):
    """A bar as high as a line of text, filled as far as `sums` are shared out, hatched where that is too much.

    It has a frame around it where it is `framed`; `drop` lowers it below the first line of its row.
    """

    span: Span
    sums: Sums
    framed: bool = True
    drop: float = 0.0


class Mark(NamedTuple):
    """Where a part of the plan begins on the form: its `key`, its title, and its level in the outline, from 0."""

    key: str
    title: str
    level: int


class Band(NamedTuple):
    """What rows of one kind share: their rules, their ground and their measures.

    Vertical rules stand at `edges`. Above the row a rule spans `top`; below it `below` where it has one, and
    the whole row where the table ends or the page does. A light ground lies behind the span `ground`.
    """

    leading: float
    padding: float
    edges: tuple[float, ...] = ()
    top: Span | None = None
    below: Span | None = None
    ground: Span | None = None

    def height(self, lines: int) -> float:
        return lines * self.leading + 2 * self.padding

    def lines(self, height: float) -> int:
        """Return how many lines a row of this height has room for."""
        return int((height - 2 * self.padding + 1e-6) / self.leading)


class Row(NamedTuple):
    """Cells side by side, with what the page logic must know of them.

    A cell with more lines than the height holds hangs down beside the rows that are kept with this one.
    `keep`: stands on the same page as the next row. `lead`: rows that come first where this row begins a page,
    and `label`: cells that are shown again then, as far as there is room, in columns that the row leaves empty.
    `marks` say what begins here. `bars` are drawn beside the text.
    """

    band: Band
    cells: tuple[Cell, ...]
    height: float
    keep: bool = False
    lead: tuple[Row, ...] = ()
    label: tuple[Cell, ...] = ()
    marks: tuple[Mark, ...] = ()
    bars: tuple[Bar, ...] = ()

    def cut(self, lines: int) -> tuple[Row, Row]:
        """Return this row as two: one of the first `lines` lines, one of the others."""
        head = tuple(cell._replace(lines=cell.lines[:lines]) for cell in self.cells)
        tail = tuple(cell._replace(lines=cell.lines[lines:]) for cell in self.cells)
        rest = max(len(cell.lines) for cell in tail)
        return (
            self._replace(cells=head, height=self.band.height(lines), keep=True),
            self._replace(cells=tail, height=self.band.height(rest), marks=(), bars=()),
        )

    def whole(self) -> Row:
        """Return this row high enough for all of its cells, where none may hang below it."""
        return self._replace(height=max(self.height, _height(self.band, self.cells)))

    def missing_label(self) -> tuple[Cell, ...]:
        """Return the cells of the label for whose column the row has no text of its own."""
        own = {cell.x for cell in self.cells if cell.lines}
        return tuple(cell for cell in self.label if cell.x not in own)


def row(
    band: Band,
    *cells: Cell,
    keep: bool = False,
    lead: tuple[Row, ...] = (),
    label: tuple[Cell, ...] = (),
    marks: tuple[Mark, ...] = (),
) -> Row:
    """Make a row as high as its longest cell, of one line at least; a dropped cell has its room elsewhere."""
    return Row(band, cells, _height(band, [cell for cell in cells if not cell.drop]), keep, lead, label, marks)


def _height(band: Band, cells: Iterable[Cell]) -> float:
    return band.height(max([1, *[len(cell.lines) for cell in cells]]))

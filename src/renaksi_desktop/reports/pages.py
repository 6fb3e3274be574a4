"""Rows placed on pages, in one pass that looks no further ahead than the rows that must stay together."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from renaksi_desktop.reports.cells import Band, Cell, Row

ALONE: Final = 2
"""Fewer lines than this of a cut row are not left alone on a page."""


class Placed(NamedTuple):
    """A row whose top is `y` points below the top of the page's room."""

    y: float
    row: Row


Page: TypeAlias = list[Placed]


def paginate(title: Iterable[Row], head: tuple[Row, ...], rows: Iterable[Row], room: float) -> list[Page]:
    """Place a title, then `rows` below `head`, on pages with `room` points of height; `head` is on each page.

    Rows that stay together go to a new page together if they do not fit and would fit there. A row is cut,
    between lines, only where it is taller than a page. A row that begins a page comes behind its lead, and its
    label is shown again beside them.
    """
    pages = _Pages(room)
    pages.place(title)
    pages.begin_table(head)
    for group in _together(rows):
        pages.place(group)
    return pages.finished()


def _together(rows: Iterable[Row]) -> Iterator[list[Row]]:
    group: list[Row] = []
    for row in rows:
        group.append(row)
        if not row.keep:
            yield group
            group = []
    if group:
        yield group


def _height(rows: Iterable[Row]) -> float:
    return sum([row.height for row in rows])


class _Label(NamedTuple):
    """Cells to show again at a `place` of the page, from `top` on, beside rows that end by `end`."""

    place: int
    top: float
    end: float
    band: Band
    cells: tuple[Cell, ...]


class _Pages:
    """The pages done so far; the last is being filled."""

    def __init__(self, room: float) -> None:
        self._done: list[Page] = [[]]
        self._label: _Label | None = None
        self._head: tuple[Row, ...] = ()
        self._room = room + 1e-6  # heights are sums of floats
        self._used = 0.0
        self._start = 0.0  # where the first row came on this page

    def finished(self) -> list[Page]:
        """Return all pages; nothing is placed any more."""
        self._show_label()
        return self._done

    def begin_table(self, head: tuple[Row, ...]) -> None:
        """Put the head of the table, here and from now on at the top of each page."""
        self._head = head
        if self._used + _height(head) > self._room:
            self._new_page()
        else:
            title = self._used
            self._put(head)
            self._start = title or self._used  # a title may be so long that no row fits below it

    def place(self, rows: Iterable[Row]) -> None:
        """Place rows that stay together if they can."""
        group = deque(rows)
        needed = _height(group)
        while group:
            if self._used + needed <= self._room:
                self._put(group)
                return
            if self._would_fit(group[0], needed):
                self._turn(group[0], needed)
            else:
                first = group.popleft()
                if rest := self._place_first(first, group):
                    group.appendleft(rest)
                needed += (rest.height if rest else 0) - first.height

    def _place_first(self, first: Row, rest: Sequence[Row]) -> Row | None:
        """Place the first row of a group too tall for one page, or what fits of it; return what is left of it."""
        first = first.whole()
        left = self._room - self._used
        needed = first.height + self._beginning(rest)
        may_turn = self._used > self._start
        if first.height <= left and (needed <= left or not (may_turn and self._would_fit(first, needed))):
            self._put([first])
            return None
        lines = first.band.lines(left)
        if may_turn and (lines < ALONE or self._would_fit(first, first.height)):
            self._turn(first, first.height)
            return first
        head, tail = first.cut(max(1, min(lines, first.band.lines(first.height) - ALONE)))
        self._put([head])
        self._turn(tail, tail.height)
        return tail

    def _beginning(self, rest: Sequence[Row]) -> float:
        """Return what of kept rows must stand below the row they are kept with: no row is cut that fits a page."""
        if not rest:
            return 0.0
        row = rest[0].whole()
        if self._would_fit(row, row.height):
            return row.height
        return row.band.height(min(ALONE, row.band.lines(row.height)))

    def _would_fit(self, first: Row, needed: float) -> bool:
        """Say whether a new page that begins with `first` has the room that is needed."""
        return _height(self._head) + _height(first.lead) + needed <= self._room

    def _turn(self, first: Row, needed: float) -> None:
        """Begin a new page for the row `first`, behind which `needed` points stay together with it."""
        self._new_page()
        top = self._used
        self._put(first.lead)
        self._start = self._used
        if cells := first.missing_label():
            self._label = _Label(len(self._done[-1]), top, self._used + needed, first.band, cells)

    def _new_page(self) -> None:
        self._show_label()
        self._done.append([])
        self._used = 0.0
        self._put(self._head)
        self._start = self._used

    def _put(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._done[-1].append(Placed(self._used, row))
            self._used += row.height

    def _show_label(self) -> None:
        """Show the label of the row that began the page again, as far as what was placed there reaches."""
        if self._label is None:
            return
        place, top, end, band, cells = self._label
        lines = max(1, band.lines(min(self._used, end) - top))
        shown = tuple(cell.first(lines) for cell in cells)
        self._done[-1].insert(place, Placed(top, Row(Band(band.leading, band.padding), shown, 0.0)))
        self._label = None

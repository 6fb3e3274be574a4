"""Where the pages of a document lie when they are shown one below the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple


class Place(NamedTuple):
    """A height in a document that stays the same when the pages are drawn larger or anew."""

    page: int
    share: float
    """How far down the page, 0..1; beyond that in the gap below it."""


class PageStack:
    """Pages of whole pixels, numbered from 0, with a gap around each."""

    def __init__(self, sizes: Sequence[tuple[int, int]], gap: int) -> None:
        self.sizes, self.gap = sizes, gap
        self.width = max((width for width, _ in sizes), default=0) + 2 * gap
        self._tops = list(accumulate((height + gap for _, height in sizes), initial=gap))
        self.height = self._tops[-1]

    def top(self, page: int) -> int:
        """Return the y of a page's upper edge."""
        return self._tops[page]

    def page_at(self, y: float) -> int:
        """Return the page at a height, or the nearest; a gap belongs to the page above it."""
        return min(max(bisect_right(self._tops, y) - 1, 0), len(self.sizes) - 1)

    def pages_between(self, top: float, bottom: float) -> range:
        """Return the pages of which something lies between two heights."""
        return range(self.page_at(top), self.page_at(bottom) + 1) if self.sizes else range(0)

    def place_at(self, y: float) -> Place:
        page = self.page_at(y)
        return Place(page, (y - self._tops[page]) / self.sizes[page][1])

    def y_of(self, place: Place) -> float:
        """Return the y of a place; where the document has become shorter, of its end."""
        if place.page >= len(self.sizes):
            return self.height
        return self._tops[place.page] + place.share * self.sizes[place.page][1]

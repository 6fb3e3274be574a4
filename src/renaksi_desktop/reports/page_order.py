"""Which pages of a document are printed, and in which order."""

from __future__ import annotations

from collections.abc import Iterable


def page_order(
    count: int,
    ranges: Iterable[tuple[int, int]] = (),
    *,
    copies: int = 1,
    collate: bool = True,
    last_first: bool = False,
) -> list[int]:
    """Return the pages to print of a document with `count` pages; all are numbered from 1.

    `ranges` are pairs (first, last) as an officer asks for them, none for all pages. What lies outside the
    document is left out, and a page that is in two ranges is printed once. With `collate` a whole copy follows a
    whole copy, else all copies of one page follow each other.
    """
    asked = list(ranges)
    wanted = {page for first, last in asked for page in range(max(first, 1), min(last, count) + 1)}
    pages = sorted(wanted if asked else range(1, count + 1), reverse=last_first)
    if collate:
        return pages * copies
    return [page for page in pages for _ in range(copies)]

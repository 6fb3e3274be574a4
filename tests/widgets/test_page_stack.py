"""Pages lie below each other, and a place in them stays the same when they grow."""

from __future__ import annotations

import pytest

from renaksi_desktop.widgets.page_stack import PageStack, Place

GAP = 10
SMALL = PageStack([(100, 70), (100, 70), (60, 40)], GAP)
LARGE = PageStack([(200, 140), (200, 140), (120, 80)], GAP)


def test_a_gap_is_around_each_page() -> None:
    assert [SMALL.top(page) for page in range(3)] == [10, 90, 170]
    assert (SMALL.width, SMALL.height) == (120, 220)


@pytest.mark.parametrize(("y", "page"), [(-5, 0), (0, 0), (10, 0), (85, 0), (90, 1), (169, 1), (170, 2), (999, 2)])
def test_each_height_belongs_to_a_page(y: float, page: int) -> None:
    assert SMALL.page_at(y) == page


def test_only_pages_of_which_something_is_seen_are_drawn() -> None:
    assert SMALL.pages_between(0, 50) == range(1)
    assert SMALL.pages_between(60, 95) == range(2)
    assert SMALL.pages_between(0, 500) == range(3)
    assert PageStack((), GAP).pages_between(0, 500) == range(0)


def test_a_place_is_found_again_in_larger_pages() -> None:
    place = SMALL.place_at(125)
    assert place == Place(1, 0.5)
    assert LARGE.y_of(place) == LARGE.top(1) + 70
    assert SMALL.y_of(place) == 125


def test_a_place_on_a_page_that_is_gone_is_the_end() -> None:
    assert PageStack([(100, 70)], GAP).y_of(Place(4, 0.2)) == 90

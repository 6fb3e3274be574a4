"""The officer says which pages to print, how often, and in which order."""

from renaksi_desktop.reports.page_order import page_order


def test_all_pages_of_a_plan_are_printed_unless_some_are_named() -> None:
    assert page_order(5) == [1, 2, 3, 4, 5]
    assert page_order(5, [(2, 3)]) == [2, 3]
    assert page_order(5, [(4, 5), (1, 1)]) == [1, 4, 5]


def test_pages_that_the_plan_does_not_have_are_left_out() -> None:
    assert page_order(3, [(2, 99)]) == [2, 3]
    assert page_order(3, [(4, 9)]) == []


def test_a_page_named_twice_is_printed_once() -> None:
    assert page_order(5, [(1, 3), (2, 4)]) == [1, 2, 3, 4]


def test_copies_are_laid_one_after_the_other_or_page_by_page() -> None:
    assert page_order(3, [(1, 2)], copies=2) == [1, 2, 1, 2]
    assert page_order(3, [(1, 2)], copies=2, collate=False) == [1, 1, 2, 2]


def test_a_printer_that_lays_pages_face_up_gets_the_last_page_first() -> None:
    assert page_order(3, copies=2, last_first=True) == [3, 2, 1, 3, 2, 1]

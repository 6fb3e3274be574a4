"""Rows find their pages: together what belongs together, and cut only where a row is taller than a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from renaksi_desktop.reports.cells import Band, Cell, Row, row
from renaksi_desktop.reports.fonts import faces
from renaksi_desktop.reports.pages import ALONE, Page, paginate
from renaksi_desktop.reports.text import Style

STYLE = Style(faces().regular, size=7.5, leading=10)
BAND = Band(leading=10, padding=1)
ROOM = 102.0  # eight rows of one line and a bit, or one row of ten lines
LABEL_X = 500.0


def lines(name: str, count: int = 1, x: float = 0.0) -> Cell:
    return Cell(STYLE, tuple(f"{name}{n}" for n in range(count)), x, 0.0, 100.0)


def a_row(name: str, count: int = 1, *, keep: bool = False, lead: tuple[Row, ...] = ()) -> Row:
    return row(BAND, lines(name, count), keep=keep, lead=lead)


HEAD = (a_row("HEAD"),)


def names(pages: list[Page]) -> list[list[str]]:
    return [[line for placed in page for cell in placed.row.cells for line in cell.lines] for page in pages]


def test_the_head_follows_the_title_and_begins_each_further_page() -> None:
    pages = paginate([a_row("title", keep=True)], HEAD, [a_row(f"r{n}_") for n in range(9)], ROOM)
    assert [page[:2] for page in names(pages)] == [["title0", "HEAD0"], ["HEAD0", "r6_0"]]


def test_rows_kept_together_go_to_the_next_page_together() -> None:
    rows = [a_row("a", 6), a_row("b", keep=True), a_row("c", keep=True), a_row("d")]
    assert names(paginate([], HEAD, rows, ROOM))[1] == ["HEAD0", "b0", "c0", "d0"]


def test_a_row_that_begins_a_page_comes_behind_its_lead() -> None:
    rows = [a_row("a", 8), a_row("b", lead=(a_row("lead"),))]
    assert names(paginate([], HEAD, rows, ROOM))[1] == ["HEAD0", "lead0", "b0"]


def test_a_row_lower_than_a_page_is_never_cut() -> None:
    pages = names(paginate([], HEAD, [a_row("a", 5), a_row("b", 7)], ROOM))
    assert pages == [["HEAD0", *(f"a{n}" for n in range(5))], ["HEAD0", *(f"b{n}" for n in range(7))]]


def test_a_row_taller_than_a_page_goes_on_between_its_lines_and_leaves_none_alone() -> None:
    pages = names(paginate([], HEAD, [a_row("a", 9)], ROOM))
    assert [len(page) - 1 for page in pages] == [9 - ALONE, ALONE]
    assert pages[0][1:] + pages[1][1:] == [f"a{n}" for n in range(9)]


def test_a_heading_does_not_end_a_page_when_the_row_below_it_is_taller_than_one() -> None:
    rows = [a_row("a", 6), a_row("heading", keep=True), a_row("b", 20)]
    assert names(paginate([], HEAD, rows, ROOM))[1][:3] == ["HEAD0", "heading0", "b0"]


def test_a_label_is_shown_again_as_far_as_there_is_room() -> None:
    label = (lines("Sasaran ke", 5, LABEL_X),)
    first = row(BAND, *label, lines("a", 8), label=label)
    again = row(BAND, lines("b", 3), label=label)
    shown = paginate([], HEAD, [first, again], ROOM)[1][1].row.cells[0].lines
    assert shown[:2] == ("Sasaran ke0", "Sasaran ke1")
    assert len(shown) == 3
    assert shown[2].startswith("Sasaran ke2")


def test_a_label_still_being_printed_is_not_repeated() -> None:
    label = (lines("s", 20, LABEL_X),)
    pages = names(paginate([], HEAD, [row(BAND, *label, lines("a"), label=label)], ROOM))
    assert [line for page in pages for line in page if line.startswith("s")] == [f"s{n}" for n in range(20)]


def test_a_label_may_hang_down_beside_the_rows_kept_with_its_own() -> None:
    label = lines("s", 3, LABEL_X)
    hanging = Row(BAND, (label, lines("a")), BAND.height(1), keep=True)
    page = paginate([], HEAD, [hanging, a_row("b", keep=True), a_row("c")], ROOM)[0]
    assert [placed.y for placed in page] == [0, 12, 24, 36]


@st.composite
def some_rows(draw: st.DrawFn) -> list[Row]:
    lead = (a_row("lead", draw(st.integers(1, 2))),)
    return [
        a_row(
            f"{place}_", draw(st.integers(1, 25)), keep=draw(st.booleans()), lead=draw(st.sampled_from([(), lead]))
        )
        for place in range(draw(st.integers(0, 25)))
    ]


@given(some_rows())
def test_every_line_has_one_place_within_the_room(rows: list[Row]) -> None:
    pages = paginate([], HEAD, rows, ROOM)
    seen = [line for page in names(pages) for line in page if not line.startswith(("HEAD", "lead"))]
    assert seen == [line for one in rows for line in one.cells[0].lines]
    for page in pages:
        assert page[0].row is HEAD[0]
        end = 0.0
        for y, placed in page:
            assert abs(y - end) < 1e-6
            end = y + placed.height
        assert end <= ROOM + 1e-5


@given(some_rows())
def test_only_a_row_taller_than_a_page_is_on_two(rows: list[Row]) -> None:
    pages = names(paginate([], HEAD, rows, ROOM))
    for one in rows:
        on = [page for page in pages if set(page) & set(one.cells[0].lines)]
        room = ROOM - HEAD[0].height - sum(lead.height for lead in one.lead)
        assert len(on) == 1 or one.height > room

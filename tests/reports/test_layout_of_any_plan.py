"""Whatever a plan says, its rows and lines have their places on the page, before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from tests.reports.prose import wordy_plans

from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.reports import around
from renaksi_desktop.reports.cells import Cell, Row
from renaksi_desktop.reports.layout import lay_out, quiet
from renaksi_desktop.reports.pages import Placed
from renaksi_desktop.reports.table import Table

NEARLY = 1e-4  # point


def extent(cell: Cell) -> tuple[float, float]:
    """Return the left and right edge of the room of a cell."""
    left = cell.x - cell.align * cell.width
    return left, left + cell.width


def end_of_text(placed: Placed) -> float:
    band = placed.row.band
    longest = max((cell.drop + len(cell.lines) * band.leading for cell in placed.row.cells), default=0.0)
    return placed.y + band.padding + longest


@settings(max_examples=50, deadline=None)
@given(wordy_plans())
def test_every_line_fits_its_cell_and_no_cell_covers_another(plan: Plan) -> None:
    for page in lay_out(plan).pages:
        for _, row in page:
            for cell in row.cells:
                assert all(cell.style.width(line) <= cell.width + NEARLY for line in cell.lines)
            extents = sorted(extent(cell) for cell in row.cells if cell.lines)
            assert all(left[1] <= right[0] for left, right in pairwise(extents))


@settings(max_examples=50, deadline=None)
@given(wordy_plans())
def test_rows_follow_each_other_within_the_room_and_hold_their_text(plan: Plan) -> None:
    sheet, room, pages = lay_out(plan)
    for page in pages:
        end = 0.0
        rows = [placed for placed in page if placed.y < room]
        for placed in rows:
            is_repeated_label = placed.row.height == 0
            assert is_repeated_label or abs(placed.y - end) < NEARLY
            end = max(end, placed.y + placed.row.height)
        assert end <= room + NEARLY
        assert all(end_of_text(placed) <= end + NEARLY for placed in rows)
        foot = page[len(rows) :]
        assert room < foot[0].y
        assert end_of_text(foot[-1]) <= sheet.room + NEARLY


@settings(max_examples=50, deadline=None)
@given(wordy_plans())
def test_the_signatures_stand_together_and_with_the_total_where_one_page_holds_them(plan: Plan) -> None:
    sheet, room, pages = lay_out(plan)
    last = [placed for placed in pages[-1] if placed.y < room]
    table = Table(plan, sheet)
    below_head = room - _height(table.head())
    without_note = replace(plan, dokumen=replace(plan.dokumen, catatan=""))
    signatures = list(around.closing(without_note, sheet))
    if _height(signatures) < below_head:
        assert [row.cells for _, row in last][-len(signatures) :] == [row.cells for row in signatures]
    if _height([*around.closing(plan, sheet), *list(table.rows(quiet))[-1:]]) < below_head:
        assert any(cell.lines == ("Total",) for _, row in last for cell in row.cells)


def _height(rows: Iterable[Row]) -> float:
    return sum(row.height for row in rows)

"""Whatever a plan says, its rows and lines have their places on the page, before anything is drawn."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from tests.reports.prose import wordy_plans

from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.reports import around
from renaksi_desktop.reports.cells import Cell, Row
from renaksi_desktop.reports.fonts import faces
from renaksi_desktop.reports.form import pages
from renaksi_desktop.reports.pages import Placed
from renaksi_desktop.reports.sheet import Sheet
from renaksi_desktop.reports.table import Table

NEARLY = 1e-4  # point


def sheet_of(plan: Plan) -> Sheet:
    return Sheet(plan.cetak.kertas, faces())


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
    for page in pages(plan, sheet_of(plan)):
        for _, row in page:
            for cell in row.cells:
                assert all(cell.style.width(line) <= cell.width + NEARLY for line in cell.lines)
            extents = sorted(extent(cell) for cell in row.cells if cell.lines)
            assert all(left[1] <= right[0] for left, right in pairwise(extents))


@settings(max_examples=50, deadline=None)
@given(wordy_plans())
def test_rows_follow_each_other_within_the_room_and_hold_their_text(plan: Plan) -> None:
    sheet = sheet_of(plan)
    for page in pages(plan, sheet):
        end = 0.0
        for placed in page:
            is_repeated_label = placed.row.height == 0
            assert is_repeated_label or abs(placed.y - end) < NEARLY
            end = max(end, placed.y + placed.row.height)
        assert end <= sheet.room + NEARLY
        assert all(end_of_text(placed) <= end + NEARLY for placed in page)


@settings(max_examples=50, deadline=None)
@given(wordy_plans())
def test_the_signatures_stand_together_and_with_the_total_where_one_page_holds_them(plan: Plan) -> None:
    sheet = sheet_of(plan)
    *_, last = pages(plan, sheet)
    room = sheet.room - sum(row.height for row in Table(plan, sheet).head())
    without_note = replace(plan, dokumen=replace(plan.dokumen, catatan=""))
    signatures = list(around.closing(without_note, sheet))
    if _height(signatures) < room:
        assert [row.cells for _, row in last][-len(signatures) :] == [row.cells for row in signatures]
    if _height([*around.closing(plan, sheet), *list(Table(plan, sheet).rows())[-1:]]) < room:
        assert any(cell.lines == ("Total",) for _, row in last for cell in row.cells)


def _height(rows: list[Row]) -> float:
    return sum(row.height for row in rows)

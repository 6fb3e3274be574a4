"""All rows of a plan's form in their places on its pages, before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from renaksi_desktop.domain.form_columns import fixed_width
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.reports import around
from renaksi_desktop.reports.cells import Row
from renaksi_desktop.reports.fonts import faces
from renaksi_desktop.reports.foot import Foot
from renaksi_desktop.reports.pages import Page, paginate
from renaksi_desktop.reports.sheet import Sheet
from renaksi_desktop.reports.table import Table

Progress: TypeAlias = Callable[[float], object]
"""Is told the share that is done, from 0 to 1; what it raises ends the work."""


class Layout(NamedTuple):
    """The pages of a form on their sheet: rows within `room` points below the upper margin, then the foot."""

    sheet: Sheet
    room: float
    pages: list[Page]


def quiet(_: float) -> None:
    """Take no notice of the progress."""


def lay_out(plan: Plan, progress: Progress = quiet) -> Layout:
    """Return the pages of a plan's form."""
    sheet = Sheet(plan.cetak, faces(), fixed_width(plan.cetak))
    table = Table(plan, sheet)
    return on_pages(plan, sheet, table.head(), (*table.rows(progress), *around.closing(plan, sheet)))


def on_pages(plan: Plan, sheet: Sheet, head: tuple[Row, ...], rows: Iterable[Row]) -> Layout:
    """Return the pages of rows below the title of a plan, with `head` on each page, and a foot."""
    foot = Foot(plan, sheet)
    room = sheet.room - foot.height
    pages = paginate(around.title(plan, sheet), head, rows, room)
    for number, page in enumerate(pages, 1):
        page.extend(foot.placed(number, len(pages)))
    return Layout(sheet, room, pages)

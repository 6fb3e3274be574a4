"""The form of a plan as a workbook that looks like its PDF, for colleagues who read or change it in Excel.

Money and targets are numbers; the Anggaran of each Indikator and the Total are formulas that carry their values.
"""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import Final

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from renaksi_desktop.domain import form_words
from renaksi_desktop.domain.form_columns import fields, fixed_width, places
from renaksi_desktop.domain.paper import MM, Paper
from renaksi_desktop.domain.plan import Cantuman, Dokumen, Kertas, Plan
from renaksi_desktop.spreadsheets.form.drawn_around import Around
from renaksi_desktop.spreadsheets.form.drawn_table import Progress, Table
from renaksi_desktop.spreadsheets.form.grid import Grid
from renaksi_desktop.spreadsheets.form.pen import FONT, Pen

NAME: Final = "Rencana Aksi"
PAPER: Final = {Kertas.A4: 9, Kertas.F4: 14, Kertas.A3: 8, Kertas.LEGAL: 5}
"""The numbers of Office Open XML for papers (ECMA-376, 18.3.1.63); Folio, 8.5 by 13 inches, is F4."""
FOOT: Final = 14.0
"""Points on A4 between the rows of a page and its lower margin, with the foot in them."""
MAX_FOOT: Final = 200
"""Characters of the name in the foot; Excel takes 255 for all of it."""
INCH: Final = 25.4
EARLIEST: Final = date(1900, 1, 1)
"""A workbook knows no day before it."""


def quiet(_: float) -> None:
    """Take no notice of the progress."""


def write_form(plan: Plan, progress: Progress = quiet) -> bytes:
    """Return the form of a plan as the bytes of an `.xlsx`; the same plan gives the same bytes.

    `progress` is told the share that is done, from 0 to 1; what it raises ends the work.

    Raises:
        InputRefused: a text is longer than a cell of Excel.
    """
    data = io.BytesIO()
    with Workbook(data, {"in_memory": True, "default_format_properties": dict(FONT)}) as book:
        book.set_properties(_properties(plan.dokumen))
        sheet = book.add_worksheet(NAME)
        _fill(plan, book, sheet, progress)
    return data.getvalue()


def _fill(plan: Plan, book: Workbook, sheet: Worksheet, progress: Progress) -> None:
    columns = tuple(fields(plan.cetak))
    paper = Paper(plan.cetak, fixed_width(plan.cetak))
    stand = places(paper, columns)
    grid = Grid(paper, stand)
    for place, width in enumerate(grid.widths):
        sheet.set_column_pixels(place, place, width)
    pen = Pen(book, sheet, grid)
    table, around = Table(plan, columns, stand, grid, pen), Around(plan, paper, stand, grid, pen)
    around.write_title()
    head = table.write_head()
    table.write(progress)
    around.write_closing()
    sheet.hide_gridlines(2)
    sheet.freeze_panes(head.stop, 0)
    sheet.repeat_rows(head.start, head.stop - 1)
    sheet.print_area(0, 0, pen.next - 1, grid.whole.last)
    _set_page_up(plan, paper, sheet)


def _set_page_up(plan: Plan, paper: Paper, sheet: Worksheet) -> None:
    cetak = plan.cetak
    below = FOOT * paper.unit / MM
    sheet.set_landscape()
    sheet.center_horizontally()
    sheet.set_paper(PAPER[cetak.kertas])
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(
        cetak.margin_kiri / INCH,
        cetak.margin_kanan / INCH,
        cetak.margin_atas / INCH,
        (cetak.margin_bawah + below) / INCH,
    )
    place = "&R&9 Halaman &P dari &N" if Cantuman.HALAMAN in cetak.cantuman else ""
    foot = f"&L&9 {_short(form_words.name(plan.dokumen))}{place}"
    sheet.set_footer(foot, {"margin": cetak.margin_bawah / INCH})
    if Cantuman.DRAF in cetak.cantuman:
        sheet.set_header(
            f'&R&"Arial,Bold"&12 &K909090{form_words.DRAFT}', {"margin": cetak.margin_atas / 2 / INCH}
        )


def _short(name: str) -> str:
    """Return the name as a foot takes it, where & begins a command."""
    name = " ".join(name.split())
    name = name if len(name) <= MAX_FOOT else f"{name[: MAX_FOOT - 1]}…"
    return name.replace("&", "&&")


def _properties(dokumen: Dokumen) -> dict[str, str | datetime]:
    made = max(EARLIEST, dokumen.tanggal or date(dokumen.tahun, 1, 1))
    return {
        "title": form_words.name(dokumen),
        "subject": dokumen.judul,
        "author": dokumen.unit_kerja,
        "comments": "Renaksi Desktop",
        "created": datetime.combine(made, time()),
    }

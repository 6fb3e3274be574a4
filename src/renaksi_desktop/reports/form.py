"""The official form "Rencana Aksi Perjanjian Kinerja" of a plan, as a PDF."""

from __future__ import annotations

import io
from collections.abc import Callable
from threading import Lock
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.reports import around
from renaksi_desktop.reports.drawing import draw_page
from renaksi_desktop.reports.fonts import faces
from renaksi_desktop.reports.pages import Page, paginate
from renaksi_desktop.reports.sheet import Sheet
from renaksi_desktop.reports.table import Table

_ONE_AT_A_TIME: Final = Lock()
"""The fonts are reportlab's, which one document at a time may use."""


def pages(plan: Plan, sheet: Sheet) -> list[Page]:
    """Return the pages of the form, placed and not yet drawn."""
    table = Table(plan, sheet)
    rows = (*table.rows(), *around.closing(plan, sheet))
    return paginate(around.title(plan, sheet), table.head(), rows, sheet.room)


def render(plan: Plan, page_done: Callable[[int], None] | None = None) -> bytes:
    """Return the form as a PDF; the same plan gives the same bytes.

    `page_done` is called with the number of pages drawn so far; what it raises ends the work.
    """
    sheet = Sheet(plan.cetak.kertas, faces())
    done = pages(plan, sheet)
    pdf = io.BytesIO()
    with _ONE_AT_A_TIME:
        canvas = Canvas(pdf, pagesize=(sheet.width, sheet.height), invariant=1, pageCompression=1, lang="id-ID")
        for number, page in enumerate(done, 1):
            draw_page(canvas, page, sheet.height - sheet.margin)
            _foot(canvas, sheet, plan, number, len(done))
            canvas.showPage()
            if page_done:
                page_done(number)
        canvas.save()
    return pdf.getvalue()


def _foot(canvas: Canvas, sheet: Sheet, plan: Plan, number: int, count: int) -> None:
    left, right = sheet.span
    style = sheet.foot
    place = f"Halaman {number} dari {count}"
    dokumen = plan.dokumen
    name = " - ".join(filter(None, (f"{dokumen.judul} TAHUN {dokumen.tahun}", dokumen.unit_kerja)))
    canvas.setFont(style.face.name, style.size)
    canvas.setFillGray(0.35)
    canvas.drawString(left, sheet.margin, style.shorten(name, right - left - 2 * style.width(place)))
    canvas.drawRightString(right, sheet.margin, place)

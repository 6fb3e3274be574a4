"""The official form "Rencana Aksi Perjanjian Kinerja" of a plan, as a PDF."""

from __future__ import annotations

import io
from collections.abc import Callable
from threading import Lock
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from renaksi_desktop.domain.plan import Dokumen, Plan
from renaksi_desktop.reports import around
from renaksi_desktop.reports.drawing import Pen
from renaksi_desktop.reports.fonts import faces
from renaksi_desktop.reports.pages import Page, Placed, paginate
from renaksi_desktop.reports.sheet import Sheet
from renaksi_desktop.reports.table import Table

_ONE_AT_A_TIME: Final = Lock()
"""The fonts are reportlab's, which may write one document at a time."""


def render(plan: Plan, page_done: Callable[[int], None] | None = None) -> bytes:
    """Return the form as a PDF; the same plan gives the same bytes.

    `page_done` is called with the number of pages drawn so far; what it raises ends the work.
    """
    sheet = Sheet(plan.cetak.kertas, faces())
    all_pages = pages(plan, sheet)
    pdf = io.BytesIO()
    with _ONE_AT_A_TIME:
        canvas = _canvas(pdf, plan.dokumen, sheet)
        pen = Pen(canvas, sheet.height - sheet.margin)
        for number, page in enumerate(all_pages, 1):
            foot = around.foot(plan, sheet, number, len(all_pages))
            pen.draw([*page, Placed(sheet.foot_top, foot)])
            canvas.showPage()
            if page_done:
                page_done(number)
        canvas.save()
    return pdf.getvalue()


def pages(plan: Plan, sheet: Sheet) -> list[Page]:
    """Return the pages of the form, placed and not yet drawn."""
    table = Table(plan, sheet)
    rows = (*table.rows(), *around.closing(plan, sheet))
    return paginate(around.title(plan, sheet), table.head(), rows, sheet.room)


def _canvas(pdf: io.BytesIO, dokumen: Dokumen, sheet: Sheet) -> Canvas:
    """Return an empty document that says what it is, and nothing of when and where it was made."""
    canvas = Canvas(
        pdf,
        pagesize=(sheet.width, sheet.height),
        pageCompression=1,
        invariant=1,
        initialFontName=sheet.table.face.name,
        lang="id-ID",
    )
    canvas.setTitle(around.name(dokumen))
    canvas.setAuthor(dokumen.unit_kerja)
    canvas.setSubject(dokumen.judul)
    canvas.setCreator("Renaksi Desktop")
    if dokumen.tanggal:
        stamp = "D:" + dokumen.tanggal.isoformat().replace("-", "")
        canvas.setDateFormatter(lambda *_: stamp)
    return canvas

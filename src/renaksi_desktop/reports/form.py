"""The official form "Rencana Aksi Perjanjian Kinerja" of a plan, as a PDF."""

from __future__ import annotations

import io
from collections.abc import Mapping
from threading import Lock
from typing import Final, NamedTuple

from reportlab.pdfgen.canvas import Canvas

from renaksi_desktop.domain import form_words, texts
from renaksi_desktop.domain.plan import Cantuman, Dokumen, Id, Plan
from renaksi_desktop.reports.cells import Mark
from renaksi_desktop.reports.drawing import Pen
from renaksi_desktop.reports.fonts import faces
from renaksi_desktop.reports.layout import Layout, Progress, lay_out, quiet
from renaksi_desktop.reports.pages import Page
from renaksi_desktop.reports.sheet import Sheet

_ONE_AT_A_TIME: Final = Lock()
"""The fonts are reportlab's, which may write one document at a time."""


class Form(NamedTuple):
    """A printed form.

    `pages` says on which page, from 1, each Sasaran and Indikator begins. `missing` are the characters that the
    typefaces lack, each once; a box stands for them on the paper.
    """

    pdf: bytes
    pages: Mapping[Id, int]
    missing: str


def render(plan: Plan, progress: Progress = quiet) -> Form:
    """Print a plan; the same plan gives the same bytes.

    The PDF says what it is (title, author, language, the date of the plan), nothing of when and where it was made,
    and has an outline by Sasaran and Indikator.
    """
    layout = lay_out(plan, lambda share: progress(share / 2))
    pdf, begins = drawn(plan, layout, lambda share: progress((1 + share) / 2))
    return Form(pdf, begins, missing(plan))


def drawn(plan: Plan, layout: Layout, progress: Progress = quiet) -> tuple[bytes, Mapping[Id, int]]:
    """Return laid out pages of a plan as PDF, and on which of them, from 1, each of their marks is."""
    pdf = io.BytesIO()
    begins: dict[Id, int] = {}
    with _ONE_AT_A_TIME:
        canvas = _canvas(pdf, plan.dokumen, layout.sheet)
        pen = Pen(canvas, layout.sheet.top)
        for number, page in enumerate(layout.pages, 1):
            if Cantuman.DRAF in plan.cetak.cantuman:
                pen.stamp(form_words.DRAFT, faces().bold, layout.sheet.width, layout.sheet.height)
            pen.draw(page)
            begins |= {mark.key: number for mark in _outlined(canvas, page, layout.sheet)}
            canvas.showPage()
            progress(number / len(layout.pages))
        canvas.save()
    return pdf.getvalue(), begins


def missing(plan: Plan) -> str:
    """Return the characters that a plan's form should show and the typefaces lack, each once."""
    anchors = plan.cetak.jangkar if Cantuman.TTE in plan.cetak.cantuman else ""
    return faces().regular.missing("".join((anchors, *texts.printed(plan))))


def _outlined(canvas: Canvas, page: Page, sheet: Sheet) -> list[Mark]:
    """Enter in the outline what begins on a page; return the marks of it."""
    marks = [(mark, y) for y, row in page for mark in row.marks]
    for mark, y in marks:
        canvas.bookmarkPage(mark.key, fit="XYZ", left=0, top=sheet.top - y, zoom=0)
        canvas.addOutlineEntry(mark.title, mark.key, mark.level)
    return [mark for mark, _ in marks]


def _canvas(pdf: io.BytesIO, dokumen: Dokumen, sheet: Sheet) -> Canvas:
    """Return an empty document that says what it is."""
    canvas = Canvas(
        pdf,
        pagesize=(sheet.width, sheet.height),
        pageCompression=1,
        invariant=1,
        initialFontName=sheet.table.face.name,
        lang="id-ID",
    )
    canvas.setTitle(form_words.name(dokumen))
    canvas.setAuthor(dokumen.unit_kerja)
    canvas.setSubject(dokumen.judul)
    canvas.setCreator("Renaksi Desktop")
    if dokumen.tanggal:
        stamp = f"D:{dokumen.tanggal:%Y%m%d}000000Z"
        canvas.setDateFormatter(lambda *_: stamp)
    return canvas

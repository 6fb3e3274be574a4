"""The pages of a PDF on a printer of Qt."""

from __future__ import annotations

import ctypes
from contextlib import closing
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QPoint, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from renaksi_desktop.domain.errors import RenaksiError
from renaksi_desktop.reports.page_order import page_order
from renaksi_desktop.reports.raster import Raster, Size, pages_of
from renaksi_desktop.storage import atomic
from renaksi_desktop.tasks.background import Job
from renaksi_desktop.widgets.page_pictures import image_of

FINEST_DPI: Final = 600
"""Of a picture on paper. Qt says 1200 of every printer of CUPS: four times the data, and it looks the same."""

SAME_PAPER: Final = 3.0
"""Points by which two descriptions of one kind of paper may differ; Qt takes the same."""


class PrintFailed(RenaksiError):
    def __init__(self, printer: str) -> None:
        super().__init__(f"Printer “{printer}” tidak menerima cetakan.")


def printer_for(size: Size, paper: str, name: str) -> QPrinter:
    """Return a printer with this paper, see `lay_paper`; `name` is that of the print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setCreator("Renaksi Desktop")
    lay_paper(printer, size, paper)
    return printer


def lay_paper(printer: QPrinter, size: Size, name: str) -> None:
    """Set a printer to landscape paper of this size in points, which is called so if it has no name of its own."""
    # Qt counts paper upright. The margins are part of the page that is printed.
    upright = QSizeF(size.height, size.width)
    paper = QPageSize(upright, QPageSize.Unit.Point, name, QPageSize.SizeMatchPolicy.ExactMatch)
    printer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Landscape, QMarginsF()))
    printer.setFullPage(True)


def pages_wanted(printer: QPrinter, count: int, current: int) -> list[int]:
    """Return the pages, from 1, in the order in which they go to the printer; `current` is the one looked at."""
    ranges: list[tuple[int, int]] = []
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        ranges = [(current, current)]
    elif printer.printRange() is QPrinter.PrintRange.PageRange:
        ranges = [(part.from_, part.to) for part in printer.pageRanges().toRangeList()]
    return page_order(
        count,
        ranges,
        copies=1 if printer.supportsMultipleCopies() else printer.copyCount(),
        collate=printer.collateCopies(),
        last_first=printer.pageOrder() is QPrinter.PageOrder.LastPageFirst,
    )


def write_pages(pdf: bytes, pages: list[int], count: int, target: Path, job: Job) -> None:
    """Print to a PDF file: the very pages, as text and lines.

    Raises:
        WriteFailed: the file cannot be written.
    """
    whole = pages == list(range(1, count + 1))
    chosen = pdf if whole else pages_of(pdf, [page - 1 for page in pages])
    job.seal()
    atomic.write(target, chosen)


def print_pages(pdf: bytes, pages: list[int], printer: QPrinter, job: Job) -> None:
    """Print on paper, as pictures at the printer's resolution, band by band; what is cancelled is not printed.

    Raises:
        PrintFailed: the printer does not take it.
    """
    printer.setFullPage(True)  # whatever margins the dialog had
    printer.setColorMode(QPrinter.ColorMode.GrayScale)  # the same print in a third of the data
    printer.setResolution(min(printer.resolution(), FINEST_DPI))
    painter = QPainter()
    with closing(Raster(pdf)) as raster:
        if not painter.begin(printer):
            raise PrintFailed(printer.printerName())
        try:
            painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
            for done, page in enumerate(pages):
                if done and not printer.newPage():
                    raise PrintFailed(printer.printerName())
                _draw(painter, printer, raster, page - 1)
                job.progress((done + 1) / len(pages))
            job.seal()
        except BaseException:
            _give_up(painter, printer)
            raise
        painter.end()


def _give_up(painter: QPainter, printer: QPrinter) -> None:
    """End a print so that nothing of it comes out."""
    if printer.abort():
        painter.end()
        return
    # Qt's printing by CUPS knows no way back: it sends what it has as soon as the painter ends, so it never does.
    for part in (painter, printer):
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(part))


def _draw(painter: QPainter, printer: QPrinter, raster: Raster, page: int) -> None:
    size = raster.sizes[page]
    paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    scale = printer.resolution() / 72
    across, down = paper.width() / (size.width * scale), paper.height() / (size.height * scale)
    if max(abs(across - 1) * size.width, abs(down - 1) * size.height) > SAME_PAPER:
        scale *= min(across, down)  # other paper than the plan's
    width, height = raster.pixels(page, scale)
    corner = QPoint(round((paper.width() - width) / 2), round((paper.height() - height) / 2))
    for top, picture in raster.bands(page, scale):
        painter.drawImage(corner + QPoint(0, top), image_of(picture))

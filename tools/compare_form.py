"""Put the pages of the form's workbook, as LibreOffice prints it, beside those of its PDF, to be looked at."""

from __future__ import annotations

import subprocess
import sys
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PySide6.QtGui import QImage, QPainter

from renaksi_desktop.reports.form import render
from renaksi_desktop.spreadsheets.form.writer import write_form
from renaksi_desktop.storage.reader import read

SCALE = 1.25
"""Pixels for each point."""


def main() -> None:
    """Compare one plan: BERKAS.renaksi, and the folder for the pictures."""
    source, target = map(Path, sys.argv[1:])
    plan = read(source).plan
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "form.xlsx").write_bytes(write_form(plan))
        profile = f"-env:UserInstallation=file://{folder / 'profile'}"
        convert = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            name,
            str(folder / "form.xlsx"),
        ]
        subprocess.run(convert, check=True, timeout=120)
        pages = zip_longest(pictures(render(plan).pdf), pictures((folder / "form.pdf").read_bytes()))
    for number, pair in enumerate(pages, 1):
        path = target / f"{source.stem}-{number}.png"
        beside([page for page in pair if page is not None]).save(str(path))
        print(path)


def pictures(pdf: bytes) -> list[QImage]:
    """Return the pages of a PDF."""
    with pypdfium2.PdfDocument(pdf) as document:
        bitmaps = [page.render(scale=SCALE, rev_byteorder=True) for page in document]
        formats = {3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBA8888}
        return [
            QImage(
                bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, formats[bitmap.n_channels]
            ).copy()
            for bitmap in bitmaps
        ]


def beside(pages: list[QImage]) -> QImage:
    """Return pages above each other: those of the PDF first."""
    picture = QImage(max(page.width() for page in pages), sum(page.height() for page in pages), pages[0].format())
    painter = QPainter(picture)
    y = 0
    for page in pages:
        painter.drawImage(0, y, page)
        y += page.height()
    painter.end()
    return picture


if __name__ == "__main__":
    main()

"""The pages of the sample plan look as they did when somebody looked at them.

After a change that is meant: `RENAKSI_NEW_PICTURES=1 pytest tests/reports/test_pages_look_as_before.py`, then look
at the pictures in tests/data before they are kept.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops, ImageStat

from renaksi_desktop import resources
from renaksi_desktop.domain.plan import Cantuman, Cetak, Gaya, Kertas, Kolom, Periode
from renaksi_desktop.interchange import read_json
from renaksi_desktop.reports.form import render

PICTURES = Path(__file__).parents[1] / "data" / "halaman"
DPI = 60
NEARLY = 0.05
"""Of 255 shades of grey, the mean difference that another build of the renderer may make."""

RESMI = Cetak()
EVERYTHING = Cetak(Kertas.F4, Gaya.INDONESIA, tuple(Kolom), Periode.KEDUANYA, tuple(Cantuman))


@pytest.mark.parametrize(
    ("name", "cetak", "page"),
    [("resmi-1", RESMI, 1), ("resmi-4", RESMI, 4), ("resmi-5", RESMI, 5), ("semua-1", EVERYTHING, 1)],
)
def test_a_page_looks_as_it_did(name: str, cetak: Cetak, page: int) -> None:
    pdf = render(replace(read_json(resources.SAMPLE.read_bytes()), cetak=cetak)).pdf
    with pdfium.PdfDocument(pdf) as document:
        looks = document[page - 1].render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
    path = PICTURES / f"{name}.png"
    if "RENAKSI_NEW_PICTURES" in os.environ:
        path.parent.mkdir(exist_ok=True)
        looks.save(path, optimize=True)
    with Image.open(path) as kept:
        assert kept.size == looks.size
        (difference,) = ImageStat.Stat(ImageChops.difference(kept, looks)).mean
    assert difference < NEARLY

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
from renaksi_desktop.domain import edits
from renaksi_desktop.domain.checks import check
from renaksi_desktop.domain.plan import Cantuman, Cetak, Gaya, Kertas, Kolom, Periode
from renaksi_desktop.domain.summary import PlanSummary
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.interchange import read_json
from renaksi_desktop.reports.form import render
from renaksi_desktop.reports.summary import render_summary

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
    _assert_as_kept(name, render(replace(read_json(resources.SAMPLE.read_bytes()), cetak=cetak)).pdf, page)


@pytest.mark.parametrize(("name", "page"), [("ringkasan-1", 1), ("ringkasan-2", 2)])
def test_a_page_of_the_summary_looks_as_it_did(name: str, page: int) -> None:
    """One line of the budget is shared out too far, one not all the way."""
    plan = read_json(resources.SAMPLE.read_bytes())
    for place, jumlah in ((0, 66_559_000), (1, 5_300_000)):
        plan = edits.change(plan.sasaran[place].indikator[0].kontribusi[0], jumlah=jumlah).apply(plan)
    summary = PlanSummary.of(plan, Totals(plan), check(plan))
    _assert_as_kept(name, render_summary(plan, summary).pdf, page)


def _assert_as_kept(name: str, pdf: bytes, page: int) -> None:
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

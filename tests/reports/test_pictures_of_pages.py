"""The pictures of pages show what the PDF says, whole or in bands, at any scale."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing

import pdfplumber
import pytest
from reportlab.pdfgen.canvas import Canvas

from renaksi_desktop.reports import raster
from renaksi_desktop.reports.raster import Picture, Raster, Size, pages_of

A5 = (420.0, 298.0)


def drawn() -> bytes:
    """Return a PDF of two pages: one with a block 100 points wide and 50 high near its upper left, one empty."""
    pdf = io.BytesIO()
    canvas = Canvas(pdf, pagesize=A5)
    canvas.rect(30, A5[1] - 20 - 50, 100, 50, stroke=0, fill=1)
    canvas.showPage()
    canvas.drawString(30, 30, "halaman dua")
    canvas.showPage()
    canvas.save()
    return pdf.getvalue()


@pytest.fixture
def pages() -> Iterator[Raster]:
    with closing(Raster(drawn())) as pages:
        yield pages


def row(picture: Picture, number: int) -> bytes:
    return bytes(picture.pixels[number * picture.stride :][: picture.width])


def test_each_page_tells_its_size_in_points(pages: Raster) -> None:
    assert pages.sizes == (Size(*A5), Size(*A5))


def test_a_block_stands_in_the_picture_where_it_stands_on_paper(pages: Raster) -> None:
    picture = pages.picture(0, 2)
    assert (picture.width, picture.height) == (840, 596)
    assert row(picture, 39) == b"\xff" * 840
    assert row(picture, 41) == b"\xff" * 60 + b"\x00" * 200 + b"\xff" * 580
    assert row(picture, 138) == row(picture, 41)
    assert row(picture, 141) == b"\xff" * 840


def test_a_smooth_picture_is_as_large_and_as_dark(pages: Raster) -> None:
    plain, smooth = pages.picture(0, 0.9), pages.smooth_picture(0, 0.9)
    assert (smooth.width, smooth.height) == (plain.width, plain.height)
    middle = smooth.height * 45 // 298
    assert row(smooth, middle)[60] == 0
    assert row(smooth, middle)[300] == 255
    assert abs(sum(smooth.pixels) - sum(plain.pixels)) < 0.02 * len(plain.pixels) * 255


def test_the_bands_of_a_page_are_its_picture(pages: Raster, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pages.picture(0, 1.7)
    monkeypatch.setattr(raster, "BAND_PIXELS", 40 * whole.width + 1)
    bands = list(pages.bands(0, 1.7))
    assert len(bands) == -(-whole.height // 40)
    for top, picture in bands:
        assert picture.height <= 40
        assert [row(picture, y) for y in range(picture.height)] == [
            row(whole, top + y) for y in range(picture.height)
        ]
    assert sum(picture.height for _, picture in bands) == whole.height


def test_a_band_at_1200_dpi_stays_small(pages: Raster) -> None:
    first = next(pages.bands(0, 1200 / 72))
    assert len(first.picture.pixels) <= raster.BAND_PIXELS + 4 * first.picture.height


def test_a_closed_document_gives_no_picture() -> None:
    pages = Raster(drawn())
    pages.close()
    pages.close()
    with pytest.raises(ValueError, match="closed"):
        pages.picture(0, 1)


def test_chosen_pages_are_the_very_pages_in_the_order_asked_for() -> None:
    with pdfplumber.open(io.BytesIO(pages_of(drawn(), [1, 0, 1]))) as chosen:
        assert [len(page.rects) for page in chosen.pages] == [0, 1, 0]
        assert chosen.pages[0].extract_text() == "halaman dua"

"""Pictures of the pages of the form: to look at in the window, and in bands to print.

The form is black, white and grey, and so are they.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil
from threading import RLock
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_ONE_AT_A_TIME: Final = RLock()
"""pdfium may be used by one thread at a time, whatever the document."""

BAND_PIXELS: Final = 1024 * 1024
"""The most pixels of a band, one byte each, however fine the printer is."""

FINE, FINEST = 2.5, 3
"""Pixels to a point from which letters keep their distances, and how many times finer than the screen at most."""


class Size(NamedTuple):
    """Of a page, in points."""

    width: float
    height: float


class Picture(NamedTuple):
    """Rows of pixels from the top, a byte of grey each."""

    pixels: bytearray
    width: int
    height: int
    stride: int
    """Bytes from one row to the next."""


class Band(NamedTuple):
    """A picture of a part of a page, which begins `top` rows below the page's upper edge."""

    top: int
    picture: Picture


class Raster:
    """The pages of one PDF, numbered from 0. It may be used, closed and dropped on any thread."""

    def __init__(self, pdf: bytes) -> None:
        from pypdfium2 import PdfDocument  # only who looks at pages pays for it

        self._document: PdfDocument | None = None
        with _ONE_AT_A_TIME:
            self._document = PdfDocument(pdf)
            self.sizes = tuple(Size(*self._document.get_page_size(page)) for page in range(len(self._document)))

    def close(self) -> None:
        """Give up the document; who asks for a picture afterwards gets a ValueError."""
        with _ONE_AT_A_TIME:
            if self._document is not None:
                self._document.close()
                self._document = None

    def __del__(self) -> None:
        self.close()  # left to itself, the document would be closed while another thread is in pdfium

    def pixels(self, page: int, scale: float) -> tuple[int, int]:
        """Return the width and height of a page in pixels, with `scale` pixels to a point."""
        width, height = self.sizes[page]
        return max(1, round(width * scale)), max(1, round(height * scale))

    def picture(self, page: int, scale: float) -> Picture:
        """Return a whole page, with `scale` pixels to a point."""
        size = self.pixels(page, scale)
        return self._part(page, size, 0, size[1])

    def smooth_picture(self, page: int, scale: float) -> Picture:
        """Return a whole page as it is read best on a screen: drawn finer, then made smaller.

        At the size of the screen pdfium sets each letter on a whole pixel: the words of a small text run together.
        """
        from PIL import Image

        finer = min(FINEST, ceil(FINE / scale))
        if finer == 1:
            return self.picture(page, scale)
        width, height = self.pixels(page, scale)
        fine = self._part(page, (width * finer, height * finer), 0, height * finer)
        size = fine.width, fine.height
        image = Image.frombuffer("L", size, fine.pixels, "raw", "L", fine.stride, 1).reduce(finer)
        return Picture(bytearray(image.tobytes()), width, height, width)

    def bands(self, page: int, scale: float) -> Iterator[Band]:
        """Yield a page from top to bottom in bands that together are its picture.

        Each is made when it is asked for, so that a page at 1200 dpi takes the memory of one band.
        """
        width, height = self.pixels(page, scale)
        rows = max(1, BAND_PIXELS // width)
        for top in range(0, height, rows):
            yield Band(top, self._part(page, (width, height), top, min(rows, height - top)))

    def _part(self, number: int, size: tuple[int, int], top: int, rows: int) -> Picture:
        """Return some rows of a page that as a whole has this size in pixels."""
        from pypdfium2 import raw

        width, height = size
        with self._page(number) as page:
            stride = width + -width % 4  # Qt wants rows of whole words
            pixels = bytearray(b"\xff") * (stride * rows)
            buffer = (ctypes.c_ubyte * len(pixels)).from_buffer(pixels)
            bitmap = raw.FPDFBitmap_CreateEx(width, rows, raw.FPDFBitmap_Gray, buffer, stride)
            raw.FPDF_RenderPageBitmap(bitmap, page, 0, -top, width, height, 0, raw.FPDF_ANNOT)
            raw.FPDFBitmap_Destroy(bitmap)
        return Picture(pixels, width, rows, stride)

    @contextmanager
    def _page(self, number: int) -> Iterator[PdfPage]:
        """Open a page, for this thread alone."""
        with _ONE_AT_A_TIME:
            if self._document is None:
                raise ValueError("the document is closed")
            page = self._document[number]
            try:
                yield page
            finally:
                page.close()


def pages_of(pdf: bytes, pages: list[int]) -> bytes:
    """Return a PDF of these pages, numbered from 0, in this order; a page may come more than once."""
    import io

    from pypdfium2 import PdfDocument

    target = io.BytesIO()
    with _ONE_AT_A_TIME, PdfDocument(pdf) as source, PdfDocument.new() as chosen:
        chosen.import_pages(source, pages)
        chosen.save(target)
    return target.getvalue()

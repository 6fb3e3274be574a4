"""The pictures of the pages that are looked at, made one after the other off the UI thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import ceil, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from renaksi_desktop.tasks.background import Background

if TYPE_CHECKING:
    from renaksi_desktop.reports.raster import Picture, Raster

MAX_PIXELS: Final = 16_000_000
"""Of one picture. Where a page is larger on the screen, its picture is drawn enlarged."""


FINE, FINEST = 2.5, 3
"""Pixels to a point from which letters keep their distances, and how many times finer than the screen at most."""


class _Shot(NamedTuple):
    """A page as it was pictured, of which document and at which scale."""

    image: QImage
    raster: Raster
    scale: float


class PagePictures(QObject):
    """Keeps a picture of each page that is wanted; an old one stays until the new one is made."""

    made = Signal()
    """One more picture is as it should be."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._raster: Raster | None = None
        self._shots: dict[int, _Shot] = {}
        self._wanted: Mapping[int, float] = {}
        self._busy = False

    def __getitem__(self, page: int) -> QImage | None:
        """Return the newest picture of a page, which may be of an older document or another scale."""
        shot = self._shots.get(page)
        return shot.image if shot else None

    def show(self, raster: Raster) -> None:
        """Make the pictures of this document from now on; the one before is closed."""
        old, self._raster = self._raster, raster
        self._background.cancel()
        self._busy = False
        if old is not None:
            self._background.run(lambda _: old.close(), lambda _: None, lambda _: None)

    def want(self, pages: Iterable[int], scale: float) -> None:
        """Have pictures of these pages, the most urgent first, with `scale` pixels to a point; forget others."""
        self._wanted = dict.fromkeys(pages, scale)
        self._shots = {page: shot for page, shot in self._shots.items() if page in self._wanted}
        self._make_next()

    def wait(self) -> None:
        """Return when nothing is being made any more."""
        self._background.wait()

    def _make_next(self) -> None:
        raster = self._raster
        if raster is None or self._busy:
            return
        for page, wanted in self._wanted.items():
            scale = _bounded(raster, page, wanted)
            shot = self._shots.get(page)
            if shot is None or shot.raster is not raster or shot.scale != scale:
                self._busy = True
                self._background.run(
                    lambda _: (page, _Shot(_pictured(raster, page, scale), raster, scale)),  # noqa: B023 returns
                    self._take,
                    lambda _: None,
                )
                return

    def _take(self, made: tuple[int, _Shot]) -> None:
        self._busy = False
        page, shot = made
        if page in self._wanted:
            self._shots[page] = shot
            self.made.emit()
        self._make_next()


def image_of(picture: Picture) -> QImage:
    """Return a copy of a picture as Qt draws it; it may be made on any thread."""
    kind = QImage.Format.Format_Grayscale8 if picture.grey else QImage.Format.Format_RGB32
    return QImage(picture.pixels, picture.width, picture.height, picture.stride, kind).copy()


def _pictured(raster: Raster, page: int, scale: float) -> QImage:
    """Return a page as it is read best: drawn finer than the screen and made smaller.

    At the size of the screen pdfium sets each letter on a whole pixel: the words of a small text run together.
    """
    finer = max(1, min(FINEST, ceil(FINE / scale)))
    image = image_of(raster.picture(page, scale * finer))
    if finer == 1:
        return image
    smooth, shape = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.IgnoreAspectRatio
    return image.scaled(*raster.pixels(page, scale), shape, smooth)


def _bounded(raster: Raster, page: int, scale: float) -> float:
    width, height = raster.pixels(page, scale)
    return scale * min(1.0, sqrt(MAX_PIXELS / (width * height)))

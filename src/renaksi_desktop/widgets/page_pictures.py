"""The pictures of the pages that are looked at, made one after the other off the UI thread."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from renaksi_desktop.tasks.background import Background, Job

if TYPE_CHECKING:
    from renaksi_desktop.reports.raster import Picture, Raster

MAX_PIXELS: Final = 16_000_000
"""Of one picture. Where a page is larger on the screen, its picture is drawn enlarged."""


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
        self._pages: tuple[int, ...] = ()
        self._scale = 1.0
        self._job: Job | None = None

    def __getitem__(self, page: int) -> QImage | None:
        """Return the newest picture of a page, which may be of an older document or another scale."""
        shot = self._shots.get(page)
        return shot.image if shot else None

    def show(self, raster: Raster) -> None:
        """Make the pictures of this document from now on."""
        self._raster = raster
        self._background.cancel()
        self._job = None
        self._make_next()

    def want(self, pages: Iterable[int], scale: float) -> None:
        """Have pictures of these pages, the most urgent first, with `scale` pixels to a point; forget others."""
        self._pages, self._scale = tuple(pages), scale
        self._shots = {page: shot for page, shot in self._shots.items() if page in self._pages}
        self._make_next()

    def stop(self) -> None:
        """Make no more pictures, and return when none is being made."""
        self._background.stop()

    def _make_next(self) -> None:
        raster = self._raster
        if raster is None or self._job is not None:
            return
        for page in self._pages:
            scale = _bounded(raster, page, self._scale)
            shot = self._shots.get(page)
            if shot is None or shot.raster is not raster or shot.scale != scale:
                self._make(raster, page, scale)
                return

    def _make(self, raster: Raster, page: int, scale: float) -> None:
        def work(_: Job) -> QImage:
            return image_of(raster.smooth_picture(page, scale))

        self._job = self._background.run(work, lambda image: self._take(page, _Shot(image, raster, scale)))

    def _take(self, page: int, shot: _Shot) -> None:
        self._job = None
        if page in self._pages:
            self._shots[page] = shot
            self.made.emit()
        self._make_next()


def image_of(picture: Picture) -> QImage:
    """Return a copy of a picture as Qt draws it; it may be made on any thread."""
    kind = QImage.Format.Format_Grayscale8
    return QImage(picture.pixels, picture.width, picture.height, picture.stride, kind).copy()


def _bounded(raster: Raster, page: int, scale: float) -> float:
    width, height = raster.pixels(page, scale)
    return scale * min(1.0, sqrt(MAX_PIXELS / (width * height)))

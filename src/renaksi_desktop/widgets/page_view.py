"""Pages one below the other on a quiet ground, drawn as far as they are seen."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from renaksi_desktop.widgets import shades
from renaksi_desktop.widgets.page_pictures import PagePictures
from renaksi_desktop.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from renaksi_desktop.reports.raster import Raster

GAP: Final = 16
"""Around each page, in pixels of the window."""
STEPS: Final = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""What the zoom goes through; 1 is the size of the paper."""
LINE: Final = 24
"""How far an arrow key scrolls, in pixels of the window."""


class Fit(Enum):
    """A zoom that follows the size of the view."""

    WIDTH = auto()
    PAGE = auto()


class PageView(QAbstractScrollArea):
    """Shows the pages of a `Raster`, numbered from 0. Inside, it measures in physical pixels of the screen."""

    currentChanged = Signal(int)
    """Another page is the one that is looked at."""
    zoomChanged = Signal()
    """`zoom` or `fit` is another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageView")
        self.setAccessibleName(self.tr("Halaman formulir"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The width to fit would change with a bar that comes and goes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.fit: Fit | None = Fit.WIDTH
        self.zoom, self.current = 1.0, 0
        self.pictures = PagePictures(self)
        self.pictures.made.connect(self.viewport().update)
        self._raster: Raster | None = None
        self._stack = PageStack((), GAP)
        self.verticalScrollBar().valueChanged.connect(self._follow_scrolling)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._stack.sizes)

    def show_pages(self, raster: Raster) -> None:
        """Show other pages at the same place; the old pictures stay until the new ones are made."""
        self._raster = raster
        self.pictures.show(raster)
        self._arrange()

    def go_to(self, page: int) -> None:
        """Bring the upper edge of a page into view."""
        if self.count:
            page = min(max(page, 0), self.count - 1)
            self.verticalScrollBar().setValue(self._stack.top(page) - self._stack.gap)
            self._set_current(page)  # also where the last pages are too short to reach the top

    def set_fit(self, fit: Fit) -> None:
        self.fit = fit
        self._arrange()
        if fit is Fit.PAGE:
            self.go_to(self.current)  # else the view shows the end of one page and the beginning of the next

    def set_zoom(self, zoom: float, at: float = 0) -> None:
        """Show paper at `zoom` times its size; what stands `at` this height of the view stays there."""
        self.fit = None
        self.zoom = min(max(zoom, STEPS[0]), STEPS[-1])
        self._arrange(at)

    def step_zoom(self, direction: int, at: float = 0) -> None:
        """Go to the next greater (1) or smaller (-1) step of the zoom; see `set_zoom`."""
        steps = [step for step in STEPS[::direction] if (step - self.zoom) * direction > 0.001]
        self.set_zoom(steps[0] if steps else self.zoom, at)

    # Placing

    def _arrange(self, at: float = 0) -> None:
        """Place the pages anew; what stands at this height of the view stays there."""
        if self._raster is None:
            return
        bar, offset = self.verticalScrollBar(), at * self.devicePixelRatioF()
        place = self._stack.place_at(bar.value() + offset) if self.count else None
        self.zoom = self._fitting_zoom(self._raster)
        sizes = [self._raster.pixels(page, self._scale) for page in range(len(self._raster.sizes))]
        self._stack = PageStack(sizes, round(GAP * self.devicePixelRatioF()))
        with QSignalBlocker(bar):
            self._set_bars()
            bar.setValue(round(self._stack.y_of(place) - offset) if place else 0)
        if self.current not in self._in_view():
            self._set_current(self._stack.page_at(bar.value() + bar.pageStep() / 2))
        self.zoomChanged.emit()
        self._update()

    def _fitting_zoom(self, raster: Raster) -> float:
        view, inch = self.viewport(), self.logicalDpiX() / 72
        width = (view.width() - 2 * GAP) / inch / max(size.width for size in raster.sizes)
        height = (view.height() - 2 * GAP) / inch / max(size.height for size in raster.sizes)
        zoom = {Fit.WIDTH: width, Fit.PAGE: min(width, height), None: self.zoom}[self.fit]
        return max(zoom, STEPS[0] / 4)

    @property
    def _scale(self) -> float:
        """How many physical pixels a point has."""
        return self.zoom * self.logicalDpiX() / 72 * self.devicePixelRatioF()

    def _set_bars(self) -> None:
        seen, across, down = self._seen(), self.horizontalScrollBar(), self.verticalScrollBar()
        middle = (across.value() + across.pageStep() / 2) / max(across.maximum() + across.pageStep(), 1)
        for bar, whole, part in (
            (across, self._stack.width, seen.width()),
            (down, self._stack.height, seen.height()),
        ):
            bar.setRange(0, max(whole - part, 0))
            bar.setPageStep(part)
            bar.setSingleStep(round(LINE * self.devicePixelRatioF()))
        across.setValue(round(middle * self._stack.width - seen.width() / 2))

    def _seen(self) -> QRect:
        """Return the part of the stack that is in view."""
        ratio, view = self.devicePixelRatioF(), self.viewport().size()
        width, height = round(view.width() * ratio), round(view.height() * ratio)
        spare = width - self._stack.width
        left = -spare // 2 if spare > 0 else self.horizontalScrollBar().value()
        return QRect(left, self.verticalScrollBar().value(), width, height)

    def _in_view(self) -> range:
        seen = self._seen()
        return self._stack.pages_between(seen.top(), seen.bottom())

    def _follow_scrolling(self, value: int) -> None:
        ends = {0: 0, self.verticalScrollBar().maximum(): self.count - 1}
        middle = self._stack.page_at(value + self.verticalScrollBar().pageStep() / 2)
        self._set_current(ends.get(value, middle))
        self._update()

    def _set_current(self, page: int) -> None:
        if page != self.current:
            self.current = page
            self.currentChanged.emit(page)

    def _update(self) -> None:
        """Draw what is in view, and have its pictures made, then those of the pages below and above."""
        pages = self._in_view()
        around = (page for page in (pages.stop, pages.start - 1) if 0 <= page < self.count)
        self.pictures.want((*pages, *around), self._scale)
        self.viewport().update()

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), shades.ground(self.palette()))
        painter.scale(1 / self.devicePixelRatioF(), 1 / self.devicePixelRatioF())  # pictures fit to the pixel
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        seen = self._seen()
        for page in self._in_view():
            width, height = self._stack.sizes[page]
            rect = QRect((self._stack.width - width) // 2, self._stack.top(page), width, height)
            _paint_page(painter, rect.translated(-seen.topLeft()), self.pictures[page])

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._arrange()
        elif event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _zooms(event):
            event.accept()  # here these keys are for the paper, elsewhere for the text of the program
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y():
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1, event.position().y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else self.count - 1)
        elif _zooms(event):
            self.step_zoom(-1 if key == Qt.Key.Key_Minus else 1)
        else:
            super().keyPressEvent(event)


def _zooms(event: QKeyEvent) -> bool:
    keys = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus)
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and event.key() in keys


def _paint_page(painter: QPainter, rect: QRect, image: QImage | None) -> None:
    for spread in (1, 2, 3):
        painter.fillRect(rect.adjusted(-spread, 1 - spread, spread, 1 + spread), shades.SHADOW)
    if image is None:
        painter.fillRect(rect, Qt.GlobalColor.white)
    elif image.size() == rect.size():
        painter.drawImage(QPointF(rect.topLeft()), image)
    else:
        painter.drawImage(rect, image)

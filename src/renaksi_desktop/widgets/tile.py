"""Small tiles side by side, each with a figure, that lead to the part of the plan the figure is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from renaksi_desktop.domain.findings import Place
from renaksi_desktop.domain.totals import Sums
from renaksi_desktop.widgets.shades import QUIET, TILE_LINE, inks, shade
from renaksi_desktop.widgets.share_bar import HEIGHT, paint_share
from renaksi_desktop.widgets.text_scale import scaled

PADDING, GAP = 8, 8
LARGER: Final = 1.35
"""How much larger than other text the value of a tile is that has a note."""
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Shown(NamedTuple):
    """What a tile shows: a name, a value, and below it a note or a bar. `words` say all of it."""

    name: str
    value: str
    words: str
    note: str = ""
    bar: Sums | None = None
    place: Place | None = None
    """Where the tile leads, if anywhere."""


class Tile(QAbstractButton):
    """One figure; Enter presses it too."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.shown = Shown("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_figure(self, shown: Shown) -> None:
        self.shown = shown
        self.setAccessibleName(shown.words)
        self.setToolTip(shown.words)
        self.setCursor(Qt.CursorShape.PointingHandCursor if shown.place else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size in which all texts are whole."""
        lines = [(QFontMetrics(font), text) for text, font, _ in self._lines()]
        bar = PADDING // 2 + scaled(HEIGHT) if self.shown.bar else 0
        return QSize(
            max(metrics.horizontalAdvance(text) for metrics, text in lines) + 2 * PADDING + 1,
            sum(metrics.height() for metrics, _ in lines) + bar + 2 * PADDING,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_frame(painter)
        room = self.rect().adjusted(PADDING, PADDING, -PADDING, -PADDING)
        top = room.top()
        for text, font, share in self._lines():
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(shade(self.palette(), share))
            line = QRect(room.left(), top, room.width(), metrics.height())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, shown)
            top += metrics.height()
        if self.shown.bar:
            bar = QRect(room.left(), top + PADDING // 2, room.width(), scaled(HEIGHT))
            paint_share(painter, bar, self.shown.bar, *inks(self.palette()))

    def _lines(self) -> Iterator[tuple[str, QFont, float]]:
        """Yield the texts from top to bottom, each with its font and how strong it is."""
        shown = self.shown
        yield shown.name, self.font(), QUIET
        if shown.bar:
            yield shown.value, self.font(), 1
            return
        value = QFont(self.font())
        value.setPointSizeF(value.pointSizeF() * LARGER)
        yield shown.value, value, 1
        yield shown.note, self.font(), QUIET

    def _paint_frame(self, painter: QPainter) -> None:
        """Paint a quiet line around; the accent around the tile that has the keyboard or would be pressed."""
        palette = self.palette()
        active = self.hasFocus() or (self.underMouse() and self.shown.place is not None)
        colour = palette.color(QPalette.ColorRole.Highlight) if active else shade(palette, TILE_LINE)
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        for inset in range(2 if self.hasFocus() else 1):
            painter.setPen(colour)
            painter.drawRect(self.rect().adjusted(inset, inset, -1 - inset, -1 - inset))


class TileRow(QWidget):
    """Tiles of one width, in a second or third line where their texts have no room side by side.

    Tab goes to the tile used last, the arrows from one to the next.
    """

    wanted = Signal(object)
    """Carries the `Place` to go to."""

    def __init__(self, names: Sequence[str], gap: int = GAP) -> None:
        """`names` are the object names of the tiles."""
        super().__init__()
        self._grid, self._across = QGridLayout(self), 0
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        self.tiles = [Tile(name, self) for name in names]
        for tile in self.tiles:
            tile.clicked.connect(lambda _=False, tile=tile: self._ask(tile))
            tile.installEventFilter(self)
        self._stop_at(self.tiles[0])

    def show_figures(self, figures: Sequence[Shown]) -> None:
        for tile, shown in zip(self.tiles, figures, strict=True):
            tile.show_figure(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # a tile shows something else, or in another size
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """Have as many lines as it takes for each tile to show its texts."""
        count, gap = len(self.tiles), self._grid.spacing()
        least = max(tile.sizeHint().width() for tile in self.tiles) + gap
        lines = next((n for n in (1, 2) if -(-count // n) * least - gap <= self.width()), 3)
        across = -(-count // lines)
        if across != self._across:
            self._across = across
            for place, tile in enumerate(self.tiles):
                self._grid.addWidget(tile, place // across, place % across)
            for column in range(count):
                self._grid.setColumnStretch(column, int(column < across))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, Tile):
            return False
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self._stop_at(watched)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = self._steps().get(event.key())
            if step is not None:
                place = self.tiles.index(watched) + step
                self.tiles[place if 0 <= place < len(self.tiles) else place - step].setFocus()
                return True
        return False

    def _steps(self) -> dict[int, int]:
        """Return how many tiles further each arrow goes, by its key."""
        key, across = Qt.Key, self._across
        return {key.Key_Left: -1, key.Key_Right: 1, key.Key_Up: -across, key.Key_Down: across}

    def _stop_at(self, stop: Tile) -> None:
        for tile in self.tiles:
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tile is stop else Qt.FocusPolicy.ClickFocus)

    def _ask(self, tile: Tile) -> None:
        if tile.shown.place is not None:
            self.wanted.emit(tile.shown.place)

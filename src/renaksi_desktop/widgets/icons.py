"""The line icons of the tool bar, drawn in the text colour of the window, so that they fit light and dark."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from renaksi_desktop import resources

SIZE = QSize(20, 20)
_SCALES = (1, 2)


def icon(name: str, colour: QColor) -> QIcon:
    """Return the icon of this name in one colour; an empty icon where none is drawn for it."""
    found = QIcon()
    path = resources.ROOT / "icons" / f"{name}.svg"
    if path.is_file():
        drawing = path.read_bytes().replace(b"currentColor", colour.name().encode())
        for scale in _SCALES:
            found.addPixmap(_drawn(drawing, scale))
    return found


def _drawn(drawing: bytes, scale: int) -> QPixmap:
    pixmap = QPixmap(SIZE * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap

"""The line icons of the tool bar, drawn in the text colour of the window, so that they fit light and dark."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from renaksi_desktop import resources

SIZE = QSize(20, 20)


def icon(name: str, colour: QColor, ratio: float) -> QIcon:
    """Return the icon of this name in one colour, for a screen with `ratio` physical pixels to one of ours.

    It is an empty icon where none is drawn for the name.
    """
    path = resources.ROOT / "icons" / f"{name}.svg"
    if not path.is_file():
        return QIcon()
    pixmap = QPixmap(SIZE * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing = path.read_bytes().replace(b"currentColor", colour.name().encode())
    QSvgRenderer(QByteArray(drawing)).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return QIcon(pixmap)

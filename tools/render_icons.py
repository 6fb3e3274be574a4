"""Render the icons of the program and of its files to PNG, after a change to the drawings."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from renaksi_desktop import resources

SIZES = (16, 24, 32, 48, 64, 128, 256)


def render(name: str, size: int) -> None:
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(resources.ROOT / "icons" / f"{name}.svg")).render(painter)
    painter.end()
    image.save(str(resources.ROOT / "icons" / f"{name}-{size}.png"))


if __name__ == "__main__":
    application = QGuiApplication(["render_icons", "-platform", "offscreen"])
    for drawing in ("renaksi", "dokumen"):
        for pixels in SIZES:
            render(drawing, pixels)

"""The icons are drawings that Qt can show, in the sizes and colours that those who show them count on."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from renaksi_desktop import resources

ICONS = resources.ROOT / "icons"
COLOURED = ("renaksi", "dokumen")
LINES = sorted(path for path in ICONS.glob("*.svg") if path.stem not in COLOURED)


def drawn(path: Path, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def coverage(image: QImage) -> float:
    """Return which part of the picture is not transparent."""
    points = [image.pixelColor(x, y).alphaF() for x in range(image.width()) for y in range(image.height())]
    return sum(points) / len(points)


@pytest.mark.parametrize("path", LINES, ids=lambda path: path.stem)
def test_a_line_icon_takes_the_colour_of_the_window(path: Path) -> None:
    colours = re.findall(r'(?:stroke|fill)="([^"]+)"', path.read_text(encoding="utf-8"))
    assert set(colours) == {"none", "currentColor"}
    assert 0.05 < coverage(drawn(path, 24)) < 0.5


@pytest.mark.parametrize("name", COLOURED)
@pytest.mark.parametrize("size", [16, 24, 32, 48, 64, 128, 256])
def test_a_rendered_icon_looks_like_its_drawing(name: str, size: int) -> None:
    rendered = QImage(str(ICONS / f"{name}-{size}.png"))
    assert (rendered.width(), rendered.height()) == (size, size)
    assert coverage(rendered) == pytest.approx(coverage(drawn(ICONS / f"{name}.svg", size)), abs=0.02)

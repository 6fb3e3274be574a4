"""The small bar in a cell: its length tells how much is shared out, its hatching that it is too much."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from renaksi_desktop.domain.totals import Sums
from renaksi_desktop.widgets.share_bar import HEIGHT, WIDTH, paint_share


def painted(sums: Sums) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_share(painter, QRect(0, 0, WIDTH, HEIGHT), sums, text=QColor("black"), accent=QColor("blue"))
    painter.end()
    return image


def filled(sums: Sums) -> int:
    """Return how many pixels of a line through the middle of the bar are of the accent, the frame left out."""
    image = painted(sums)
    return sum(image.pixelColor(x, HEIGHT // 2) == QColor("blue") for x in range(1, WIDTH - 1))


@pytest.mark.parametrize(
    ("sums", "pixels"),
    [
        (Sums.of(0, 0), 0),
        (Sums.of(100, 0), 0),
        (Sums.of(100, 50), WIDTH // 2 - 1),
        (Sums.of(10**12, 10**12 - 1), WIDTH - 3),
        (Sums.of(100, 100), WIDTH - 2),
    ],
)
def test_its_length_is_the_share_and_only_all_of_it_is_full(sums: Sums, pixels: int) -> None:
    assert filled(sums) == pixels


@pytest.mark.parametrize("sums", [Sums.of(100, 101), Sums.of(0, 1)])
def test_too_much_is_hatched_in_the_colour_of_the_text(sums: Sums) -> None:
    assert filled(sums) == 0
    image = painted(sums)
    row = [image.pixelColor(x, HEIGHT // 2).lightness() < 128 for x in range(1, WIDTH - 1)]
    changes = sum(a != b for a, b in pairwise(row))
    assert changes > WIDTH // 8, "strokes and gaps follow each other along the whole bar"

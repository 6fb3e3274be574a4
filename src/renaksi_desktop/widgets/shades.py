"""The colours of what we paint ourselves: all made of the palette, so that light and dark follow."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from renaksi_desktop.widgets.theme import is_dark

QUIET: Final = 0.68
"""How much of the text colour is in a text that stands back; so too for all that follow."""
GRID_LINE, TILE_LINE, TICK_LINE = 0.14, 0.2, 0.6
HEADING_GROUND, HEADING_BAR = 0.05, 0.5

SHADOW: Final = QColor(0, 0, 0, 28)
"""Of a sheet of paper."""


def shade(palette: QPalette, share: float) -> QColor:
    """Return a colour between the background of a view (0) and its text (1)."""
    front, back = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    return QColor.fromRgbF(
        front.redF() * share + back.redF() * (1 - share),
        front.greenF() * share + back.greenF() * (1 - share),
        front.blueF() * share + back.blueF() * (1 - share),
    )


def faint(colour: QColor, share: float) -> QColor:
    """Return a colour through which what is below it is seen, unless `share` is 1."""
    seen = QColor(colour)
    seen.setAlphaF(share)
    return seen


def text(option: QStyleOptionViewItem, share: float = 1) -> QColor:
    """Return the colour of a text in a cell, see `shade`; where the cell is selected, that of all texts there."""
    return _selected(option) or shade(option.palette, share)


def accent(option: QStyleOptionViewItem) -> QColor:
    """Return the colour of what stands out in a cell."""
    return _selected(option) or option.palette.color(QPalette.ColorRole.Highlight)


def inks(palette: QPalette) -> tuple[QColor, QColor]:
    """Return the colours of texts and of what stands out, where nothing is selected."""
    return palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Highlight)


def ground(palette: QPalette) -> QColor:
    """Return a ground from which white paper stands off, in light and dark."""
    window = palette.color(QPalette.ColorRole.Window)
    return window.lighter(130) if is_dark(palette) else window.darker(110)


def _selected(option: QStyleOptionViewItem) -> QColor | None:
    if option.state & QStyle.StateFlag.State_Selected:
        return option.palette.color(QPalette.ColorRole.HighlightedText)
    return None

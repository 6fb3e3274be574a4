"""Light or dark: as the system has it, or by choice."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from renaksi_desktop.settings import Theme

_STYLE: Final = "gayaAsal"
"""Property of the QApplication: the platform's style, as long as ours stands in for it."""
_DARK_BELOW: Final = 128
"""Lightness of a window's ground."""
_SCHEMES: Final = {
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
}
_Role = QPalette.ColorRole
_COLOURS: Final[dict[Theme, dict[QPalette.ColorRole, str]]] = {
    Theme.LIGHT: {
        _Role.Window: "#f0f0f0",
        _Role.WindowText: "#1b1b1b",
        _Role.Base: "#ffffff",
        _Role.AlternateBase: "#f6f6f6",
        _Role.Button: "#f0f0f0",
        _Role.Highlight: "#1f6fb5",
        _Role.Link: "#175a94",
        _Role.ToolTipBase: "#ffffe1",
        _Role.PlaceholderText: "#6d6d6d",
    },
    Theme.DARK: {
        _Role.Window: "#2b2b2e",
        _Role.WindowText: "#e8e8e8",
        _Role.Base: "#1f1f22",
        _Role.AlternateBase: "#27272a",
        _Role.Button: "#3a3a3e",
        _Role.Highlight: "#2a71b3",
        _Role.Link: "#7ab8f5",
        _Role.ToolTipBase: "#3a3a3e",
        _Role.PlaceholderText: "#a0a0a0",
    },
}
_TEXTS: Final = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.ToolTipText)
_OFF: Final = (_Role.WindowText, _Role.Text, _Role.ButtonText)


def show_theme(theme: Theme) -> None:
    """Show the whole program light, dark, or as the system is.

    Where the platform cannot change its own colours, the Fusion style with ours takes their place.
    """
    application = cast(QApplication, QApplication.instance())
    style = application.property(_STYLE)
    if style:
        application.setProperty(_STYLE, None)
        QApplication.setStyle(style)
        QApplication.setPalette(QPalette())
    application.styleHints().setColorScheme(_SCHEMES[theme])
    if theme is not Theme.SYSTEM and is_dark(QApplication.palette()) is not (theme is Theme.DARK):
        application.setProperty(_STYLE, application.style().objectName())
        QApplication.setStyle("Fusion")
        QApplication.setPalette(_palette(theme))


def is_dark(palette: QPalette) -> bool:
    """Say whether texts are light on a dark ground."""
    return palette.color(_Role.Window).lightness() < _DARK_BELOW


def _palette(theme: Theme) -> QPalette:
    colours = {role: QColor(name) for role, name in _COLOURS[theme].items()}
    # Made of the ground of buttons, so that the shades of frames fit to it; what is named is then set.
    palette = QPalette(colours[_Role.Button], colours[_Role.Window])
    for role in _TEXTS:
        palette.setColor(role, colours[_Role.WindowText])
    for role, colour in colours.items():
        palette.setColor(role, colour)
    palette.setColor(_Role.HighlightedText, QColor("#ffffff"))
    for role in _OFF:
        palette.setColor(QPalette.ColorGroup.Disabled, role, colours[_Role.PlaceholderText])
    return palette

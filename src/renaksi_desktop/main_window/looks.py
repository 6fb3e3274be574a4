"""How the whole program looks, by the user's choice: light or dark, and the size of its text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication

from renaksi_desktop.main_window.commands import Commands
from renaksi_desktop.settings import USUAL_TEXT, Settings, Theme
from renaksi_desktop.widgets.text_scale import set_percent
from renaksi_desktop.widgets.theme import show_theme

SIZES: Final = (80, 90, 100, 110, 125, 150, 175, 200)
"""What Perbesar and Perkecil go through, in percent."""


class Looks(QObject):
    """Changes the looks of the program, and has them remembered."""

    def __init__(
        self, parent: QObject, settings: Callable[[], Settings], remember: Callable[[Settings], object]
    ) -> None:
        super().__init__(parent)
        self._settings, self._remember = settings, remember
        self._themes: dict[Theme, QAction] = {}
        self._apply()

    def add_commands(self, commands: Commands) -> None:
        """Add the commands that change the looks; the theme in use is checked."""
        add = commands.add
        add("perbesar", self.tr("Per&besar Teks"), lambda: self._step(1), "Ctrl++", "Ctrl+=", always=True)
        add("perkecil", self.tr("Per&kecil Teks"), lambda: self._step(-1), "Ctrl+-", always=True)
        add(
            "ukuran-biasa",
            self.tr("&Ukuran Biasa (100 %)"),
            lambda: self._resize(USUAL_TEXT),
            "Ctrl+0",
            always=True,
        )
        texts = {
            Theme.SYSTEM: self.tr("&Mengikuti Sistem"),
            Theme.LIGHT: self.tr("&Terang"),
            Theme.DARK: self.tr("&Gelap"),
        }
        group = QActionGroup(self)
        for theme, text in texts.items():
            self._themes[theme] = add(THEME_COMMANDS[theme], text, partial(self._choose, theme), always=True)
            self._themes[theme].setCheckable(True)
            group.addAction(self._themes[theme])
        self.tick(self._settings().theme)

    def tick(self, theme: Theme) -> None:
        """Have the menu of this window show which theme is chosen."""
        self._themes[theme].setChecked(True)

    def _choose(self, theme: Theme) -> None:
        """Show a theme, and tick it in every window."""
        self._change(replace(self._settings(), theme=theme))
        for window in QApplication.topLevelWidgets():
            for looks in window.findChildren(Looks):
                looks.tick(theme)

    def _step(self, direction: int) -> None:
        """Go to the next larger (1) or smaller (-1) size."""
        now = self._settings().text
        further = [size for size in SIZES[::direction] if (size - now) * direction > 0]
        self._resize(further[0] if further else now)

    def _resize(self, size: int) -> None:
        self._change(replace(self._settings(), text=size))

    def _change(self, settings: Settings) -> None:
        self._remember(settings)
        self._apply()

    def _apply(self) -> None:
        settings = self._settings()
        show_theme(settings.theme)
        set_percent(settings.text)


THEME_COMMANDS: Final = {Theme.SYSTEM: "tema-sistem", Theme.LIGHT: "tema-terang", Theme.DARK: "tema-gelap"}

"""An officer reads in larger letters and in the dark, and finds it so again the next day."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from tests.gui.officer import Officer

from renaksi_desktop import settings
from renaksi_desktop.document.document import Document
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.main_window.looks import THEME_COMMANDS
from renaksi_desktop.settings import Theme
from renaksi_desktop.storage.places import Places
from renaksi_desktop.widgets.cell_delegate import ROW_HEIGHT
from renaksi_desktop.widgets.text_scale import percent, set_percent
from renaksi_desktop.widgets.theme import is_dark, show_theme


@pytest.fixture(autouse=True)
def _as_it_was(qapp: QApplication) -> Iterator[None]:
    yield
    show_theme(Theme.SYSTEM)
    set_percent(100)
    qapp.processEvents()


def choose(officer: Officer, command: str) -> None:
    officer.find(QAction, command).trigger()
    QApplication.processEvents()


def ink(officer: Officer) -> int:
    """Return how light the lines of a tool bar's icon are."""
    image = officer.find(QAction, "buka").icon().pixmap(20, 20).toImage()
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(points, key=lambda colour: colour.alpha()).lightness()


def test_text_grows_and_shrinks_by_steps_within_bounds(jember: Officer) -> None:
    grid = jember.window.pages.target.grid
    jember.press("Ctrl++", "Ctrl+=")
    assert percent() == 125
    jember.sees(lambda: grid.rowHeight(1) == round(ROW_HEIGHT * 1.25))
    jember.press("Ctrl+-")
    assert percent() == 110
    jember.press(*["Ctrl++"] * 9)
    assert percent() == 200
    jember.press(*["Ctrl+-"] * 12)
    assert percent() == 80
    jember.press("Ctrl+0")
    assert percent() == 100
    jember.sees(lambda: grid.rowHeight(1) == ROW_HEIGHT)


def test_in_the_preview_the_same_keys_are_for_the_paper(jember: Officer) -> None:
    jember.press("Ctrl+6")
    preview = jember.window.pages.preview.page
    jember.sees(lambda: not preview.form.is_stale)
    preview.view.setFocus()
    before = preview.view.zoom
    jember.press("Ctrl++")
    assert preview.view.zoom > before
    assert percent() == 100


@pytest.mark.parametrize(("command", "dark"), [("tema-gelap", True), ("tema-terang", False)])
def test_light_and_dark_hold_where_the_platform_cannot_change_its_colours(
    jember: Officer, command: str, dark: bool
) -> None:
    QApplication.setPalette(QPalette("#f0f0f0" if dark else "#2d2d30"))  # the system is the other way
    choose(jember, command)
    assert is_dark(jember.window.palette()) is dark
    assert (ink(jember) > 128) is dark, "the icons follow"
    choose(jember, "tema-sistem")
    assert not is_dark(jember.window.palette())


def test_every_window_shows_which_theme_is_chosen(
    jember: Officer, places: Places, open_window: Callable[[Document], Officer]
) -> None:
    other = open_window(Document.new(Plan(), places))
    for command in ("tema-gelap", "tema-sistem"):
        choose(jember, command)
        for officer in (jember, other):
            checked = [name for name in THEME_COMMANDS.values() if officer.find(QAction, name).isChecked()]
            assert checked == [command]


def test_texts_can_be_read_on_their_ground(jember: Officer) -> None:
    roles = QPalette.ColorRole
    pairs = [
        (roles.WindowText, roles.Window),
        (roles.Text, roles.Base),
        (roles.ButtonText, roles.Button),
        (roles.HighlightedText, roles.Highlight),
        (roles.ToolTipText, roles.ToolTipBase),
        (roles.Link, roles.Base),
        (roles.PlaceholderText, roles.Window),
    ]
    for command, other in (("tema-gelap", "#f0f0f0"), ("tema-terang", "#2d2d30")):
        choose(jember, "tema-sistem")
        QApplication.setPalette(QPalette(other))
        choose(jember, command)
        palette = jember.window.palette()
        for text, ground in pairs:
            assert contrast(palette, text, ground) >= 4.5, (command, text)


def contrast(palette: QPalette, text: QPalette.ColorRole, ground: QPalette.ColorRole) -> float:
    """Return the contrast ratio of WCAG 2.1, of which 4.5 is enough for small text."""

    def luminance(role: QPalette.ColorRole) -> float:
        parts = (palette.color(role).redF(), palette.color(role).greenF(), palette.color(role).blueF())
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((luminance(text), luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_choice_is_found_again(
    jember: Officer, places: Places, open_window: Callable[[Document], Officer]
) -> None:
    choose(jember, "tema-gelap")
    jember.press("Ctrl++")
    kept = settings.load(places.settings)
    assert (kept.theme, kept.text) == ("gelap", 110)
    show_theme(Theme.SYSTEM)
    set_percent(100)
    again = open_window(Document.new(Plan(), places))
    assert again.find(QAction, "tema-gelap").isChecked()
    assert is_dark(again.window.palette())
    assert percent() == 110
    total = again.find(QLabel, "total")
    assert total.fontInfo().pointSizeF() == pytest.approx(again.window.fontInfo().pointSizeF())

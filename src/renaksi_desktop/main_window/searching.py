"""Looking for words in the whole plan: the bar over the pages, and going to what is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractItemView, QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from renaksi_desktop.domain.findings import Place
from renaksi_desktop.main_window.navigation import Navigation
from renaksi_desktop.models.session import PlanSession

if TYPE_CHECKING:
    from renaksi_desktop.widgets.find_bar import FindBar


class Searching(QObject):
    """The bar keeps the keyboard while places are gone through; leaving it gives it to the place looked at."""

    def __init__(self, session: PlanSession, navigation: Navigation, centre: QVBoxLayout) -> None:
        super().__init__(navigation)
        self._session, self._navigation, self._centre = session, navigation, centre
        self._bar: FindBar | None = None
        self._back: QWidget | None = None
        session.replaced.connect(self.close)

    def open(self, *, to_replace: bool = False) -> None:
        """Show the bar and give it the keyboard; with the line for other words if these are `to_replace`."""
        if not self._made_bar().isVisible():
            self._back = _lasting(QApplication.focusWidget())
        self._made_bar().begin(to_replace=to_replace)

    def step(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) place of what was looked for last."""
        bar = self._made_bar()
        if not bar.isVisible():
            self.open()
        if bar.line.text():
            bar.step(step)

    def close(self) -> None:
        """Look for nothing any more; where the bar had the keyboard, that goes to the place looked at last."""
        bar = self._bar
        if bar is None or not bar.isVisible():
            return
        keyboard = QApplication.focusWidget()
        had_keyboard = keyboard is not None and bar.isAncestorOf(keyboard)
        bar.hide()
        self._session.search.look_for("")
        if had_keyboard and self._back is not None and isValid(self._back):
            self._back.setFocus()

    def _go_to(self, place: Place) -> None:
        """Show a place, without taking the keyboard from the bar."""
        bar, keyboard = self._made_bar(), QApplication.focusWidget()
        self._navigation.show(place)
        self._back = _lasting(QApplication.focusWidget())
        (keyboard if keyboard is not None and bar.isAncestorOf(keyboard) else bar.line).setFocus()

    def _made_bar(self) -> FindBar:
        if self._bar is None:
            from renaksi_desktop.widgets.find_bar import FindBar  # the window opens without it

            self._bar = FindBar(self._session.search)
            self._bar.wanted.connect(self._go_to)
            self._bar.left.connect(self.close)
            self._bar.hide()
            self._centre.insertWidget(0, self._bar)
        return self._bar


def _lasting(widget: QWidget | None) -> QWidget | None:
    """Return what has the keyboard; for the editor of a cell, which closes, the view that it is in."""
    above = widget
    while above is not None and not isinstance(above, QAbstractItemView):
        above = above.parentWidget()
    return above or widget

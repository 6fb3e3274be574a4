"""The start page in place of the plan: while it is shown, what belongs to a plan is out of the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QStackedWidget, QToolBar, QWidget

from renaksi_desktop.main_window.commands import Commands

if TYPE_CHECKING:
    from renaksi_desktop.widgets.start_page import StartPage


class Start(QObject):
    """Shows the start page of a window instead of its `pages`, until it is left for a plan."""

    toggled = Signal()
    """The start page is shown, or left."""

    def __init__(
        self,
        window: QMainWindow,
        pages: QWidget,
        commands: Commands,
        make_page: Callable[[], StartPage],
        recent: Callable[[], Sequence[str]],
    ) -> None:
        """`make_page` is asked once, when the page is first shown; `recent` names the files opened last."""
        super().__init__(window)
        self._window, self._pages, self._commands = window, pages, commands
        self._make_page, self._recent = make_page, recent
        self._page: StartPage | None = None
        self._aside: QByteArray | None = None
        self.stack = QStackedWidget()
        """Holds `pages`, and the start page."""
        self.stack.addWidget(pages)

    @property
    def is_shown(self) -> bool:
        return self._aside is not None

    def show(self, *, can_leave: bool = True) -> None:
        """Show the start page; `can_leave` says whether there is a plan to go back to."""
        if self.is_shown:
            return
        self._aside = self._window.saveState()
        around: list[QWidget] = [*self._window.findChildren(QDockWidget), *self._window.findChildren(QToolBar)]
        for part in around:
            part.hide()
        self._window.statusBar().hide()
        self._commands.of_plan.setEnabled(False)
        page = self._made_page()
        self.stack.setCurrentWidget(page)
        page.begin(self._recent(), can_leave=can_leave)
        self.toggled.emit()

    def leave(self) -> None:
        """Show the plan, with everything around it as it was."""
        if self._aside is None:
            return
        self.stack.setCurrentWidget(self._pages)
        self._commands.of_plan.setEnabled(True)
        self._window.statusBar().show()
        self._window.restoreState(self._aside)
        self._aside = None
        self._pages.setFocus()
        self.toggled.emit()

    def state(self) -> QByteArray:
        """Return how docks and tool bars are arranged around a plan."""
        return self._window.saveState() if self._aside is None else self._aside

    def stop(self) -> None:
        """Return when the page does nothing off the UI thread any more."""
        if self._page is not None:
            self._page.recent.stop()

    def _made_page(self) -> StartPage:
        if self._page is None:
            self._page = self._make_page()
            self._page.left.connect(self.leave)
            self.stack.addWidget(self._page)
        return self._page

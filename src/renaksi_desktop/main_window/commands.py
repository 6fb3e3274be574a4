"""The commands of the window: their words, shortcuts and icons, found again by name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup, QPalette
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from renaksi_desktop.widgets.icons import icon
from renaksi_desktop.widgets.key_names import sequences
from renaksi_desktop.widgets.typed_text import take_over_typed_text


class Commands:
    """Makes the actions of a window. The name of one is its object name and that of its icon's file."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        self.of_plan = QActionGroup(window)
        """The commands that work on a plan: all but those added with `always`."""
        self.of_plan.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def add(
        self,
        name: str,
        text: str,
        slot: Callable[[], object],
        *keys: str,
        always: bool = False,
        while_typing: bool = False,
    ) -> QAction:
        """Make an action that calls `slot`; the first of `keys` is the shortcut that is shown.

        `always`: it can be used also while no plan is looked at. `while_typing`: it works on the text that is
        being typed; before any other command that text is taken over, so that the command does not pass it by.
        """
        action = QAction(text, self._window)
        action.setObjectName(name)
        action.setShortcuts(sequences(*keys))
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda: _do(slot, while_typing=while_typing))
        self._window.addAction(action)
        if not always:
            self.of_plan.addAction(action)
        self._actions[name] = action
        return action

    def fill(self, place: QMenu | QToolBar, *names: str) -> None:
        """Put actions into a menu or tool bar, in this order; an empty name is a separator."""
        for name in names:
            if name:
                place.addAction(self._actions[name])
            else:
                place.addSeparator()

    def paint_icons(self) -> None:
        """Draw all icons in the present text colour of the window and for the screen it is on."""
        colour = self._window.palette().color(QPalette.ColorRole.WindowText)
        for name, action in self._actions.items():
            action.setIcon(icon(name, colour, self._window.devicePixelRatioF()))


def _do(slot: Callable[[], object], *, while_typing: bool) -> None:
    if not while_typing:
        take_over_typed_text()
    slot()

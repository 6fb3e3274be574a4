"""A view that is not repainted as a whole when the keyboard goes to an editor of it and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractScrollArea

from renaksi_desktop.widgets.cell_walk import View


class QuietFocus(View):
    """Mixed into a view, which says by `keyboard_stays` when an editor opens or closes."""

    _keyboard_stays = False

    @contextmanager
    def keyboard_stays(self) -> Iterator[None]:
        """While the keyboard goes to an editor of this view or comes back, repaint the current cell only.

        Qt repaints all of a view that gets or loses the keyboard, which takes most of the time of an edit.
        """
        self._keyboard_stays = True
        try:
            yield
        finally:
            self._keyboard_stays = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._keyboard_stays:
            QAbstractScrollArea.focusInEvent(self, event)
            self.update(self.currentIndex())
        else:
            super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._keyboard_stays:
            QAbstractScrollArea.focusOutEvent(self, event)
            self.update(self.currentIndex())
        else:
            super().focusOutEvent(event)

"""A page that is made when it is first looked at, so that the window opens without it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

PageT = TypeVar("PageT", bound=QWidget)


class Later(QWidget, Generic[PageT]):
    """Stands in a tab for a page."""

    def __init__(self, make: Callable[[], PageT]) -> None:
        super().__init__()
        self._make = make
        self._waiting: list[Callable[[PageT], object]] = []
        self.made: PageT | None = None
        """The page, once it has been looked at or asked for."""
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)

    @property
    def page(self) -> PageT:
        """The page, made now if it is not there."""
        if self.made is None:
            self.made = self._make()
            self._place.addWidget(self.made)
            for do in self._waiting:
                do(self.made)
        return self.made

    def when_made(self, do: Callable[[PageT], object]) -> None:
        """Do something with the page, now if it is there, else once it is."""
        if self.made is None:
            self._waiting.append(do)
        else:
            do(self.made)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.page.show()

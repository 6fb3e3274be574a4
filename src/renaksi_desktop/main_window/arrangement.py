"""How the window was arranged the last time: its place and docks, its page, splitters and columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QSplitter, QTabWidget, QWidget

from renaksi_desktop.settings import Settings
from renaksi_desktop.widgets.text_scale import FollowTextInSections

USUAL_SIZE: Final = (1280, 680)
Measured = FollowTextInSections | QSplitter


class Arrangement:
    """Gives a window what `Settings` tell of it, and tells it to them. What does not fit is passed over."""

    def __init__(self, window: QMainWindow, pages: QTabWidget, settings: Settings) -> None:
        self._window, self._pages = window, pages
        self._lengths = dict(settings.lengths)
        self._given: set[str] = set()
        self._give_lengths()
        pages.currentChanged.connect(self._give_lengths)  # a page may be made only when it is first shown
        page = pages.findChild(QWidget, settings.page) if settings.page else None
        if page is not None and pages.indexOf(page) >= 0:
            pages.setCurrentWidget(page)
            QTimer.singleShot(0, window, self._give_lengths)  # made once the window is shown

    def restore(self, settings: Settings) -> bool:
        """Give the window its place and its docks; return False where nothing is known of them."""
        if not self._window.restoreGeometry(_decoded(settings.geometry)):
            self._window.resize(*USUAL_SIZE)
            self._window.setWindowState(Qt.WindowState.WindowMaximized)
            return False
        self._window.restoreState(_decoded(settings.state))
        return True

    def told(self, settings: Settings, state: QByteArray) -> Settings:
        """Return `settings` with the present arrangement; `state` is that of the docks."""
        lengths = {name: _lengths(part) for name, part in self._parts() if _is_laid_out(part)}
        return replace(
            settings,
            geometry=_encoded(self._window.saveGeometry()),
            state=_encoded(state),
            lengths=self._lengths | lengths,
            page=self._pages.currentWidget().objectName(),
        )

    def _give_lengths(self) -> None:
        """Give each part its lengths the first time it is there."""
        for name, part in self._parts():
            if name not in self._given:
                self._given.add(name)
                _set_lengths(part, self._lengths.get(name, ()))

    def _parts(self) -> Iterator[tuple[str, Measured]]:
        """Yield all that has lengths to remember, by the name of its widget."""
        columns, splitters = self._window.findChildren(FollowTextInSections), self._window.findChildren(QSplitter)
        yield from ((part.view.objectName(), part) for part in columns if part.view.objectName())
        yield from ((part.objectName(), part) for part in splitters if part.objectName())


def _lengths(part: Measured) -> tuple[int, ...]:
    return tuple(part.sizes()) if isinstance(part, QSplitter) else part.usual_widths()


def _is_laid_out(part: Measured) -> bool:
    """Say whether a part has its lengths; a splitter has them only once it was shown."""
    return not isinstance(part, QSplitter) or part.testAttribute(Qt.WidgetAttribute.WA_WState_Created)


def _set_lengths(part: Measured, lengths: tuple[int, ...]) -> None:
    if isinstance(part, FollowTextInSections):
        part.set_usual_widths(lengths)
    elif len(lengths) == part.count() and any(lengths):
        part.setSizes(lengths)


def _encoded(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode()


def _decoded(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode())

"""An officer at the keyboard: presses real keys in the window that is in front, and reads what is on it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import repeat
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QTableView,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.main_window.window import MainWindow

QObjectT = TypeVar("QObjectT", bound=QObject)


_NO_KEY = Qt.KeyboardModifier.NoModifier


class Officer:
    def __init__(self, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.window, self._qtbot, self._monkeypatch = window, qtbot, monkeypatch

    @property
    def plan(self) -> Plan:
        return self.window.session.plan

    def find(self, kind: type[QObjectT], name: str) -> QObjectT:
        """Return the part of the window with this object name."""
        found = self.window.findChild(kind, name)
        assert found is not None
        return found

    def press(self, *keys: str) -> None:
        """Press keys as a menu writes them: "Ctrl+S", "Return", "F2"."""
        for key in keys:
            combination = QKeySequence(key)[0]  # type: ignore[index]  # missing in the stubs
            QTest.keyClick(self._keyboard(), combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type text where the cursor is."""
        for letter in text:
            QTest.keyClicks(self._keyboard(), letter)
        QApplication.processEvents()

    def click(self, view: QTableView | QTreeView, row: int, column: int = 0) -> None:
        """Click a cell of a view, in a top row of it."""
        self.click_cell(view, view.model().index(row, column))

    def click_cell(self, view: QTableView | QTreeView, index: QModelIndex) -> None:
        view.scrollTo(index)
        self.click_at(view.viewport(), view.visualRect(index).center())

    def finding(self, words: str) -> QModelIndex:
        """Return the row of the first finding whose place or sentence holds these words."""
        model = self.window.findings.tree.model()
        for group in map(model.index, range(model.rowCount()), repeat(0)):
            for row in range(model.rowCount(group)):
                index = model.index(row, 1, group)
                if words in f"{index.siblingAtColumn(0).data()}: {index.data()}":
                    return index
        return QModelIndex()

    def click_finding(self, words: str) -> None:
        self.click_cell(self.window.findings.tree, self.finding(words))

    def click_at(self, widget: QWidget, at: QPoint | None = None) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        QApplication.processEvents()

    def opens_and_uses(self, key: str, *steps: Callable[[], object]) -> None:
        """Press a key that opens a dialog, and do some steps in the dialog once it is there."""

        def use() -> None:
            self.sees(lambda: QApplication.activeModalWidget() is not None)
            self.sees(lambda: QApplication.activeWindow() is QApplication.activeModalWidget())
            for step in steps:
                step()

        self._keyboard()  # waiting for the window to come to the front would use the dialog before it is asked for
        QTimer.singleShot(0, use)
        self.press(key)

    def is_asked(self, key: str, answer: str) -> str:
        """Press a key that leads to a question, answer it by the button with this text, return the question."""
        asked: list[str] = []

        def reply() -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            asked.append(box.text())
            self.click_at(next(button for button in box.buttons() if button.text() == answer))

        self.opens_and_uses(key, reply)
        return asked[0]

    def fill(self, field: str, text: str) -> None:
        """Write into a field of the document page and leave it."""
        editor = self.find(QLineEdit, field)
        editor.setFocus()
        editor.selectAll()
        self.type(text)
        self.press("Tab")

    def click_button(self, name: str) -> None:
        self.click_at(self.find(QAbstractButton, name))

    def click_notice(self, label: str) -> None:
        buttons = self.window.notices.findChildren(QAbstractButton)
        self.click_at(next(button for button in buttons if button.text() == label))

    def sees(self, what: Callable[[], bool]) -> None:
        """Wait until something is seen."""
        self._qtbot.waitUntil(what, timeout=3000)

    def drops(self, path: Path) -> None:
        """Drag a file from the file manager onto the window."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        at, copy = QPoint(400, 300), Qt.DropAction.CopyAction
        button, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(at, copy, mime, button, no_key)
        QApplication.sendEvent(self.window, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(self.window, QDropEvent(at.toPointF(), copy, mime, button, no_key))

    def turns_wheel(self, widget: QWidget, angle: int, key: Qt.KeyboardModifier = _NO_KEY) -> None:
        """Turn the wheel over a widget, while a key is held or none."""
        at = QPointF(widget.rect().center())
        nothing, phase = QPoint(), Qt.ScrollPhase.NoScrollPhase
        button, turn = Qt.MouseButton.NoButton, QPoint(0, angle)
        event = QWheelEvent(at, widget.mapToGlobal(at), nothing, turn, button, key, phase, False)
        QApplication.sendEvent(widget, event)

    def exports_to(self, path: Path) -> None:
        """Press Ctrl+E, go on past what is told of the plan, and choose a file."""
        self.answers_file_dialog(path)
        self.opens_and_uses("Ctrl+E", lambda: self.press("Return"))

    def answers_file_dialog(self, path: Path) -> None:
        """Have the next file dialogs answered with this path."""
        for name in ("getOpenFileName", "getSaveFileName"):
            self._monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path), ""))

    def _keyboard(self) -> QWidget:
        """Return the widget that gets the keys; after a dialog closes, the window is in front again."""
        if QApplication.activeWindow() is None:
            with self._qtbot.waitActive(self.window):
                self.window.activateWindow()
        return QApplication.focusWidget() or self.window

"""An officer at the keyboard: presses real keys in the window that is in front, and reads what is on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import repeat
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QObject, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QRubberBand,
    QTableView,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.main_window.window import MainWindow
from renaksi_desktop.models.dragging import MIME, DragSource
from renaksi_desktop.widgets.key_names import sequences

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
            combination = sequences(key)[0][0]  # type: ignore[index]  # missing in the stubs
            QTest.keyClick(self._keyboard(), combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type text where the cursor is."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self._keyboard(), letter)
            else:  # QTest knows only the letters of an English keyboard
                event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, _NO_KEY, letter)
                QApplication.sendEvent(self._keyboard(), event)
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

    def waits_and_uses(self, key: str, *steps: Callable[[], object]) -> None:
        """Press a key after which a dialog opens by and by, do some steps in it, and wait until it is closed."""
        used: list[QWidget] = []

        def use() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None or QApplication.activeWindow() is not dialog:
                return
            timer.stop()
            used.append(dialog)
            try:
                for step in steps:
                    step()
            except BaseException:
                dialog.close()  # or the test would wait for it for ever
                raise

        timer = QTimer()
        timer.setInterval(10)
        timer.timeout.connect(use)
        timer.start()
        self.press(key)
        self.sees(lambda: bool(used) and QApplication.activeModalWidget() is None)

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

    def takes_up(self, view: QAbstractItemView, index: QModelIndex) -> QMimeData:
        """Press the mouse on a row and pull; return what is dragged, a copy that lasts."""
        taken: list[bytes] = []
        make = DragSource.mimeData

        def made(model: DragSource, indexes: Sequence[QModelIndex]) -> QMimeData:
            data = make(model, indexes)
            taken.append(bytes(data.data(MIME).data()))
            return data

        view.scrollTo(index)
        at, pane = view.visualRect(index).center(), view.viewport()
        with self._monkeypatch.context() as patch:
            patch.setattr(DragSource, "mimeData", made)
            QTest.mousePress(pane, Qt.MouseButton.LeftButton, _NO_KEY, at)
            for far in (4, 16, 40):
                there = (at + QPoint(far, 0)).toPointF()
                button, held = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
                pulled = QMouseEvent(QEvent.Type.MouseMove, there, pane.mapToGlobal(there), button, held, _NO_KEY)
                QApplication.sendEvent(pane, pulled)
            QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, _NO_KEY, at)
        copy = QMimeData()
        copy.setData(MIME, taken[0])
        return copy

    def lets_go_on(self, view: QAbstractItemView, index: QModelIndex, data: QMimeData, down: float = 0.5) -> bool:
        """Drag over a row, which is marked as long as it takes that, and drop; return False where it refuses.

        `down` is how far down the row that is, 0..1: at its edges is what stands between rows.
        """
        view.scrollTo(index)
        pane, row = view.viewport(), view.visualRect(index)
        at = QPoint(row.center().x(), row.top() + round(down * (row.height() - 1)))
        how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, _NO_KEY)
        QApplication.sendEvent(pane, QDragEnterEvent(at, *how))
        move = QDragMoveEvent(at, *how)
        QApplication.sendEvent(pane, move)
        (mark,) = pane.findChildren(QRubberBand, "dropMark")
        assert mark.isVisible() == move.isAccepted()
        if move.isAccepted():
            QApplication.sendEvent(pane, QDropEvent(at.toPointF(), *how))
        else:
            QApplication.sendEvent(pane, QDragLeaveEvent())
        assert not mark.isVisible()
        return move.isAccepted()

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

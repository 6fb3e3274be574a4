"""The inputs of a form: one for each kind of field, all of which show a text and give one back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from renaksi_desktop.domain.explanations import explained
from renaksi_desktop.domain.fields import Choice, Choices, Kind, Text, Whole
from renaksi_desktop.domain.wording import spoken
from renaksi_desktop.widgets.text_scale import FollowText

STEPS_REST_MS: Final = 300
"""After so long without another step, the steps of a number are taken over."""

DIFFERENT: Final = "\0"
"""What a line or a choice shows for several texts that differ; no text of a field is that."""


class Line(QLineEdit):
    """A text of one line."""

    finished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._blank, self._example = "", ""
        self.editingFinished.connect(lambda: self.finished.emit(self.text() or self._blank))
        self.textChanged.connect(self.setToolTip)

    def show_example(self, example: str) -> None:
        """Tell while the line is blank what is written there."""
        self._example = self.tr("misalnya {}").format(example)
        self.setPlaceholderText(self._example)

    def show_text(self, text: str) -> None:
        """Show a text; where texts differ, a line that is left blank changes none of them."""
        self._blank = DIFFERENT if text == DIFFERENT else ""
        self.setPlaceholderText(_different() if self._blank else self._example)
        text = "" if self._blank else text
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)


class _Lines(QPlainTextEdit):
    finished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        FollowText(self, lambda: self.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 12))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.document().isModified():  # Qt gives no-break spaces back as plain ones: a visit is no edit
            self.finished.emit(self.toPlainText())

    def show_text(self, text: str) -> None:
        if text != self.toPlainText():
            self.setPlainText(text)


class _Amount(QSpinBox):
    """A number in a unit. A burst of steps is one edit; the step below the lowest number stands for none."""

    finished = Signal(str)

    def __init__(self, kind: Whole) -> None:
        super().__init__()
        self._lowest = kind.low
        self.setRange(kind.low - kind.optional, kind.high)
        self.setSuffix(f" {kind.unit}")
        self.setToolTip(f"{kind.low}–{kind.high} {kind.unit}")
        if kind.optional:
            self.setSpecialValueText(self.tr("menyesuaikan"))
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rest = QTimer(self, singleShot=True, interval=STEPS_REST_MS)
        self._rest.timeout.connect(self._finish)
        self.valueChanged.connect(lambda: self._rest.start())
        self.editingFinished.connect(self._finish)

    def show_text(self, text: str) -> None:
        self.setValue(int(text) if text else self._lowest - 1)
        self._rest.stop()

    def wheelEvent(self, event: QWheelEvent) -> None:
        _scroll_unless_focused(self, event, super().wheelEvent)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _undoes(event):
            return False  # a step is an edit of the plan, and is undone like one
        return super().event(event)

    def _finish(self) -> None:
        self._rest.stop()
        self.finished.emit("" if self.value() < self._lowest else str(self.value()))


class _Choice(QComboBox):
    finished = Signal(str)

    def __init__(self, kind: Choice) -> None:
        super().__init__()
        if kind.optional:
            self.addItem(self.tr("(belum dipilih)"), "")
        for word in kind.enum:
            self.addItem(spoken(word), word.value)
            self.setItemData(self.count() - 1, explained(word), Qt.ItemDataRole.ToolTipRole)
        self.setPlaceholderText(_different())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda: self.finished.emit(self.currentData()))

    def show_text(self, text: str) -> None:
        """Show a word; none of them where words differ."""
        self.setCurrentIndex(self.findData(text))
        self.setToolTip(self.currentData(Qt.ItemDataRole.ToolTipRole) or "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        _scroll_unless_focused(self, event, super().wheelEvent)


class _Boxes(QWidget):
    finished = Signal(str)

    def __init__(self, kind: Choices) -> None:
        super().__init__()
        self._boxes = {word.value: QCheckBox(spoken(word)) for word in kind.enum}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for box in self._boxes.values():
            layout.addWidget(box)
            box.clicked.connect(self._finish)
        self.setFocusProxy(next(iter(self._boxes.values())))

    def show_text(self, text: str) -> None:
        for word, box in self._boxes.items():
            box.setChecked(word in text.split())

    def _finish(self) -> None:
        self.finished.emit(" ".join(word for word, box in self._boxes.items() if box.isChecked()))


def _different() -> str:
    return QCoreApplication.translate("field_editor", "berbeda-beda")


def _undoes(event: QKeyEvent) -> bool:
    return any(map(event.matches, (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)))


def _scroll_unless_focused(widget: QWidget, event: QWheelEvent, turn: Callable[[QWheelEvent], None]) -> None:
    """Leave the wheel to the page that is scrolled, unless the editor below the pointer has the keyboard."""
    if widget.hasFocus():
        turn(event)
    else:
        event.ignore()


def input_for(kind: Kind) -> Line | _Lines | _Amount | _Choice | _Boxes:
    """Return an input that shows a text by `show_text`, and tells by `finished` what its user made of it."""
    if isinstance(kind, Whole) and kind.unit:
        return _Amount(kind)
    if isinstance(kind, Choices):
        return _Boxes(kind)
    if isinstance(kind, Choice):
        return _Choice(kind)
    return _Lines() if isinstance(kind, Text) and kind.lines else Line()

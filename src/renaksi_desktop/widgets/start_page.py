"""What the window shows while no plan is worked on: how to begin one, and the files opened last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from renaksi_desktop.widgets.recent_files import RecentFiles
from renaksi_desktop.widgets.text_scale import FollowText, scaled

WIDTH, ICON_SIZE = 1040, 48
PROGRAM: Final = "Renaksi Desktop"


class Choice(NamedTuple):
    """One way to begin. `name` is the object name of its button, `explanation` says what it leads to."""

    name: str
    text: str
    explanation: str
    do: Callable[[], object]


class StartPage(QScrollArea):
    """Choices at the left, `recent` files at the right."""

    left = Signal()
    """The user goes back to the plan that is open."""

    def __init__(self, choices: Sequence[Choice], browse: Choice) -> None:
        """`browse` asks for a file of which the list of recent ones does not know."""
        super().__init__()
        self.setObjectName("halamanMulai")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.recent = RecentFiles()
        self._buttons = [_button(choice) for choice in choices]
        back = Choice("kembali", self.tr("Ke&mbali ke rencana (Esc)"), "", self.left.emit)
        self._back = _button(back)
        self.setWidget(self._content(choices, browse))

    def begin(self, recent: Sequence[str], *, can_leave: bool) -> None:
        """Show these files; `can_leave` says whether there is a plan to go back to."""
        self._back.setVisible(can_leave)
        self.recent.show_files(recent)
        self._buttons[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._back.isVisible():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _content(self, choices: Sequence[Choice], browse: Choice) -> QWidget:
        content = QWidget()
        FollowText(content, lambda: content.setMaximumWidth(scaled(WIDTH)))
        rows = QVBoxLayout(content)
        rows.setContentsMargins(24, 24, 24, 24)
        rows.setSpacing(24)
        rows.addLayout(self._masthead())
        columns = QHBoxLayout()
        columns.setSpacing(32)
        columns.addLayout(self._beginnings(choices), 2)
        columns.addLayout(self._files(browse), 3)
        rows.addLayout(columns)
        rows.addStretch(1)
        frame = QWidget()
        around = QHBoxLayout(frame)
        around.setContentsMargins(0, 0, 0, 0)
        around.addStretch(1)
        around.addWidget(content, WIDTH)
        around.addStretch(1)
        return frame

    def _masthead(self) -> QHBoxLayout:
        picture = QLabel()
        icon = QApplication.windowIcon()
        picture.setPixmap(icon.pixmap(QSize(ICON_SIZE, ICON_SIZE), self.devicePixelRatioF()))
        name = QLabel(f"<span style='font-size: x-large'>{PROGRAM}</span>")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(picture)
        row.addWidget(name, 1)
        return row

    def _beginnings(self, choices: Sequence[Choice]) -> QVBoxLayout:
        column = _column(self.tr("Mulai rencana baru"))
        for choice, button in zip(choices, self._buttons, strict=True):
            column.addWidget(button)
            column.addWidget(_explanation(choice.explanation))
            column.addSpacing(8)
        column.addStretch(1)
        column.addWidget(self._back)
        return column

    def _files(self, browse: Choice) -> QVBoxLayout:
        column = _column(self.tr("Lanjutkan rencana"))
        column.addWidget(self.recent)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(_button(browse))
        row.addWidget(_explanation(browse.explanation), 1)
        column.addLayout(row)
        column.addStretch(1)
        return column


def _column(title: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(QLabel(f"<b>{title}</b>"))
    column.addSpacing(4)
    return column


def _button(choice: Choice) -> QPushButton:
    button = QPushButton(choice.text)
    button.setObjectName(choice.name)
    button.setAccessibleDescription(choice.explanation)
    button.setAutoDefault(True)  # Enter presses it, as in a dialog
    button.clicked.connect(lambda: choice.do())
    return button


def _explanation(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label

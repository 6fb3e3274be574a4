"""The bar over the page in which one looks for words in the whole plan, and puts others in their place."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QStyle, QToolButton, QVBoxLayout, QWidget

from renaksi_desktop.models.search import Search
from renaksi_desktop.widgets.replace_row import ReplaceRow
from renaksi_desktop.widgets.text_scale import FollowText, scaled

LINE_WIDTH, COUNT_WIDTH = 320, 112


class FindBar(QFrame):
    """Looks while one types, Enter goes on and Shift+Enter back, Esc leaves it."""

    wanted = Signal(object)
    """Carries the `Place` to go to."""
    left = Signal()

    def __init__(self, search: Search) -> None:
        super().__init__()
        self._search = search
        self.setObjectName("bilahCari")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.line, self._count = self._made_line(), QLabel()
        self._count.setObjectName("jumlahTemu")
        self._others = ReplaceRow(search)
        self._others.replaced.connect(self._go)
        FollowText(self, self._fit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(4)
        layout.addLayout(self._first_row())
        layout.addWidget(self._others)
        for stop, after in pairwise((self.line, *self._others.stops)):
            QWidget.setTabOrder(stop, after)
        search.changed.connect(self._tell)
        self._tell()

    def begin(self, *, to_replace: bool = False) -> None:
        """Show the bar with what was looked for before, to be typed over."""
        self._others.setVisible(to_replace)
        self.show()
        self.line.setFocus()
        self.line.selectAll()
        self._search_for(self.line.text())

    def step(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) place."""
        self._search.step(step)
        self._go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _look_for(self, text: str) -> None:
        self._search_for(text)
        self._go()

    def _search_for(self, text: str) -> None:
        self._search.look_for(text, to_replace=self._others.isVisibleTo(self))

    def _go(self) -> None:
        if self._search.place is not None:
            self.wanted.emit(self._search.place)

    def _tell(self) -> None:
        count = len(self._search.places)
        if count:
            self._count.setText(self.tr("{} dari {}").format(self._search.at + 1, count))
        else:
            self._count.setText(self.tr("Tidak ditemukan") if self.line.text().strip() else "")

    def _first_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 4)
        row.addWidget(self._count)
        row.addWidget(self._arrow(Qt.ArrowType.UpArrow, self.tr("Sebelumnya (Shift+F3)"), -1))
        row.addWidget(self._arrow(Qt.ArrowType.DownArrow, self.tr("Berikutnya (F3)"), 1))
        row.addStretch(1)
        row.addWidget(self._close())
        return row

    def _made_line(self) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName("cariRencana")
        line.setPlaceholderText(self.tr("Cari di seluruh rencana"))
        line.setAccessibleName(line.placeholderText())
        line.setClearButtonEnabled(True)
        line.textEdited.connect(self._look_for)
        return line

    def _arrow(self, arrow: Qt.ArrowType, text: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setArrowType(arrow)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: self.step(step))
        return button

    def _close(self) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setIcon(self.style().standardIcon(QStyle.StandardPixmap.SP_TitleBarCloseButton))
        button.setToolTip(self.tr("Tutup pencarian (Esc)"))
        button.setAccessibleName(button.toolTip())
        button.clicked.connect(self.left)
        return button

    def _fit(self) -> None:
        for line in (self.line, self._others.line):
            line.setMaximumWidth(scaled(LINE_WIDTH))
        self._count.setFixedWidth(scaled(COUNT_WIDTH))

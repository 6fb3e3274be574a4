"""The guide in a window of its own: the pages at the left, one of them in the middle, a search above."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from renaksi_desktop.resources import GUIDE
from renaksi_desktop.widgets.even_rows import EvenRows
from renaksi_desktop.widgets.guide_browser import GuideBrowser
from renaksi_desktop.widgets.key_names import sequences
from renaksi_desktop.widgets.text_scale import scaled

FIRST: Final = "README.md"
WIDTH, HEIGHT, CONTENTS_WIDTH, SEARCH_WIDTH = 960, 640, 232, 240
_LINK: Final = re.compile(r"^\d+\. \[[^]]+\]\(([\w-]+\.md)\)", re.MULTILINE)
_TITLE: Final = re.compile(r"^# (.+)$", re.MULTILINE)


def pages() -> dict[str, str]:
    """Return the title of each page of the guide by its file's name, in the order of its first page."""
    names = [FIRST, *_LINK.findall((GUIDE / FIRST).read_text("utf-8"))]
    texts = {name: (GUIDE / name).read_text("utf-8") for name in names}
    return {name: title[1] for name, text in texts.items() if (title := _TITLE.search(text))}


class GuideWindow(QWidget):
    """Stays open beside the work. Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("panduan")
        self.setWindowTitle(self.tr("Panduan Renaksi Desktop"))
        room = self.screen().availableSize().expandedTo(QSize(WIDTH, HEIGHT))
        self.resize(QSize(scaled(WIDTH), scaled(HEIGHT)).boundedTo(room))
        self.browser = GuideBrowser()
        self._contents = self._list()
        self._search, self._found = self._search_field(), QLabel()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(self._bar())
        layout.addWidget(self._beside(), 1)
        self.browser.sourceChanged.connect(self._follow)
        self._contents.currentItemChanged.connect(self._lead)
        self._shortcut(sequences("Ctrl+F")[0], self._begin_search)
        self._shortcut(sequences("Esc")[0], self.close)

    def show_page(self, name: str) -> None:
        """Show a page and come to the front."""
        self.browser.show_page(GUIDE / name)
        self.show()
        self.raise_()
        self.activateWindow()
        self.browser.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Search by Enter, and backward by Shift+Enter."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in enter:
            self._find(backward=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        return super().eventFilter(watched, event)

    def _shortcut(self, key: QKeySequence, slot: Callable[[], object]) -> None:
        QShortcut(key, self).activated.connect(slot)

    def _list(self) -> QListWidget:
        contents = QListWidget()
        contents.setObjectName("daftarPanduan")
        contents.setAccessibleName(self.tr("Daftar isi panduan"))
        contents.setItemDelegate(EvenRows(contents))
        contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name, title in pages().items():
            item = QListWidgetItem(title, contents)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setToolTip(title)
        return contents

    def _search_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("cariPanduan")
        field.setAccessibleName(self.tr("Cari di halaman ini"))
        field.setPlaceholderText(self.tr("Cari di halaman ini (Ctrl+F)"))
        field.setClearButtonEnabled(True)
        field.setFixedWidth(scaled(SEARCH_WIDTH))
        field.installEventFilter(self)
        field.textEdited.connect(lambda: self._found.clear())
        return field

    def _bar(self) -> QHBoxLayout:
        back = QToolButton()
        back.setObjectName("mundurPanduan")
        back.setText(self.tr("‹ Kembali"))
        back.setToolTip(self.tr("Halaman sebelumnya (Alt+Kiri)"))
        back.setAutoRaise(True)
        back.setEnabled(False)
        back.clicked.connect(self.browser.backward)
        self.browser.backwardAvailable.connect(back.setEnabled)
        bar = QHBoxLayout()
        bar.addWidget(back)
        bar.addStretch(1)
        bar.addWidget(self._found)
        bar.addWidget(self._search)
        return bar

    def _beside(self) -> QSplitter:
        beside = QSplitter()
        beside.setChildrenCollapsible(False)
        beside.addWidget(self._contents)
        beside.addWidget(self.browser)
        beside.setStretchFactor(1, 1)
        beside.setSizes([scaled(CONTENTS_WIDTH), scaled(WIDTH - CONTENTS_WIDTH)])
        return beside

    def _begin_search(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def _find(self, *, backward: bool) -> None:
        text = self._search.text().strip()
        found = not text or self.browser.search(text, backward=backward)
        self._found.setText("" if found else self.tr("Tidak ada di halaman ini"))

    def _lead(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(Qt.ItemDataRole.UserRole) != self.browser.page.name:
            self.browser.show_page(GUIDE / item.data(Qt.ItemDataRole.UserRole))

    def _follow(self, source: QUrl) -> None:
        """Mark in the list the page that is shown."""
        name = source.fileName()
        for row in range(self._contents.count()):
            if self._contents.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self._contents.setCurrentRow(row)
        self._found.clear()

"""The commands offered where they are needed: by a right click, the Menu key or Shift+F10 in a tree or table."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from renaksi_desktop.main_window.command_set import COLUMN_COMMANDS
from renaksi_desktop.main_window.commands import Commands

_CELLS: Final = ("ganti-isi", "potong", "salin", "tempel", "")
_FILLS: Final = ("isi-kanan", "isi-bawah", "")
_COPIES: Final = ("gandakan", "gandakan-tanpa-kontribusi")
_ORDER: Final = ("naik", "turun", "nomori", "")
_FOLDS: Final = ("bentangkan", "ciutkan", "")

MENUS: Final[dict[str, tuple[str, ...]]] = {
    "planTree": (
        *("ganti-isi", "", "tambah-sasaran", "tambah-indikator", "tambah-kontribusi", ""),
        *(*_COPIES, *_ORDER, "hanya-sasaran", *_FOLDS, "hapus"),
    ),
    "targetGrid": (
        *(*_CELLS, *_FILLS, "isi-pola", "", "tambah-sasaran", "tambah-indikator", "tambah-kontribusi", ""),
        *(*_COPIES, *_ORDER, "hanya-sasaran", "", "hapus"),
    ),
    "targetHeader": tuple(COLUMN_COMMANDS.values()),
    "kontribusiTable": (*_CELLS, "isi-bawah", "", "tambah-kontribusi", "bagi", "", "naik", "turun", "", "hapus"),
    "anggaranTable": (
        *(*_CELLS, "isi-bawah", "", "tambah-ro", "tambah-komponen", "tambah-subkomponen", "bagi", ""),
        *("gandakan", "naik", "turun", "", *_FOLDS, "hapus"),
    ),
    "matrixGrid": (*_CELLS, *_FILLS, "tambah-indikator", "tambah-kontribusi", "", "hanya-sasaran"),
}
"""Which commands a view offers, by its object name."""


def open_menu(event: QContextMenuEvent, window: QMainWindow, commands: Commands) -> bool:
    """Open the menu of what an event of `window` is about; return False where that has none."""
    by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
    widget = QApplication.focusWidget() if by_key else window.childAt(event.pos())
    names = _offered(widget)
    if not names:
        return False
    menu = QMenu(window)
    commands.fill(menu, *names)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(event.globalPos())
    if by_key:
        menu.setActiveAction(next(action for action in menu.actions() if action.isEnabled()))
    return True


def ask_by_key(window: QMainWindow) -> None:
    """Ask what has the keyboard for its menu, as the Menu key does on keyboards that have one."""
    widget = QApplication.focusWidget() or window
    at = QPointF(widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()).toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)


def _offered(widget: QWidget | None) -> tuple[str, ...]:
    while widget is not None:
        if widget.objectName() in MENUS:
            return MENUS[widget.objectName()]
        widget = widget.parentWidget()
    return ()

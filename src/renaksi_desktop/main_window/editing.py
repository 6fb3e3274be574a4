"""Cut, copy, paste and fill: done by whatever has the keyboard, a text or the cells of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLineEdit, QMainWindow, QPlainTextEdit

from renaksi_desktop.widgets import clipboard
from renaksi_desktop.widgets.cell_blocks import CellBlocks
from renaksi_desktop.widgets.cell_walk import is_editable

if TYPE_CHECKING:
    from renaksi_desktop.models.blocks import Typing

_TEXTS = (QLineEdit, QPlainTextEdit)
_TAKES_TEXT = (CellBlocks, *_TEXTS)


class Editing(QObject):
    """The commands of a window that work on texts and cells alike; each does nothing elsewhere."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window

    def cut(self) -> None:
        if isinstance(widget := QApplication.focusWidget(), _TAKES_TEXT):
            widget.cut()

    def copy(self) -> None:
        widget = QApplication.focusWidget()
        if isinstance(widget, _TAKES_TEXT):
            widget.copy()
        elif isinstance(widget, QAbstractItemView):
            clipboard.put_selected(widget)

    def paste(self) -> None:
        """Where some of a block does not fit, ask whether to paste the rest."""
        widget = QApplication.focusWidget()
        if isinstance(widget, CellBlocks):
            doubtful = widget.paste()
            if doubtful and self._wants_rest(doubtful):
                widget.take(doubtful)
        elif isinstance(widget, _TEXTS):
            widget.paste()

    def change(self) -> None:
        """Open the current cell for typing, with what it holds."""
        widget = QApplication.focusWidget()
        if isinstance(widget, QAbstractItemView) and is_editable(widget.currentIndex()):
            widget.edit(widget.currentIndex())

    def select_all(self) -> None:
        if isinstance(widget := QApplication.focusWidget(), (*_TAKES_TEXT, QAbstractItemView)):
            widget.selectAll()

    def fill_right(self) -> None:
        if isinstance(widget := QApplication.focusWidget(), CellBlocks):
            widget.fill_right()

    def fill_down(self) -> None:
        if isinstance(widget := QApplication.focusWidget(), CellBlocks):
            widget.fill_down()

    def _wants_rest(self, doubtful: Typing) -> bool:
        from renaksi_desktop.dialogs.paste_doubt import PasteDoubtDialog

        dialog = PasteDoubtDialog(doubtful, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted

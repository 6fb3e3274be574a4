"""What is typed and not yet taken over."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


def take_over_typed_text() -> None:
    """Have the editor with the keyboard, if any, give what is typed in it to the plan."""
    editor = QApplication.focusWidget()
    if editor is None:
        return
    editor.clearFocus()
    while editor is not None and not editor.isVisible():
        editor = editor.parentWidget()  # a cell's editor is gone by now; its view goes on
    if editor is not None:
        editor.setFocus()

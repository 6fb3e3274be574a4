"""Words that are offered while a line is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


def complete(line: QLineEdit, words: Callable[[], Iterable[str]], *, inline: bool = False) -> None:
    """Offer the words that hold what is typed; they are asked for each time the line gets the keyboard.

    `inline`, the first that begins so is written on behind the cursor, as in a spreadsheet.
    """
    completer = QCompleter(line)
    completer.setModel(QStringListModel(completer))
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    if inline:
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
    else:
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
    line.setCompleter(completer)
    _Asking(line, completer, words)


class _Asking(QObject):
    def __init__(self, line: QLineEdit, completer: QCompleter, words: Callable[[], Iterable[str]]) -> None:
        super().__init__(line)
        self._completer, self._words = completer, words
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        model = self._completer.model()
        if event.type() is QEvent.Type.FocusIn and isinstance(model, QStringListModel):
            model.setStringList(sorted(set(filter(None, self._words())), key=str.casefold))
        return False

"""Keys by the names that we give them in the program, whatever the language of Qt's own texts is."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence


def sequences(*names: str) -> list[QKeySequence]:
    """Return the keys of these names: "Ctrl+Return", "F2".

    Qt reads a name in its own language where it is not told otherwise, and in ours Return is "Enter" too.
    """
    return [QKeySequence(name, QKeySequence.SequenceFormat.PortableText) for name in names]

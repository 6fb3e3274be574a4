"""Where a document is written: what it is called, and the file that the user chooses for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from renaksi_desktop.document.document import Document

NO_FILE_NAME = frozenset('<>:"/\\|?*')
"""What Windows takes in no name of a file."""


def title(document: Document) -> str:
    """Return what a document is called."""
    return document.path.stem if document.path else QCoreApplication.translate("targets", "Rencana baru")


def folder(document: Document) -> Path:
    """Return the folder where files are looked for first."""
    return document.path.parent if document.path else Path.home()


def ask_target(
    window: QWidget, document: Document, caption: str, kinds: str, suffix: str, part: str = ""
) -> Path | None:
    """Ask for a file to write, whose name ends with `suffix`; None where the user writes none.

    `part` says what of the document it holds, so that it is not taken for the whole.
    """
    from PySide6.QtWidgets import QFileDialog  # dialogs are not needed for the first paint

    suggestion = folder(document) / (" - ".join(filter(None, (_suggested_name(document), part))) + suffix)
    name, _ = QFileDialog.getSaveFileName(window, caption, str(suggestion), kinds)
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def _suggested_name(document: Document) -> str:
    if document.path is not None:
        return title(document)
    dokumen = document.plan.dokumen
    name = f"Rencana Aksi {dokumen.tahun} {dokumen.unit_kerja}".strip()
    return "".join(" " if letter in NO_FILE_NAME else letter for letter in name)[:100]

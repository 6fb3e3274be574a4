"""Closing the window with something still in an editor."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit
from tests.gui.officer import Officer

from renaksi_desktop.storage.places import Places
from renaksi_desktop.storage.reader import read
from renaksi_desktop.storage.recovery import abandoned


def test_text_still_in_an_editor_is_asked_about_and_saved(jember: Officer, tmp_path: Path, places: Places) -> None:
    path = tmp_path / "jember.renaksi"
    jember.answers_file_dialog(path)
    jember.press("Ctrl+S", "Ctrl+5")
    catatan = jember.find(QPlainTextEdit, "catatan")
    catatan.setFocus()
    jember.type("Uji ")
    assert jember.is_asked("Ctrl+Q", "Simpan") == "Simpan perubahan pada “jember”?"
    assert not jember.window.isVisible()
    assert read(path).plan.dokumen.catatan.startswith("Uji ")
    closed = jember.plan
    catatan.clearFocus()
    assert jember.plan is closed, "a closed document is edited no more"
    assert list(places.work.glob("*.kerja*")) == []
    assert abandoned(places.work) == []

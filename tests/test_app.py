"""What happens at the start: a refused file, unsaved work of a program that died, a fault of our own."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from renaksi_desktop import app, faults, settings
from renaksi_desktop.document.document import Document
from renaksi_desktop.domain import edits
from renaksi_desktop.domain.errors import WriteFailed
from renaksi_desktop.domain.plan import Dokumen, Plan
from renaksi_desktop.main_window.window import MainWindow
from renaksi_desktop.storage import recovery
from renaksi_desktop.storage.places import Places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "data")


@pytest.fixture
def killed(places: Places, tmp_path: Path) -> Places:
    """The folders of a program that was killed after the year was changed to 2031 and not saved."""
    document = Document.new(Plan(Dokumen(tahun=2030)), places)
    document.save_as(tmp_path / "rencana.renaksi")
    document.apply(edits.change(document.plan.dokumen, tahun=2031))
    left = tmp_path / "left"
    shutil.copytree(places.work, left / "kerja")  # a copy has lost the lock of its owner, as after a kill
    document.close()
    return Places(left)


@pytest.fixture
def window(killed: Places, qtbot: QtBot) -> Iterator[MainWindow]:
    window = app.open_window(None, killed)
    window.show()
    yield window
    window.session.document.close()


def answer(monkeypatch: pytest.MonkeyPatch, button: str) -> list[str]:
    """Answer each message box by the button with this text; return what the boxes say, as they come."""
    texts: list[str] = []

    def answered(box: QMessageBox) -> int:
        texts.append(box.text())
        next(found for found in box.buttons() if found.text() == button).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answered)
    return texts


def test_unsaved_work_is_offered_and_goes_on_in_the_window(
    window: MainWindow, killed: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, "Pulihkan")
    app.offer_recovery(window, killed)
    assert asked == ["Ada perubahan yang belum disimpan pada rencana.renaksi."]
    assert window.session.plan.dokumen.tahun == 2031
    assert window.isWindowModified()


def test_two_windows_remember_together(
    killed: Places, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = tmp_path / "rencana.renaksi"
    first = app.open_window(plan, killed)
    first.show()
    first.session.apply(edits.change(first.session.plan.dokumen, tahun=2032))
    (left,) = recovery.abandoned(killed.work)
    second = first.recover(left.path)
    assert second is not first
    first.session.undo()
    first.open(plan)
    assert settings.load(killed.settings).recent == (str(plan),)
    answer(monkeypatch, "Jangan Simpan")
    first.close()
    second.close()
    assert settings.load(killed.settings).recent == (str(plan),)


def test_unsaved_work_that_is_put_off_is_offered_again(
    window: MainWindow, killed: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, "Nanti Saja")
    app.offer_recovery(window, killed)
    app.offer_recovery(window, killed)
    assert len(asked) == 2


def test_unsaved_work_that_is_thrown_away_is_not_offered_again(
    window: MainWindow, killed: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, "Buang Perubahan")
    app.offer_recovery(window, killed)
    app.offer_recovery(window, killed)
    assert len(asked) == 1


def test_a_data_folder_that_cannot_be_used_is_told_in_the_window(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Refusing(Places):
        @property
        def work(self) -> Path:
            raise WriteFailed("Folder kerja tidak dapat dibuat.")

    app.offer_recovery(window, Refusing(Path("/nowhere")))
    assert window.notices.text == "Folder kerja tidak dapat dibuat."


def test_without_a_file_the_program_begins_with_its_start_page(qtbot: QtBot, places: Places) -> None:
    window = app.open_window(None, places)
    window.show()
    assert window.windowTitle() == "Renaksi Desktop[*]"
    begin = window.findChild(QPushButton, "mulaiKosong")
    assert begin is not None
    assert begin.isVisible()
    assert not window.pages.isVisible()
    window.close()


def test_a_refused_file_still_opens_a_window(qtbot: QtBot, places: Places, tmp_path: Path) -> None:
    window = app.open_window(tmp_path / "tidak-ada.renaksi", places)
    window.show()
    assert window.notices.text == "Berkas “tidak-ada.renaksi” tidak ditemukan."
    assert window.session.plan.sasaran == ()
    window.close()


@pytest.mark.usefixtures("qapp")
def test_a_fault_of_ours_is_kept_in_a_log_and_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, places: Places
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "critical", lambda _, __, text: told.append(text))
    monkeypatch.setattr(faults, "Places", lambda: places)
    try:
        raise ZeroDivisionError("uji")
    except ZeroDivisionError as error:
        app.report_fault(type(error), error, error.__traceback__)
    assert "ZeroDivisionError" in told[0]
    assert str(places.log) in told[0]
    assert "uji" in places.log.read_text("utf-8")
    assert QApplication.instance() is not None


def test_the_program_refuses_words_it_does_not_know(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["renaksi-desktop", "a", "b"])
    assert app.main() == 2
    assert capsys.readouterr().err == "Pemakaian: renaksi-desktop [BERKAS]\n"

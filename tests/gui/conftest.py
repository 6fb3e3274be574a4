"""Windows for the stories: one on the sample plan, one on an empty plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.officer import Officer

from renaksi_desktop import resources
from renaksi_desktop.app import speak_indonesian
from renaksi_desktop.document.document import Document
from renaksi_desktop.domain.plan import Dokumen, Plan
from renaksi_desktop.interchange import read_json
from renaksi_desktop.main_window.window import MainWindow
from renaksi_desktop.settings import Memory
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.places import Places
from renaksi_desktop.storage.save import save


@pytest.fixture(autouse=True)
def _in_indonesian(qapp: QApplication) -> Iterator[None]:
    """Qt speaks as it does to officers, and reads the names of keys so."""
    translator = speak_indonesian(qapp)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "data")


@pytest.fixture
def open_window(
    places: Places, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Document], Officer]]:
    """Opens a window on a document and sits an officer in front of it."""
    windows: list[MainWindow] = []

    def open_window(document: Document) -> Officer:
        window = MainWindow(document, places, Memory(places.settings))
        windows.append(window)
        with qtbot.waitActive(window, timeout=3000):
            window.showNormal()
            window.resize(1366, 736)
            window.activateWindow()
        return Officer(window, qtbot, monkeypatch)

    yield open_window
    qapp.clipboard().clear()  # without a screen Qt would free what is left there after Python is gone
    for window in windows:
        window.hide()
        window.finish_work()
        window.session.document.close()
        window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def jember(open_window: Callable[[Document], Officer], places: Places) -> Officer:
    """The window on the Jember plan of 2025: 7 Sasaran, 16 Indikator, 48 Kontribusi, Total 7.829.237.000."""
    return open_window(Document.new(read_json(resources.SAMPLE.read_bytes()), places))


@pytest.fixture
def empty(open_window: Callable[[Document], Officer], places: Places) -> Officer:
    """The window on a new plan."""
    return open_window(Document.new(Plan(Dokumen(tahun=2026)), places))


@pytest.fixture
def jember_file(tmp_path: Path) -> Path:
    """The Jember plan as a file, as a colleague mails it."""
    path = tmp_path / "jember.renaksi"
    plan = read_json(resources.SAMPLE.read_bytes())
    save(plan, path, Identity.new(), replaces=None, backups=None)
    return path


@pytest.fixture
def open_file(open_window: Callable[[Document], Officer], places: Places) -> Callable[[Path], Officer]:
    return lambda path: open_window(Document.open(path, places))

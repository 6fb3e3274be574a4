"""Make the pictures of the guide anew, after a change to what the window shows: always of one size and light."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from renaksi_desktop import resources, settings
from renaksi_desktop.app import open_window, start_application
from renaksi_desktop.interchange import read_json
from renaksi_desktop.main_window.window import MainWindow
from renaksi_desktop.settings import Settings
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.places import Places
from renaksi_desktop.storage.save import save

PICTURES = resources.GUIDE.parent / "gambar"
WIDTH, HEIGHT, DRAWN_S = 1366, 736, 3
PLAN = Path("Perencanaan/2025/Rencana Aksi 2025 Balai POM di Jember.renaksi")
SAVED = datetime(2025, 8, 29, 10, 5).timestamp()


def main() -> None:
    """Take every picture."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.argv = sys.argv[:1]
    start_application()
    with TemporaryDirectory() as folder:
        os.chdir(folder)  # so that the picture of recent files names no folder of this machine
        places = Places(Path(folder) / "data")
        PLAN.parent.mkdir(parents=True)
        save(read_json(resources.SAMPLE.read_bytes()), PLAN, Identity.new(), replaces=None, backups=None)
        os.utime(PLAN, (SAVED, SAVED))
        settings.store(Settings(recent=(str(PLAN),)), places.settings)
        take("mulai", open_window(None, places))
        for name, show in SHOWN.items():
            window = open_window(PLAN, places)
            take(name, window, show)


def take(name: str, window: MainWindow, show: Callable[[MainWindow], object] = lambda _: None) -> None:
    """Write the picture of a window as it looks after `show`, once all is drawn."""
    window.showNormal()
    window.resize(WIDTH, HEIGHT)
    window.activateWindow()
    show(window)
    window.check_now()
    wait()
    window.grab().save(str(PICTURES / f"{name}.png"))
    window.close()
    window.deleteLater()
    QApplication.processEvents()


def wait() -> None:
    """Let everything be drawn that is drawn off the UI thread."""
    end = time.monotonic() + DRAWN_S
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)


SHOWN: dict[str, Callable[[MainWindow], object]] = {
    "jendela": lambda window: window.pages.target.grid.setFocus(),
    "anggaran": lambda window: window.pages.setCurrentWidget(window.pages.anggaran),
    "ringkasan": lambda window: window.pages.setCurrentWidget(window.pages.summary),
    "dokumen": lambda window: window.pages.setCurrentWidget(window.pages.dokumen),
    "pratinjau": lambda window: window.pages.setCurrentWidget(window.pages.preview),
}
"""For each picture of the sample plan, by its file's name, what is shown."""


if __name__ == "__main__":
    main()

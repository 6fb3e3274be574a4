"""The program with a window: it builds everything, connects it, and keeps the work safe when something fails."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from renaksi_desktop import resources
from renaksi_desktop.document.document import Document
from renaksi_desktop.domain.errors import RenaksiError
from renaksi_desktop.main_window.new_plans import empty_plan
from renaksi_desktop.main_window.window import PROGRAM, MainWindow
from renaksi_desktop.settings import Memory
from renaksi_desktop.storage.places import Places

NO_DISPLAY: Final = "Tidak ada layar untuk membuka jendela."
GIVE_WAY_S: Final = 0.0005
"""How long work off the UI thread may keep the interpreter when the UI thread wants it: a row that is chosen while
a large form is drawn is shown after 10 ms instead of 100, and the drawing takes no longer."""
DISPLAYS: Final = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""Without any of these Qt on Linux would end the process with an English message."""


def main() -> int:
    """Be the program `renaksi-desktop [BERKAS]`; return its exit code.

    `--potret TUJUAN.png` before the file writes a picture of the window instead of waiting for the user.
    """
    words = sys.argv[1:]
    picture = Path(words[1]) if words[:1] == ["--potret"] and len(words) > 1 else None
    names = words[2:] if picture else words
    if len(names) > 1 or (names and names[0].startswith("--")):
        sys.stderr.write("Pemakaian: renaksi-desktop [BERKAS]\n")
        return 2
    if not has_display():
        sys.stderr.write(f"renaksi-desktop: {NO_DISPLAY}\n")
        return 2
    return start(Path(names[0]) if names else None, picture)


def has_display() -> bool:
    """Say whether a window can be opened here."""
    return sys.platform != "linux" or any(map(os.environ.get, DISPLAYS))


def start(path: Path | None, picture: Path | None = None) -> int:
    """Open the window, on a plan if one is named, and return when it is closed; or write a picture of it."""
    gc.disable()  # looking for garbage takes a twentieth of the time to the first paint
    application = start_application()
    places = Places()
    window = open_window(path, places)
    if picture is not None:
        return take_picture(window, picture)
    window.show()
    QTimer.singleShot(0, gc.enable)
    QTimer.singleShot(0, lambda: offer_recovery(window, places))
    return application.exec()


def start_application() -> QApplication:
    """Make the QApplication with our name, icon, language and error report."""
    sys.setswitchinterval(GIVE_WAY_S)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("renaksi-desktop")
    application.setDesktopFileName("renaksi-desktop")
    application.setWindowIcon(QIcon(str(resources.ROOT / "icons" / "renaksi.svg")))
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    speak_indonesian(application)
    sys.excepthook = report_fault
    return application


def speak_indonesian(application: QCoreApplication) -> QTranslator:
    """Have Qt's own texts in Indonesian, until the translator that is returned is removed."""
    translator = QTranslator(application)
    if translator.load("qtbase_id", str(resources.ROOT / "translations")):
        application.installTranslator(translator)
    return translator


def open_window(path: Path | None, places: Places) -> MainWindow:
    """Make a window on the plan in a file, or with the start page; a file that is refused is told in it."""
    refused: RenaksiError | None = None
    document: Document | None = None
    if path is not None:
        try:
            document = Document.open(path.absolute(), places)
        except RenaksiError as error:
            refused = error
    window = MainWindow(document or Document.new(empty_plan(), places), places, Memory(places.settings))
    if document is None:
        window.show_start()
    if refused is not None:
        window.notices.warn(str(refused))
    return window


def offer_recovery(window: MainWindow, places: Places) -> None:
    """Offer each plan whose program died with unsaved work; each that is taken opens in a window."""
    from renaksi_desktop.dialogs.recovery import ask_recovery  # not needed for the first paint
    from renaksi_desktop.storage import recovery

    try:
        for copy in recovery.abandoned(places.work):
            answer = ask_recovery(copy, window)
            if answer is True:
                window = window.recover(copy.path)
            elif answer is False:
                recovery.discard(copy.path)
    except RenaksiError as error:
        window.notices.warn(str(error))


def report_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Keep the traceback of a fault of ours and tell the user; the work is in the working copy, so go on."""
    if not isinstance(error, Exception):
        sys.__excepthook__(kind, error, trace)
        return
    from PySide6.QtWidgets import QMessageBox  # only a fault needs these

    from renaksi_desktop.faults import keep

    sentence = keep(error)
    advice = QCoreApplication.translate(
        "app", "Perubahan yang sudah terlihat tersimpan di salinan kerja. Simpanlah rencana ini, lalu mulai ulang."
    )
    QMessageBox.critical(QApplication.activeWindow(), PROGRAM, f"{sentence}\n\n{advice}")


def take_picture(window: MainWindow, target: Path) -> int:
    """Write a picture of the window as it looks on a laptop's screen; return the exit code."""
    window.showNormal()
    window.resize(1366, 736)
    window.check_now()
    QApplication.processEvents()
    written = window.grab().save(str(target))
    window.close()
    return 0 if written else 1


if __name__ == "__main__":
    sys.exit(main())

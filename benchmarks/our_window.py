"""Our window on a plan, to its first paint; with a number of edits, their median time is printed in milliseconds.

Arguments: the plan's file, a folder for the program's own files, and the number of edits.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path
from statistics import median

gc.disable()  # as the program does until the first paint

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from renaksi_desktop.app import open_window, start_application  # noqa: E402
from renaksi_desktop.main_window.window import MainWindow  # noqa: E402
from renaksi_desktop.models.target_grid import FIRST_BULAN  # noqa: E402
from renaksi_desktop.storage.places import Places  # noqa: E402


def main(plan: str, folder: str, edits: str) -> None:
    application = start_application()
    window = open_window(Path(plan), Places(Path(folder)))
    window.show()
    application.processEvents()
    if not int(edits):
        os._exit(0)  # what is measured ends with the first paint
    gc.enable()
    window.activateWindow()
    print(1000 * median(one_edit(window, number) for number in range(int(edits))))


def one_edit(window: MainWindow, number: int) -> float:
    """Type a number over a cell; return the seconds from Enter until it is kept and painted."""
    from PySide6.QtTest import QTest  # no part of the window, and not of its first paint

    grid = window.pages.target.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(1 + number % 5, FIRST_BULAN))
    for digit in str(10 + number % 80):
        QTest.keyClicks(QApplication.focusWidget() or grid, digit)
    QApplication.processEvents()
    before = window.session.plan
    begin = time.perf_counter()
    QTest.keyClick(QApplication.focusWidget() or grid, Qt.Key.Key_Return)
    QApplication.processEvents()
    seconds = time.perf_counter() - begin
    assert window.session.plan != before, "the edit was not made"
    return seconds


if __name__ == "__main__":
    main(*sys.argv[1:])

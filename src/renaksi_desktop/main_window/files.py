"""Documents come from files and go to files, and nothing is lost between."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from renaksi_desktop.document.document import Document
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.errors import RenaksiError
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.main_window.targets import ask_target, folder, title
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.storage.places import Places
from renaksi_desktop.storage.reader import content, read
from renaksi_desktop.widgets.notice_bar import NoticeBar
from renaksi_desktop.widgets.typed_text import take_over_typed_text

SUFFIX: Final = ".renaksi"
SPREADSHEETS: Final = (".xlsx", ".xlsm", ".csv", ".xls")
"""What is read as a spreadsheet; `.xls` too, which is refused with the way to convert it."""
SAVED_SHOWN_MS: Final = 4000


class Files(QObject):
    """Opens and saves the document of a window."""

    opened = Signal(Path)
    """A file was opened or saved under this name."""
    begun = Signal()
    """A plan that has no file yet is in the window."""
    gone = Signal(Path)
    """A file that was to be opened could not be."""
    foreign = Signal(Path)
    """A spreadsheet is wanted, which is looked at before it becomes a plan or a part of one."""

    def __init__(self, window: QMainWindow, session: PlanSession, places: Places, notices: NoticeBar) -> None:
        super().__init__(window)
        self._window, self._session, self._places, self._notices = window, session, places, notices

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        path = self.ask_source(self.tr("Buka rencana"), " *.xlsx *.xlsm *.csv")
        if path is not None:
            self.open(path)

    def ask_source(self, caption: str, others: str = "") -> Path | None:
        """Ask for a file that holds a plan, or is of `others`; None where the user names none."""
        from PySide6.QtWidgets import QFileDialog  # dialogs are not needed for the first paint

        known, plans, every = self.tr("Semua yang dapat dibuka"), self.tr("Rencana aksi"), self.tr("Semua berkas")
        kinds = f"{known} (*.renaksi *.pdf *.json{others});;{plans} (*.renaksi);;{every} (*)"
        start = str(folder(self._session.document))
        name, _ = QFileDialog.getOpenFileName(self._window, caption, start, kinds)
        return Path(name) if name else None

    def open(self, path: Path) -> None:
        """Open a plan; one in the interchange JSON becomes a new document."""
        if path.suffix.lower() in SPREADSHEETS:
            self.foreign.emit(path)
            return
        if not self.may_leave():
            return
        if path.suffix.lower() == ".json":
            self._replace(lambda: Document.new(plan_in(path), self._places))
        elif self._replace(lambda: Document.open(path, self._places)):
            self.opened.emit(path)
            if self._session.document.path is None:
                told = self.tr("Rencana ini dibuka dari {}. Simpanlah sebagai berkas rencana untuk melanjutkan.")
                self._notices.inform(told.format(path.name))
        else:
            self.gone.emit(path)

    def save(self) -> bool:
        """Save to the document's file, or ask for one; say whether it is saved."""
        take_over_typed_text()
        if self._session.document.path is None:
            return self.save_as()
        try:
            self._session.document.save()
        except RenaksiError as error:
            self._session.stateChanged.emit()
            self._notices.warn(str(error), {self.tr("Simpan Sebagai…"): self.save_as})
            return False
        return self._saved()

    def save_as(self) -> bool:
        """Ask for a file and save to it; say whether it is saved."""
        take_over_typed_text()
        kinds = self.tr("Rencana aksi (*.renaksi)")
        path = ask_target(self._window, self._session.document, self.tr("Simpan rencana sebagai"), kinds, SUFFIX)
        if path is None:
            return False
        try:
            self._session.document.save_as(path)
        except RenaksiError as error:
            self._session.stateChanged.emit()
            self._notices.warn(str(error))
            return False
        return self._saved()

    def may_leave(self) -> bool:
        """Return True when the document may be closed: it is saved, or the user gives its changes up."""
        from PySide6.QtWidgets import QMessageBox  # dialogs are not needed for the first paint

        take_over_typed_text()
        if not self._session.document.is_modified:
            return True
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Perubahan belum disimpan"))
        box.setText(self.tr("Simpan perubahan pada “{}”?").format(title(self._session.document)))
        box.setInformativeText(self.tr("Bila tidak disimpan, perubahan sejak penyimpanan terakhir hilang."))
        save = box.addButton(self.tr("Simpan"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(self.tr("Jangan Simpan"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(self.tr("Batal"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        box.exec()
        return box.clickedButton() is discard or (box.clickedButton() is save and self.save())

    def start(self, plan: Plan, told: str = "") -> None:
        """Go on with a plan that has no file yet, and tell something of it."""
        if self.may_leave():
            self._begin(lambda: Document.new(plan, self._places), told)

    def start_from(self, plan: Plan, told: str) -> None:
        """Go on with a plan that was made of another, which is work to be saved or given up, and tell of it.

        The caller asks `may_leave`, before it asks how that plan is to be made.
        """

        def make() -> Document:
            document = Document.new(Plan(), self._places)
            document.apply(Edit(self.tr("Susun dari rencana lain"), lambda _: plan))
            return document

        self._begin(make, told)

    def _begin(self, make: Callable[[], Document], told: str) -> None:
        if self._replace(make):
            self.begun.emit()
            if told:
                self._notices.inform(told)

    def _replace(self, make: Callable[[], Document]) -> bool:
        try:
            self._session.replace(make())
        except RenaksiError as error:
            self._notices.warn(str(error))
            return False
        self._notices.hide()
        return True

    def _saved(self) -> bool:
        self._session.stateChanged.emit()
        self._notices.hide()
        self._window.statusBar().showMessage(self.tr("Rencana tersimpan."), SAVED_SHOWN_MS)
        path = self._session.document.path
        if path is not None:
            self.opened.emit(path)
        return True


def plan_in(path: Path) -> Plan:
    """Return the plan in a `.renaksi` file, a PDF or the interchange JSON.

    Raises:
        InputRefused: there is none that can be read.
    """
    if path.suffix.lower() == ".json":
        from renaksi_desktop.interchange import read_json  # not needed for the first paint

        return read_json(content(path))
    return read(path).plan

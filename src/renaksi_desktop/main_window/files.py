"""The commands of the Berkas menu: documents come from files and go to files, and nothing is lost between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMainWindow, QMessageBox

from renaksi_desktop.document.document import Document
from renaksi_desktop.domain.errors import RenaksiError
from renaksi_desktop.domain.plan import Dokumen, Plan
from renaksi_desktop.main_window.work import Work
from renaksi_desktop.models.findings import FindingsModel
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.storage import atomic
from renaksi_desktop.storage.places import Places
from renaksi_desktop.storage.reader import content
from renaksi_desktop.tasks.background import Job
from renaksi_desktop.widgets.notice_bar import NoticeBar

SUFFIX: Final = ".renaksi"
SAVED_SHOWN_MS: Final = 4000


class Files(QObject):
    """Opens, saves and exports the document of a window."""

    opened = Signal(Path)
    """A file was opened or saved under this name."""
    gone = Signal(Path)
    """A file that was to be opened could not be."""
    wanted = Signal(object)
    """The `Finding` that was chosen where an export told of it."""

    def __init__(
        self,
        window: QMainWindow,
        session: PlanSession,
        places: Places,
        notices: NoticeBar,
        work: Work,
        findings: FindingsModel,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._places = window, session, places
        self._notices, self._work, self._findings = notices, work, findings
        self._archive = False

    def new(self) -> None:
        """Start an empty plan for this year."""
        if self.may_leave():
            plan = Plan(Dokumen(tahun=date.today().year))
            self._replace(lambda: Document.new(plan, self._places))

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        kinds = self.tr(
            "Rencana, PDF arsip, dan JSON (*.renaksi *.pdf *.json);;Rencana aksi (*.renaksi);;Semua berkas (*)"
        )
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Buka rencana"), self._folder(), kinds)
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Open a plan; one in the interchange JSON becomes a new document."""
        if not self.may_leave():
            return
        if path.suffix.lower() == ".json":
            self._replace(lambda: Document.new(_from_json(path), self._places))
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
        path = self._ask_target(self.tr("Simpan rencana sebagai"), kinds, SUFFIX)
        if path is None:
            return False
        try:
            self._session.document.save_as(path)
        except RenaksiError as error:
            self._session.stateChanged.emit()
            self._notices.warn(str(error))
            return False
        return self._saved()

    def export_pdf(self) -> None:
        """Tell what is still wrong, ask for a file and write the form to it, without stopping the work."""
        take_over_typed_text()
        if not self._ask_export():
            return
        path = self._ask_target(self.tr("Ekspor PDF"), self.tr("Dokumen PDF (*.pdf)"), ".pdf")
        if path is not None:
            plan, name = self._session.plan, f"{path.stem}{SUFFIX}"
            source = self._session.document.packed() if self._archive else None
            self._export(path, lambda job: _form(plan, source, name, job))

    def export_json(self) -> None:
        """Ask for a file and write the plan to it in the interchange JSON."""
        take_over_typed_text()
        path = self._ask_target(self.tr("Ekspor JSON"), self.tr("Berkas JSON (*.json)"), ".json")
        if path is not None:
            plan = self._session.plan
            self._export(path, lambda _: (_as_json(plan), ""))

    def may_leave(self) -> bool:
        """Return True when the document may be closed: it is saved, or the user gives its changes up."""
        take_over_typed_text()
        if not self._session.document.is_modified:
            return True
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Perubahan belum disimpan"))
        box.setText(self.tr("Simpan perubahan pada “{}”?").format(self.title()))
        box.setInformativeText(self.tr("Bila tidak disimpan, perubahan sejak penyimpanan terakhir hilang."))
        save = box.addButton(self.tr("Simpan"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(self.tr("Jangan Simpan"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(self.tr("Batal"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        box.exec()
        return box.clickedButton() is discard or (box.clickedButton() is save and self.save())

    def title(self) -> str:
        """Return what the document is called."""
        path = self._session.document.path
        return path.stem if path else self.tr("Rencana baru")

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

    def _ask_export(self) -> bool:
        from renaksi_desktop.dialogs.export_pdf import ExportPdfDialog
        from renaksi_desktop.reports.form import missing

        self._findings.check_now()
        dialog = ExportPdfDialog(
            self._findings, missing(self._session.plan), archive=self._archive, parent=self._window
        )
        dialog.wanted.connect(self.wanted)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        self._archive = dialog.archive
        dialog.deleteLater()
        return accepted

    def _export(self, path: Path, make: Callable[[Job], tuple[bytes, str]]) -> None:
        """Write what `make` returns, and tell the remark that comes with it."""

        def write(job: Job) -> str:
            content, remark = make(job)
            job.seal()
            atomic.write(path, content)
            return remark

        self._work.run(
            self.tr("Menulis {}…").format(path.name),
            write,
            lambda remark: self._exported(path, remark),
            given_up=self.tr("Ekspor dibatalkan; {} tidak ditulis.").format(path.name),
        )

    def _exported(self, path: Path, remark: str) -> None:
        def show(target: Path) -> Callable[[], object]:
            return lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

        actions = {self.tr("Buka Berkas"): show(path), self.tr("Buka Folder"): show(path.parent)}
        told = self.tr("{} selesai ditulis.").format(path.name)
        self._notices.inform(f"{told} {remark}".strip(), actions)

    def _ask_target(self, title: str, kinds: str, suffix: str) -> Path | None:
        suggestion = str(Path(self._folder()) / (self._suggested_name() + suffix))
        name, _ = QFileDialog.getSaveFileName(self._window, title, suggestion, kinds)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    def _folder(self) -> str:
        path = self._session.document.path
        return str(path.parent if path else Path.home())

    def _suggested_name(self) -> str:
        if self._session.document.path is not None:
            return self.title()
        dokumen = self._session.plan.dokumen
        name = f"Rencana Aksi {dokumen.tahun} {dokumen.unit_kerja}".strip()
        return "".join(" " if letter in '<>:"/\\|?*' else letter for letter in name)[:100]


def take_over_typed_text() -> None:
    """Have the editor with the keyboard, if any, give what is typed in it to the plan."""
    editor = QApplication.focusWidget()
    if editor is None:
        return
    editor.clearFocus()
    while editor is not None and not editor.isVisible():
        editor = editor.parentWidget()  # a cell's editor is gone by now; its view goes on
    if editor is not None:
        editor.setFocus()


# What other formats need is imported when it is first used, so that the window opens without it.


def _form(plan: Plan, source: bytes | None, name: str, job: Job) -> tuple[bytes, str]:
    """Return the form, with the bytes of its plan's file inside where there are some, and a remark on it."""
    from renaksi_desktop.reports.form import render

    pdf = render(plan, job.progress).pdf
    if source is None:
        return pdf, ""
    from renaksi_desktop.reports.archive import archived

    return archived(pdf, source, name)


def _as_json(plan: Plan) -> bytes:
    from renaksi_desktop.interchange import write_json

    return write_json(plan)


def _from_json(path: Path) -> Plan:
    from renaksi_desktop.interchange import read_json

    return read_json(content(path))

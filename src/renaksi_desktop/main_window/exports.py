"""The document in other forms: the PDF, the workbook, the interchange JSON, written without stopping the work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QMainWindow

from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.domain.wording import unprintable
from renaksi_desktop.main_window.drawing import summary_of
from renaksi_desktop.main_window.targets import ask_target
from renaksi_desktop.main_window.work import Work
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.storage import atomic
from renaksi_desktop.tasks.background import Job
from renaksi_desktop.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from renaksi_desktop.reports.form import Form


class Exports(QObject):
    """Exports the document of a window."""

    wanted = Signal(object)
    """The `Finding` that was chosen where an export told of it."""

    def __init__(self, window: QMainWindow, session: PlanSession, notices: NoticeBar, work: Work) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._notices, self._work = notices, work
        self._archive = False

    def pdf(self) -> None:
        """Tell what is still wrong, ask for a file and write the form to it, without stopping the work."""
        if not self._ask_export():
            return
        path = ask_target(
            self._window, self._session.document, self.tr("Ekspor PDF"), self.tr("Dokumen PDF (*.pdf)"), ".pdf"
        )
        if path is not None:
            plan, name = self._session.plan, f"{path.stem}.renaksi"
            source = self._session.document.packed() if self._archive else None
            self._export(path, lambda job: _form(plan, source, name, job))

    def summary(self) -> None:
        """Ask for a file and write the summary of the plan to it."""
        caption, kinds = self.tr("Ekspor Ringkasan"), self.tr("Dokumen PDF (*.pdf)")
        path = ask_target(self._window, self._session.document, caption, kinds, ".pdf", self.tr("ringkasan"))
        if path is not None:
            draw = summary_of(self._session)
            self._export(path, lambda job: _as_summary(draw(job.progress)))

    def workbook(self) -> None:
        """Ask for a file and write the form to it as a workbook."""
        self._export_workbook(self.tr("Ekspor Formulir"), "", _as_workbook)

    def kertas_kerja(self) -> None:
        """Ask for a file and write the kertas kerja to it, to be filled in and imported again."""
        self._export_workbook(self.tr("Ekspor Kertas Kerja"), self.tr("kertas kerja"), _as_kertas_kerja)

    def _export_workbook(self, caption: str, part: str, make: Callable[[Plan, Job], bytes]) -> None:
        kinds = self.tr("Buku kerja Excel (*.xlsx)")
        path = ask_target(self._window, self._session.document, caption, kinds, ".xlsx", part)
        if path is not None:
            plan = self._session.plan
            self._export(path, lambda job: (make(plan, job), ""))

    def json(self) -> None:
        """Ask for a file and write the plan to it in the interchange JSON."""
        path = ask_target(
            self._window, self._session.document, self.tr("Ekspor JSON"), self.tr("Berkas JSON (*.json)"), ".json"
        )
        if path is not None:
            plan = self._session.plan
            self._export(path, lambda _: (_as_json(plan), ""))

    def _ask_export(self) -> bool:
        from renaksi_desktop.dialogs.export_pdf import ExportPdfDialog
        from renaksi_desktop.reports.form import missing

        self._session.findings.check_now()
        dialog = ExportPdfDialog(
            self._session, missing(self._session.plan), archive=self._archive, parent=self._window
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
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        def show(target: Path) -> Callable[[], object]:
            return lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

        actions = {self.tr("Buka Berkas"): show(path), self.tr("Buka Folder"): show(path.parent)}
        told = self.tr("{} selesai ditulis.").format(path.name)
        self._notices.inform(f"{told} {remark}".strip(), actions)


# What other formats need is imported when it is first used, so that the window opens without it.


def _form(plan: Plan, source: bytes | None, name: str, job: Job) -> tuple[bytes, str]:
    """Return the form, with the bytes of its plan's file inside where there are some, and a remark on it."""
    from renaksi_desktop.reports.form import render

    pdf = render(plan, job.progress).pdf
    if source is None:
        return pdf, ""
    from renaksi_desktop.reports.archive import archived

    return archived(pdf, source, name)


def _as_summary(form: Form) -> tuple[bytes, str]:
    """Return the drawn summary, and a remark on what could not be printed in it."""
    return form.pdf, unprintable(form.missing) if form.missing else ""


def _as_workbook(plan: Plan, job: Job) -> bytes:
    from renaksi_desktop.spreadsheets.form.writer import write_form

    return write_form(plan, job.progress)


def _as_kertas_kerja(plan: Plan, job: Job) -> bytes:
    from renaksi_desktop.spreadsheets.kertas_kerja.writer import write_kertas_kerja

    job.progress(0)
    return write_kertas_kerja(plan)


def _as_json(plan: Plan) -> bytes:
    from renaksi_desktop.interchange import write_json

    return write_json(plan)

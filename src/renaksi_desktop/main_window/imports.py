"""Spreadsheets come into the window: read off the UI thread, looked at, and then one step of the open plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMainWindow

from renaksi_desktop.domain.comparison import summary
from renaksi_desktop.main_window.files import Files
from renaksi_desktop.main_window.targets import folder, title
from renaksi_desktop.main_window.work import Work
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.storage.reader import content
from renaksi_desktop.tasks.background import Job
from renaksi_desktop.widgets.notice_bar import NoticeBar
from renaksi_desktop.widgets.typed_text import take_over_typed_text

if TYPE_CHECKING:
    from renaksi_desktop.document.incoming import Incoming, Proposal
    from renaksi_desktop.domain.resplitting import Offer


class Imports(QObject):
    """Imports into the document of a window, or begins a new one."""

    def __init__(
        self,
        window: QMainWindow,
        session: PlanSession,
        files: Files,
        work: Work,
        notices: NoticeBar,
        has_plan: Callable[[], bool],
    ) -> None:
        """`has_plan` says whether the user looks at a plan, which can then take something over."""
        super().__init__(window)
        self._window, self._session, self._files = window, session, files
        self._work, self._notices, self._has_plan = work, notices, has_plan
        files.foreign.connect(self.read)

    def ask(self) -> None:
        """Ask for a spreadsheet and import it, one at a time."""
        if self._work.is_busy:
            self._notices.warn(self.tr("Tunggu sampai selesai, atau batalkan dahulu."))
            return
        from PySide6.QtWidgets import QFileDialog  # dialogs are not needed for the first paint

        kinds = self.tr("Lembar kerja (*.xlsx *.xlsm *.csv);;Semua berkas (*)")
        start = str(folder(self._session.document))
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Impor dari Excel"), start, kinds)
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read a spreadsheet, which takes a while, and show what it would change."""
        take_over_typed_text()
        self._notices.hide()
        self._work.run(
            self.tr("Membaca {}…").format(path.name),
            lambda job: _incoming(path, job),
            self._show,
            given_up=self.tr("Impor dibatalkan; rencana tidak berubah."),
        )

    def _show(self, incoming: Incoming) -> None:
        from renaksi_desktop.dialogs.incoming import IncomingDialog  # not needed for the first paint

        document = self._session.document
        plan = document.plan if self._has_plan() else None
        dialog = IncomingDialog(incoming, plan, title(document), self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._take(incoming.name, dialog.proposal, dialog.chosen(), into_open_plan=dialog.into_open_plan)
        dialog.deleteLater()

    def _take(self, name: str, proposal: Proposal, chosen: Sequence[Offer], *, into_open_plan: bool) -> None:
        take = proposal.taking(name, chosen)
        told = self.tr("{} sudah diimpor: {}.").format(name, summary(proposal.changes))
        if proposal.problems:
            told += " " + self.tr("{} hal dalam berkas itu perlu diperiksa.").format(len(proposal.problems))
        if not into_open_plan:
            self._files.start_from(proposal.plan, told)
        elif self._session.apply(take):
            self._notices.inform_of_step(told, {self.tr("Urungkan"): self._session.undo})


def _incoming(path: Path, job: Job) -> Incoming:
    from renaksi_desktop.document.incoming import Incoming  # not needed for the first paint
    from renaksi_desktop.spreadsheets.reading import read_sheets

    return Incoming.of(path.name, read_sheets(content(path), path.name, job.progress))

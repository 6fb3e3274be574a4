"""Where a new plan comes from: nothing, last year's plan, another unit's, or the sample."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMainWindow

from renaksi_desktop import resources
from renaksi_desktop.domain.errors import RenaksiError
from renaksi_desktop.domain.plan import Dokumen, Plan
from renaksi_desktop.domain.renewal import Part
from renaksi_desktop.main_window.files import Files, plan_in
from renaksi_desktop.widgets.notice_bar import NoticeBar


def empty_plan() -> Plan:
    """Return a plan of this year in which nothing is written."""
    return Plan(Dokumen(tahun=date.today().year))


class NewPlans(QObject):
    """Begins new documents in a window; each has no file yet."""

    def __init__(self, window: QMainWindow, files: Files, notices: NoticeBar) -> None:
        super().__init__(window)
        self._window, self._files, self._notices = window, files, notices

    def empty(self) -> None:
        """Begin with nothing."""
        self._files.start(empty_plan())

    def sample(self) -> None:
        """Begin with the plan that ships with the program."""
        told = self.tr("Ini rencana contoh. Ubahlah sesuka hati; simpanlah bila hendak dipakai.")
        self._files.start(plan_in(resources.SAMPLE), told)

    def from_last_year(self) -> None:
        """Ask for a plan and what of it to take over to the year after."""
        self._renew(self.tr("Pilih rencana tahun lalu"), 1, {Part.UNIT})

    def from_other_unit(self) -> None:
        """Ask for another unit's plan and what of it to take over."""
        self._renew(self.tr("Pilih rencana unit lain"), 0, set())

    def _renew(self, caption: str, years: int, kept: Collection[Part]) -> None:
        if not self._files.may_leave():
            return
        path = self._files.ask_source(caption)
        if path is None:
            return
        try:
            source = plan_in(path)
        except RenaksiError as error:
            self._notices.warn(str(error))
            return
        plan = self._ask_parts(source, path, source.dokumen.tahun + years, kept)
        if plan is not None:
            told = self.tr("Rencana baru ini disusun dari {}. Simpanlah sebagai berkas rencana.")
            self._files.start_from(plan, told.format(path.name))

    def _ask_parts(self, source: Plan, path: Path, tahun: int, kept: Collection[Part]) -> Plan | None:
        from renaksi_desktop.dialogs.renewal import RenewalDialog  # not needed for the first paint

        dialog = RenewalDialog(source, path.name, tahun, kept, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.plan if accepted else None

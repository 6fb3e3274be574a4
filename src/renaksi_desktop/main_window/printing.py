"""The commands Cetak: what is to print is drawn, Qt's dialog asks how, and it goes to paper or to a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMainWindow

from renaksi_desktop.main_window.drawing import Draw, form_of, summary_of
from renaksi_desktop.main_window.targets import title
from renaksi_desktop.main_window.work import Work
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.tasks.background import Job
from renaksi_desktop.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from renaksi_desktop.reports.raster import Size

# Qt's printing and the drawing of pages are imported when they are first used; the window opens without them.


class _Drawn(NamedTuple):
    """What is printed: its name, its PDF, the sizes of its pages, and which is looked at, from 1, if any is."""

    name: str
    pdf: bytes
    sizes: tuple[Size, ...]
    current: int | None = None


class Printing(QObject):
    """Prints the plan of a window."""

    def __init__(
        self,
        window: QMainWindow,
        session: PlanSession,
        work: Work,
        notices: NoticeBar,
        *,
        current_page: Callable[[], int | None],
    ) -> None:
        """`current_page` says which page, from 1, is looked at, if any is."""
        super().__init__(window)
        self._window, self._session, self._work, self._notices = window, session, work, notices
        self._current_page = current_page

    def print(self) -> None:
        """Ask how to print the form as it is now, and print it without stopping the work."""
        self._prepare(self.tr("Formulir"), form_of(self._session), self._current_page)

    def print_summary(self) -> None:
        """Ask how to print the summary of the plan, and print it without stopping the work."""
        self._prepare(self.tr("Ringkasan"), summary_of(self._session), lambda: None)

    def _prepare(self, name: str, draw: Draw, current: Callable[[], int | None]) -> None:
        paper = self._session.plan.cetak.kertas.value
        self._work.run(
            self.tr("Menyiapkan halaman…"),
            lambda job: _drawn(name, draw, job),
            lambda drawn: self._ask(drawn._replace(current=current()), paper),
            given_up=self.tr("Pencetakan dibatalkan."),
        )

    def _ask(self, drawn: _Drawn, paper: str) -> None:
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

        from renaksi_desktop.main_window.print_job import lay_paper, pages_wanted, printer_for

        (size, *_), count, current = drawn.sizes, len(drawn.sizes), drawn.current
        printer = printer_for(size, paper, title(self._session.document))
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(self.tr("Cetak"))
        dialog.setMinMax(1, count)
        dialog.setFromTo(1, count)
        dialog.setPrintRange(QAbstractPrintDialog.PrintRange.AllPages)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage, current is not None)
        answer = dialog.exec()
        if not any(child.result() for child in dialog.findChildren(QDialog)):
            # On Linux the dialog sets the printer's usual paper, also where nobody asked for its properties.
            lay_paper(printer, size, paper)
        dialog.deleteLater()
        if answer == QDialog.DialogCode.Accepted:
            self._start(drawn, pages_wanted(printer, count, current or 1), printer)

    def _start(self, drawn: _Drawn, pages: list[int], printer: QPrinter) -> None:
        from renaksi_desktop.main_window.print_job import print_pages, write_pages

        pdf, count = drawn.pdf, len(drawn.sizes)
        if not pages:
            told = self.tr("{} ini hanya {} halaman; yang diminta tidak ada.")
            self._notices.warn(told.format(drawn.name, count))
        elif printer.outputFileName():
            target = Path(printer.outputFileName())
            self._run(
                self.tr("Menulis {}…").format(target.name),
                lambda job: write_pages(pdf, pages, count, target, job),
                self.tr("{} selesai ditulis.").format(target.name),
            )
        else:
            self._run(
                self.tr("Mencetak ke {}…").format(printer.printerName()),
                lambda job: print_pages(pdf, pages, printer, job),
                self.tr("{} dikirim ke {}.").format(drawn.name, printer.printerName()),
            )

    def _run(self, name: str, work: Callable[[Job], object], told: str) -> None:
        given_up = self.tr("Pencetakan dibatalkan.")
        self._work.run(name, work, lambda _: self._notices.inform(told), given_up=given_up)


def _drawn(name: str, draw: Draw, job: Job) -> _Drawn:
    from contextlib import closing

    from renaksi_desktop.reports.raster import Raster

    pdf = draw(job.progress).pdf
    with closing(Raster(pdf)) as raster:
        return _Drawn(name, pdf, raster.sizes)

"""The commands of the plan that lead to a page or open a dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QMainWindow

from renaksi_desktop.domain.plan import Indikator
from renaksi_desktop.main_window.pages import Pages
from renaksi_desktop.models.session import PlanSession

# Each dialog is imported when it is first wanted, so that the window opens without it.


class TasksOfPlan:
    """`pages` tells the pages of the window, which are made after its commands."""

    def __init__(self, window: QMainWindow, session: PlanSession, pages: Callable[[], Pages]) -> None:
        self._window, self._session, self._pages = window, session, pages

    def add_kontribusi(self) -> None:
        """Choose budget lines for the Indikator in focus."""
        from renaksi_desktop.dialogs.add_kontribusi import AddKontribusiDialog

        indikator = self._session.focus(Indikator)
        if indikator is not None:
            _use(AddKontribusiDialog(self._session, indikator, self._window))

    def fill_targets(self) -> None:
        """Fill the months of the chosen Indikator by a pattern."""
        from renaksi_desktop.dialogs.fill_pattern import FillPatternDialog

        if chosen := self._session.chosen(Indikator):
            _use(FillPatternDialog(self._session, chosen, self._window))

    def share_out(self) -> None:
        """Open the panel beside the budget that shares the line in focus out."""
        pages = self._pages()
        pages.setCurrentWidget(pages.anggaran)
        pages.anggaran.page.share_out()

    def add_penandatangan(self) -> None:
        """Add one on the page where they are written."""
        pages = self._pages()
        pages.setCurrentWidget(pages.dokumen)
        pages.dokumen.page.add_penandatangan()

    def toggle_only(self) -> None:
        """Show the Sasaran in focus alone, or all again, on a page that can."""
        pages = self._pages()
        if pages.currentWidget() is not pages.matrix:
            pages.setCurrentWidget(pages.target)
        self._session.only.toggle()
        self._session.stateChanged.emit()  # the mark of the command is Qt's until then


def _use(dialog: QDialog) -> None:
    dialog.exec()
    dialog.deleteLater()

"""The pages of the window, in tabs. What is not seen at first is made, and its code read, when it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTabWidget, QWidget

from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.later import Later
from renaksi_desktop.widgets.target_page import TargetPage

if TYPE_CHECKING:
    from renaksi_desktop.widgets.anggaran_page import AnggaranPage
    from renaksi_desktop.widgets.dokumen_page import DokumenPage
    from renaksi_desktop.widgets.matrix_page import MatrixPage
    from renaksi_desktop.widgets.preview_page import PreviewPage
    from renaksi_desktop.widgets.summary_page import SummaryPage


class Pages(QTabWidget):
    """Target, Anggaran, Matriks, Ringkasan, Dokumen and Pratinjau, in this order."""

    wanted = Signal(object)
    """A page leads elsewhere; carries the `Place` to go to."""

    def __init__(
        self, session: PlanSession, of_indikator: Sequence[QAction], add_budget: Sequence[QAction]
    ) -> None:
        """The actions are those beside the name of an Indikator, the last of which adds a Kontribusi, and those
        that add parts of the budget.
        """
        super().__init__()
        self.setObjectName("pages")
        self.setDocumentMode(True)
        self.tabBar().setChangeCurrentOnDrag(True)
        self._named: dict[str, QWidget] = {}
        self.target = TargetPage(session, of_indikator)
        self.anggaran = Later(lambda: _anggaran(session, add_budget))
        self.matrix = Later(lambda: _matrix(session))
        self.summary = Later(lambda: _summary(session, self.wanted))
        self.dokumen = Later(lambda: _dokumen(session))
        self.preview = Later(lambda: _preview(session))
        self._add("halamanTarget", self.target, self.tr("Target"))
        self._add("halamanAnggaran", self.anggaran, self.tr("Anggaran"))
        self._add("halamanMatriks", self.matrix, self.tr("Matriks"))
        self._add("halamanRingkasan", self.summary, self.tr("Ringkasan"))
        self._add("halamanDokumen", self.dokumen, self.tr("Dokumen"))
        self._add("halamanPratinjau", self.preview, self.tr("Pratinjau"))

    def _add(self, name: str, page: QWidget, title: str) -> None:
        page.setObjectName(name)  # by which it is remembered
        self._named[name] = page
        self.addTab(page, title)

    def show_page(self, name: str) -> None:
        """Show the page of this object name."""
        self.setCurrentWidget(self._named[name])

    def form_page_in_view(self) -> int | None:
        """Return the number of the form's page that is looked at, from 1, or None."""
        return self.preview.made.page_looked_at() if self.preview.made else None

    def stop(self) -> None:
        """Return when no page does anything off the UI thread any more."""
        if self.preview.made:
            self.preview.made.stop()


def _anggaran(session: PlanSession, add: Sequence[QAction]) -> AnggaranPage:
    from renaksi_desktop.widgets.anggaran_page import AnggaranPage

    return AnggaranPage(session, add)


def _matrix(session: PlanSession) -> MatrixPage:
    from renaksi_desktop.widgets.matrix_page import MatrixPage

    return MatrixPage(session)


def _summary(session: PlanSession, wanted: SignalInstance) -> SummaryPage:
    from renaksi_desktop.widgets.summary_page import SummaryPage

    page = SummaryPage(session)
    page.wanted.connect(wanted)
    return page


def _dokumen(session: PlanSession) -> DokumenPage:
    from renaksi_desktop.widgets.dokumen_page import DokumenPage

    return DokumenPage(session)


def _preview(session: PlanSession) -> PreviewPage:
    from renaksi_desktop.widgets.preview_page import PreviewPage

    return PreviewPage(session)

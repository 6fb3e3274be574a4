"""The page that shows the form as it will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from renaksi_desktop.domain.plan import Indikator, Sasaran
from renaksi_desktop.domain.wording import unprintable
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.reports.raster import Raster
from renaksi_desktop.widgets.live_form import LiveForm
from renaksi_desktop.widgets.page_bar import PageBar
from renaksi_desktop.widgets.page_setup import PageSetup
from renaksi_desktop.widgets.page_view import PageView

if TYPE_CHECKING:
    from renaksi_desktop.reports.form import Form


class PreviewPage(QWidget):
    """The pages of the form, kept up to date while they are looked at, and the page set-up at their right."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self._session = session
        self.shown: Form | None = None
        self._to_jump = False
        self.form = LiveForm(session, self)
        # The first child gets the keyboard when the page is opened: in the bar's field Ctrl+Z would undo no edit.
        self._beside = QSplitter(self)
        self._beside.setObjectName("pratinjauDanPengaturan")
        self._beside.setChildrenCollapsible(False)
        self.view, self.setup = PageView(self._beside), PageSetup(session, self._beside)
        self._bar = PageBar(self.view)
        self._missing, self._failure = self._line("hurufTakAda"), self._line("gagalPratinjau")
        self._build()
        self.form.drawn.connect(self._take)
        self.form.failed.connect(self._tell_failure)
        self.form.progressed.connect(lambda share: self._bar.tell(self.tr("Memperbarui… {:.0%}").format(share)))
        session.currentChanged.connect(self._jump_soon)

    def page_looked_at(self) -> int | None:
        """Return the number of the page in view, from 1, or None where the form is not looked at."""
        return self.view.current + 1 if self.isVisible() and not self.form.is_stale else None

    def stop(self) -> None:
        """Draw no more, and return when nothing is being drawn."""
        self.form.stop()
        self.view.pictures.stop()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        # The set-up is no wider than it needs to be until somebody draws it wider.
        self._beside.setSizes([self.maximumWidth(), self.setup.minimumWidth()])
        self._beside.setStretchFactor(0, 1)
        self._beside.setStretchFactor(1, 0)
        for part in (self._failure, self._missing, self._bar):
            layout.addWidget(part)
        layout.addWidget(self._beside, 1)

    def _line(self, name: str) -> QLabel:
        line = QLabel()
        line.setObjectName(name)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setWordWrap(True)
        line.setContentsMargins(12, 6, 12, 2)
        line.hide()
        return line

    # Following the form

    def _take(self, form: Form, raster: Raster) -> None:
        self.shown = form
        self._failure.hide()
        self._bar.tell("")
        self._missing.setText(unprintable(form.missing))
        self._missing.setVisible(bool(form.missing))
        self.view.show_pages(raster)
        if self._to_jump:
            self._jump()

    def _tell_failure(self, sentence: str) -> None:
        self._bar.tell("")
        self._failure.setText(self.tr("Pratinjau tidak dapat diperbarui. {}").format(sentence))
        self._failure.show()

    # Following the row in focus

    def _jump_soon(self) -> None:
        """Show the page of what is in focus: now, or as soon as the form is that of the present plan."""
        self._to_jump = True
        if self.isVisible() and not self.form.is_stale:
            self._jump()

    def _jump(self) -> None:
        self._to_jump = False
        node = self._session.focus(Indikator) or self._session.focus(Sasaran)
        page = self.shown.pages.get(node.id) if node and self.shown else None
        if page is not None and page - 1 != self.view.current:
            self.view.go_to(page - 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.want(True)
        if not event.spontaneous():
            self._jump_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.form.want(False)

"""Below the grid: what pays for the Indikator in focus, and the particulars of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from renaksi_desktop.domain.plan import Indikator
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.totals import anggaran
from renaksi_desktop.models import kontribusi_table
from renaksi_desktop.models.kontribusi_table import KontribusiModel
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.elided_label import ElidedLabel
from renaksi_desktop.widgets.empty_hint import EmptyHint
from renaksi_desktop.widgets.focus import FocusLink
from renaksi_desktop.widgets.grid_view import GridView
from renaksi_desktop.widgets.later import Later
from renaksi_desktop.widgets.text_scale import scaled
from renaksi_desktop.widgets.widths import fit_rupiah

if TYPE_CHECKING:
    from renaksi_desktop.widgets.indikator_form import IndikatorForm

WORDY_WIDTH: Final = 840
"""From how many pixels on, at the platform's own size of text, the buttons have words beside their icons."""
PARTICULARS: Final = ("satuan", "target_tahunan", "penanggung_jawab", "jenis_target", "polaritas")
"""The fields of an Indikator that stand in the form, in its order."""


class IndikatorPanel(QWidget):
    """`table` of the Kontribusi and a form, under one line of their tabs, the Indikator, and what it is given."""

    def __init__(self, session: PlanSession, actions: Sequence[QAction]) -> None:
        """`actions` stand beside the name; the last of them adds a Kontribusi."""
        super().__init__()
        self._session, self._add = session, actions[-1]
        self._model = KontribusiModel(session, self)
        self.table = self._kontribusi_table()
        self._title, self._sum = ElidedLabel(), QLabel()
        self._form = Later(lambda: _form(session))
        self._tabs, self._parts = self._tab_bar(), QStackedWidget()
        for part in (self.table, self._form):
            self._parts.addWidget(part)
        self._buttons = list(map(_button, actions))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(self._parts)
        for signal in (session.currentChanged, session.chosenChanged, session.changed, session.replaced):
            signal.connect(self._describe)
        self._describe()

    def show_field(self, name: str | None) -> None:
        """Give the keyboard to the editor of a field of the Indikator; without one, show the Kontribusi."""
        self._tabs.setCurrentIndex(1 if name else 0)
        if name:
            self._form.page.show_field(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the words of the buttons give way before the name of the Indikator does."""
        super().resizeEvent(event)
        styles = Qt.ToolButtonStyle
        wordy = self.width() >= scaled(WORDY_WIDTH)
        for button in self._buttons:
            button.setToolButtonStyle(styles.ToolButtonTextBesideIcon if wordy else styles.ToolButtonIconOnly)

    def _tab_bar(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setObjectName("tabIndikator")
        tabs.setDocumentMode(True)
        tabs.setExpanding(False)
        tabs.setDrawBase(False)
        tabs.addTab(self.tr("Kontribusi"))
        tabs.addTab(self.tr("Rincian Indikator"))
        tabs.currentChanged.connect(self._turn_to)
        return tabs

    def _turn_to(self, tab: int) -> None:
        self._parts.setCurrentIndex(tab)
        self._describe()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 8, 0)
        head.setSpacing(8)
        head.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._title, 1)
        head.addWidget(self._sum)
        for button in self._buttons:
            head.addWidget(button)
        return head

    def _kontribusi_table(self) -> GridView:
        model = self._model
        table = GridView(model)
        table.setObjectName("kontribusiTable")
        table.setAccessibleName(self.tr("Kontribusi Indikator"))
        header = table.horizontalHeader()
        for column in (kontribusi_table.KOLOM_RO, kontribusi_table.KOMPONEN, kontribusi_table.SUB_KOMPONEN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        fit_rupiah(table, model)
        FocusLink(table, model, lambda key: key)
        self._hint = EmptyHint(table, "")
        return table

    def _describe(self) -> None:
        indikator = self._model.indikator
        self._tabs.setTabEnabled(1, indikator is not None)
        if indikator is None:
            self._title.setText(self.tr("Belum ada Indikator yang dipilih"))
            self._sum.clear()
            self._hint.setText(self.tr("Pilih sebuah Indikator untuk melihat anggaran yang membiayainya."))
            return
        self._title.setText(self._name(indikator))
        self._sum.setText(self.tr("Anggaran {}").format(format_rupiah(anggaran(indikator), self._session.gaya)))
        hint = self.tr("Belum ada Kontribusi. Tekan {} untuk memilih dari anggaran.")
        self._hint.setText(hint.format(self._add.shortcut().toString()))

    def _name(self, indikator: Indikator) -> str:
        number = len(self._session.chosen(Indikator))
        if number > 1 and self._parts.currentWidget() is self._form:
            return self.tr("{} Indikator dipilih, perubahan berlaku untuk semuanya").format(number)
        return self.tr("Indikator {} {}").format(indikator.kode, indikator.uraian)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    return button


def _form(session: PlanSession) -> IndikatorForm:
    from renaksi_desktop.widgets.indikator_form import IndikatorForm  # the window opens without it

    return IndikatorForm(session)

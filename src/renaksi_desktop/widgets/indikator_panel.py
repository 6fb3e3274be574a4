"""Below the grid: what pays for the Indikator in focus, and the particulars of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTabWidget,
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
from renaksi_desktop.widgets.field_group import fill_form
from renaksi_desktop.widgets.focus import FocusLink
from renaksi_desktop.widgets.grid_view import GridView
from renaksi_desktop.widgets.share_bar import ROOM

RUPIAH_WIDTH: Final = 112
PARTICULARS: Final = ("satuan", "target_tahunan", "jenis_target", "polaritas", "penanggung_jawab")


class IndikatorPanel(QWidget):
    """`table` of the Kontribusi and a form, under a line that names the Indikator and its Anggaran."""

    def __init__(self, session: PlanSession, add_kontribusi: QAction) -> None:
        super().__init__()
        self._session, self._add = session, add_kontribusi
        self._model = KontribusiModel(session, self)
        self.table = self._kontribusi_table()
        self._title, self._sum = ElidedLabel(), QLabel()
        form = QWidget()
        self._editors = fill_form(form, session, Indikator, PARTICULARS, lambda: self._model.indikator)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self.table, self.tr("Kontribusi"))
        self._form = _scrolling(form)
        self._tabs.addTab(self._form, self.tr("Rincian Indikator"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(self._tabs)
        for signal in (session.currentChanged, session.changed, session.replaced):
            signal.connect(self._describe)
        self._describe()

    def show_field(self, name: str | None) -> None:
        """Give the keyboard to the editor of a field of the Indikator; without one, show the Kontribusi."""
        editor = self._editors.get(name or "")
        self._tabs.setCurrentIndex(0 if editor is None else 1)
        if editor is not None:
            self._form.ensureWidgetVisible(editor)
            editor.setFocus()

    def _head(self) -> QHBoxLayout:
        button = QToolButton()
        button.setDefaultAction(self._add)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 8, 8)
        head.setSpacing(16)
        head.addWidget(self._title, 1)
        head.addWidget(self._sum)
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
        for column in model.numeric:
            table.setColumnWidth(column, RUPIAH_WIDTH + (ROOM if column in model.with_bar else 0))
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
        self._title.setText(self.tr("Indikator {} {}").format(indikator.kode, indikator.uraian))
        self._sum.setText(self.tr("Anggaran {}").format(format_rupiah(anggaran(indikator), self._session.gaya)))
        hint = self.tr("Belum ada Kontribusi. Tekan {} untuk memilih dari anggaran.")
        self._hint.setText(hint.format(self._add.shortcut().toString()))


def _scrolling(form: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields are where the keyboard goes
    area.setWidgetResizable(True)
    area.setWidget(form)
    return area

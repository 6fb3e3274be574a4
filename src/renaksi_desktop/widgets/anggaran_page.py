"""The page of the budget: its tree, and how its sum stands to the Pagu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from renaksi_desktop.document.document import Document
from renaksi_desktop.domain.outline import Key
from renaksi_desktop.domain.plan import Kontribusi
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.share_text import named_remainder
from renaksi_desktop.models import anggaran_tree
from renaksi_desktop.models.anggaran_tree import AnggaranModel
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.drop_rows import drag_and_drop
from renaksi_desktop.widgets.elided_label import ElidedLabel
from renaksi_desktop.widgets.empty_hint import EmptyHint
from renaksi_desktop.widgets.fill_column import FillColumn
from renaksi_desktop.widgets.focus import FocusLink
from renaksi_desktop.widgets.outline_view import OutlineGrid
from renaksi_desktop.widgets.text_scale import scaled
from renaksi_desktop.widgets.widths import fit_rupiah

if TYPE_CHECKING:
    from renaksi_desktop.widgets.sharing_panel import SharingPanel

KODE_WIDTH, NAMA_WIDTH, PANEL_WIDTH = 152, 96, 440


class AnggaranPage(QWidget):
    """`tree` under a line with buttons and over one with sums; beside it, when asked for, the sharing out."""

    def __init__(self, session: PlanSession, commands: Sequence[QAction]) -> None:
        super().__init__()
        self._session = session
        self._panel: SharingPanel | None = None
        self._opened: Document | None = None
        self._sums = ElidedLabel(Qt.AlignmentFlag.AlignRight)
        self._sums.setContentsMargins(8, 0, 8, 8)
        self.tree = self._budget_tree()
        self._beside = QSplitter()
        self._beside.setChildrenCollapsible(False)
        self._beside.addWidget(self.tree)
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 8, 0)
        for action in commands:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            head.addWidget(button)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._beside, 1)
        layout.addWidget(self._sums)
        session.changed.connect(self._describe)
        session.replaced.connect(self._describe)
        self._describe()

    def share_out(self) -> None:
        """Open the panel that shares the SubKomponen in focus out."""
        if self._panel is None:
            from renaksi_desktop.widgets.sharing_panel import SharingPanel  # the window opens without it

            self._panel = SharingPanel(self._session)
            self._panel.left.connect(self.tree.setFocus)
            self._beside.addWidget(self._panel)
            self._beside.setStretchFactor(0, 1)
            self._beside.setSizes([self.width() - scaled(PANEL_WIDTH), scaled(PANEL_WIDTH)])
        self._panel.open()

    def _budget_tree(self) -> OutlineGrid:
        model = AnggaranModel(self._session, self)
        tree = OutlineGrid(model)
        tree.setObjectName("anggaranTable")
        tree.setAccessibleName(self.tr("Anggaran RO, Komponen, dan Sub Komponen"))
        tree.header().setStretchLastSection(False)
        tree.setColumnWidth(anggaran_tree.KODE, KODE_WIDTH)
        fit_rupiah(tree, model)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        drag_and_drop(tree)
        FillColumn(tree, anggaran_tree.NAMA, NAMA_WIDTH)
        FocusLink(tree, model, self._row_of)
        ways = self.tr("Mulailah dengan Anggaran > Tambah RO, atau klik di sini dan tempel daftar dari Excel.")
        EmptyHint(tree, self.tr("Belum ada anggaran. {}").format(ways))
        return tree

    def showEvent(self, event: QShowEvent) -> None:
        """Open the tree when it is first seen: on a large budget that takes a while."""
        super().showEvent(event)
        if self._opened is not self._session.document:
            self._opened = self._session.document
            self.tree.expandAll()

    def _row_of(self, key: Key) -> Key:
        kontribusi = self._session.focus(Kontribusi)
        return kontribusi.subkomponen if kontribusi else key

    def _describe(self) -> None:
        sums, gaya, pagu = self._session.totals.whole, self._session.gaya, self._session.plan.dokumen.pagu
        parts = [
            self.tr("Anggaran {}").format(format_rupiah(sums.anggaran, gaya)),
            self.tr("terbagi {}").format(format_rupiah(sums.terbagi, gaya)),
            named_remainder(sums, gaya),
        ]
        if pagu is not None:
            parts.append(self.tr("Pagu {}").format(format_rupiah(pagu, gaya)))
        self._sums.setText("   ".join(parts))

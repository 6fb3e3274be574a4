"""What an import would change, to be looked at before it is done."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QRadioButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from renaksi_desktop.document.incoming import Proposal
from renaksi_desktop.domain.resplitting import Offer
from renaksi_desktop.models.proposal import ProposalModel
from renaksi_desktop.widgets.empty_hint import EmptyHint
from renaksi_desktop.widgets.even_rows import EvenRows
from renaksi_desktop.widgets.text_scale import scaled

PLACE_WIDTH: Final = 400
ROW_HEIGHT: Final = 22
MOST_OPEN: Final = 200
"""Rows of a group beyond which it stays closed at first."""


class ProposalPage(QWidget):
    """Asks where the import goes, and shows what it does there."""

    asked = Signal()
    """Another destination, or another choice about it."""

    def __init__(self, open_plan: str | None, *, budget: bool, parent: QWidget | None = None) -> None:
        """`open_plan` is what the open plan is called, if there is one; `budget` whether lines can be kept."""
        super().__init__(parent)
        self._onto = QRadioButton(self.tr("Ke rencana yang &terbuka: {}").format(open_plan))
        self._onto.setVisible(open_plan is not None)
        self._onto.setObjectName("keRencanaTerbuka")
        self._new = QRadioButton(self.tr("Sebagai rencana &baru"))
        self._new.setObjectName("sebagaiRencanaBaru")
        self._keep = QCheckBox(self.tr("&Pertahankan baris anggaran yang tidak ada dalam berkas"))
        self._keep.setObjectName("pertahankan")
        self._keep.setVisible(budget and open_plan is not None)
        self._model = ProposalModel(self)
        self._tree = self._made_tree()
        (self._new if open_plan is None else self._onto).setChecked(True)
        where = QHBoxLayout()
        where.setSpacing(16)
        for button in (self._onto, self._new):
            where.addWidget(button)
        where.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(where)
        layout.addWidget(self._keep)
        layout.addWidget(self._tree, 1)
        self._onto.toggled.connect(self._ask)
        self._keep.toggled.connect(self._ask)

    @property
    def into_open_plan(self) -> bool:
        """Whether the open plan takes the file over, and not a new one."""
        return self._onto.isChecked()

    @property
    def keep(self) -> bool:
        """Whether lines stay that the file does not hold."""
        return self._keep.isChecked()

    def chosen(self) -> list[Offer]:
        """Return the lines that are to be shared out again."""
        return self._model.chosen()

    def show_proposal(self, proposal: Proposal) -> None:
        """Show what would change."""
        self._model.show(proposal)
        self._tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self._tree.setColumnWidth(0, scaled(PLACE_WIDTH))
        for group in self._model.groups():
            rows = range(self._model.rowCount(group))
            self._tree.setExpanded(group, len(rows) <= MOST_OPEN)
            self._span(group)
            for row in rows:
                self._span(self._model.index(row, 0, group))

    def _span(self, index: QModelIndex) -> None:
        """Give a text the whole row where nothing stands beside it."""
        if not any(index.siblingAtColumn(column).data() for column in (1, 2)):
            self._tree.setFirstColumnSpanned(index.row(), index.parent(), True)

    def _ask(self) -> None:
        self._keep.setEnabled(self.into_open_plan)
        self.asked.emit()

    def _made_tree(self) -> QTreeView:
        tree = QTreeView()
        tree.setModel(self._model)
        tree.setObjectName("usulanImpor")
        tree.setAccessibleName(self.tr("Yang akan berubah"))
        tree.setItemDelegate(EvenRows(tree, ROW_HEIGHT))
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # what changed is often the end of a text
        EmptyHint(tree, self.tr("Tidak ada yang berubah."))
        return tree

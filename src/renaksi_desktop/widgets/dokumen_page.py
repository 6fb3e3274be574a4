"""The page of the document: what stands around the table, and who signs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.fields import FIELDS, MAX_PENANDATANGAN
from renaksi_desktop.domain.plan import Dokumen, Id, Penandatangan, new_id
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.field_page import FieldPage
from renaksi_desktop.widgets.text_scale import FollowText, scaled

FORM_WIDTH = 720


class DokumenPage(FieldPage):
    """One group of fields for each part; each Penandatangan has a group of its own."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.setObjectName("dokumenPage")
        self.setAccessibleName(self.tr("Dokumen dan penandatangan"))
        self._signers = QVBoxLayout()
        self._signers.setSpacing(16)
        self._groups: dict[Id, _Signer] = {}
        self._add = QPushButton(self.tr("Tambah Penandatangan"))
        self._add.setObjectName("tambahPenandatangan")
        self._add.clicked.connect(self.add_penandatangan)
        self._swap = QPushButton(self.tr("Tukar Letak Kiri dan Kanan"))
        self._swap.setObjectName("tukarPenandatangan")
        self._swap.clicked.connect(self._change_sides)
        self.setWidget(self._form())
        session.replaced.connect(self._show_signers)
        session.changed.connect(self._show_signers)
        self._show_signers()

    def place_without_field(self) -> QWidget:
        """Return where a Penandatangan is added."""
        return self._add

    def _form(self) -> QWidget:
        column = QWidget()
        FollowText(column, lambda: column.setMaximumWidth(scaled(FORM_WIDTH)))
        layout = QVBoxLayout(column)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        below = ("catatan", "tempat", "tanggal")
        heading = ("judul", "tahun", "unit_kerja", "instansi", "revisi", "pagu")
        layout.addWidget(self._group(self.tr("Judul"), heading, Dokumen, Dokumen.id, self._dokumen))
        layout.addWidget(self._group(self.tr("Catatan dan pengesahan"), below, Dokumen, Dokumen.id, self._dokumen))
        layout.addLayout(self._signers)
        layout.addWidget(self._swap, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        frame = QWidget()
        around = QHBoxLayout(frame)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(column, FORM_WIDTH)  # takes all the width up to its greatest; only then the rest counts
        around.addStretch(1)
        return frame

    def _dokumen(self) -> Sequence[Dokumen]:
        return [self._session.plan.dokumen]

    def _show_signers(self) -> None:
        """Have one group for each Penandatangan, in their order; groups that stay keep what is typed in them."""
        penandatangan = self._session.plan.penandatangan
        ids = [signer.id for signer in penandatangan]
        if ids != list(self._groups):
            for group in self._groups.values():
                self._signers.removeWidget(group)
            for gone in self._groups.keys() - set(ids):
                self._groups[gone].deleteLater()
                self._forget(gone)
            self._groups = {node_id: self._groups.get(node_id) or self._signer(node_id) for node_id in ids}
            for group in self._groups.values():
                self._signers.addWidget(group)
        sides = (self.tr("Penandatangan di kanan"), self.tr("Penandatangan di kiri"))
        for group, side in zip(self._groups.values(), sides, strict=False):
            group.fields.setTitle(side)
        self._add.setVisible(len(ids) < MAX_PENANDATANGAN)
        self._swap.setVisible(len(ids) == MAX_PENANDATANGAN)

    def _signer(self, node_id: Id) -> _Signer:
        def find() -> Sequence[Penandatangan]:
            return [signer for signer in self._session.plan.penandatangan if signer.id == node_id]

        group = self._group(self.tr("Penandatangan"), FIELDS[Penandatangan], Penandatangan, node_id, find)
        remove = QPushButton(self.tr("Hapus Penandatangan Ini"))
        remove.clicked.connect(lambda: self._remove(find()))
        return _Signer(group, remove)

    def add_penandatangan(self) -> None:
        """Add an empty Penandatangan and give the keyboard to its first field."""
        signer = Penandatangan(new_id())
        if self._session.apply(edits.add(signer, self._session.plan)):
            self.show_field(signer.id, next(iter(FIELDS[Penandatangan])))

    def _change_sides(self) -> None:
        """Have the first Penandatangan, who signs on the right, and the second change places."""
        *_, second = self._session.plan.penandatangan
        self._session.apply(edits.shift(second, -1))

    def _remove(self, signers: Sequence[Penandatangan]) -> None:
        if signers:
            self._session.apply(edits.remove(*signers))


class _Signer(QWidget):
    """The fields of one Penandatangan, and the button that removes it."""

    def __init__(self, fields: QGroupBox, remove: QPushButton) -> None:
        super().__init__()
        self.fields = fields
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(fields)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)

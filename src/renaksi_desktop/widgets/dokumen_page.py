"""The page of the document: what stands around the table, who signs, and how it is printed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.fields import FIELDS, MAX_PENANDATANGAN
from renaksi_desktop.domain.plan import Cetak, Dokumen, Id, Node, Penandatangan, new_id
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.field_editor import FieldEditor, Find
from renaksi_desktop.widgets.field_group import fill_form

FORM_WIDTH = 720


class DokumenPage(QScrollArea):
    """One group of fields for each part; each Penandatangan has a group of its own."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dokumenPage")
        self.setAccessibleName(self.tr("Dokumen dan penandatangan"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._session = session
        self._signers = QVBoxLayout()
        self._signers.setSpacing(16)
        self._groups: dict[Id, QWidget] = {}
        self._editors: dict[tuple[Id, str], FieldEditor] = {}
        self._add = QPushButton(self.tr("Tambah Penandatangan"))
        self._add.setObjectName("tambahPenandatangan")
        self._add.clicked.connect(self.add_penandatangan)
        self.setWidget(self._form())
        session.replaced.connect(self._show_signers)
        session.changed.connect(self._show_signers)
        self._show_signers()

    def show_field(self, node_id: Id, field: str | None) -> None:
        """Scroll to the editor of a field and give it the keyboard; without such a field, show the page's end."""
        editor: QWidget = self._editors.get((node_id, field or ""), self._add)
        self.ensureWidgetVisible(editor)
        editor.setFocus()

    def _form(self) -> QWidget:
        column = QWidget()
        column.setMaximumWidth(FORM_WIDTH)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        below = ("catatan", "tempat", "tanggal")
        heading = ("judul", "tahun", "unit_kerja", "instansi", "revisi", "pagu")
        layout.addWidget(self._group(self.tr("Judul"), heading, Dokumen, Dokumen.id, self._dokumen))
        layout.addWidget(self._group(self.tr("Catatan dan pengesahan"), below, Dokumen, Dokumen.id, self._dokumen))
        layout.addLayout(self._signers)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._group(self.tr("Cetak"), ("kertas", "gaya", "kolom"), Cetak, Cetak.id, self._cetak))
        layout.addStretch(1)
        frame = QWidget()
        around = QHBoxLayout(frame)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(column, FORM_WIDTH)  # takes all the width up to its greatest; only then the rest counts
        around.addStretch(1)
        return frame

    def _dokumen(self) -> Dokumen:
        return self._session.plan.dokumen

    def _cetak(self) -> Cetak:
        return self._session.plan.cetak

    def _group(self, title: str, fields: Iterable[str], of: type[Node], node_id: Id, find: Find) -> QGroupBox:
        group = QGroupBox(title)
        editors = fill_form(group, self._session, of, fields, find)
        self._editors.update({(node_id, name): editor for name, editor in editors.items()})
        return group

    def _show_signers(self) -> None:
        """Have one group for each Penandatangan, in their order; groups that stay keep what is typed in them."""
        penandatangan = self._session.plan.penandatangan
        ids = [signer.id for signer in penandatangan]
        if ids != list(self._groups):
            for group in self._groups.values():
                self._signers.removeWidget(group)
            for gone in self._groups.keys() - set(ids):
                self._groups[gone].deleteLater()
                self._editors = {of: editor for of, editor in self._editors.items() if of[0] != gone}
            self._groups = {node_id: self._groups.get(node_id) or self._signer(node_id) for node_id in ids}
            for group in self._groups.values():
                self._signers.addWidget(group)
        self._add.setVisible(len(ids) < MAX_PENANDATANGAN)

    def _signer(self, node_id: Id) -> QWidget:
        def find() -> Penandatangan | None:
            return self._session.index.get(node_id, Penandatangan)

        group = self._group(self.tr("Penandatangan"), FIELDS[Penandatangan], Penandatangan, node_id, find)
        remove = QPushButton(self.tr("Hapus Penandatangan Ini"))
        remove.clicked.connect(lambda: self._remove(find()))
        block = QWidget()
        layout = QVBoxLayout(block)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(group)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        return block

    def add_penandatangan(self) -> None:
        """Add an empty Penandatangan and give the keyboard to its first field."""
        signer = Penandatangan(new_id())
        if self._session.apply(edits.add(signer, self._session.plan)):
            self.show_field(signer.id, next(iter(FIELDS[Penandatangan])))

    def _remove(self, signer: Penandatangan | None) -> None:
        if signer is not None:
            self._session.apply(edits.remove(signer))

"""What of an earlier plan a new one takes over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from renaksi_desktop.domain.fields import FIELDS, NAMES, Whole
from renaksi_desktop.domain.plan import (
    RO,
    Dokumen,
    Indikator,
    Komponen,
    Kontribusi,
    Plan,
    Sasaran,
    SubKomponen,
    walk,
)
from renaksi_desktop.domain.renewal import Part, renewed
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.widgets.elided_label import ElidedLabel

COUNTED: Final = (Sasaran, Indikator, RO, Komponen, SubKomponen, Kontribusi)


class RenewalDialog(QDialog):
    """Asks for the year and the parts; `plan` is the new plan that they make of `source`."""

    def __init__(
        self, source: Plan, name: str, tahun: int, kept: Collection[Part], parent: QWidget | None = None
    ) -> None:
        """Begin with this `tahun` and these parts; `name` tells which file the source is from."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rencana baru dari {}").format(name))
        self._source = source
        self._tahun = self._year_field(tahun)
        self._parts = {part: QCheckBox(text) for part, text in self._texts().items()}
        self._content = _line("")
        self._content.setObjectName("isiRencanaBaru")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(self._head())
        layout.addWidget(self._choices(kept))
        layout.addWidget(self._content)
        layout.addStretch(1)
        layout.addWidget(self._buttons())
        self._tahun.valueChanged.connect(self._describe)
        self._describe()

    @property
    def plan(self) -> Plan:
        """The new plan, with new ids each time it is asked for."""
        kept = {part for part, box in self._parts.items() if box.isChecked()}
        return renewed(self._source, self._tahun.value(), kept)

    def _texts(self) -> dict[Part, str]:
        return {
            Part.TARGET: self.tr("&Target bulanan dan target tahunan"),
            Part.ANGGARAN: self.tr("&Jumlah rupiah: Anggaran, Kontribusi, dan Pagu"),
            Part.UNIT: self.tr("&Unit kerja, tempat, penandatangan, dan penanggung jawab"),
        }

    def _year_field(self, tahun: int) -> QSpinBox:
        bounds = FIELDS[Dokumen]["tahun"].kind
        field = QSpinBox()
        field.setObjectName("tahunBaru")
        if isinstance(bounds, Whole):
            field.setRange(bounds.low, bounds.high)
        field.setValue(tahun)
        return field

    def _head(self) -> QFormLayout:
        dokumen = self._source.dokumen
        source = ElidedLabel()  # a long name makes the dialog no wider
        source.setTextFormat(Qt.TextFormat.PlainText)
        source.setText(f"{dokumen.tahun} {dokumen.unit_kerja}".strip())
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Rencana asal"), source)
        form.addRow(self.tr("T&ahun rencana baru"), self._tahun)
        return form

    def _choices(self, kept: Collection[Part]) -> QGroupBox:
        group = QGroupBox(self.tr("Yang diambil"))
        layout = QVBoxLayout(group)
        layout.setSpacing(8)
        layout.addWidget(
            _line(
                self.tr(
                    "Sasaran, Indikator, dan baris anggaran selalu diambil, dengan kode dan namanya."
                    " Tanggal dan nomor revisi dikosongkan."
                )
            )
        )
        for part, box in self._parts.items():
            box.setChecked(part in kept)
            box.toggled.connect(self._describe)
            layout.addWidget(box)
        return group

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        make = buttons.addButton(self.tr("&Buat Rencana"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Batal"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        make.setDefault(True)
        return buttons

    def _describe(self) -> None:
        """Tell what the new plan will hold."""
        plan = self.plan
        counted = Counter(type(node) for node in walk(plan))
        parts = ", ".join(f"{counted[kind]} {NAMES[kind]}" for kind in COUNTED)
        total = format_rupiah(Totals(plan).total, plan.cetak.gaya)
        text = self.tr("Rencana baru tahun {} berisi {}; Total Kontribusi {}.")
        self._content.setText(text.format(plan.dokumen.tahun, parts, total))


def _line(text: str) -> QLabel:
    line = QLabel(text)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.setWordWrap(True)
    return line

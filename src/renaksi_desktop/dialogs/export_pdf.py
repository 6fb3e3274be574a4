"""What is still wrong or cannot be printed, told before the form leaves the house, and the kind of PDF."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from renaksi_desktop.domain.findings import Finding, Severity
from renaksi_desktop.domain.wording import unprintable
from renaksi_desktop.models.findings import Findings
from renaksi_desktop.models.findings_tree import ACCEPTED, FindingsModel
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.findings_tree import FindingsTree
from renaksi_desktop.widgets.text_scale import scaled

WIDTH, LIST_HEIGHT = 720, 176
HINT_INDENT: Final = 24


class ExportPdfDialog(QDialog):
    """Accepted when the form is to be written; a click on a finding goes there instead."""

    wanted = Signal(object)
    """Carries the `Finding` to go to; the dialog is closed by then."""

    def __init__(
        self, session: PlanSession, missing: str, *, archive: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Ekspor PDF"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 16, 16, 16)
        self._layout.setSpacing(12)
        self._layout.addWidget(_line(self._summary(session.findings), "ringkasanTemuan"))
        if session.findings.open:
            self._layout.addWidget(self._list(session))
        if missing:
            self._layout.addWidget(_line(unprintable(missing), "hurufTakAda"))
        self._archive = QCheckBox(self.tr("PDF/A-3 untuk &arsip, dengan berkas rencana di dalamnya"))
        self._archive.setObjectName("arsip")
        self._archive.setChecked(archive)
        self._layout.addWidget(self._archive)
        self._layout.addWidget(self._hint())
        self._layout.addStretch(1)
        self._layout.addWidget(self._buttons())
        self._accept.setDefault(True)
        self._accept.setFocus()  # Enter goes on; in the table it would go to a finding

    @property
    def archive(self) -> bool:
        """Whether a PDF/A with the plan in it is wanted."""
        return self._archive.isChecked()

    def _summary(self, findings: Findings) -> str:
        errors, warnings = findings.count(Severity.ERROR), findings.count(Severity.WARNING)
        if errors and warnings:
            text = self.tr("Masih ada {} galat dan {} peringatan. Formulir tetap dapat diekspor sebagai draf.")
            return text.format(errors, warnings)
        if errors:
            text = self.tr("Masih ada {} galat. Formulir tetap dapat diekspor sebagai draf.")
            return text.format(errors)
        if warnings:
            return self.tr("Tidak ada galat. Masih ada {} peringatan.").format(warnings)
        return self.tr("Tidak ada galat atau peringatan.")

    def _list(self, session: PlanSession) -> QWidget:
        tree = FindingsTree(FindingsModel(session, self, hidden=[ACCEPTED]))
        tree.setFixedHeight(scaled(LIST_HEIGHT))
        tree.wanted.connect(self._go)
        self.setMinimumWidth(scaled(WIDTH))
        return tree

    def _hint(self) -> QWidget:
        hint = _line(self.tr("Rencana dapat dibuka lagi dari PDF itu, juga setelah ditandatangani."), "hint")
        hint.setForegroundRole(hint.palette().ColorRole.PlaceholderText)
        hint.setContentsMargins(HINT_INDENT, 0, 0, 0)
        return hint

    def _buttons(self) -> QWidget:
        buttons = QDialogButtonBox()
        self._accept = buttons.addButton(self.tr("Pilih Tempat…"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Batal"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _go(self, finding: Finding) -> None:
        self.reject()
        self.wanted.emit(finding)


def _line(text: str, name: str) -> QLabel:
    line = QLabel(text)
    line.setObjectName(name)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.setWordWrap(True)
    return line

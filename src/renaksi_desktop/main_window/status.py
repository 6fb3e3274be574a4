"""The status bar: how many findings, what the selected cells sum to, and how the Total stands to the Pagu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton

from renaksi_desktop.domain.findings import Severity
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.share_text import against_pagu
from renaksi_desktop.models.selection import Summary
from renaksi_desktop.models.session import PlanSession


class Status(QStatusBar):
    """Shows them all the time; a click on the findings shows or hides their table."""

    def __init__(self, session: PlanSession, toggle_findings: QAction) -> None:
        super().__init__()
        self._session, self._findings = session, session.findings
        self._count, self._selected, self._total = QToolButton(), QLabel(), QLabel()
        self._count.setAutoRaise(True)
        self._count.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._count.clicked.connect(toggle_findings.trigger)
        self._total.setObjectName("total")
        self._total.setContentsMargins(8, 0, 8, 0)
        self.addWidget(self._count)
        self._selected.setObjectName("selected")
        self._selected.setContentsMargins(8, 0, 8, 0)
        self.addPermanentWidget(self._selected)
        self.addPermanentWidget(self._total)
        session.summed.connect(self._show_selected)
        session.findings.recounted.connect(self._show_count)
        session.changed.connect(self._show_total)
        session.replaced.connect(self._show_total)
        self._show_count()
        self._show_total()

    def _show_count(self) -> None:
        errors, warnings = self._findings.count(Severity.ERROR), self._findings.count(Severity.WARNING)
        text = self.tr("Temuan: {} galat, {} peringatan").format(errors, warnings)
        self._count.setText(text if errors or warnings else self.tr("Tidak ada galat atau peringatan"))

    def _show_selected(self, summary: Summary | None) -> None:
        self._selected.setText("" if summary is None else summary.sentence(self._session.gaya))

    def _show_total(self) -> None:
        total, pagu, gaya = self._session.totals.total, self._session.plan.dokumen.pagu, self._session.gaya
        text = self.tr("Total Kontribusi {}").format(format_rupiah(total, gaya))
        self._total.setText(f"{text}, {against_pagu(total, pagu, gaya)}")

"""What the checks find, as rows, brought up to date shortly after each change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from renaksi_desktop.document.document import Change
from renaksi_desktop.domain.findings import Finding, Severity
from renaksi_desktop.domain.outline import ROOT, Key, Outline
from renaksi_desktop.domain.wording import place, sentence
from renaksi_desktop.models.cells import EMPTY, Cell
from renaksi_desktop.models.keyed_model import Index, KeyedModel
from renaksi_desktop.models.session import PlanSession

DELAY_MS: Final = 150
"""Long enough not to check between two keys, short enough to be seen at once."""

ORDER: Final = (Severity.ERROR, Severity.WARNING, Severity.INFO)
MARKS: Final = {Severity.ERROR: "●", Severity.WARNING: "▲", Severity.INFO: "○"}
"""Shapes, so that the kinds differ without colour."""


class FindingsModel(KeyedModel):
    """Columns: kind, place, sentence; errors first, then warnings, each in the order of the form."""

    recounted = Signal()
    """The findings are those of the present plan."""

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        self._findings: dict[Key, Finding] = {}
        super().__init__(session, parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.check_now)
        session.replaced.connect(self.check_soon)

    def finding(self, index: Index) -> Finding | None:
        """Return the finding of a row."""
        return self._findings.get(self.key(index))

    def count(self, severity: Severity) -> int:
        """Return how many findings are of this kind."""
        return Counter(finding.severity for finding in self._findings.values())[severity]

    def check_soon(self) -> None:
        """Check the plan as it is a moment later."""
        self._timer.start()

    def check_now(self) -> None:
        """Check the present plan without waiting."""
        from renaksi_desktop.domain.checks import check  # the window is painted before the first check
        from renaksi_desktop.referensi import known_kro

        self._timer.stop()
        found = sorted(
            check(self.session.plan, known_kro=known_kro()), key=lambda finding: ORDER.index(finding.severity)
        )
        self._findings = _keyed(found)
        self.sync()
        self.refresh()
        self.recounted.emit()

    def follow(self, change: Change) -> None:
        self.check_soon()

    def reload(self) -> None:
        self._findings = {}
        super().reload()

    def outline(self) -> Outline:
        return {ROOT: tuple(self._findings)}

    def headers(self) -> Sequence[str]:
        return (self.tr("Jenis"), self.tr("Tempat"), self.tr("Temuan"))

    def cell(self, key: Key, column: int) -> Cell:
        finding = self._findings.get(key)
        if finding is None:
            return EMPTY
        if column == 0:
            return Cell(f"{MARKS[finding.severity]} {finding.severity.capitalize()}")
        if column == 1:
            return Cell(place(finding.where, self.session.index))
        return Cell(sentence(finding, self.session.plan))


def _keyed(findings: Sequence[Finding]) -> dict[Key, Finding]:
    """Name each finding by what it is about, so that rows of unchanged findings stay."""
    seen: Counter[tuple[object, ...]] = Counter()
    keyed: dict[Key, Finding] = {}
    for finding in findings:
        about = (finding.code, *finding.where)
        seen[about] += 1
        keyed[":".join(map(str, (*about, seen[about])))] = finding
    return keyed

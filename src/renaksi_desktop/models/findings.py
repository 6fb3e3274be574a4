"""What the checks find in the open plan, brought up to date shortly after each change."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from renaksi_desktop.domain.findings import Finding, Place, Severity
from renaksi_desktop.domain.plan import Id, Pengecualian

if TYPE_CHECKING:
    from renaksi_desktop.domain.checks import Checked
    from renaksi_desktop.models.session import PlanSession

DELAY_MS: Final = 150
"""Long enough not to check between two keys, short enough to be seen at once."""

MARKS: Final = {Severity.ERROR: "●", Severity.WARNING: "▲", Severity.INFO: "○"}
"""Shapes, so that the kinds differ without colour; the gravest first."""


class Findings(QObject):
    """The findings of the session's plan; what is accepted stands apart and counts nowhere."""

    recounted = Signal()
    """The findings are those of the present plan."""
    moved = Signal(object)
    """Carries the set of places that have other findings than before."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self._session = session
        self._checked: Checked | None = None
        self.open: Sequence[Finding] = ()
        """What counts, in the order of the form."""
        self.accepted: dict[Finding, Pengecualian] = {}
        """What is accepted, in the order of the form, each with its reason."""
        self._by_node: dict[Id, list[Finding]] = {}
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self.check_now)
        session.changed.connect(self.check_soon)
        session.replaced.connect(self._forget)

    def count(self, severity: Severity) -> int:
        """Return how many findings of this kind count."""
        return Counter(finding.severity for finding in self.open)[severity]

    def at(self, node: Id) -> Sequence[Finding]:
        """Return what counts at a node itself."""
        return self._by_node.get(node, ())

    def check_soon(self) -> None:
        """Check the plan as it is a moment later."""
        self._timer.start()

    def check_now(self) -> None:
        """Check the present plan without waiting."""
        from renaksi_desktop.domain.acceptance import accepted  # the window is painted before the first check
        from renaksi_desktop.domain.checks import Checked
        from renaksi_desktop.referensi import known_kro

        self._timer.stop()
        plan = self._session.plan
        self._checked = Checked(plan, known_kro(), self._checked)
        self._take(self._checked.findings, accepted(self._checked.findings, plan))

    def _forget(self) -> None:
        """Know nothing of a plan that was just opened, until it is checked."""
        self._checked = None
        self._take((), {})
        self.check_soon()

    def _take(self, findings: Sequence[Finding], accepted: dict[Finding, Pengecualian]) -> None:
        before = self.open
        self.open = [finding for finding in findings if finding not in accepted] if accepted else findings
        self.accepted = accepted
        by_node = defaultdict(list)
        for finding in self.open:
            by_node[finding.where.node].append(finding)
        self._by_node = dict(by_node)
        self.moved.emit(_different_places(before, self.open))
        self.recounted.emit()


def _different_places(before: Sequence[Finding], after: Sequence[Finding]) -> set[Place]:
    """Return the places of the findings that only one of two checks has."""
    # Most are taken over from check to check, and known by identity, which is cheaper than comparing all.
    was, now = set(map(id, before)), set(map(id, after))
    gone = {finding for finding in before if id(finding) not in now}
    return {finding.where for finding in gone.symmetric_difference(f for f in after if id(f) not in was)}

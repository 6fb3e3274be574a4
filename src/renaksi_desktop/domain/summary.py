"""A plan at a glance: its budget by Sasaran and by RO, how far its targets are filled, and what is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple, Self

from renaksi_desktop.domain.bulan import BULAN
from renaksi_desktop.domain.findings import Code, Finding, Place, Severity
from renaksi_desktop.domain.plan import RO, Indikator, Plan, Sasaran, every_indikator
from renaksi_desktop.domain.target_checks import schedule
from renaksi_desktop.domain.totals import Sums, Totals, anggaran

_GRAVITY: Final = tuple(Severity)
_CODES: Final = tuple(Code)


class Share(NamedTuple):
    """A Sasaran or an Indikator, and its Anggaran in rupiah."""

    node: Sasaran | Indikator
    anggaran: int


class Filled(NamedTuple):
    """How many targets there are of those that are due, and the place of the first that is missing."""

    filled: int
    due: int
    missing: Place | None


class FindingGroup(NamedTuple):
    """All open findings of one kind that are equally grave, in the order of the form."""

    severity: Severity
    code: Code
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """What is told of a plan at a glance.

    `shares` has each Sasaran followed by its Indikator, `spreads` tells how each RO is shared out, `months` has
    twelve entries (B01 first), `groups` has the gravest first and of these the largest. `unshared` is a budget
    line that is not shared out exactly: the first of which too much is, else the first of which something is left.
    """

    total: int
    pagu: int | None
    shares: tuple[Share, ...]
    budget: Sums
    spreads: tuple[tuple[RO, Sums], ...]
    unshared: Place | None
    months: tuple[Filled, ...]
    groups: tuple[FindingGroup, ...]

    @classmethod
    def of(cls, plan: Plan, totals: Totals, findings: Iterable[Finding]) -> Self:
        """Sum up a plan with its `totals`; `findings` are those that are open."""
        return cls(
            totals.total,
            plan.dokumen.pagu,
            tuple(_shares(plan)),
            totals.whole,
            tuple((ro, totals.of(ro)) for ro in plan.anggaran),
            _unshared(totals),
            tuple(_months(every_indikator(plan))),
            _groups(findings),
        )

    @property
    def filled(self) -> Filled:
        """How far the targets of all months are filled."""
        return Filled(
            sum(month.filled for month in self.months),
            sum(month.due for month in self.months),
            next((month.missing for month in self.months if month.missing), None),
        )

    def count(self, severity: Severity) -> int:
        """Return how many open findings of this kind there are."""
        return sum(len(group.findings) for group in self.groups if group.severity is severity)


def _shares(plan: Plan) -> Iterator[Share]:
    for sasaran in plan.sasaran:
        below = [Share(node, anggaran(node)) for node in sasaran.indikator]
        yield Share(sasaran, sum(share.anggaran for share in below))
        yield from below


def _unshared(totals: Totals) -> Place | None:
    wrong = [line for line in totals.lines if totals.remainder(line)]
    over = (line for line in wrong if totals.remainder(line) < 0)
    return Place(line, "anggaran") if (line := next(over, next(iter(wrong), None))) else None


def _months(indikator: Iterable[Indikator]) -> Iterator[Filled]:
    scheduled = [(node, schedule(node)) for node in indikator]
    for bulan in BULAN:
        due = [node for node, months in scheduled if bulan in months]
        blank = [node for node in due if node.target[bulan - 1] is None]
        missing = Place(blank[0].id, "target", bulan) if blank else None
        yield Filled(len(due) - len(blank), len(due), missing)


def _groups(findings: Iterable[Finding]) -> tuple[FindingGroup, ...]:
    alike = defaultdict[tuple[Severity, Code], list[Finding]](list)
    for finding in findings:
        alike[finding.severity, finding.code].append(finding)
    groups = [FindingGroup(*kind, tuple(found)) for kind, found in alike.items()]
    return tuple(
        sorted(
            groups,
            key=lambda group: (_GRAVITY.index(group.severity), -len(group.findings), _CODES.index(group.code)),
        )
    )

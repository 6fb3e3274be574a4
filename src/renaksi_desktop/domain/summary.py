"""A plan at a glance: its budget by Sasaran and by RO, how far its targets are filled, and what is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple, Self

from renaksi_desktop.domain.bulan import BULAN
from renaksi_desktop.domain.findings import Code, Finding, Place, Severity
from renaksi_desktop.domain.plan import RO, Id, Indikator, Plan, Sasaran
from renaksi_desktop.domain.target_checks import schedule
from renaksi_desktop.domain.totals import Sums, Totals, anggaran

_GRAVITY: Final = tuple(Severity)
_CODES: Final = tuple(Code)


class Share(NamedTuple):
    """A Sasaran or an Indikator, and its Anggaran in rupiah."""

    node: Sasaran | Indikator
    anggaran: int


class Spread(NamedTuple):
    """How a part of the budget is shared out, in rupiah; what one line has too much makes up for no other line.

    `sisa` is what lines still have to share out, `lebih` what is shared out beyond the Anggaran of lines.
    """

    anggaran: int
    sisa: int
    lebih: int

    @property
    def terbagi(self) -> int:
        """What all Indikator together take, the `lebih` included."""
        return self.anggaran - self.sisa + self.lebih

    @property
    def sums(self) -> Sums:
        """The sums that a bar shows: anything too much is too much of the whole."""
        return Sums(self.anggaran, self.anggaran + self.lebih if self.lebih else self.terbagi)


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

    `shares` has each Sasaran followed by its Indikator, `months` has twelve entries (B01 first), `groups` has the
    gravest first and of these the largest. `unshared` is a budget line that is not shared out exactly: the first
    of which too much is, else the first of which something is left.
    """

    total: int
    pagu: int | None
    shares: tuple[Share, ...]
    spreads: tuple[tuple[RO, Spread], ...]
    unshared: Place | None
    months: tuple[Filled, ...]
    groups: tuple[FindingGroup, ...]

    @classmethod
    def of(cls, plan: Plan, totals: Totals, findings: Iterable[Finding]) -> Self:
        """Sum up a plan with its `totals`; `findings` are those that are open."""
        indikator = [node for sasaran in plan.sasaran for node in sasaran.indikator]
        return cls(
            totals.total,
            plan.dokumen.pagu,
            tuple(_shares(plan)),
            tuple(_spreads(plan, totals)),
            _unshared(totals),
            tuple(_months(indikator)),
            _groups(findings),
        )

    @property
    def budget(self) -> Spread:
        """How the whole budget is shared out."""
        return Spread(*(sum(spread[field] for _, spread in self.spreads) for field in range(3)))

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


def _spreads(plan: Plan, totals: Totals) -> Iterator[tuple[RO, Spread]]:
    """Yield each RO with how it is shared out, by a single pass over all budget lines."""
    lines = defaultdict[Id, list[tuple[int, int]]](list)
    for key, line in totals.lines.items():
        lines[line.ro.id].append((line.subkomponen.anggaran, totals.remainder(key)))
    for ro in plan.anggaran:
        own = lines[ro.id]
        sisa, lebih = sum(max(0, left) for _, left in own), sum(max(0, -left) for _, left in own)
        yield ro, Spread(sum(amount for amount, _ in own), sisa, lebih)


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

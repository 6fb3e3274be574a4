"""The check of a whole plan, and the check of the next plan that an edit made of it.

A Sasaran or an RO with all below it is a part. What is found in a part depends on the part itself and on few
facts from elsewhere, so that one which is the same value and meets the same facts is not looked at again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple, TypeAlias

from renaksi_desktop.domain.findings import Finding
from renaksi_desktop.domain.plan import RO, Id, Node, Plan, Sasaran, walk
from renaksi_desktop.domain.rules import RULES, Facts
from renaksi_desktop.domain.totals import Totals

Part: TypeAlias = Sasaran | RO
Found: TypeAlias = tuple[Finding, ...]


class Looked(NamedTuple):
    """What was found in a part, and what it depends on."""

    part: Part
    met: list[Any]
    found: Found


class Checked:
    """The findings of one plan."""

    def __init__(self, plan: Plan, known_kro: frozenset[str] | None = None, before: Checked | None = None) -> None:
        """Check `plan`; what `before` found in parts that are the same is taken over, by the same known KRO."""
        self.totals: Final[Totals] = Totals(plan, before.totals if before is not None else None)
        facts, known = Facts(self.totals, known_kro), before.parts if before is not None else {}
        parts: list[Part] = [*plan.sasaran, *plan.anggaran]
        self.parts: Final[dict[Id, Looked]] = {part.id: _looked(part, facts, known.get(part.id)) for part in parts}
        self.findings: Final[Found] = tuple(self._in_order_of_form(plan, facts))
        """All of them in the order of the form, those of the budget list last."""

    def _in_order_of_form(self, plan: Plan, facts: Facts) -> Iterator[Finding]:
        around: list[Node] = [plan.dokumen, plan.cetak, plan, *plan.penandatangan]
        by_node = defaultdict[Id, list[Finding]](list)
        for node in around:
            for finding in _apply(node, facts):
                by_node[finding.where.node].append(finding)
        yield from self._of_parts(plan.sasaran, by_node)
        for node in around:
            yield from by_node[node.id]
        yield from self._of_parts(plan.anggaran, by_node)

    def _of_parts(self, parts: Iterable[Part], by_node: dict[Id, list[Finding]]) -> Iterator[Finding]:
        """Yield what was found in parts; what the whole plan shows about one stands with its own findings."""
        for part in parts:
            found = self.parts[part.id].found
            own = sum(finding.where.node == part.id for finding in found)
            yield from found[:own]
            yield from by_node.get(part.id, ())
            yield from found[own:]


def check(plan: Plan, *, known_kro: frozenset[str] | None = None) -> Found:
    """Return all findings, in the order of the form, those of the budget list last.

    `known_kro` are the KRO ("QIA") that are not worth a remark; None remarks on none.
    """
    return Checked(plan, known_kro).findings


def _looked(part: Part, facts: Facts, before: Looked | None) -> Looked:
    met = _met(part, facts.totals)
    if before is not None and before.part is part and before.met == met:
        return before
    nodes = list(walk(part))
    rank = {node.id: number for number, node in enumerate(nodes)}
    found = [finding for node in nodes for finding in _apply(node, facts)]
    found.sort(key=lambda finding: (rank[finding.where.node], finding.where.bulan or 0))
    return Looked(part, met, tuple(found))


def _met(part: Part, totals: Totals) -> list[Any]:
    """Return what the rules ask of the totals about a part: its budget lines, or what is shared out of each."""
    if isinstance(part, Sasaran):
        return [totals.lines[each.subkomponen] for node in part.indikator for each in node.kontribusi]
    return [totals.shared(line.id) for komponen in part.komponen for line in komponen.subkomponen]


def _apply(node: Node, facts: Facts) -> Iterator[Finding]:
    for rule in RULES.get(type(node), ()):
        yield from rule(node, facts)

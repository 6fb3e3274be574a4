"""Large plans for measuring: the sample plan many times over, with texts and ids of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from renaksi_desktop.domain.plan import RO, Id, Indikator, Komponen, Plan, Sasaran, SubKomponen, new_id
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.save import save

NodeT = TypeVar("NodeT", RO, Komponen, SubKomponen)


def enlarged(plan: Plan, kontribusi: int) -> Plan:
    """Return a plan of at least this many Kontribusi, whose texts differ as those of different units do."""
    own = sum(len(indikator.kontribusi) for sasaran in plan.sasaran for indikator in sasaran.indikator)
    copies = [_Copy(f" unit {number}") for number in range(1, -(-kontribusi // own) + 1)]
    return replace(
        plan,
        anggaran=tuple(copy.ro(ro) for copy in copies for ro in plan.anggaran),
        sasaran=tuple(copy.sasaran(sasaran) for copy in copies for sasaran in plan.sasaran),
    )


def stored(plan: Plan, path: Path) -> Path:
    """Save a plan in a new file; return its path."""
    save(plan, path, Identity.new(), replaces=None, backups=None)
    return path


class _Copy:
    """Copies budget lines and then what refers to them; `mark` goes behind every text."""

    def __init__(self, mark: str) -> None:
        self._mark = mark
        self._ids: dict[Id, Id] = {}

    def ro(self, ro: RO) -> RO:
        return replace(self._named(ro), komponen=tuple(map(self._komponen, ro.komponen)))

    def _komponen(self, komponen: Komponen) -> Komponen:
        return replace(self._named(komponen), subkomponen=tuple(map(self._named, komponen.subkomponen)))

    def _named(self, node: NodeT) -> NodeT:
        self._ids[node.id] = new_id()
        return replace(node, id=self._ids[node.id], nama=node.nama + self._mark)

    def sasaran(self, sasaran: Sasaran) -> Sasaran:
        indikator = tuple(map(self._indikator, sasaran.indikator))
        return replace(sasaran, id=new_id(), uraian=sasaran.uraian + self._mark, indikator=indikator)

    def _indikator(self, node: Indikator) -> Indikator:
        own = [replace(each, id=new_id(), subkomponen=self._ids[each.subkomponen]) for each in node.kontribusi]
        return replace(node, id=new_id(), uraian=node.uraian + self._mark, kontribusi=tuple(own))

"""The sums of a plan: what is shared out of each budget line, what each Indikator costs, the Total."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import chain
from operator import is_
from typing import Final, NamedTuple, Self, TypeAlias

from renaksi_desktop.domain.plan import (
    RO,
    Id,
    Indikator,
    Komponen,
    Kontribusi,
    Plan,
    SubKomponen,
    every_indikator,
    walk,
)

Taken: TypeAlias = list[tuple[Kontribusi, ...]]
"""The Kontribusi of each Indikator of a plan, in order."""


class BudgetLine(NamedTuple):
    """A SubKomponen with what it stands under."""

    ro: RO
    komponen: Komponen
    subkomponen: SubKomponen

    @property
    def kode(self) -> str:
        """The whole path of codes, `DR.3165.QIA.002/055/A`."""
        return f"{self.ro.kode}/{self.komponen.kode}/{self.subkomponen.kode}"


class Sums(NamedTuple):
    """How a part of the budget is shared out, in rupiah; what one line has too much makes up for no other line.

    `sisa` is what lines still have to share out, `lebih` what is shared out beyond the Anggaran of lines.
    """

    anggaran: int = 0
    sisa: int = 0
    lebih: int = 0

    @classmethod
    def of(cls, anggaran: int, terbagi: int) -> Self:
        """Return the sums of one line, or of anything else that has one whole and a part of it."""
        left = anggaran - terbagi
        return cls(anggaran, max(0, left), max(0, -left))

    @classmethod
    def together(cls, sums: Iterable[Sums]) -> Self:
        """Return the sums of several parts as one."""
        return cls(*map(sum, zip(*sums, strict=True)))

    @property
    def terbagi(self) -> int:
        """What all Indikator together take, the `lebih` included."""
        return self.anggaran - self.sisa + self.lebih

    def length(self, whole: float, least: float) -> float:
        """Return how much of a bar of length `whole` is filled: none for nothing only, and all for all of it only.

        `least` is the shortest length that is seen.
        """
        if not self.anggaran or not self.terbagi:
            return 0
        if not self.sisa:
            return whole
        return min(max(least, whole * self.terbagi / self.anggaran), whole - 2 * least)


def anggaran(indikator: Indikator) -> int:
    """Return the Anggaran of an Indikator in rupiah: the sum of its Kontribusi."""
    return sum(kontribusi.jumlah for kontribusi in indikator.kontribusi)


class Totals:
    """All sums of one plan, in rupiah, computed once. Lookups are by the id of a SubKomponen."""

    def __init__(self, plan: Plan, before: Totals | None = None) -> None:
        """Sum up `plan`; what `before` knows of the same budget and the same Kontribusi is taken over."""
        self.anggaran: Final[tuple[RO, ...]] = plan.anggaran
        self.taken: Final[Taken] = [indikator.kontribusi for indikator in every_indikator(plan)]
        self.lines: dict[Id, BudgetLine]
        self.budget: int
        """The Anggaran of all SubKomponen."""
        self.shares: dict[Id, int]
        self.total: int
        """The Total of the form: the Anggaran of all Indikator."""
        if before is not None and before.anggaran is self.anggaran:
            self.lines, self.budget = before.lines, before.budget
        else:
            self.lines = _lines(plan)
            self.budget = sum(line.subkomponen.anggaran for line in self.lines.values())
        if before is not None and _same(before.taken, self.taken):
            self.shares, self.total = before.shares, before.total
        else:
            self.shares = _shares(self.taken)
            self.total = sum(self.shares.values())

    def shared(self, subkomponen_id: Id) -> int:
        """Return what all Indikator together take of a SubKomponen."""
        return self.shares.get(subkomponen_id, 0)

    def of(self, node: RO | Komponen | SubKomponen) -> Sums:
        """Return the sums of all SubKomponen of a part of the budget."""
        lines = (line for line in walk(node) if isinstance(line, SubKomponen))
        return Sums.together(Sums.of(line.anggaran, self.shared(line.id)) for line in lines)

    @cached_property
    def whole(self) -> Sums:
        """The sums of the whole budget."""
        lines = self.lines.items()
        return Sums.together(Sums.of(line.subkomponen.anggaran, self.shared(key)) for key, line in lines)

    def remainder(self, subkomponen_id: Id) -> int:
        """Return what of a SubKomponen is not yet shared out; below zero where too much is."""
        return self.lines[subkomponen_id].subkomponen.anggaran - self.shared(subkomponen_id)


def _lines(plan: Plan) -> dict[Id, BudgetLine]:
    return {
        subkomponen.id: BudgetLine(ro, komponen, subkomponen)
        for ro in plan.anggaran
        for komponen in ro.komponen
        for subkomponen in komponen.subkomponen
    }


def _same(old: Taken, new: Taken) -> bool:
    return len(old) == len(new) and all(map(is_, old, new))


def _shares(taken: Taken) -> dict[Id, int]:
    shares: dict[Id, int] = {}
    for kontribusi in chain.from_iterable(taken):
        shares[kontribusi.subkomponen] = shares.get(kontribusi.subkomponen, 0) + kontribusi.jumlah
    return shares

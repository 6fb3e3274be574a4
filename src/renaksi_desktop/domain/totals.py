"""The sums of a plan: what is shared out of each budget line, what each Indikator costs, the Total."""

from __future__ import annotations

from typing import Final, NamedTuple

from renaksi_desktop.domain.plan import RO, Id, Indikator, Komponen, Plan, SubKomponen, walk


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
    """Of a part of the budget, in rupiah: its Anggaran, and what of it is shared out."""

    anggaran: int
    terbagi: int

    @property
    def sisa(self) -> int:
        """What is not yet shared out; below zero where too much is."""
        return self.anggaran - self.terbagi

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
        """Sum up `plan`; what `before` knows of the same budget is taken over."""
        known = before.lines if before is not None and before.anggaran is plan.anggaran else None
        self.anggaran: Final[tuple[RO, ...]] = plan.anggaran
        self.lines: Final[dict[Id, BudgetLine]] = _lines(plan) if known is None else known
        self._shared: Final[dict[Id, int]] = _shared(plan)
        self.total: Final[int] = sum(self._shared.values())
        """The Total of the form: the Anggaran of all Indikator."""
        self.budget: Final[int] = sum(line.subkomponen.anggaran for line in self.lines.values())
        """The Anggaran of all SubKomponen."""

    def shared(self, subkomponen_id: Id) -> int:
        """Return what all Indikator together take of a SubKomponen."""
        return self._shared.get(subkomponen_id, 0)

    def of(self, node: RO | Komponen | SubKomponen) -> Sums:
        """Return the sums of all SubKomponen of a part of the budget."""
        lines = [line for line in walk(node) if isinstance(line, SubKomponen)]
        return Sums(sum(line.anggaran for line in lines), sum(self.shared(line.id) for line in lines))

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


def _shared(plan: Plan) -> dict[Id, int]:
    shared: dict[Id, int] = {}
    for sasaran in plan.sasaran:
        for indikator in sasaran.indikator:
            for kontribusi in indikator.kontribusi:
                shared[kontribusi.subkomponen] = shared.get(kontribusi.subkomponen, 0) + kontribusi.jumlah
    return shared

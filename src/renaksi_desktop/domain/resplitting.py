"""Sharing budget lines out again, in the proportions they had, after their Anggaran has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from renaksi_desktop.domain.edits import Edit, compose
from renaksi_desktop.domain.kontribusi_edits import set_amounts
from renaksi_desktop.domain.plan import Id, Kontribusi, Plan
from renaksi_desktop.domain.rupiah import split
from renaksi_desktop.domain.totals import BudgetLine, Totals


class Offer(NamedTuple):
    """A line whose Anggaran has changed while its Kontribusi have not. All amounts are rupiah.

    `amounts` is what each Kontribusi (by its id) would get; empty where the old ones give no proportion, since one
    is below zero. They are `equal` where all were zero, as in a plan made from that of another year.
    """

    line: BudgetLine
    before: int
    """The Anggaran as it was."""
    shared: int
    """What all Kontribusi take now."""
    amounts: dict[Id, int]
    equal: bool = False

    @property
    def after(self) -> int:
        """The Anggaran as it is now."""
        return self.line.subkomponen.anggaran

    @property
    def proposed(self) -> int:
        """What all Kontribusi would take."""
        return sum(self.amounts.values())


def offers(before: Plan, after: Plan) -> tuple[Offer, ...]:
    """Return the lines of `after` whose Kontribusi stand to the Anggaran otherwise than in `before`.

    A line that was shared out whole is so again; of one that was shared in part, the same part is. A line of which
    more was shared than there was is shared out whole. Each part is right to the rupiah by the largest remainder.
    """
    old, shares = Totals(before).lines, _shares(after)
    found = (
        _offer(line, old[key].subkomponen.anggaran, shares[key])
        for key, line in Totals(after).lines.items()
        if key in old and key in shares
    )
    return tuple(offer for offer in found if offer)


def resplit(chosen: Sequence[Offer]) -> Edit:
    """Share these lines out as they offer; all of it is one step."""
    amounts = {key: jumlah for offer in chosen for key, jumlah in offer.amounts.items()}
    return compose(f"Bagi ulang {len(chosen)} Sub Komponen", set_amounts(amounts))


def _shares(plan: Plan) -> dict[Id, list[Kontribusi]]:
    shares = defaultdict[Id, list[Kontribusi]](list)
    for sasaran in plan.sasaran:
        for indikator in sasaran.indikator:
            for kontribusi in indikator.kontribusi:
                shares[kontribusi.subkomponen].append(kontribusi)
    return shares


def _offer(line: BudgetLine, before: int, shares: Sequence[Kontribusi]) -> Offer | None:
    after, shared = line.subkomponen.anggaran, sum(kontribusi.jumlah for kontribusi in shares)
    if before == after:
        return None
    if any(kontribusi.jumlah < 0 for kontribusi in shares):
        return Offer(line, before, shared, {})
    equal = not any(kontribusi.jumlah for kontribusi in shares) and not before
    weights = [1 if equal else kontribusi.jumlah for kontribusi in shares]
    parts = split(after, [*weights, 0 if equal else max(0, before - shared)])
    amounts = {kontribusi.id: part for kontribusi, part in zip(shares, parts, strict=False)}
    return Offer(line, before, shared, amounts, equal) if _differ(shares, amounts) else None


def _differ(shares: Iterable[Kontribusi], amounts: dict[Id, int]) -> bool:
    return any(amounts[kontribusi.id] != kontribusi.jumlah for kontribusi in shares)

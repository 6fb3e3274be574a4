"""Sharing one SubKomponen out over Indikator: equally, by what is typed, by what remains, in proportion.

A `Sharing` is the draft that an officer works on before it becomes an edit; every step makes another value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final, Self, TypeAlias

from renaksi_desktop.domain import numerals
from renaksi_desktop.domain.kontribusi_edits import taken
from renaksi_desktop.domain.plan import Id, Plan, SubKomponen, every_indikator
from renaksi_desktop.domain.rupiah import split

Part: TypeAlias = int | Decimal
"""What was typed for one Indikator: whole rupiah, or percent of the Anggaran as a Decimal."""

PERCENT_PLACES: Final = 4
"""Digits behind the decimal mark of a percent: finer than a rupiah of a million."""


class Way(StrEnum):
    """How the amounts come about."""

    EQUALLY = "rata"
    REMAINDER = "sisa"
    PROPORTION = "sebanding"
    TYPED = "ketik"


@dataclass(frozen=True, slots=True)
class Sharing:
    """How a SubKomponen of `anggaran` rupiah is to be shared out.

    `present` holds for every Indikator, in the order of the form, what it takes now. Those `chosen` take part:
    equally and in proportion, they share the whole Anggaran and the others get nothing; by the remainder, they
    share what is left, on top of what they have, and the others keep theirs; typed, each gets what `typed` says.
    """

    anggaran: int
    present: Mapping[Id, int]
    way: Way = Way.EQUALLY
    chosen: frozenset[Id] = frozenset()
    typed: Mapping[Id, Part] = field(default_factory=dict)

    @classmethod
    def of(cls, plan: Plan, line: SubKomponen) -> Self:
        """Return the sharing as the plan has it: typed where there are Kontribusi, else equally over none yet."""
        start = cls(line.anggaran, {node.id: taken(node, line.id) for node in every_indikator(plan)})
        return start._typed(start.present) if any(start.present.values()) else start

    @property
    def amounts(self) -> dict[Id, int]:
        """What each Indikator gets, in rupiah, in the order of the form; zero for nothing."""
        given = _AMOUNTS[self.way](self)
        return {key: given.get(key, 0) for key in self.present}

    @property
    def shared(self) -> int:
        """What all Indikator get together, in rupiah; it may be more than the Anggaran."""
        return sum(self.amounts.values())

    def after(self, now: Self) -> Self:
        """Return what to go on with when the plan has it as in `now`: this draft, if it still begins there or has
        come about, else `now`."""
        if self.anggaran != now.anggaran or now.present not in (self.present, self.amounts):
            return now
        return replace(self, present=now.present)

    def by(self, way: Way) -> Self:
        """Go on in another way: typing with the amounts that are shown, the remainder for who has nothing."""
        if way is self.way:
            return self
        if way is Way.TYPED:
            return self._typed(self.amounts)
        had = {key for key, jumlah in self.present.items() if jumlah}
        chosen = self.chosen
        if way is Way.REMAINDER:
            chosen -= had
        elif self.way is Way.REMAINDER:
            chosen |= had
        return replace(self, way=way, chosen=chosen, typed={})

    def _typed(self, amounts: Mapping[Id, int]) -> Self:
        typed = {key: jumlah for key, jumlah in amounts.items() if jumlah}
        return replace(self, way=Way.TYPED, chosen=frozenset(typed), typed=typed)

    def choose(self, keys: Iterable[Id], chosen: bool) -> Self:
        """Let these Indikator take part, or not. Where amounts are typed, a new one starts with what remains."""
        sharing = self
        for key in keys:
            sharing = sharing._chosen(key, chosen)
        return sharing

    def _chosen(self, key: Id, chosen: bool) -> Self:
        if chosen == (key in self.chosen):
            return self
        typed = {**self.typed, key: max(0, self.anggaran - self.shared)} if chosen else _without(self.typed, key)
        among = self.chosen | {key} if chosen else self.chosen - {key}
        return replace(self, chosen=among, typed=typed if self.way is Way.TYPED else self.typed)

    def type(self, key: Id, part: Part) -> Self:
        """Take over what is typed for one Indikator; what the others were shown with stays. Zero takes it out."""
        sharing = self.by(Way.TYPED)
        if not part:
            return sharing.choose([key], False)
        return replace(sharing, chosen=sharing.chosen | {key}, typed={**sharing.typed, key: part})


def parse_percent(text: str) -> Decimal:
    """Return the percent that `text` means ("33,33", "25 %"), zero for a blank.

    Raises:
        NumberRefused: not one certain number, outside 0..100, or with more than four decimal places.
    """
    percent = numerals.parse(text, single_is_thousands=False) or Decimal(0)
    if not 0 <= percent <= 100:
        raise numerals.NumberRefused("Persen harus antara 0 dan 100.")
    if percent != round(percent, PERCENT_PLACES):
        raise numerals.NumberRefused(f"Persen memuat paling banyak {PERCENT_PLACES} angka di belakang koma.")
    return percent


def _equally(sharing: Sharing) -> dict[Id, int]:
    return _in_proportion(sharing.anggaran, {key: 1 for key in sharing.present if key in sharing.chosen})


def _remainder(sharing: Sharing) -> dict[Id, int]:
    left = max(0, sharing.anggaran - sum(sharing.present.values()))
    more = _in_proportion(left, {key: 1 for key in sharing.present if key in sharing.chosen})
    return {key: jumlah + more.get(key, 0) for key, jumlah in sharing.present.items()}


def _proportion(sharing: Sharing) -> dict[Id, int]:
    weights = {key: jumlah for key, jumlah in sharing.present.items() if key in sharing.chosen}
    return _in_proportion(sharing.anggaran, weights)


def _as_typed(sharing: Sharing) -> dict[Id, int]:
    """Percents share what they come to together, so that 25 % four times is all of it to the rupiah."""
    typed = {key: sharing.typed[key] for key in sharing.present if key in sharing.typed}
    percents = {key: int(part.scaleb(PERCENT_PLACES)) for key, part in typed.items() if isinstance(part, Decimal)}
    together = sharing.anggaran * sum(percents.values()) // (100 * 10**PERCENT_PLACES)
    amounts = {key: part for key, part in typed.items() if isinstance(part, int)}
    return amounts | _in_proportion(together, percents)


_AMOUNTS: Final[Mapping[Way, Callable[[Sharing], dict[Id, int]]]] = {
    Way.EQUALLY: _equally,
    Way.REMAINDER: _remainder,
    Way.PROPORTION: _proportion,
    Way.TYPED: _as_typed,
}


def _in_proportion(rupiah: int, weights: Mapping[Id, int]) -> dict[Id, int]:
    """Split an amount; nobody gets anything where all weights are zero."""
    return dict(zip(weights, split(rupiah, list(weights.values())), strict=True)) if any(weights.values()) else {}


def _without(typed: Mapping[Id, Part], key: Id) -> dict[Id, Part]:
    return {other: part for other, part in typed.items() if other != key}

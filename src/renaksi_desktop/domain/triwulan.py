"""The twelve targets of an Indikator seen by quarter (triwulan I..IV)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from renaksi_desktop.domain.plan import Indikator, JenisTarget, Target

TRIWULAN: Final = ("I", "II", "III", "IV")


def quarters(indikator: Indikator) -> tuple[Target | None, ...]:
    """Return the four targets that the months mean together.

    Months that do not accumulate are summed. In every other kind, and where none is declared, a quarter stands
    where its last filled month stands (so `progres` ends with B12, the annual target in its own unit). A quarter
    of blank months is blank.
    """
    months = [indikator.target[start : start + 3] for start in range(0, 12, 3)]
    sums = indikator.jenis_target is JenisTarget.NON_KUMULATIF
    return tuple(_together(some, sums=sums) for some in months)


def with_quarters(indikator: Indikator, values: Sequence[Target | None]) -> tuple[Target | None, ...]:
    """Return twelve targets that come to four values; the months of a quarter that does so already stay."""
    months: list[Target | None] = []
    for place, (old, new) in enumerate(zip(quarters(indikator), values, strict=True)):
        months += indikator.target[place * 3 : place * 3 + 3] if old == new else (None, None, new)
    return tuple(months)


def _together(months: Sequence[Target | None], *, sums: bool) -> Target | None:
    filled = [value for value in months if value is not None]
    numbers = [value for value in filled if isinstance(value, Decimal)]
    if sums and numbers and len(numbers) == len(filled):
        return sum(numbers, Decimal(0))
    return filled[-1] if filled else None

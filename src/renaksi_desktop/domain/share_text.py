"""How far the budget is shared out, and how the Total stands to the Pagu, in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from renaksi_desktop.domain.plan import Gaya
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.target import format_target
from renaksi_desktop.domain.totals import Sums

OF_PAGU: Final = " dari Pagu"
"""Ends what is said of a Total that is not the Pagu."""

_STEP: Final = Decimal("0.01")


def remainder(sums: Sums, gaya: Gaya) -> str:
    """Return what is not shared out, or how much too much is: "lebih 1.000"."""
    return _over(sums, gaya) if sums.lebih else format_rupiah(sums.sisa, gaya)


def named_remainder(sums: Sums, gaya: Gaya) -> str:
    """Return both where no title says what they are: "sisa 9.430.000", "lebih 1.000, sisa 500"."""
    over = [_over(sums, gaya)] if sums.lebih else []
    left = [f"sisa {format_rupiah(sums.sisa, gaya)}"] if sums.sisa or not over else []
    return ", ".join(over + left)


def shared_out(sums: Sums, gaya: Gaya) -> str:
    """Return how a part of the budget is shared out: "terbagi 75 % – sisa 9.430.000"."""
    left = named_remainder(sums, gaya)
    return f"terbagi {percent_within(sums, gaya)} % – {left}" if sums.anggaran else left


def percent_within(sums: Sums, gaya: Gaya) -> str:
    """Return what of an Anggaran (not zero) is shared out, in percent; what is too much counts for nothing."""
    return percent(sums.anggaran - sums.sisa, sums.anggaran, gaya)


def against_pagu(total: int, pagu: int | None, gaya: Gaya) -> str:
    """Return how a Total stands to the Pagu, after whatever names the Total: "kurang 500 dari Pagu"."""
    if pagu is None:
        return "Pagu belum diisi"
    if total == pagu:
        return "sesuai Pagu"
    return f"{'lebih' if total > pagu else 'kurang'} {format_rupiah(abs(total - pagu), gaya)}{OF_PAGU}"


def percent(part: int, whole: int, gaya: Gaya) -> str:
    """Return a part of a whole (not zero) in percent with at most two decimals: "33,33". Only all of it is 100."""
    rounded = (Decimal(100 * part) / whole).quantize(_STEP)
    if rounded == 100 and part != whole:
        rounded += _STEP if part > whole else -_STEP
    return format_target(rounded.normalize(), gaya)


def _over(sums: Sums, gaya: Gaya) -> str:
    return f"lebih {format_rupiah(sums.lebih, gaya)}"

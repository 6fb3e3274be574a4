"""How far a part of the budget is shared out, in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from renaksi_desktop.domain.plan import Gaya
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.target import format_target
from renaksi_desktop.domain.totals import Sums

OVER: Final = "▲"
"""The mark of what is shared out beyond its Anggaran."""

_STEP: Final = Decimal("0.01")


def remainder(sums: Sums, gaya: Gaya) -> str:
    """Return what is not shared out; what is too much is said in words: "▲ lebih 1.000"."""
    return f"{OVER} lebih {format_rupiah(-sums.sisa, gaya)}" if sums.sisa < 0 else format_rupiah(sums.sisa, gaya)


def shared_out(sums: Sums, gaya: Gaya) -> str:
    """Return the running line of sharing out: "terbagi 75 % – sisa 9.430.000"."""
    left = named_remainder(sums, gaya)
    return f"terbagi {percent(sums.terbagi, sums.anggaran, gaya)} % – {left}" if sums.anggaran else left


def named_remainder(sums: Sums, gaya: Gaya) -> str:
    """Return what is not shared out where no title says that it is: "sisa 9.430.000"."""
    return remainder(sums, gaya) if sums.sisa < 0 else f"sisa {remainder(sums, gaya)}"


def percent(part: int, whole: int, gaya: Gaya) -> str:
    """Return a part of a whole (not zero) in percent with at most two decimals: "33,33". Only all of it is 100."""
    rounded = (Decimal(100 * part) / whole).quantize(_STEP)
    if rounded == 100 and part != whole:
        rounded += _STEP if part > whole else -_STEP
    return format_target(rounded.normalize(), gaya)

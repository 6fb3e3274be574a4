"""How far a part of the budget is shared out, in words."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from renaksi_desktop.domain.plan import Gaya
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.target import format_target
from renaksi_desktop.domain.totals import Sums

OVER: Final = "▲"
"""The mark of what is shared out beyond its Anggaran."""


def remainder(sums: Sums, gaya: Gaya) -> str:
    """Return what is not shared out; what is too much is said in words: "▲ lebih 1.000"."""
    return f"{OVER} lebih {format_rupiah(-sums.sisa, gaya)}" if sums.sisa < 0 else format_rupiah(sums.sisa, gaya)


def shared_out(sums: Sums, gaya: Gaya) -> str:
    """Return the running line of sharing out: "terbagi 75 % – sisa 9.430.000"."""
    left = remainder(sums, gaya) if sums.sisa < 0 else f"sisa {format_rupiah(sums.sisa, gaya)}"
    return f"terbagi {percent(sums.terbagi, sums.anggaran, gaya)} – {left}" if sums.anggaran else left


def percent(part: int, whole: int, gaya: Gaya) -> str:
    """Return a part of a whole (not zero) in percent with at most two decimals: "33,33 %".

    It is cut, not rounded, so that only all of it is 100 %; more than all is more than 100 %.
    """
    towards = ROUND_CEILING if part > whole else ROUND_FLOOR
    exact = Decimal(100 * part) / whole
    return f"{format_target(exact.quantize(Decimal('0.01'), towards).normalize(), gaya)} %"

"""Amounts of a budget in whole rupiah, and as its sentences write them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from renaksi_desktop.domain.plan import Gaya
from renaksi_desktop.domain.rupiah import format_rupiah


def whole_rupiah(amount: Decimal) -> int:
    """Return an amount in whole rupiah; half a rupiah counts as one."""
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))


def written(amount: Decimal, gaya: Gaya) -> str:
    """Return an amount in whole rupiah, in a style."""
    return format_rupiah(whole_rupiah(amount), gaya)

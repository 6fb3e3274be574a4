"""Money: whole rupiah, read from what is typed, written in a style, split without losing one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from renaksi_desktop.domain import numerals
from renaksi_desktop.domain.fields import MAX_RUPIAH
from renaksi_desktop.domain.numerals import NumberRefused
from renaksi_desktop.domain.plan import Gaya

THOUSANDS: Final = {Gaya.RESMI: ",", Gaya.INDONESIA: "."}


def parse_rupiah(text: str) -> int | None:
    """Return the rupiah that `text` means ("Rp 61.559.000", "61,559,000.00"), or None for a blank.

    Raises:
        NumberRefused: not one certain number, not whole, negative, or above `MAX_RUPIAH`.
    """
    number = numerals.parse(text, single_is_thousands=True)
    if number is None:
        return None
    if number != number.to_integral_value():
        raise NumberRefused("Rupiah harus bilangan bulat, tanpa angka di belakang koma.")
    if number < 0:
        raise NumberRefused("Rupiah tidak boleh negatif.")
    if number > MAX_RUPIAH:
        raise NumberRefused("Jumlah rupiah terlalu besar.")
    return int(number)


def format_rupiah(rupiah: int, gaya: Gaya) -> str:
    """Return rupiah as the form prints it: 61,559,000 (resmi) or 61.559.000 (indonesia)."""
    return f"{rupiah:,}".replace(",", THOUSANDS[gaya])


def split(rupiah: int, weights: Sequence[int]) -> list[int]:
    """Split an amount in the proportion of `weights` (not negative, not all zero) by the largest remainder.

    The parts sum to `rupiah` exactly; of equal remainders the earlier gets the odd rupiah.
    """
    whole = sum(weights)
    parts = [rupiah * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: -(rupiah * weights[i] % whole))
    for i in by_remainder[: rupiah - sum(parts)]:
        parts[i] += 1
    return parts

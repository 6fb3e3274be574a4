"""Targets: read from what is typed, written in a style."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from renaksi_desktop.domain import numerals
from renaksi_desktop.domain.fields import ANGKA, clean, normal
from renaksi_desktop.domain.numerals import NumberRefused
from renaksi_desktop.domain.plan import Gaya, JenisTarget, Target
from renaksi_desktop.domain.rupiah import THOUSANDS

_LIKE_THOUSANDS: Final = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
DECIMAL_MARK: Final = {Gaya.RESMI: ".", Gaya.INDONESIA: ","}


def parse_target(text: str, jenis: JenisTarget | None = None, *, numbers: bool = False) -> Target | None:
    """Return the target that `text` means, or None for a blank month ("", "-").

    A text that holds no digit is a qualitative target where the kind of target is `kualitatif`, or not declared
    while the other months are not `numbers`.

    Raises:
        NumberRefused: not one certain number where a number is due, more than 15 digits, or too long a text.
    """
    if not numerals.bare(text):
        return None
    if jenis is JenisTarget.KUALITATIF and not numerals.looks_numeric(text):
        return _text(text)
    if jenis is None and not numbers and not any(letter.isdigit() for letter in text):
        return _text(text)
    number = numerals.parse(text, single_is_thousands=False)
    try:
        return None if number is None else normal(number)
    except ValueError as reason:
        raise NumberRefused(f"Target tidak dapat dipakai: {reason}.") from None


def other_reading(text: str, gaya: Gaya) -> str:
    """Return how a text was read that another officer would mean as thousands ("1.500"); mostly nothing to say.

    By section 7 of the design a single separator is the decimal mark of a target, also before three digits.
    Officers group thousands by points; by commas only where the plan is written so.
    """
    typed = numerals.bare(text)
    if not _LIKE_THOUSANDS.fullmatch(typed) or ("," in typed and THOUSANDS[gaya] != ","):
        return ""
    read = format_target(parse_target(typed), gaya)
    thousands = typed.replace(".", "").replace(",", "")
    return f"“{typed}” dibaca sebagai {read}; bila maksudnya {thousands}, tulis tanpa tanda pemisah."


def format_target(value: Target | None, gaya: Gaya) -> str:
    """Return a target as the form prints it: 82.5 (resmi) or 82,5 (indonesia); a blank month is empty."""
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", DECIMAL_MARK[gaya])
    return value or ""


def _text(text: str) -> str:
    try:
        ANGKA.read(cleaned := clean(text))
    except ValueError as reason:
        raise NumberRefused(f"Target tidak dapat dipakai: {reason}.") from None
    return cleaned

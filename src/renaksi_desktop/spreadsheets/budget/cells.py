"""What single cells of a budget say: a text, an amount, a marker."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final, TypeAlias

from renaksi_desktop.domain import numerals
from renaksi_desktop.domain.fields import MAX_RUPIAH, clean
from renaksi_desktop.domain.numerals import NumberRefused
from renaksi_desktop.spreadsheets.budget.levels import Level
from renaksi_desktop.spreadsheets.sheet import Value

Cells: TypeAlias = Mapping[int, Value]
"""The cells of one row by their column."""

BLOCKED: Final = "*"
"""Marks a row whose money is blocked (blokir)."""

_LONGEST: Final = 60
"""Characters of an amount, and of what is quoted of a text."""

MARKERS: Final = {
    ">>": Level.SUBKELOMPOK,
    ">": Level.KELOMPOK,
    "-": Level.RINCIAN,
}
"""What a detail or a heading among details begins with, the longer first."""


def text(value: Value | None) -> str:
    """Return what a cell says as one line; a number as its digits."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else _one_line(str(value))


@lru_cache(maxsize=1024)
def _one_line(text: str) -> str:
    """Clean a text; several questions are asked of each row, and much of a budget is written again and again."""
    return clean(text)


def amount(value: Value | None) -> Decimal | None:
    """Return the amount of a cell, a number or a text in either style; None for a blank or a mere word.

    Raises:
        NumberRefused: something with digits that is not one certain amount, below zero, or above `MAX_RUPIAH`.
    """
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        number: Decimal | None = Decimal(value)
    else:
        typed = text(value).replace(BLOCKED, "")
        if not re.search("[0-9]", typed):
            return None
        number = numerals.parse(typed, single_is_thousands=True) if len(typed) <= _LONGEST else Decimal("Infinity")
    if number is None or 0 <= number <= MAX_RUPIAH:
        return number
    reason = "kurang dari nol" if number < 0 else "terlalu besar"
    raise NumberRefused(f"“{short(text(value))}” {reason}.")


def is_amount(value: Value | None) -> bool:
    """Say whether a cell holds an amount."""
    try:
        return amount(value) is not None
    except NumberRefused:
        return False


def short(words: str) -> str:
    """Return a text as a sentence can quote it."""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def marker(words: str) -> Level | None:
    """Return the level that the beginning of a detail's text says, or None where it says none."""
    return next((level for mark, level in MARKERS.items() if words.startswith(mark)), None)


def name(words: str) -> str:
    """Return a name without the marker of a block around it."""
    return clean(words.strip(BLOCKED + " "))

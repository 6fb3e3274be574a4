"""What single cells of a budget say: a text, an amount, a marker."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, TypeAlias

from renaksi_desktop.domain import numerals
from renaksi_desktop.domain.fields import clean
from renaksi_desktop.domain.numerals import NumberRefused
from renaksi_desktop.spreadsheets.budget.levels import Level
from renaksi_desktop.spreadsheets.sheet import Value

Cells: TypeAlias = Mapping[int, Value]
"""The cells of one row by their column."""

BLOCKED: Final = "*"
"""Marks a row whose money is blocked (blokir)."""

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
    return "" if value is None else clean(str(value))


def amount(value: Value | None) -> Decimal | None:
    """Return the amount of a cell, a number or a text in either style; None for a blank or a mere word.

    Raises:
        NumberRefused: something with digits that is not one certain amount, or an amount below zero.
    """
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        number: Decimal | None = Decimal(value)
    else:
        typed = text(value).replace(BLOCKED, "")
        if not re.search("[0-9]", typed):
            return None
        number = numerals.parse(typed, single_is_thousands=True)
    if number is not None and number < 0:
        raise NumberRefused(f"“{text(value)}” kurang dari nol.")
    return number


def is_amount(value: Value | None) -> bool:
    """Say whether a cell holds an amount."""
    try:
        return amount(value) is not None
    except NumberRefused:
        return False


def marker(words: str) -> Level | None:
    """Return the level that the beginning of a detail's text says, or None where it says none."""
    return next((level for mark, level in MARKERS.items() if words.startswith(mark)), None)


def name(words: str) -> str:
    """Return a name without the marker of a block around it."""
    return clean(words.strip(BLOCKED + " "))

"""What the text of a cell in a workbook's XML means as a value (ISO 29500-1, 18.3.1.4, 18.17.4)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from renaksi_desktop.spreadsheets.number_format import Shown
from renaksi_desktop.spreadsheets.rich_text import plain
from renaksi_desktop.spreadsheets.sheet import Value

EPOCH: Final = datetime(1899, 12, 30)
EPOCH_1904: Final = datetime(1904, 1, 1)
_LEAP_DAY_OF_1900: Final = 60
"""The number of a day that never was, kept since Lotus 1-2-3; days before it count from one day later."""

_PRECISION: Final = ".15g"
"""Excel works with 15 digits, but writes 17: 70.49 as 70.489999999999995."""
_LONGEST_WHOLE: Final = 20
_LONGEST: Final = 50
"""Characters of a number: far above any that a program writes, below what takes time to convert."""


def number(text: str) -> int | Decimal | None:
    """Return the exact number in a cell, or None where there is none."""
    if len(text) > _LONGEST:
        return None
    if len(text) <= _LONGEST_WHOLE and text.isascii() and text.removeprefix("-").isdigit():
        return int(text)
    try:
        exact = Decimal(format(float(text), _PRECISION))
        return whole_if_whole(exact)
    except (ValueError, OverflowError):  # the second of "inf"
        return None


def whole_if_whole(exact: Decimal) -> int | Decimal:
    """Return the int that a Decimal equals, or else the Decimal."""
    whole = int(exact)
    return whole if whole == exact else exact


def numeric(text: str, shown: Shown, epoch: datetime = EPOCH) -> Value:
    """Return what a cell with a number shows: a number, a percentage as 82.5, a day, or a time as text.

    A day with a time is the day. What is no number, or no day of the calendar, is the text or number that it is.
    """
    found = number(text)
    if found is None:
        return plain(text)
    if shown is Shown.PERCENT:
        return whole_if_whole(Decimal(found).scaleb(2).normalize())
    if shown is Shown.NUMBER:
        return found
    try:
        return _day(found, epoch) if shown is Shown.DAY else _time(found)
    except OverflowError:
        return found


def day_of(text: str) -> Value:
    """Return the day of an ISO 8601 text, or the text."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return plain(text)


def _day(serial: int | Decimal, epoch: datetime) -> date:
    lotus = epoch == EPOCH and 0 < serial < _LEAP_DAY_OF_1900
    return (epoch + timedelta(days=int(serial) + lotus)).date()


def _time(serial: int | Decimal) -> str:
    """Return the hours, minutes and seconds; a duration may have more than 24 hours."""
    minutes, seconds = divmod(round(serial * 86_400), 60)
    if not 0 <= minutes < 10**9:
        raise OverflowError
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{seconds:02d}"

"""Reading numbers as officers type and paste them, in either style (section 7 of the design).

Both separators present: the last is the decimal mark. One separator repeated: thousands. A single separator
before exactly three digits is left to the caller: thousands for money, decimal for a target. What is ambiguous
or wrong is refused with a reason, so that nothing is silently multiplied or cut.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from renaksi_desktop.domain.errors import EntryRefused

_WHOLE: Final = re.compile(r"(?<=[0-9])[.,][-–—=]{1,2}$")
"""How letters write that an amount has no cents: "Rp 44.850.000,-"."""
_NOISE: Final = re.compile("[\\s\u00a0\u202f\u2007\u200b-\u200d\u2060\ufeff]|^Rp\\.?|%$", re.IGNORECASE)
_SPLIT: Final = re.compile(r"[0-9]\s+[0-9]")
_GROUPED_BY_SPACE: Final = re.compile(
    "(Rp\\.?)?[ \u00a0\u202f]?[1-9][0-9]{0,2}([ \u00a0\u202f\u2007\u200b][0-9]{3})+([.,][0-9]+)?", re.IGNORECASE
)
_BLANK: Final = ("", "-", "–", "—")
_SHAPE: Final = re.compile(r"([+-]?)([0-9][0-9.,]*|[.,][0-9]+)(?:[eE]([+-]?[0-9]{1,3}))?")


class NumberRefused(EntryRefused):
    """A text is not one certain number."""


def bare(text: str) -> str:
    """Return `text` without Rp, %, and all kinds of space; the empty text for a blank ("-")."""
    text = _WHOLE.sub("", _NOISE.sub("", _NOISE.sub("", text.strip())))
    return "" if text in _BLANK else text.replace("\u2212", "-")


def looks_numeric(text: str) -> bool:
    """Say whether `text` is meant as a number: digits and number signs only."""
    return re.fullmatch(r"[-+0-9.,eE]*[0-9][-+0-9.,eE]*", bare(text)) is not None


def exact(number: int | Decimal) -> str:
    """Return a text that `parse` reads as just this number, whatever a single separator means to the caller."""
    text = f"{Decimal(number):f}"
    return text + "0" if len(text.partition(".")[2]) == 3 else text


def parse(text: str, *, single_is_thousands: bool) -> Decimal | None:
    """Return the number that `text` means, or None for a blank.

    Raises:
        NumberRefused: no number, or more than one reading of it.
    """
    typed = " ".join(text.split())
    if _SPLIT.search(text.strip()) and not _GROUPED_BY_SPACE.fullmatch(text.strip()):
        raise NumberRefused(f"“{typed}” memuat lebih dari satu angka.")
    text = bare(text)
    if not text:
        return None
    match = _SHAPE.fullmatch(text)
    if not match:
        raise NumberRefused(f"“{typed}” bukan angka.")
    sign, digits, exponent = match.groups()
    decimal_mark = _decimal_mark(digits, single_is_thousands=single_is_thousands and not exponent)
    whole, _, fraction = digits.rpartition(decimal_mark) if decimal_mark else (digits, "", "")
    return Decimal(f"{sign}{_ungrouped(whole, text) or 0}.{fraction or 0}e{exponent or 0}")


def _decimal_mark(digits: str, *, single_is_thousands: bool) -> str:
    """Return the separator that is the decimal mark, or the empty text where there is none."""
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        last = max(".,", key=digits.rfind)
        if digits.count(last) > 1:
            raise NumberRefused(f"“{digits}” memuat lebih dari satu tanda desimal.")
        return last
    if points + commas == 1:
        mark = "." if points else ","
        three_follow = len(digits) - digits.index(mark) == 4
        return "" if three_follow and single_is_thousands else mark
    return ""


def _ungrouped(whole: str, text: str) -> str:
    """Return the whole part without its separators, which must group it by threes."""
    marks = {mark for mark in whole if mark in ".,"}
    if not marks:
        return whole
    if len(marks) > 1 or not re.fullmatch(r"[1-9][0-9]{0,2}([.,][0-9]{3})+", whole):
        raise NumberRefused(f"Pemisah ribuan pada “{text}” tidak pada tempatnya.")
    return whole.replace(marks.pop(), "")

"""What a number format makes of a number: a percentage, a day, a time or the number (ISO 29500-1, 18.8.30)."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final

LONGEST: Final = 255
"""Characters of a format in Excel; a longer one is none."""


class Shown(Enum):
    """What a cell shows of its number."""

    NUMBER = auto()
    PERCENT = auto()
    DAY = auto()
    TIME = auto()


_PERCENT: Final = (9, 10)
_DAY: Final = (*range(14, 18), 22, *range(27, 32), 36, *range(50, 59))
_TIME: Final = (*range(18, 22), *range(32, 36), *range(45, 48))
_BUILT_IN: Final = {
    **dict.fromkeys(map(str, _PERCENT), Shown.PERCENT),
    **dict.fromkeys(map(str, _DAY), Shown.DAY),
    **dict.fromkeys(map(str, _TIME), Shown.TIME),
}
"""Formats that no file spells out, by id; 27 to 36 and 50 to 58 are those of East Asia."""

_LITERAL: Final = re.compile(r'"[^"]*"?|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]?', re.IGNORECASE)
"""What stands for itself: quoted and escaped text, blanks of a width, fillers, colours, conditions, currencies."""


def shown_by(number: str, code: str | None) -> Shown:
    """Return what a format makes of a number: by its id, and its code where the file spells it out."""
    if code is None:
        return _BUILT_IN.get(number, Shown.NUMBER)
    if len(code) > LONGEST:
        return Shown.NUMBER
    # The first section is that of positive numbers, which days are.
    letters = _LITERAL.sub("", code).split(";")[0].lower()
    if "general" in letters:
        return Shown.NUMBER
    if "%" in letters:
        return Shown.PERCENT
    if re.search("[dy]", letters):
        return Shown.DAY
    if re.search("[hs]", letters):
        return Shown.TIME
    return Shown.DAY if "m" in letters else Shown.NUMBER

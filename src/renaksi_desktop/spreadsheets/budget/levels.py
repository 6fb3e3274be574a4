"""The levels of a budget from program to detail, and the codes that name them.

A code is a run of neighbouring levels joined by points, wherever the run begins: `063.01.DR`, `3165.QIA.001`,
`QIA.001`, `051.0A`, `521211`. Exports differ in where they begin, not in the shapes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from enum import IntEnum
from typing import Final, TypeAlias

from renaksi_desktop.domain import kode
from renaksi_desktop.domain.plan import Komponen, SubKomponen


class Level(IntEnum):
    """How deep a row of a budget stands; 1 to 7 are the numbers that the old flat export writes."""

    LEMBAGA = -1
    UNIT = 0
    PROGRAM = 1
    KEGIATAN = 2
    KRO = 3
    RO = 4
    KOMPONEN = 5
    SUBKOMPONEN = 6
    AKUN = 7
    KELOMPOK = 8
    """A heading among the details, marked `>`."""
    SUBKELOMPOK = 9
    """A heading below such a heading, marked `>>`."""
    RINCIAN = 10


CODED: Final = tuple(level for level in Level if Level.PROGRAM <= level <= Level.AKUN)
"""The levels whose rows carry a code."""

Code: TypeAlias = Mapping[Level, str]
"""The parts of one code by their level."""

_SHAPES: Final = {
    Level.LEMBAGA: re.compile(r"[0-9]{3}"),
    Level.UNIT: re.compile(r"[0-9]{2}"),
    Level.PROGRAM: re.compile(r"[A-Z]{2}"),
    Level.KEGIATAN: re.compile(r"[0-9]{4}"),
    Level.KRO: re.compile(r"[A-Z]{3}"),
    Level.RO: re.compile(r"[A-Z0-9]{3}"),
    Level.KOMPONEN: kode.SHAPES[Komponen],
    Level.SUBKOMPONEN: kode.SHAPES[SubKomponen],
    Level.AKUN: re.compile(r"[0-9]{6}"),
}

_LONGEST: Final = 60
"""Characters of a code; what is longer is none."""
_PAIR: Final = 2
"""Levels that share a column in FA Detail; in RKK all levels do."""

_LATIN: Final = str.maketrans(
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406\u0408\u0405",
    "ABEZHIKMNOPTYX" + "ABEKMHOPCTXIJS",
)
"""Greek and Cyrillic capitals that look as Latin ones do; the first are in real exports."""


def latin(text: str) -> str:
    """Return the text of a code in Latin capitals, without blanks and the marker of a block, `*`.

    What is too long for a code is the empty text.
    """
    if len(text) > _LONGEST:
        return ""
    return re.sub(r"[\s*]", "", unicodedata.normalize("NFKC", text).upper()).translate(_LATIN)


def foreign(text: str) -> bool:
    """Say whether the text of a code holds letters that only look Latin."""
    return text.upper() != text.upper().translate(_LATIN)


def code(text: str, levels: Collection[Level]) -> Code | None:
    """Return the parts of a code that ends at one of these levels, or None for what is no such code.

    `text` is as `latin` returns it. A Sub Komponen written `0A` is A; zeros that a spreadsheet dropped, as of 051,
    are put back.
    """
    segments = [text.zfill(3)] if text.isdecimal() else text.removesuffix(".").split(".")
    for last in levels:
        first = last - len(segments) + 1
        if first < Level.LEMBAGA or _unclear(first, last, levels):
            continue
        run = dict(zip(map(Level, range(first, last + 1)), segments, strict=True))
        if all(_SHAPES[level].fullmatch(part) for level, part in run.items()):
            return {level: _canonical(level, part) for level, part in run.items()}
    return None


def _unclear(first: int, last: Level, levels: Collection[Level]) -> bool:
    """Say whether such a run is left aside, since among these levels it looks as something else does.

    An RO without its KRO looks as a Komponen does, and a KRO alone among codes of all levels as any short word.
    """
    return (first == Level.RO and len(levels) > 1) or (first == last == Level.KRO and len(levels) > _PAIR)


def _canonical(level: Level, part: str) -> str:
    return part.lstrip("0") if level is Level.SUBKOMPONEN else part

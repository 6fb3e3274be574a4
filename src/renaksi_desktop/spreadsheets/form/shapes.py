"""What a cell of a form may be, told by its shape: a heading, a kode with its name, the number of a row."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from renaksi_desktop.domain import bulan, kode, numerals
from renaksi_desktop.domain.fields import clean
from renaksi_desktop.domain.kode import Coded
from renaksi_desktop.domain.plan import RO, Indikator, Komponen, Sasaran, SubKomponen
from renaksi_desktop.spreadsheets.sheet import Value

_DASH: Final = "[-\u2010-\u2015\u2212:]+"
_TWO_DIGITS: Final = rf"(?P<kode>\d{{1,2}})\s*(?:{_DASH}|[.)](?!\d))\s*|(?P<bare>0\d)\s+"
_KODE: Final[dict[type[Coded], re.Pattern[str]]] = {
    kind: re.compile(rf"(?:{pattern})(?P<nama>.*)|(?P<only>{only})", re.DOTALL)
    for kind, pattern, only in (
        (Sasaran, _TWO_DIGITS, r"\d{1,2}"),
        (Indikator, _TWO_DIGITS, r"\d{1,2}"),
        (
            RO,
            rf"(?P<kode>[A-Za-z]{{2}} ?\. ?\d{{4}} ?\. ?[A-Za-z]{{3}} ?\. ?[A-Za-z0-9]{{3}})(?:\s*{_DASH}\s*|\s+)",
            r"[A-Za-z]{2}\.\d{4}\.[A-Za-z]{3}\.[A-Za-z0-9]{3}",
        ),
        (Komponen, rf"(?P<kode>\d{{3}})(?:\s*(?:{_DASH}|[.)])\s*|\s+)", r"\d{3}"),
        (
            SubKomponen,
            rf"(?P<kode>[A-Za-z]{{1,2}}|0[A-Za-z])\s*(?:{_DASH}|[.)])\s*|(?P<bare>[A-Z]|0[A-Z])\s+",
            r"[A-Z]{1,2}|0[A-Z]",
        ),
    )
}
"""How each kode is written before its name: the shape it has, and what parts it from the name."""

_ORDINAL: Final = re.compile(r"(\d{1,4})\s*[.)]?")
_CONTINUED: Final = re.compile(r"\s*\(?\s*\blanjutan\b\s*\)?\s*\.?$", re.IGNORECASE)
_PAGE: Final = re.compile(
    r"(?:hal(?:aman)?|page)\b\.?\s*:?\s*\d+(?:\s*(?:dari|of|/)\s*\d+)?|[-\u2013]\s*\d+\s*[-\u2013]", re.IGNORECASE
)
_MONTH: Final = re.compile(r"B(?:ULAN)? ?0?(\d{1,2})")
_QUARTER: Final = re.compile(r"(?:TRIWULAN |TRIW |TW ?)?(I{1,3}|IV)|(?:TRIWULAN |TRIW |TW ?)([1-4])")
_ROMAN: Final = ("I", "II", "III", "IV")


@lru_cache(maxsize=512, typed=True)  # every row is looked at for several shapes
def shown(value: Value) -> str:
    """Return the text of a cell, on one line."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else clean(str(value))


def typed(value: Value) -> str:
    """Return what would have to be typed for the value of a cell."""
    number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return numerals.exact(value) if number else shown(value)  # type: ignore[arg-type]


def heading(value: Value) -> str:
    """Return the words of a heading: "Sub-Komponen" is SUB KOMPONEN."""
    return " ".join(re.findall(r"[A-Z0-9]+", shown(value).upper()))


def coded(kind: type[Coded], text: str) -> tuple[str, str]:
    """Return the kode and the name in a text "kode - nama", whatever the dash; a blank kode if there is none."""
    match = _KODE[kind].fullmatch(text)
    if match is None:
        return "", text
    found = match.groupdict()
    own = next(part for part in (found["kode"], found.get("bare"), found["only"]) if part)
    own = own.replace(" ", "")
    return kode.meant(kind, own) or own, found["nama"] or ""


def has_kode(kind: type[Coded], value: Value) -> bool:
    return bool(coded(kind, shown(value))[0])


def is_number(value: Value) -> bool:
    """Say whether a cell holds a number, be it as a text; "01 - 2025" is none."""
    if isinstance(value, str):
        return numerals.looks_numeric(value) and "-" not in numerals.bare(value)[1:]
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def ordinal(value: Value | None) -> int | None:
    """Return which row of a table this numbers: "2." or 2."""
    match = _ORDINAL.fullmatch("" if value is None else shown(value))
    return int(match[1]) if match else None


def without_continued(text: str) -> str | None:
    """Return a text without "(lanjutan)" behind it, None where it does not say so."""
    found = _CONTINUED.sub("", text)
    return None if found == text else found


def is_page_number(text: str) -> bool:
    return _PAGE.fullmatch(text) is not None


def month(words: str) -> int | None:
    """Return the month that a heading names, 1..12."""
    match = _MONTH.fullmatch(words)
    if match and 1 <= int(match[1]) <= 12:
        return int(match[1])
    return next((number for number in bulan.BULAN if bulan.is_name(words, number)), None)


def quarter(words: str) -> int | None:
    """Return the quarter that a heading names, 1..4."""
    match = _QUARTER.fullmatch(words)
    if match is None:
        return None
    return _ROMAN.index(match[1]) + 1 if match[1] else int(match[2])

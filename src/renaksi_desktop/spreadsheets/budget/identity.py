"""Whose budget a sheet holds, and of which year, as its top says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from renaksi_desktop.domain.fields import clean
from renaksi_desktop.domain.numerals import NumberRefused
from renaksi_desktop.spreadsheets.budget.cells import Cells, amount, text
from renaksi_desktop.spreadsheets.budget.lines import Total
from renaksi_desktop.spreadsheets.budget.mapping import Mapping, Role
from renaksi_desktop.spreadsheets.sheet import Sheet

_YEAR: Final = re.compile(r"\b(?:T\.? ?A\.?|TAHUN(?: ANGGARAN)?)\W{0,3}((?:19|20)\d\d)\b", re.IGNORECASE)
_ANY_YEAR: Final = re.compile(r"(?:PERIODE|JANUARI|DESEMBER)\b.*\b(20\d\d)\b", re.IGNORECASE)
_UNIT: Final = re.compile(r"(?:UNIT KERJA|SATUAN KERJA|SATKER)\b\W*(.*)", re.IGNORECASE)
_LEMBAGA: Final = re.compile(r"(?:KEMEN(?:TERIAN)?(?:(?: NEGARA)? ?/ ?LEMB(?:AGA)?)?)\b\W*(.*)", re.IGNORECASE)
_CODE: Final = re.compile(r"\(?\d{3,6}\)?[\s:.-]*")
_LINE: Final = 500
"""Characters of a row at the top that are looked at."""
_LONGEST: Final = 200
"""Characters of a name; what is longer is none."""
_ALOKASI: Final = re.compile(r"(ALOKASI|PAGU)\b[\s:]*(.*)", re.IGNORECASE)


class Identity(NamedTuple):
    """What the top of a sheet says; blank or None where it does not."""

    tahun: int | None = None
    unit_kerja: str = ""
    instansi: str = ""


def identity(sheet: Sheet, mapping: Mapping) -> Identity:
    """Return whose budget it is, from the rows above the first one."""
    top = [" ".join(map(text, cells.values()))[:_LINE] for cells in _top(sheet, mapping)]
    return Identity(_year(top) or _year_column(sheet, mapping), _named(_UNIT, top), _named(_LEMBAGA, top))


def allocation(sheet: Sheet, mapping: Mapping) -> Total | None:
    """Return the ALOKASI that the top of a sheet states, in rupiah."""
    for row, cells in sheet.rows.items():
        match = _ALOKASI.fullmatch(" ".join(map(text, cells.values()))) if row < mapping.first_row else None
        if match is None:
            continue
        found = _amount(cells, match[2])
        if found:
            return Total(match[1].upper(), found * mapping.satuan, row)
    return None


def _amount(cells: Cells, written: str) -> Decimal | None:
    """Return the amount of such a row: a number in a cell of its own, or what is written behind the word."""
    for value in (*cells.values(), written):
        try:
            if found := amount(value):
                return found
        except NumberRefused:
            continue
    return None


def _top(sheet: Sheet, mapping: Mapping) -> Iterator[Cells]:
    return (cells for row, cells in sheet.rows.items() if row < mapping.first_row)


def _year(top: list[str]) -> int | None:
    for pattern in (_YEAR, _ANY_YEAR):
        for line in top:
            if match := pattern.search(line):
                return int(match[1])
    return None


def _year_column(sheet: Sheet, mapping: Mapping) -> int | None:
    """Return the year that the rows themselves state, if they all state one."""
    column = mapping.column(Role.TAHUN)
    if column is None:
        return None
    found = {text(cells.get(column)) for row, cells in sheet.rows.items() if row >= mapping.first_row} - {""}
    year = found.pop() if len(found) == 1 else ""
    return int(year) if re.fullmatch(r"(19|20)\d\d", year) else None


def _named(pattern: re.Pattern[str], top: list[str]) -> str:
    for line in top:
        match = pattern.match(line)
        if match and len(name := clean(_CODE.sub("", match[1], count=1))) in range(1, _LONGEST):
            return name
    return ""

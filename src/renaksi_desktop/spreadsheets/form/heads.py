"""The headings of a form: which column holds what, until the next headings say otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from renaksi_desktop.spreadsheets.form.shapes import heading, month, quarter
from renaksi_desktop.spreadsheets.sheet import Value

Cells = Mapping[int, Value]
"""The cells of a row that hold something: column, from 1, and value."""

LONGEST: Final = 70
"""Characters of a heading; a longer text is none."""
ENOUGH: Final = 3
"""Months that a row of headings names at least."""
NO: Final = ("NO", "NOMOR", "NO URUT")
ANNUAL: Final = ("TAHUNAN", "TARGET TAHUNAN", "TARGET TAHUN", "TARGET AKHIR TAHUN", "TARGET 1 TAHUN")
GROUPS: Final = ("TARGET", "TRIWULAN", "TARGET TRIWULAN", "TARGET BULANAN", "TARGET KINERJA", "BULAN")
"""What stands above several columns and names none of them."""


@dataclass(frozen=True, slots=True)
class Outer:
    """The columns of the table. `months` 1..12 and `quarters` 1..4 by column; `others` are columns of no field."""

    sasaran: int
    indikator: int
    no: int = 0
    satuan: int = 0
    tahunan: int = 0
    anggaran: int = 0
    months: Mapping[int, int] = field(default_factory=dict)
    quarters: Mapping[int, int] = field(default_factory=dict)
    others: Mapping[int, str] = field(default_factory=dict)


class Inner(NamedTuple):
    """The columns of the nested table, 0 for one that is missing."""

    no: int
    ro: int
    komponen: int
    subkomponen: int
    anggaran: int
    kontribusi: int


def outer(cells: Cells) -> Outer | None:
    """Return the columns that a row of headings names, None where it is no such row."""
    words = _words(cells)
    sasaran, indikator = _beginning(words, "SASARAN"), _beginning(words, "INDIKATOR")
    if not (sasaran and indikator) or _beginning(words, "KOMPONEN") or _beginning(words, "SUB KOMPONEN"):
        return None
    found = Outer(
        sasaran,
        indikator,
        no=_one_of(words, NO),
        satuan=_beginning(words, "SATUAN"),
        tahunan=_annual(words),
        anggaran=_beginning(words, "ANGGARAN") or _beginning(words, "PAGU"),
    )
    return _with_others(_with_targets(found, words), words)


def second(head: Outer, cells: Cells) -> Outer | None:
    """Return a head with what its second row names: the months, the quarters; None where this is no such row."""
    words = _words(cells)
    found = _with_targets(head, words)
    if len(words) < len(cells) or (found.months, found.quarters) == (head.months, head.quarters):
        return None
    annual = 0 if head.tahunan in {*found.months.values(), *found.quarters.values()} else head.tahunan
    return _with_others(replace(found, tahunan=annual or _annual(words)), words)


def inner(cells: Cells) -> Inner | None:
    """Return the columns of the nested table that a row of headings names."""
    words = _words(cells)
    ro = _one_of(words, ("RO", "RINCIAN OUTPUT", "RINCIAN OUTPUT RO"))
    sub = _beginning(words, "SUB KOMPONEN") or _beginning(words, "SUBKOMPONEN")
    komponen = _beginning(words, "KOMPONEN")
    if sum(map(bool, (ro, komponen, sub))) < 2:
        return None
    money = _beginning(words, "ANGGARAN"), _beginning(words, "KONTRIBUSI")
    return Inner(_one_of(words, NO), ro, komponen, sub, *money)


def _words(cells: Cells) -> dict[int, str]:
    found = {column: heading(value) for column, value in cells.items() if isinstance(value, str)}
    return {column: words for column, words in found.items() if words and len(words) <= LONGEST}


def _beginning(words: Mapping[int, str], name: str) -> int:
    return next((column for column, text in words.items() if f"{text} ".startswith(f"{name} ")), 0)


def _one_of(words: Mapping[int, str], names: tuple[str, ...]) -> int:
    return next((column for column, text in words.items() if text in names), 0)


def _annual(words: Mapping[int, str]) -> int:
    stems = {column: text.rstrip("0123456789 ") if text[-4:].isdigit() else text for column, text in words.items()}
    years = {column for column, text in words.items() if stems[column] == "TARGET" and text != "TARGET"}
    return _one_of(stems, ANNUAL) or min(years, default=0)


def _with_targets(head: Outer, words: Mapping[int, str]) -> Outer:
    """Return a head with the months and quarters that a row names, where it names enough to be meant so."""
    months = {number: column for column, text in words.items() if (number := month(text))}
    quarters = {number: column for column, text in words.items() if (number := quarter(text))}
    if len(months) >= ENOUGH:
        head = replace(head, months=months)
    return replace(head, quarters=quarters) if len(quarters) == 4 else head


def _with_others(head: Outer, words: Mapping[int, str]) -> Outer:
    known = {head.no, head.sasaran, head.indikator, head.satuan, head.tahunan, head.anggaran}
    known |= {*head.months.values(), *head.quarters.values()}
    new = {column: text for column, text in words.items() if column not in known and text not in GROUPS}
    others = {column: text for column, text in {**head.others, **new}.items() if column not in known}
    return replace(head, others=others)

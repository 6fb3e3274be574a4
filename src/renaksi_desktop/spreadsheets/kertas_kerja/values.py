"""What a cell of the kertas kerja shows of a field, and what a cell that was typed or pasted means for it.

Whatever a field holds is read back as it was: where a text would be read as something else, because it has
blanks around it or looks like a number, it stands between ‹ and ›, and what stands there is taken literally.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from renaksi_desktop.domain import kode, numerals
from renaksi_desktop.domain.entry import parse_field, take_field
from renaksi_desktop.domain.errors import EntryRefused
from renaksi_desktop.domain.fields import FIELDS, MAX_DIGITS, Tanggal, Text, Texts, Whole
from renaksi_desktop.domain.plan import Indikator, Node, Target
from renaksi_desktop.domain.wording import spoken
from renaksi_desktop.spreadsheets.sheet import Value

LITERAL: Final = "‹{}›"
_FIRST_DAY: Final = date(1900, 3, 1)
"""Before it the days of a spreadsheet are not those of the calendar: it has 29 February 1900."""
_ERRORS: Final = ("#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!")
"""What stands in a cell whose formula cannot be calculated."""


def shown(node: Node, field: str, value: Any) -> Value | None:
    """Return what a cell holds for a value of a field of `node`, None for nothing; a month's field is "target"."""
    if value is None or value == "":
        return None
    if isinstance(value, StrEnum):
        return spoken(value)
    if isinstance(value, str):
        return value if _reads_back(node, field, value) else LITERAL.format(value)
    if isinstance(value, date) and value < _FIRST_DAY:
        return value.isoformat()
    cell: Value = json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value
    return cell


def meant(node: Node, field: str, value: Value | None) -> Any:
    """Return what a cell means for a field of `node`; a month's field is "target".

    Raises:
        EntryRefused: it does not fit, with the reason as one Indonesian sentence.
    """
    field = "target_tahunan" if field == "target" else field
    kind = FIELDS[type(node)][field].kind
    if isinstance(value, bool):
        raise EntryRefused("Sel ini berisi BENAR atau SALAH.")
    if isinstance(value, date):
        return _of_date(node, field, value)
    if isinstance(value, int | Decimal):
        return _of_number(node, field, value)
    if value in _ERRORS:
        raise EntryRefused(f"Rumus di sel ini tidak dapat dihitung ({value}).")
    text = value or ""
    if (literal := _literal(text)) is not None:
        return take_field(node, field, literal)
    if isinstance(kind, Texts):
        return take_field(node, field, _list(text))
    return _repaired(node, field, parse_field(node, field, text))


def meant_months(node: Indikator, cells: Iterable[Value | None]) -> list[Target | EntryRefused | None]:
    """Return what cells mean as months of `node`, each the target or why it is none.

    Whether a text is a target depends on the others: see `target.parse_target`.
    """
    cells = list(cells)
    alone = [_month(replace(node, target=()), cell) for cell in cells]
    numbers = tuple(target for target in alone if isinstance(target, Decimal))
    return [_month(replace(node, target=numbers), cell) for cell in cells]


def _month(node: Indikator, cell: Value | None) -> Target | EntryRefused | None:
    try:
        target: Target | None = meant(node, "target", cell)
    except EntryRefused as refused:
        return refused
    return target


def _reads_back(node: Node, field: str, text: str) -> bool:
    try:
        return bool(meant(node, field, text) == text)
    except EntryRefused:
        return False


def _literal(text: str) -> str | None:
    before, after = LITERAL.split("{}")
    inside = text.removeprefix(before).removesuffix(after)
    return inside if text == LITERAL.format(inside) else None


def _list(text: str) -> Any:
    try:
        return json.loads(text or "[]")
    except ValueError:
        raise EntryRefused('Harus berupa daftar seperti ["a", "b"].') from None


def _of_date(node: Node, field: str, value: date) -> date:
    if not isinstance(FIELDS[type(node)][field].kind, Tanggal):
        raise EntryRefused("Sel ini berisi tanggal; format sel itu sebagai teks, lalu ketik isinya lagi.")
    return value


def _of_number(node: Node, field: str, value: int | Decimal) -> Any:
    kind = FIELDS[type(node)][field].kind
    if isinstance(kind, Whole) and kind.low < 0:  # not typed anywhere, but a plan may hold it
        return take_field(node, field, value)
    if isinstance(kind, Text) and Decimal(value).adjusted() >= MAX_DIGITS:
        raise EntryRefused("Sel ini berisi angka yang digit terakhirnya hilang; ketik lagi sebagai teks.")
    if isinstance(kind, Text):
        return _repaired(node, field, parse_field(node, field, f"{Decimal(value):f}"))
    return parse_field(node, field, numerals.exact(value))


def _repaired(node: Node, field: str, value: Any) -> Any:
    """Return a kode as it is written where it was typed in small letters or without its zeros."""
    if value and field == "kode" and isinstance(node, kode.Coded):
        return kode.meant(type(node), value) or value
    return value

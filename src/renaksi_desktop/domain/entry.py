"""What an officer types into a field, and what the field then shows.

One pair of functions for every kind of field, so that a cell, a form and a pasted block read alike.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any, Final

from renaksi_desktop.domain import numerals, rupiah, tanggal, target
from renaksi_desktop.domain.bulan import NAMA_BULAN
from renaksi_desktop.domain.errors import EntryRefused
from renaksi_desktop.domain.fields import ANGKA, FIELDS, Choice, Choices, Kind, Plain, Tanggal, Text, Whole, clean
from renaksi_desktop.domain.plan import Gaya, Indikator, Node, Target
from renaksi_desktop.domain.wording import spoken


def parse_field(node: Node, name: str, text: str) -> Any:
    """Return the value that `text` means for a field of `node`; a blank is the field's blank value.

    Raises:
        EntryRefused: the text does not fit the kind or the bounds of the field.
    """
    try:
        return _parse(FIELDS[type(node)][name].kind, node, text)
    except ValueError as reason:
        raise EntryRefused(_sentence(str(reason))) from None


def take_field(node: Node, name: str, plain: Plain) -> Any:
    """Return the value of a field of `node` that is given in plain form (see `fields`) and needs no guessing.

    Raises:
        EntryRefused: it does not fit the kind or the bounds of the field.
    """
    try:
        return FIELDS[type(node)][name].kind.read(plain)
    except ValueError as reason:
        raise EntryRefused(_sentence(str(reason))) from None


def _parse(kind: Kind, node: Node, text: str) -> Any:
    if kind is ANGKA:
        return parse_target(node, text)
    if isinstance(kind, Text):
        return kind.read(clean(text, lines=kind.lines))
    if isinstance(kind, Tanggal):
        return parse_tanggal(text)
    if isinstance(kind, Whole):
        return _parse_whole(kind, text)
    if isinstance(kind, Choices):
        return kind.read(text.split())
    return kind.read(_parse_choice(kind, text)) if isinstance(kind, Choice) else kind.read(text or None)


def _parse_choice(kind: Choice, text: str) -> str | None:
    """Return the word that is meant, as it is kept or as a reader writes it; the text itself for none of them."""
    typed = clean(text)
    if not typed:
        return None
    by_name = {name.casefold(): word.value for word in kind.enum for name in (word.value, spoken(word))}
    if typed.casefold() not in by_name:
        raise EntryRefused("Harus salah satu dari: " + ", ".join(map(spoken, kind.enum)))
    return by_name[typed.casefold()]


def parse_target(node: Node, text: str) -> Target | None:
    """Return the target that `text` means for a month of `node`, or None for a blank month."""
    if not isinstance(node, Indikator):
        raise TypeError(f"a {type(node).__name__} has no target")
    try:
        numbers = any(isinstance(value, Decimal) for value in node.target)
        return target.parse_target(text, node.jenis_target, numbers=numbers)
    except ValueError as reason:
        raise EntryRefused(_sentence(str(reason))) from None


def other_reading(node: Node, name: str, text: str, gaya: Gaya) -> str:
    """Return how a text was read that may be meant otherwise, one sentence; mostly there is nothing to say."""
    is_target = FIELDS[type(node)][name].kind is ANGKA
    return target.other_reading(text, gaya) if is_target else ""


def show_field(node: Node, name: str, gaya: Gaya) -> str:
    """Return a field of `node` as text in a style; a number or date read back from it is the same value."""
    return show_value(FIELDS[type(node)][name].kind, getattr(node, name), gaya)


def show_value(kind: Kind, value: Any, gaya: Gaya) -> str:
    """Return a value of a kind of field as text in a style, as `show_field` does."""
    if kind is ANGKA:
        return target.format_target(value, gaya)
    if isinstance(kind, Choices):
        return " ".join(value)
    if value is None:
        return ""
    if isinstance(kind, Whole) and kind.rupiah:
        return rupiah.format_rupiah(value, gaya)
    return tanggal.format_tanggal(value, gaya) if isinstance(kind, Tanggal) else str(value)


def _parse_whole(kind: Whole, text: str) -> int | None:
    if kind.rupiah:
        value = rupiah.parse_rupiah(text)
        return kind.read(0 if value is None and not kind.optional else value)
    number = numerals.parse(text, single_is_thousands=True)
    return kind.read(int(number) if number is not None and number == int(number) else number)


def _sentence(reason: str) -> str:
    reason = reason[:1].upper() + reason[1:]
    return reason if reason.endswith(".") else reason + "."


_MONTHS: Final = {name.lower(): number for number, name in enumerate(NAMA_BULAN, 1)} | {
    name.lower(): number for number, name in enumerate(tanggal.ENGLISH, 1)
}
_MONTHS.update({"pebruari": 2, "agt": 8, "nopember": 11})  # spellings still met in offices
_SPOKEN: Final = re.compile(r"(\d{1,2})[\s.-]+([A-Za-z]{3,})\.?[\s.-]+(\d{4})")
_DIGITS: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def parse_tanggal(text: str) -> date | None:
    """Return the date that `text` means (29 Agustus 2025, 29 Agu 2025, 29/8/2025, 2025-08-29), None for a blank.

    Raises:
        EntryRefused: no date, or one that the calendar does not have.
    """
    text = clean(text)
    if not text:
        return None
    if match := _SPOKEN.fullmatch(text):
        day, year, month = int(match[1]), int(match[3]), _month(match[2])
    elif match := _DIGITS.fullmatch(text):
        day, month, year = map(int, match.groups())
    elif match := _ISO.fullmatch(text):
        year, month, day = map(int, match.groups())
    else:
        raise EntryRefused("Tulis tanggal seperti 29 Agustus 2025 atau 29/8/2025.")
    try:
        return date(year, month, day)
    except ValueError:
        raise EntryRefused("Tanggal itu tidak ada di kalender.") from None


def _month(word: str) -> int:
    """Return the month that a name or the beginning of one means; 0, which no calendar has, for none."""
    numbers = {number for name, number in _MONTHS.items() if name.startswith(word.lower())}
    return numbers.pop() if len(numbers) == 1 else 0

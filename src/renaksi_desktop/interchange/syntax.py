"""JSON text with exact numbers: bytes to plain values that know their place, and back.

An object is a tuple of (key, value) pairs here, so that a key written twice is seen; a list is a list. Every
number is an int or a Decimal, never a float.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from renaksi_desktop.domain.errors import InputRefused
from renaksi_desktop.domain.fields import Kind, Plain

MAX_BYTES: Final = 16 * 2**20
"""Ten times a plan of 5,000 Kontribusi; bounds the memory that a hostile file can ask for."""

_MAX_NUMBER: Final = 50
"""Characters of one number; far above the 15 digits of any value, below what takes time to convert."""

_encoded: Final = json.JSONEncoder(ensure_ascii=False).encode


class JsonRefused(InputRefused):
    """The JSON is not a plan; the sentence names the place."""


@dataclass(frozen=True, slots=True)
class Item:
    """A value and where it stands: `sasaran[2].indikator[0].target`; the place of the whole is empty."""

    plain: Plain
    place: str = ""

    def refused(self, reason: str) -> JsonRefused:
        """Return the error that says why this value cannot be used."""
        return JsonRefused(f"Berkas JSON ditolak pada {self.place or 'tingkat teratas'}: {reason}.")

    def members(self, required: Iterable[str], optional: Iterable[str]) -> dict[str, Item]:
        """Return the members of an object that has all `required` keys, perhaps `optional` ones, and no other."""
        members = self.pairs()
        if unknown := members.keys() - {*required, *optional}:
            raise self.refused(f"kunci {_quoted(min(unknown))} tidak dikenal")
        for key in required:
            if key not in members:
                raise self.refused(f"kunci {_quoted(key)} tidak ada")
        return members

    def pairs(self) -> dict[str, Item]:
        """Return the members of an object whatever its keys; a key must not be there twice."""
        if not isinstance(self.plain, tuple):
            raise self.refused("harus berupa objek")
        members: dict[str, Item] = {}
        for key, value in self.plain:
            if key in members:
                raise self.refused(f"kunci {_quoted(key)} tertulis dua kali")
            members[key] = Item(value, f"{self.place}.{key}" if self.place else key)
        return members

    def items(self) -> list[Item]:
        """Return the entries of a list."""
        if not isinstance(self.plain, list):
            raise self.refused("harus berupa daftar")
        return [Item(value, f"{self.place}[{index}]") for index, value in enumerate(self.plain)]

    def value(self, kind: Kind) -> Any:
        """Return what the plain value means as this kind of value."""
        try:
            return kind.read(self.plain)
        except ValueError as reason:
            raise self.refused(str(reason)) from None


def parse(data: bytes) -> Item:
    """Return the JSON value in `data`, UTF-8 with or without a byte order mark.

    Raises:
        JsonRefused: too large, not UTF-8, not JSON (line and column are named), or nested too deep.
    """
    if len(data) > MAX_BYTES:
        raise JsonRefused(f"Berkas JSON ditolak: lebih besar dari {MAX_BYTES // 2**20} MiB.")
    try:
        text = data.decode("utf-8-sig")
        plain = json.loads(
            text, object_pairs_hook=tuple, parse_int=_whole, parse_float=_decimal, parse_constant=Decimal
        )
    except UnicodeDecodeError as error:
        raise JsonRefused(f"Berkas JSON ditolak: bita ke-{error.start + 1} bukan teks UTF-8.") from None
    except json.JSONDecodeError as error:
        place = f"baris {error.lineno} kolom {error.colno}"
        raise JsonRefused(f"Berkas JSON ditolak: susunannya salah pada {place}.") from None
    except RecursionError:
        raise JsonRefused("Berkas JSON ditolak: isinya bertingkat terlalu dalam.") from None
    return Item(plain)


def _whole(digits: str) -> int | Decimal:
    # A Decimal in place of an endless int: it takes no time to make, and every kind of value refuses it.
    return int(digits) if len(digits) <= _MAX_NUMBER else _decimal(digits)


def _decimal(digits: str) -> Decimal:
    # Not a number is what the reader then refuses, naming the place, which is not known here.
    try:
        return Decimal(digits) if len(digits) <= _MAX_NUMBER else Decimal("NaN")
    except InvalidOperation:
        return Decimal("NaN")


def _quoted(key: str) -> str:
    """Return a foreign key as it may stand in a sentence: short, on one line, without odd characters."""
    return json.dumps(key if len(key) <= 40 else key[:40] + "...")


def text(plain: Plain, margin: str = "\n") -> str:
    """Return the JSON text of dicts, lists, texts, whole numbers and decimals, indented by one space."""
    deeper = margin + " "
    match plain:
        case dict() if plain:
            members = (f"{_encoded(key)}: {text(value, deeper)}" for key, value in plain.items())
            return "{" + deeper + f",{deeper}".join(members) + margin + "}"
        case list() if plain:
            return "[" + deeper + f",{deeper}".join(text(entry, deeper) for entry in plain) + margin + "]"
        case Decimal():
            return f"{plain:f}"
    return _encoded(plain)

"""What is told while a file is read, one JSON line each, so that one process can tell another."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple, TypeAlias

from renaksi_desktop.spreadsheets.sheet import Value


class SheetBegins(NamedTuple):
    name: str


class Row(NamedTuple):
    """A row of the sheet that began last: its number, and the columns that hold something with their values."""

    number: int
    columns: list[int]
    values: list[Value]


class Uncalculated(NamedTuple):
    """How many formulas of the sheet that began last were never calculated, so that they have no value."""

    formulas: int


class Share(NamedTuple):
    """How many bytes are read, of how many in all."""

    read: int
    total: int


class Refused(NamedTuple):
    """The file is not read, for one of the reasons in `unfit`; nothing follows."""

    reason: str


class Fault(NamedTuple):
    """A defect of this program, as the traceback of its error; nothing follows."""

    traceback: str


class End(NamedTuple):
    """All was told."""


Event: TypeAlias = SheetBegins | Row | Uncalculated | Share | Refused | Fault | End

_KINDS: Final[dict[str, type[Event]]] = {
    kind.__name__: kind for kind in (SheetBegins, Row, Uncalculated, Share, Refused, Fault, End)
}
_DAY: Final = "hari"


def line(event: Event) -> bytes:
    """Return an event as one line; a Decimal in it has at most 15 digits, which a float keeps."""
    return f"{_encoded([type(event).__name__, *event])}\n".encode("utf-8", "surrogatepass")


def event(line: bytes) -> Event:
    """Return the event that a line tells."""
    kind, *rest = _decoded(line.decode("utf-8", "surrogatepass"))
    return _KINDS[kind](*rest)


def _plain(value: Any) -> dict[str, str] | float:
    """Return what stands for a value for which JSON has no word."""
    return {_DAY: value.isoformat()} if isinstance(value, date) else float(value)


def _day(pairs: dict[str, str]) -> date:
    return date.fromisoformat(pairs[_DAY])


_encoded: Final = json.JSONEncoder(default=_plain, separators=(",", ":"), ensure_ascii=False).encode
_decoded: Final = json.JSONDecoder(object_hook=_day, parse_float=Decimal).decode

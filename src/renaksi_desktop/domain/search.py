"""Searching a whole plan: the places whose text or number holds all words that are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple, Protocol

from renaksi_desktop.domain.fields import FIELDS
from renaksi_desktop.domain.findings import Place
from renaksi_desktop.domain.plan import REFERENCES, Dokumen, Gaya, Id, Indikator, Node, Plan, walk
from renaksi_desktop.domain.rupiah import THOUSANDS
from renaksi_desktop.domain.tanggal import format_tanggal
from renaksi_desktop.domain.target import DECIMAL_MARK
from renaksi_desktop.domain.totals import anggaran
from renaksi_desktop.domain.wording import spoken
from renaksi_desktop.domain.words import folded

_CURRENCY: Final = re.compile(r"\brp\.?\s*(?=[0-9])")
_NUMERAL: Final = re.compile(r"[-0-9.,]+")
_FOOT: Final = ("catatan", "tempat", "tanggal")
"""The fields of the Dokumen that stand below the table."""
_HEAD: Final = tuple(name for name in FIELDS[Dokumen] if name not in _FOOT)


class Wanted(Protocol):
    """What can be looked for."""

    def fields(self, kind: type[Node], names: Iterable[str]) -> Iterable[str]:
        """Return those of a node's fields that are looked at."""

    def fits_value(self, value: object) -> bool:
        """Say whether a field or a month that holds this value is found."""

    def fits_number(self, number: int | Decimal) -> bool:
        """Say whether rupiah (int) or a target is found."""


class Query:
    """Words to look for, in all fields; without any it fits nothing."""

    def __init__(self, text: str) -> None:
        self._words: Final = _CURRENCY.sub("", folded(text)).split()
        self._digits: Final = [re.sub("[.,]", "", word) for word in self._words if _NUMERAL.fullmatch(word)]
        self._numeric: Final = bool(self._words) and len(self._digits) == len(self._words)

    def __bool__(self) -> bool:
        return bool(self._words)

    def fields(self, _: type[Node], names: Iterable[str]) -> Iterable[str]:
        return names

    def fits(self, text: str) -> bool:
        """Say whether a text holds all words; upper and lower case are alike, and so are é and e."""
        text = folded(text)
        for word in self._words:  # a generator for each text of a plan takes twice as long
            if word not in text:
                return False
        return bool(self._words)

    def fits_number(self, number: int | Decimal) -> bool:
        """Say whether rupiah (int) or a target hold all words, written in either style or without separators."""
        if not self._numeric:
            return False
        bare = str(number).replace(".", "")
        for digits in self._digits:
            if digits not in bare:
                return False  # most are not even alike, and would be written out in vain
        written = _written(number)
        return all(any(word in text for text in written) for word in self._words)

    def fits_value(self, value: object) -> bool:
        """Say whether a field or a month that holds this value shows all words."""
        if isinstance(value, str):
            return self.fits(spoken(value) if isinstance(value, StrEnum) else value)
        if isinstance(value, int | Decimal):
            return self.fits_number(value)
        return isinstance(value, date) and any(self.fits(format_tanggal(value, gaya)) for gaya in Gaya)


class Found(NamedTuple):
    """Places in the order of the form; `first` is the number of the first one at a node in focus or behind it."""

    places: tuple[Place, ...] = ()
    first: int = 0


def find(plan: Plan, query: Wanted, focused: Id = "") -> Found:
    """Search kode, names, particulars, targets, amounts, and what stands around the table."""
    places: list[Place] = []
    first = 0
    for node, names in _in_order(plan):
        if node.id == focused:
            first = len(places)
        places.extend(_in_node(node, query.fields(type(node), names), query))
    return Found(tuple(places), first if first < len(places) else 0)


def _in_order(plan: Plan) -> Iterator[tuple[Node, Iterable[str]]]:
    """Yield each node with the names of its fields, in the order of the form; the budget itself comes last."""
    yield plan.dokumen, _HEAD
    for sasaran in plan.sasaran:
        yield from ((node, _SEARCHED[type(node)]) for node in walk(sasaran))
    yield plan.dokumen, _FOOT
    for node in (*plan.penandatangan, *(below for ro in plan.anggaran for below in walk(ro))):
        yield node, _SEARCHED[type(node)]


_SEARCHED: Final[dict[type[Node], tuple[str, ...]]] = {
    kind: tuple(name for name in fields if name != REFERENCES.get(kind)) for kind, fields in FIELDS.items()
}


def _in_node(node: Node, names: Iterable[str], query: Wanted) -> Iterator[Place]:
    for name in names:
        value = getattr(node, name)
        if isinstance(value, tuple):
            yield from (Place(node.id, name, bulan) for bulan, one in enumerate(value, 1) if query.fits_value(one))
        elif query.fits_value(value):
            yield Place(node.id, name)
    if isinstance(node, Indikator) and query.fits_number(anggaran(node)):
        yield Place(node.id, "anggaran")


def _written(number: int | Decimal) -> list[str]:
    if isinstance(number, int):
        return [str(number), *(f"{number:,}".replace(",", mark) for mark in THOUSANDS.values())]
    return [f"{number:f}".replace(".", mark) for mark in DECIMAL_MARK.values()]

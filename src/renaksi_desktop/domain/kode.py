"""Budget and form codes: their shapes, the next one, and runs of consecutive ones.

Shapes follow the budget classification: an RO is program.kegiatan.KRO.RO (`DR.3165.QIA.002`, whose last part may
hold letters), a Komponen three digits, a Sub Komponen one or two letters (also written `0A`). Sasaran and
Indikator are numbered with two digits on the form.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final, TypeAlias

from renaksi_desktop.domain.plan import RO, Indikator, Komponen, Sasaran, SubKomponen

Coded: TypeAlias = RO | Komponen | SubKomponen | Sasaran | Indikator
"""The types of node that carry a kode."""

SHAPES: Final[dict[type[Coded], re.Pattern[str]]] = {
    RO: re.compile(r"[A-Z]{2}\.[0-9]{4}\.[A-Z]{3}\.[A-Z0-9]{3}"),
    Komponen: re.compile(r"[0-9]{3}"),
    SubKomponen: re.compile(r"[A-Z]{1,2}|0[A-Z]"),
    Sasaran: re.compile(r"[0-9]{2}"),
    Indikator: re.compile(r"[0-9]{2}"),
}
FIRST: Final[dict[type[Coded], str]] = {Komponen: "051", SubKomponen: "A", Sasaran: "01", Indikator: "01"}
"""The kode of a first child; that of an RO comes from the budget and cannot be guessed."""


def well_formed(kind: type[Coded], kode: str) -> bool:
    """Say whether `kode` has the shape that its type of node asks for."""
    return SHAPES[kind].fullmatch(kode) is not None


def other_kind(kind: type[Coded], kode: str) -> type[Coded] | None:
    """Return the part of the budget whose kode this is, where it has not the shape of a `kind` of the budget."""
    if well_formed(kind, kode):
        return None
    return next((other for other in (RO, Komponen, SubKomponen) if well_formed(other, kode)), None)


def kro(kode: str) -> str | None:
    """Return the KRO of an RO's kode ("QIA"), or None if the kode has a wrong shape."""
    return kode.split(".")[2] if well_formed(RO, kode) else None


def meant(kind: type[Coded], kode: str) -> str | None:
    """Return the well-formed kode that was meant by one typed in small letters or without its zeros: 1 -> 01."""
    first, kode = FIRST.get(kind, ""), kode.strip().upper()
    kode = kode.zfill(len(first)) if first.isdigit() else kode
    return kode if well_formed(kind, kode) else None


def following(siblings: Sequence[Coded], kind: type[Coded], place: int | None = None) -> str:
    """Return a free kode for one more node of a type, to stand at `place` among `siblings` or behind them.

    It counts on from the one before; where that leaves the shape of the type (99 -> 100), it is the first free.
    """
    taken = {node.kode for node in siblings}
    before = siblings[:place][-1:]
    start = successor(before[0].kode) if before else FIRST.get(kind, "")
    if not start:
        return ""
    kode = _free(start, taken)
    if kind in FIRST and not well_formed(kind, kode):
        kode = _free(FIRST[kind], taken)
    return kode


def _free(kode: str, taken: Collection[str]) -> str:
    while kode in taken:
        kode = successor(kode)
    return kode


def consecutive(siblings: Sequence[Coded]) -> list[str]:
    """Return new kode for `siblings`, counting up from their type's first (an RO's: from its own first)."""
    kodes: list[str] = []
    for node in siblings:
        kodes.append(successor(kodes[-1]) if kodes else FIRST.get(type(node), node.kode))
    return kodes


def successor(kode: str) -> str:
    """Count the last run of digits or letters of a kode up by one: 02 -> 03, Z -> AA, DR.3165.QIA.009 -> ...010.

    A kode that holds neither is returned with "1" behind it, so that counting always moves on.
    """
    match = re.search(r"([0-9]+|[A-Z]+)$", kode)
    if not match:
        return kode + "1"
    run, head = match[0], kode[: match.start()]
    return head + (str(int(run) + 1).zfill(len(run)) if run.isdigit() else _next_letters(run))


def _next_letters(run: str) -> str:
    stem = run.rstrip("Z")
    tail = "A" * (len(run) - len(stem))
    return stem[:-1] + chr(ord(stem[-1]) + 1) + tail if stem else "A" + tail

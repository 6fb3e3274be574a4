"""A settled tree as RO, Komponen and Sub Komponen, and what of it does not add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from renaksi_desktop.domain import kode
from renaksi_desktop.domain.fields import FIELDS, NAMES
from renaksi_desktop.domain.plan import RO, Gaya, Komponen, Node, SubKomponen, new_id
from renaksi_desktop.spreadsheets.budget.levels import Level
from renaksi_desktop.spreadsheets.budget.money import whole_rupiah, written
from renaksi_desktop.spreadsheets.budget.parts import Counting, Part

WITHOUT: Final = "Tanpa Sub Komponen"
"""The name that the budget system gives the Sub Komponen of a Komponen without any; its kode there is A."""

LEVEL_NAMES: Final = {
    Level.UNIT: "berkas",
    Level.PROGRAM: "Program",
    Level.KEGIATAN: "Kegiatan",
    Level.KRO: "KRO",
    Level.RO: NAMES[RO],
    Level.KOMPONEN: NAMES[Komponen],
    Level.SUBKOMPONEN: NAMES[SubKomponen],
    Level.AKUN: "Akun",
}
_ABOVE_KOMPONEN: Final = (Level.PROGRAM, Level.KEGIATAN, Level.KRO, Level.RO)


class Builder:
    """Makes the nodes of a plan out of a tree. What is to be told is kept by the row it is about."""

    def __init__(self, gaya: Gaya) -> None:
        """Begin; what is told writes rupiah in a style."""
        self._gaya = gaya
        self.told: Final[list[tuple[int, str]]] = []
        """(row, reason) of what was not taken or does not add up."""
        self.once: Final[list[tuple[int, str]]] = []
        """(row, code) of what is written twice with the same amount, and counts once."""
        self.each: Final[list[tuple[int, str]]] = []
        """(row, code) of what is written twice with the same amount, and counts each time."""
        self.without: Final[list[str]] = []
        """The paths of codes of Sub Komponen that stand in for none."""
        self.rounded = False
        """Whether an amount was no whole rupiah."""

    def ro(self, root: Part) -> tuple[RO, ...]:
        """Return the RO below the root in the order of their rows, with new ids."""
        found = sorted(self._parts(root, {}), key=lambda one: one[0].row)
        return tuple(self._ro(part, own) for part, own in found)

    def _parts(self, part: Part, above: Mapping[Level, str]) -> Iterator[tuple[Part, str]]:
        """Yield each part that is an RO, with its whole kode."""
        for child in part.below:
            path = {**above, child.level: child.kode}
            self._tell_of(child)
            if child.level is Level.RO:
                yield child, ".".join(path[level] for level in _ABOVE_KOMPONEN if level in path)
            else:
                yield from self._parts(child, path)

    def _ro(self, part: Part, own: str) -> RO:
        if not kode.well_formed(RO, own):
            self._tell(part, f"Program dari RO {own} tidak tertulis, sehingga kodenya belum lengkap.")
        below = tuple(self._komponen(child, f"{own}/{child.kode}") for child in part.below)
        return RO(new_id(), own, self._nama(RO, part), below)

    def _komponen(self, part: Part, path: str) -> Komponen:
        self._tell_of(part)
        coded = [SubKomponen("", child.kode) for child in part.below if child.kode]
        free = kode.following(coded, SubKomponen)
        lines = [self._line(child, child.kode or free, path) for child in part.below]
        if part.said and not lines:
            lines.append(self._line(part, free, path, without=True))
        return Komponen(new_id(), part.kode, self._nama(Komponen, part), tuple(lines))

    def _line(self, part: Part, own: str, path: str, *, without: bool = False) -> SubKomponen:
        without = without or not part.kode
        if without:
            self.without.append(f"{path}/{own}")
        else:
            self._tell_of(part)
        for account in part.below:
            self._tell_of(account)
        nama = WITHOUT if without else self._nama(SubKomponen, part)
        anggaran = self._value(SubKomponen, "anggaran", self._whole(part.said), part, 0)
        return SubKomponen(new_id(), own, nama, anggaran)

    def _whole(self, amount: Decimal) -> int:
        whole = whole_rupiah(amount)
        self.rounded = self.rounded or whole != amount
        return whole

    def _nama(self, kind: type[Node], part: Part) -> str:
        return str(self._value(kind, "nama", part.nama, part, ""))

    def _value(self, kind: type[Node], name: str, value: Any, part: Part, blank: Any) -> Any:
        field = FIELDS[kind][name]
        try:
            return field.kind.read(value)
        except ValueError as reason:
            self._tell(part, f"Isian {field.label} tidak diambil: {reason}.")
            return blank

    def _tell_of(self, part: Part) -> None:
        """Tell where a part states another amount than all below it, and where an amount is written twice."""
        named = f"{LEVEL_NAMES[part.level]} {part.kode}" if part.level in LEVEL_NAMES else ""
        if part.level <= Level.SUBKOMPONEN and part.stated and part.below:
            self._tell_difference(part, named)
        elif part.level <= Level.RO and part.said and not part.below:
            said = written(part.said, self._gaya)
            self._tell(part, f"{named} tidak mempunyai rincian; jumlahnya {said} tidak ikut terbaca.")
        if part.repeats and not part.below:
            each = part.said == part.counted(Counting.EACH)
            (self.each if each else self.once).append((part.seen[-1].row, named))

    def _tell_difference(self, part: Part, named: str) -> None:
        below = sum((child.said for child in part.below), Decimal(0))
        if part.said != below:
            amounts = (part.said, below, abs(part.said - below))
            said, counted, left = (written(amount, self._gaya) for amount in amounts)
            taken = f"; yang dipakai {said}" if part.level is Level.SUBKOMPONEN else ""
            reason = f"Jumlah {named} tertulis {said}, tetapi jumlah di bawahnya {counted}, selisih {left}{taken}."
            self._tell(part, reason)

    def _tell(self, part: Part, reason: str) -> None:
        self.told.append((part.seen[-1].row if part.seen else part.row, reason))

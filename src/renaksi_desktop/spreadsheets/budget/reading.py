"""A sheet of budget as RO, Komponen and Sub Komponen, reconciled with what the sheet itself states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from renaksi_desktop.domain.kode import kro
from renaksi_desktop.domain.plan import RO
from renaksi_desktop.referensi import known_kro
from renaksi_desktop.spreadsheets.budget.building import LEVEL_NAMES, Builder, rupiah, whole_rupiah
from renaksi_desktop.spreadsheets.budget.identity import Identity, allocation, identity
from renaksi_desktop.spreadsheets.budget.lines import Lines, Total
from renaksi_desktop.spreadsheets.budget.mapping import Kind, Mapping, Role
from renaksi_desktop.spreadsheets.budget.parts import Part, Seen, settle
from renaksi_desktop.spreadsheets.budget.tree import Tree
from renaksi_desktop.spreadsheets.sheet import Problem, Sheet, address

_MOST_NAMED: Final = 5
"""What one sentence names one by one."""


class BudgetRead(NamedTuple):
    """What a sheet holds of a budget.

    `ro` have new ids and stand in the order of the sheet. `total` is what the sheet itself states as its sum. With
    `names_cut` names may be cut, as the old flat export does.
    """

    ro: tuple[RO, ...]
    identity: Identity = Identity()
    total: Total | None = None
    names_cut: bool = False
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def anggaran(self) -> int:
        """What was read, in rupiah."""
        return sum(line.anggaran for ro in self.ro for komponen in ro.komponen for line in komponen.subkomponen)

    @property
    def pagu(self) -> int | None:
        """What the sheet states as its sum, in whole rupiah."""
        return None if self.total is None else whole_rupiah(self.total.rupiah)

    @property
    def difference(self) -> int | None:
        """By how much rupiah the sheet states more than was read; below zero where it states less."""
        return None if self.pagu is None else self.pagu - self.anggaran


def read_budget(sheet: Sheet, mapping: Mapping) -> BudgetRead:
    """Return the budget of a sheet. What cannot be understood is listed and stops nothing."""
    lines, tree = Lines(sheet, mapping), Tree()
    for line in lines:
        tree.add(line)
    settle(tree.root)
    totals = _totals(sheet, mapping, lines, tree.root)
    if totals:
        tree.root.seen.append(Seen(totals[0].row, totals[0].rupiah))
        settle(tree.root)
    builder = Builder()
    ro = builder.ro(tree.root)
    told = sorted((*_of_tree(tree), *builder.told))
    column = mapping.column(Role.JUMLAH) or 1
    problems = (Problem(sheet.name, address(row, column) if row else "", reason) for row, reason in told)
    read = BudgetRead(ro, identity(sheet, mapping), next(iter(totals), None), mapping.kind is Kind.FLAT)
    return read._replace(
        problems=(*lines.problems, *problems), remarks=tuple(_remarks(read, totals, lines, builder, mapping))
    )


def _totals(sheet: Sheet, mapping: Mapping, lines: Lines, root: Part) -> list[Total]:
    """Return what a sheet states as its sum, the surest first: at its top, in its own row, by its programs."""
    found = [total] if (total := allocation(sheet, mapping)) else []
    if lines.totals:
        found.append(max(lines.totals, key=lambda total: total.rupiah))
    if root.below and all(part.stated for part in root.below):
        programs = sum((part.said for part in root.below), Decimal(0))
        found.append(Total("Jumlah semua program", programs, root.below[0].row))
    return found


def _of_tree(tree: Tree) -> Iterator[tuple[int, str]]:
    for line, lacks in tree.misplaced:
        lost = f"; jumlahnya {rupiah(line.jumlah)} tidak dihitung" if line.jumlah else ""
        named = " ".join(line.code.values()) or line.nama
        yield line.row, f"“{named}” tidak mempunyai {LEVEL_NAMES[lacks]} di atasnya{lost}."
    for line, kept in tree.renamed:
        named = list(line.code.values())[-1]
        yield line.row, f"Kode {named} tertulis lagi dengan nama lain, “{line.nama}”; yang dipakai “{kept}”."


def _remarks(
    read: BudgetRead, totals: Sequence[Total], lines: Lines, builder: Builder, mapping: Mapping
) -> Iterator[str]:
    yield from _reconciled(read, totals)
    if mapping.satuan != 1:
        yield f"Jumlah pada berkas ini dalam ribuan; semuanya sudah dikalikan {rupiah(mapping.satuan)}."
    if builder.rounded:
        yield "Jumlah yang tidak bulat dibulatkan ke rupiah terdekat."
    if builder.without:
        yield f"Komponen tanpa Sub Komponen mendapat satu “Tanpa Sub Komponen”: {_some(builder.without)}."
    if lines.codes.foreign:
        read_as = [f"{kode} ({place})" for kode, place in lines.codes.foreign.items()]
        yield f"Huruf Yunani atau Kiril pada kode dibaca sebagai huruf Latin: {_some(read_as)}."
    if lines.blocked:
        yield f"{len(lines.blocked)} baris bertanda blokir (*); jumlahnya ikut dihitung."
    unknown = dict.fromkeys(kro(ro.kode) for ro in read.ro) if read.ro else {}
    names = [name for name in unknown if name is not None and name not in known_kro()]
    if names:
        yield f"KRO yang tidak ada dalam daftar referensi, sekadar untuk diketahui: {_some(names)}."


def _reconciled(read: BudgetRead, totals: Sequence[Total]) -> Iterator[str]:
    """Tell what was read beside what the sheet states, each different sum once."""
    yield f"Terbaca {_counts(read)} dengan jumlah {rupiah(read.anggaran)}."
    if not totals:
        yield "Berkas ini tidak menyebut jumlah seluruhnya, sehingga hasil baca tidak dapat dicocokkan."
    for stated in {total.rupiah: total for total in reversed(totals)}.values():
        left = whole_rupiah(stated.rupiah) - read.anggaran
        agrees = "cocok" if not left else f"selisih {rupiah(abs(left))} {'belum' if left > 0 else 'lebih'} terbaca"
        yield f"{stated.title} menurut berkas {rupiah(stated.rupiah)}: {agrees}."


def _counts(read: BudgetRead) -> str:
    komponen = [komponen for ro in read.ro for komponen in ro.komponen]
    lines = sum(len(one.subkomponen) for one in komponen)
    return f"{len(read.ro)} RO, {len(komponen)} Komponen, dan {lines} Sub Komponen"


def _some(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f", dan {more} lainnya" if more > 0 else "")

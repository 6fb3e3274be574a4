"""A sheet of budget as RO, Komponen and Sub Komponen, reconciled with what the sheet itself states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from string import ascii_uppercase
from typing import NamedTuple

from renaksi_desktop.domain.plan import RO, Gaya
from renaksi_desktop.spreadsheets.budget import remarks
from renaksi_desktop.spreadsheets.budget.building import LEVEL_NAMES, Builder
from renaksi_desktop.spreadsheets.budget.cells import short
from renaksi_desktop.spreadsheets.budget.identity import Identity, allocation, identity
from renaksi_desktop.spreadsheets.budget.lines import Lines, Total
from renaksi_desktop.spreadsheets.budget.mapping import Kind, Mapping, Role
from renaksi_desktop.spreadsheets.budget.money import whole_rupiah, written
from renaksi_desktop.spreadsheets.budget.parts import Part, Seen, settle
from renaksi_desktop.spreadsheets.budget.tree import Tree
from renaksi_desktop.spreadsheets.sheet import Problem, Sheet, address


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


def read_budget(sheet: Sheet, mapping: Mapping, gaya: Gaya = Gaya.RESMI) -> BudgetRead:
    """Return the budget of a sheet. What cannot be understood is listed by its cell and stops nothing.

    Problems and remarks write rupiah in the style of the plan that the budget is for.
    """
    lines, tree, builder = Lines(sheet, mapping, gaya), Tree(), Builder(gaya)
    for line in lines:
        tree.add(line)
    totals = _settled(sheet, mapping, lines, tree.root)
    ro = builder.ro(tree.root)
    found = remarks.Found(sheet, ro, tuple(totals), lines, tree, builder, mapping, gaya)
    return BudgetRead(
        ro,
        identity(sheet, mapping),
        next(iter(totals), None),
        names_cut=mapping.kind is Kind.FLAT,
        problems=_problems(sheet, mapping, lines, [*_misplaced(tree, gaya), *builder.told]),
        remarks=tuple(remarks.told(found)),
    )


def _settled(sheet: Sheet, mapping: Mapping, lines: Lines, root: Part) -> list[Total]:
    """Settle the tree; return all that the sheet states as its sum, the surest first, by which it is settled."""
    settle(root)
    totals = [total] if (total := allocation(sheet, mapping)) else []
    if lines.totals:
        totals.append(max(lines.totals, key=lambda total: total.rupiah))
    if root.below and all(part.stated for part in root.below):
        programs = sum((part.said for part in root.below), Decimal(0))
        totals.append(Total("Jumlah semua program", programs, root.below[0].row))
    if totals:
        root.seen.append(Seen(totals[0].row, totals[0].rupiah))
        settle(root)
    return totals


def _problems(
    sheet: Sheet, mapping: Mapping, lines: Lines, told: Iterable[tuple[int, str]]
) -> tuple[Problem, ...]:
    """Return what was not taken, by the cells of the amounts and from the top down."""
    column = mapping.column(Role.JUMLAH) or 1
    found = [*lines.problems, *(Problem(sheet.name, address(row, column), reason) for row, reason in told)]
    return tuple(sorted(found, key=lambda problem: int(problem.at.lstrip(ascii_uppercase))))


def _misplaced(tree: Tree, gaya: Gaya) -> Iterator[tuple[int, str]]:
    for line, lacks in tree.misplaced:
        lost = f"; jumlahnya {written(line.jumlah, gaya)} tidak dihitung" if line.jumlah else ""
        named = " ".join(line.code.values()) or short(line.nama)
        yield line.row, f"“{named}” tidak mempunyai {LEVEL_NAMES[lacks]} di atasnya{lost}."

"""What a sheet of the kertas kerja is made of: columns about the nodes that a row stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from renaksi_desktop.domain.fields import FIELDS
from renaksi_desktop.domain.kode import Coded
from renaksi_desktop.domain.plan import (
    RO,
    Indikator,
    Komponen,
    Kontribusi,
    Node,
    Plan,
    Sasaran,
    SubKomponen,
    below,
)
from renaksi_desktop.domain.structure import PARENTS
from renaksi_desktop.domain.totals import Totals

Chain: TypeAlias = Mapping[type[Node], Any]
"""The nodes that a row is about, by their type: its own, what that stands below, what it names."""

Derived: TypeAlias = Callable[[Chain, Totals], Any]

ID: Final = "id"
JALUR: Final = "jalur"
"""Stands for a field in a column that names a node of another sheet by the kode on the way to it."""


@dataclass(frozen=True, slots=True)
class Jalur:
    """The kode of these nodes, from the outermost, with `mark` between them."""

    kinds: tuple[type[Coded], ...]
    mark: str = ""

    def of(self, chain: Chain) -> str:
        """Return the path to the innermost of these nodes of a chain."""
        return self.mark.join(chain[kind].kode for kind in self.kinds)


PATHS: Final[dict[type[Node], Jalur]] = {
    Sasaran: Jalur((Sasaran,)),
    Indikator: Jalur((Sasaran, Indikator), " > "),  # 01/02 would become a date wherever it is pasted
    SubKomponen: Jalur((RO, Komponen, SubKomponen), "/"),
}
"""How rows name what stands on another sheet."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: of which node it holds a field, a month of the target, the `ID` or `JALUR`; or what it derives.

    In a `formula` [Title] is the cell of that column in the same row, and Sheet[Title] the whole of a column;
    `derive` computes the same.
    """

    title: str
    node: type[Node]
    field: str = ""
    width: int = 10
    bulan: int = 0
    formula: str = ""
    derive: Derived | None = None
    rupiah: bool = False
    """Whether what it derives is rupiah."""

    @property
    def own_field(self) -> str:
        """The field whose kind of values the cells hold; for a month, one that holds a single target too."""
        return "target_tahunan" if self.bulan else self.field

    @property
    def typed(self) -> bool:
        """Say whether it is filled in by hand."""
        return self.field not in ("", ID)


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with one row for each node of the last of `levels`; an outer one without children has a row too.

    `reference` is the type of the node, on another sheet, that the outermost of these stands below.
    """

    title: str
    levels: tuple[type[Node], ...]
    columns: tuple[Column, ...]
    reference: type[Node] | None = None
    frozen: int = 0
    """How many columns stay in sight."""

    def own(self, kind: type[Node]) -> tuple[Column, ...]:
        """Return the columns that hold fields of a node of this type."""
        return tuple(column for column in self.columns if column.node is kind and column.field in FIELDS[kind])

    def content(self, kind: type[Node]) -> tuple[Column, ...]:
        """Return the columns of which one must be filled in for a row to say that a node of this type is there."""
        if kind is not self.levels[-1]:
            return self.own(kind)
        above = (*self.levels[:-1], self.reference)
        return tuple(column for column in self.columns if column.typed and column.node not in above)

    def find(self, kind: type[Node], field: str) -> Column:
        """Return the column of a field, or the `ID` or `JALUR`, of a node of this type."""
        return next(column for column in self.columns if (column.node, column.field) == (kind, field))


def chains(plan: Plan, levels: tuple[type[Node], ...], totals: Totals) -> Iterator[Chain]:
    """Yield for each node of the last of `levels` what it stands below and itself, in the order of the plan.

    A node of another of them that has no children is yielded too; a Kontribusi comes with its budget line.
    """
    for chain in _descend(plan, _way_to(levels[-1]), levels, {}):
        if Kontribusi in chain:
            ro, komponen, subkomponen = totals.lines[chain[Kontribusi].subkomponen]
            chain |= {RO: ro, Komponen: komponen, SubKomponen: subkomponen}
        yield chain


def _way_to(kind: type[Node]) -> list[type[Node]]:
    """Return the types from the top of the plan down to this one."""
    above = PARENTS[kind]
    return [kind] if above is Plan else [*_way_to(above), kind]


def _descend(
    node: Node, way: list[type[Node]], levels: tuple[type[Node], ...], above: dict[type[Node], Any]
) -> Iterator[dict[type[Node], Any]]:
    children = below(node, way[0]) if way else ()
    if not children and type(node) in levels:
        yield above
    for child in children:
        yield from _descend(child, way[1:], levels, {**above, way[0]: child})

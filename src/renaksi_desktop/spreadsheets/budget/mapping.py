"""Which column of a sheet holds what of a budget: understood from the sheet, shown and corrected."""

from __future__ import annotations

from collections.abc import Mapping as Columns
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, Self

from renaksi_desktop.spreadsheets.budget.levels import CODED, Level


class Kind(StrEnum):
    """The kinds of budget export, by what an officer calls them."""

    RKK = "Rincian Kertas Kerja (RKK/POK)"
    FA = "FA Detail"
    FLAT = "Ekspor SAS"


class Role(StrEnum):
    """What a column holds, by its name for a reader. KODE is one column for the codes of all levels."""

    KODE = "kode"
    TINGKAT = "tingkat"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    KRO = "KRO"
    RO = "RO"
    KOMPONEN = "Komponen"
    SUBKOMPONEN = "Sub Komponen"
    AKUN = "akun"
    NAMA = "nama"
    JUMLAH = "jumlah"
    TAHUN = "tahun"


LEVELS: Final = {Role[level.name]: level for level in CODED}
"""The level whose codes a column of this role holds."""

ROLES: Final = {
    Kind.RKK: (Role.KODE, Role.NAMA, Role.JUMLAH),
    Kind.FA: (*LEVELS, Role.NAMA, Role.JUMLAH),
    Kind.FLAT: (Role.TINGKAT, *LEVELS, Role.NAMA, Role.JUMLAH, Role.TAHUN),
}
"""What can be said of each kind of export, in the order in which it is shown."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a sheet is read. Rows and columns count from 1; `header_row` is the last row of the titles, if any.

    One column may have several roles, as that of program and kegiatan in FA Detail; a role without one is absent.
    The name of a row is in the NAMA column, else the first text between its code and its amount. The amounts are
    in units of `satuan` rupiah.
    """

    kind: Kind
    sheet: str
    header_row: int | None = None
    first_row: int = 1
    columns: Columns[Role, int] = field(default_factory=dict)
    satuan: int = 1

    def column(self, role: Role) -> int | None:
        """Return the column that has this role, or None."""
        return self.columns.get(role)

    def corrected(self, role: Role, column: int | None) -> Self:
        """Return the mapping in which a role has another column, or none."""
        others = {known: place for known, place in self.columns.items() if known is not role}
        return replace(self, columns=others if column is None else {**others, role: column})

    def of_kind(self, kind: Kind) -> Self:
        """Return the mapping as that of another kind, with the columns that this has too."""
        columns = {role: place for role, place in self.columns.items() if role in ROLES[kind]}
        return replace(self, kind=kind, columns=columns)

    def code_columns(self) -> dict[int, tuple[Level, ...]]:
        """Return for each column that holds codes the levels they can end at, from left to right."""
        found: dict[int, tuple[Level, ...]] = {}
        for role, level in LEVELS.items():
            if (column := self.column(role)) is not None:
                found[column] = (*found.get(column, ()), level)
        if (column := self.column(Role.KODE)) is not None:
            found[column] = CODED
        return dict(sorted(found.items()))

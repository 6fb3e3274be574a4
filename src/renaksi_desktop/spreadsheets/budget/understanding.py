"""Which kind of budget export a sheet is, and which columns it has: by its titles and the shapes of its codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, TypeAlias

from renaksi_desktop.spreadsheets.budget.cells import Cells, is_amount, text
from renaksi_desktop.spreadsheets.budget.headings import is_numbering, words
from renaksi_desktop.spreadsheets.budget.levels import CODED, Level, code, latin
from renaksi_desktop.spreadsheets.budget.mapping import Kind, Mapping, Role
from renaksi_desktop.spreadsheets.budget.titles import Titles, amount_columns, column_titles, flat_mapping
from renaksi_desktop.spreadsheets.sheet import MAX_COLUMNS, Sheet

_SAMPLE: Final = 3000
"""Rows whose cells tell what their columns hold."""

_Run: TypeAlias = tuple[Level, Level, Level, Level]
"""Codes that begin between the first two levels and end between the other two."""
_WHOLE: Final = (Level.LEMBAGA, Level.KEGIATAN, Level.RO, Level.AKUN)
_SPLIT: Final[dict[tuple[Role, ...], _Run]] = {
    (Role.PROGRAM, Role.KEGIATAN): (Level.PROGRAM, Level.PROGRAM, Level.KEGIATAN, Level.KEGIATAN),
    (Role.KRO, Role.RO): (Level.KRO, Level.KRO, Level.RO, Level.RO),
    (Role.KOMPONEN,): (Level.KOMPONEN, Level.KOMPONEN, Level.KOMPONEN, Level.KOMPONEN),
    (Role.SUBKOMPONEN,): (Level.KOMPONEN, Level.KOMPONEN, Level.SUBKOMPONEN, Level.SUBKOMPONEN),
    (Role.AKUN,): (Level.AKUN, Level.AKUN, Level.AKUN, Level.AKUN),
}
"""The columns of FA Detail, and the codes that tell them."""
_SPREAD: Final = 6
"""Columns to the right of the Sub Komponen among which that of the akun is looked for."""
_SPENDING: Final = "5"
"""The first digit of every akun of spending; amounts and the codes of units have six digits too."""


def understood(sheets: Sequence[Sheet]) -> tuple[Mapping, ...]:
    """Return how the sheets that hold a budget are read, the one with most of it first."""
    found = [(rows, mapping) for rows, mapping in map(_understood, sheets) if rows]
    return tuple(mapping for _, mapping in sorted(found, key=lambda one: -one[0]))


def guess(sheet: Sheet) -> Mapping:
    """Return the likeliest mapping of any sheet, to be corrected by who knows it."""
    return _understood(sheet)[1]


def _understood(sheet: Sheet) -> tuple[int, Mapping]:
    """Return a mapping, and how many rows say that it is one."""
    flat = flat_mapping(sheet)
    return (len(sheet.rows), flat) if flat else _Shapes(sheet).mapping()


class _Shapes:
    """What the codes, the titles and the numbers of a sheet say of its columns."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet: Final = sheet
        self.rows: Final = dict(islice(sheet.rows.items(), _SAMPLE))
        self.runs: Final[Counter[tuple[int, Level, Level]]] = Counter(_runs(self.rows.values()))
        """How often a column holds a code from one level to another."""

    def mapping(self) -> tuple[int, Mapping]:
        whole, split = self._most(_WHOLE), self._most(_SPLIT[Role.KRO, Role.RO])
        if split and split[1] > (whole[1] if whole else 0) and self._most(_SPLIT[Role.SUBKOMPONEN,]):
            return split[1], self._of(Kind.FA, self._split_columns())
        column = whole[0] if whole else self._any()
        return whole[1] if whole else 0, self._of(Kind.RKK, {Role.KODE: column})

    def _of(self, kind: Kind, columns: dict[Role, int]) -> Mapping:
        titles, codes = column_titles(self.rows), set(columns.values())
        header, amounts = max(titles, default=None), self._amounts(titles, max(codes))
        if kind is Kind.RKK and (names := self._names(max(codes), amounts)):
            columns[Role.NAMA] = names
        if amounts:
            columns[Role.JUMLAH] = amounts
        first = self._first_row(codes, header)
        return Mapping(kind, self.sheet.name, header, first, columns, self._satuan(first))

    def _most(self, run: _Run, before: int = MAX_COLUMNS) -> tuple[int, int] | None:
        """Return the column to the left of `before` with most codes of such runs, and their number."""
        found = Counter[int]()
        for (column, first, last), times in self.runs.items():
            if column < before and run[0] <= first <= run[1] and run[2] <= last <= run[3]:
                found[column] += times
        return found.most_common(1)[0] if found else None

    def _any(self) -> int:
        best = self._most((Level.LEMBAGA, Level.AKUN, Level.PROGRAM, Level.AKUN))
        return best[0] if best else 1

    def _split_columns(self) -> dict[Role, int]:
        """Return the columns of an export that writes each pair of levels in a column of its own.

        Amounts of six digits look as an akun does, so what stands far to the right is left aside.
        """
        lines = self._most(_SPLIT[Role.SUBKOMPONEN,])
        before = MAX_COLUMNS if lines is None else lines[0] + _SPREAD
        found = {roles: self._most(run, before) for roles, run in _SPLIT.items()}
        return {role: best[0] for roles, best in found.items() if best for role in roles}

    def _amounts(self, titles: Titles, codes: int) -> int | None:
        """Return the column of amounts: below its title, or that in which the upper levels have most numbers."""
        return self._fullest(amount_columns(titles) or range(codes + 1, codes + 40))

    def _fullest(self, columns: Sequence[int]) -> int | None:
        found = Counter[int](dict.fromkeys(columns, 0))
        for cells in self._coded():
            found.update(column for column in columns if is_amount(cells.get(column)))
        return found.most_common(1)[0][0] if found else None

    def _names(self, codes: int, amounts: int | None) -> int | None:
        """Return the column in which most codes have their name."""
        found = Counter[int]()
        for cells in self._coded():
            found.update(column for column in cells if _is_name(cells, column, codes, amounts))
        return found.most_common(1)[0][0] if found else None

    def _coded(self) -> Iterator[Cells]:
        """Yield the rows that have a code of an upper level."""
        columns = {column for column, _, last in self.runs if last <= Level.SUBKOMPONEN}
        for cells in self.rows.values():
            for column in columns & cells.keys():
                found = code(latin(text(cells[column])), CODED)
                if found and max(found) <= Level.SUBKOMPONEN:
                    yield cells
                    break

    def _first_row(self, codes: set[int], header: int | None) -> int:
        if header is None:
            coded = (row for row, cells in self.rows.items() if any(_is_code(cells, column) for column in codes))
            return next(coded, 1)
        below = self.rows.get(header + 1)
        return header + 2 if below and is_numbering(below) else header + 1

    def _satuan(self, first: int) -> int:
        """Return 1000 where the top of the sheet says that its amounts are thousands."""
        return 1000 if any("RIBUAN" in words(cells) for row, cells in self.rows.items() if row < first) else 1


def _runs(rows: Iterable[Cells]) -> Iterator[tuple[int, Level, Level]]:
    for cells in rows:
        for column, value in cells.items():
            found = code(latin(text(value)), CODED)
            if found and found.get(Level.AKUN, _SPENDING).startswith(_SPENDING):
                yield column, min(found), max(found)


def _is_code(cells: Cells, column: int) -> bool:
    return column in cells and code(latin(text(cells[column])), CODED) is not None


def _is_name(cells: Cells, column: int, codes: int, amounts: int | None) -> bool:
    written = text(cells[column])
    return codes < column < (amounts or column + 1) and len(written) > 3 and not is_amount(cells[column])

"""The nodes that the rows of a sheet speak of, with what they stand below, before it is known which they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias, cast

from renaksi_desktop.domain.errors import EntryRefused
from renaksi_desktop.domain.plan import Id, Kontribusi, Node, Pengecualian
from renaksi_desktop.spreadsheets.kertas_kerja.columns import ID, JALUR, Column, Table
from renaksi_desktop.spreadsheets.kertas_kerja.heads import Row, Tell
from renaksi_desktop.spreadsheets.kertas_kerja.matching import KEYS, Entry, key_of
from renaksi_desktop.spreadsheets.kertas_kerja.references import References
from renaksi_desktop.spreadsheets.kertas_kerja.values import meant

_NOTHING: Final[Mapping[str, Any]] = {}

ByRow: TypeAlias = Mapping[int, Id]
"""The id of a node for each row, by the number of the row; none for a row that is left out."""

_OWED: Final[dict[type[Node], dict[str, Any]]] = {
    Kontribusi: {"subkomponen": ""},
    Pengecualian: {"temuan": "", "simpul": ""},
}
"""What a new node of a type must be made with before its fields are known."""


def blank(kind: type[Node], node_id: Id = "", values: Mapping[str, Any] = _NOTHING) -> Node:
    """Return a new node with these fields."""
    return cast(Node, cast(Any, kind)(id=node_id, **{**_OWED.get(kind, {}), **values}))


def rows_with(table: Table, rows: Iterable[Row], kind: type[Node]) -> list[Row]:
    """Return the rows that are filled in about a node of this type, or about something below one."""
    levels = table.levels[table.levels.index(kind) :]
    columns = {column for level in levels for column in table.content(level)}
    return [row for row in rows if not columns.isdisjoint(row.cells)]


def entries_of(table: Table, kind: type[Node], rows: Sequence[Row], parents: ByRow, lines: ByRow) -> list[Entry]:
    """Return an entry for each row about a node of this type, below the node that `parents` has for it.

    A part of the budget has one entry for all rows with the same id and kode; where a row leaves it blank it is
    the one of the row above. `lines` are the SubKomponen that rows take from.
    """
    entries: list[Entry] = []
    shared: dict[Any, Entry] = {}
    above: Entry | None = None
    for row in rows:
        if row.number not in parents:
            continue
        entry = _entry(table, kind, row, parents[row.number], lines)
        if kind is not table.levels[-1]:
            entry = _shared(entry, above, shared, row, table)
        if not entry.rows:
            entries.append(entry)
        entry.rows.append(row)
        above = entry
    return entries


def _entry(table: Table, kind: type[Node], row: Row, parent: Id, lines: ByRow) -> Entry:
    values = {"subkomponen": lines[row.number]} if kind is Kontribusi else {}
    told = {name: _text(table.find(kind, name), row) for name in KEYS.get(kind, ()) if name not in values}
    return Entry(kind, parent, given(table, kind, row), key_of(kind, values | told), values=values)


def _shared(entry: Entry, above: Entry | None, shared: dict[Any, Entry], row: Row, table: Table) -> Entry:
    """Return the entry that a row shares with earlier ones, or its own."""
    if not entry.given and not any(column in row.cells for column in table.own(entry.kind)):
        return above if above and above.parent == entry.parent else entry
    return shared.setdefault((*entry.home, entry.given) if entry.given or entry.key else row.number, entry)


def given(table: Table, kind: type[Node], row: Row) -> Id:
    """Return the id that a row has for a node of this type, "" for none."""
    return str(row.cells.get(table.find(kind, ID), ""))


def _text(column: Column, row: Row) -> str:
    """Return what a cell means as text; what it does not is told when the field is read."""
    try:
        return str(meant(blank(column.node), column.field, row.cells.get(column)))
    except EntryRefused:
        return ""


def named(
    table: Table, kind: type[Node], rows: Iterable[Row], references: References, before: ByRow, tell: Tell
) -> dict[int, Id]:
    """Return which node of another sheet each row names; what is not understood is told.

    Where a row names none, it is the one of `before`, if that is still there. The node that rows stand below is
    the one of the row above, where they leave it blank.
    """
    column = table.find(kind, JALUR)
    found: dict[int, Id] = {}
    above: Id = ""
    for row in rows:
        node_id, reason = references.named(row.cells.get(column), given(table, kind, row))
        if kind is table.reference and column not in row.cells and not node_id and above:
            node_id, reason = above, ""
        if not node_id and references.known(before.get(row.number, "")):
            node_id, reason = before[row.number], reason if column in row.cells else ""
        if reason:
            tell(row.problem(column, reason if node_id else f"{reason[:-1]}; baris ini tidak dibaca."))
        if node_id:
            found[row.number] = above = node_id
    return found

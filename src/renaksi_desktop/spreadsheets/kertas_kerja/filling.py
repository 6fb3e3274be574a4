"""The fields of a node as the cells of its rows say; what cannot be read is told, and the field stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from renaksi_desktop.domain.errors import EntryRefused
from renaksi_desktop.domain.plan import Dokumen, Indikator, Node, Plan, Target
from renaksi_desktop.spreadsheets.kertas_kerja.columns import Column
from renaksi_desktop.spreadsheets.kertas_kerja.heads import Row, Tell, find, spelled
from renaksi_desktop.spreadsheets.kertas_kerja.particulars import (
    ANSWERS,
    CONTENT,
    NAME,
    NO,
    PARTICULARS,
    SHEET,
    YES,
    Particular,
)
from renaksi_desktop.spreadsheets.kertas_kerja.values import meant, meant_months
from renaksi_desktop.spreadsheets.sheet import Sheet, Value

NodeT = TypeVar("NodeT", bound=Node)


def filled(node: NodeT, columns: Sequence[Column], rows: Sequence[Row], tell: Tell) -> NodeT:
    """Return a node with the fields of these columns, where they are there, as its rows have them.

    Where several rows speak of one node, a cell without content says nothing, and one that differs from what
    the field holds already counts: it was changed there.
    """
    months = [column for column in columns if column.bulan and column in rows[0].places]
    for column in columns:
        if not column.bulan and column in rows[0].places:
            value = _field(node, column, rows, tell)
            node = replace(node, **{column.field: value})
        elif months and column is months[0] and isinstance(node, Indikator):
            node = replace(node, target=_targets(node, months, rows[0], tell))
    return node


def _field(node: Node, column: Column, rows: Sequence[Row], tell: Tell) -> Any:
    old = getattr(node, column.field)
    says_something = [row for row in rows if column in row.cells] or rows[:1]
    values = [pair for row in says_something for pair in _read(node, column, row, tell)]
    changed = next(((row, value) for row, value in values if value != old), None)
    if changed is None:
        return old
    for row, value in values:
        if value not in (old, changed[1]):
            tell(row.problem(column, f"Berbeda dari {changed[0].at(column)}; yang dipakai adalah yang di sana."))
    return changed[1]


def _read(node: Node, column: Column, row: Row, tell: Tell) -> Iterator[tuple[Row, Any]]:
    """Yield a row with what its cell means, or tell why it means nothing."""
    try:
        yield row, meant(node, column.field, row.cells.get(column))
    except EntryRefused as refused:
        tell(row.problem(column, str(refused)))


def _targets(node: Indikator, months: Sequence[Column], row: Row, tell: Tell) -> tuple[Target | None, ...]:
    targets = list(node.target)
    for column, value in zip(months, meant_months(node, map(row.cells.get, months)), strict=True):
        if isinstance(value, EntryRefused):
            tell(row.problem(column, str(value)))
        else:
            targets[column.bulan - 1] = value
    return tuple(targets)


def with_particulars(plan: Plan, sheets: Sequence[Sheet], tell: Tell) -> Plan | None:
    """Return a plan with the dokumen and cetak that the sheet Dokumen holds, None where there is no such sheet."""
    found = find(sheets, SHEET, (_NAME, _CONTENT))
    if found is None:
        return None
    rows = {spelled(str(row.cells[_NAME])): row for row in reversed(list(found.rows())) if _NAME in row.cells}
    for particular in PARTICULARS:
        if row := rows.get(spelled(particular.name)):
            plan = _with_particular(plan, particular, row, tell)
    return plan


_NAME: Final = Column(NAME, Dokumen, "judul")
_CONTENT: Final = Column(CONTENT, Dokumen, "judul")


def _with_particular(plan: Plan, particular: Particular, row: Row, tell: Tell) -> Plan:
    name: str = particular.node.id
    try:
        value = _particular(plan, particular, row.cells.get(_CONTENT))
    except EntryRefused as refused:
        tell(row.problem(_CONTENT, str(refused)))
        return plan
    node = replace(getattr(plan, name), **{particular.field: value})
    return replace(plan, **{name: node})


def _particular(plan: Plan, particular: Particular, cell: Value | None) -> Any:
    if particular.word is None:
        return meant(getattr(plan, particular.node.id), particular.field, cell)
    answer = cell if isinstance(cell, bool) else spelled(str(cell or NO))
    if answer not in (True, False, *ANSWERS):
        raise EntryRefused(f"Isi dengan {YES} atau {NO}.")
    others = [word for word in particular.value(plan) if word is not particular.word]
    chosen = [*others, particular.word] if answer in (True, YES) else others
    return tuple(word for word in type(particular.word) if word in chosen)

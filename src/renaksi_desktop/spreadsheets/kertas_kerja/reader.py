"""The kertas kerja to a plan: a new one, or an existing one as it was changed in the workbook."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from renaksi_desktop.domain.entry import other_reading
from renaksi_desktop.domain.fields import MAX_NODES, MAX_PENANDATANGAN
from renaksi_desktop.domain.plan import (
    CHILDREN,
    NO_CHILDREN,
    Id,
    Indikator,
    Kontribusi,
    Node,
    Penandatangan,
    Pengecualian,
    Plan,
    SubKomponen,
    walk,
)
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.spreadsheets.kertas_kerja.columns import JALUR, Table, chains
from renaksi_desktop.spreadsheets.kertas_kerja.entries import ByRow, blank, entries_of, given, named, rows_with
from renaksi_desktop.spreadsheets.kertas_kerja.filling import filled, with_particulars
from renaksi_desktop.spreadsheets.kertas_kerja.heads import Found, Row, find_table
from renaksi_desktop.spreadsheets.kertas_kerja.matching import Entry, Matching
from renaksi_desktop.spreadsheets.kertas_kerja.particulars import SHEET
from renaksi_desktop.spreadsheets.kertas_kerja.references import References
from renaksi_desktop.spreadsheets.kertas_kerja.tables import (
    ANGGARAN,
    INDIKATOR,
    KONTRIBUSI,
    PENANDATANGAN,
    PENGECUALIAN,
    SASARAN,
    TABLES,
)
from renaksi_desktop.spreadsheets.sheet import Problem, Sheet, SheetRefused
from renaksi_desktop.spreadsheets.taken import Taken


def is_kertas_kerja(sheets: Sequence[Sheet]) -> bool:
    """Say whether one of the sheets is one of the kertas kerja."""
    return any(find_table(sheets, table) for table in TABLES)


def read_kertas_kerja(sheets: Sequence[Sheet], onto: Plan | None = None) -> Taken:
    """Return the plan that the sheets hold; a sheet or column that is not there leaves things as in `onto`.

    A node keeps its id. A row without a known one is the node of the same kode below the same parent, or else a
    new node. The order of rows is the order of the plan, and what has no row is gone.

    Raises:
        SheetRefused: more nodes than a plan may have.
    """
    reading = _Reading(sheets, onto or Plan())
    for table in (PENANDATANGAN, ANGGARAN, SASARAN, INDIKATOR, KONTRIBUSI, PENGECUALIAN):
        reading.read(table)
    return reading.taken()


class _Reading:
    def __init__(self, sheets: Sequence[Sheet], old: Plan) -> None:
        self._sheets = sheets
        self._problems: list[Problem] = []
        self._remarks: list[str] = []
        self._matching = Matching(old)
        self._below: dict[type[Node], dict[Id, list[Node]]] = {}
        """For each type of node that was read, the nodes below each parent."""
        self._old = old
        plan = with_particulars(old, sheets, self._problems.append)
        if plan is None:
            self._remark_missing(SHEET)
        self._plan = plan or old

    def read(self, table: Table) -> None:
        """Read a sheet, if it is there, and put what it holds into the plan."""
        found = find_table(self._sheets, table)
        if found is None:
            if table is not PENGECUALIAN:  # it is written only where there is something to write
                self._remark_missing(table.title)
            return
        self._problems += found.problems
        self._levels(table, found)
        self._plan = cast(Plan, self._assembled(self._plan))

    def taken(self) -> Taken:
        """Return what was read, without what names a node that is gone."""
        if sum(1 for _ in walk(self._plan)) - 3 > MAX_NODES:
            raise SheetRefused(f"Buku kerja ini memuat lebih dari {MAX_NODES} bagian rencana.")
        return Taken(_pruned(self._plan), tuple(self._problems), tuple(self._remarks))

    def _remark_missing(self, title: str) -> None:
        self._remarks.append(f"Lembar {title} tidak ada; bagian itu tidak diubah.")

    def _levels(self, table: Table, found: Found) -> None:
        rows = rows_with(table, found.rows(), table.levels[0])
        parents = self._parents(table, rows)
        lines = self._lines(rows) if table is KONTRIBUSI else {}
        if table is KONTRIBUSI:
            parents = {number: parent for number, parent in parents.items() if number in lines}
        for kind in table.levels:
            entries = entries_of(table, kind, rows_with(table, rows, kind), parents, lines)
            entries = self._matching.identify(self._within(entries), joined=kind is not table.levels[-1])
            self._below[kind] = self._nodes(table, entries)
            self._remark_doubtful(table, kind, rows)
            parents = {row.number: entry.id for entry in entries for row in entry.rows}

    def _remark_doubtful(self, table: Table, kind: type[Node], rows: Sequence[Row]) -> None:
        """Tell the first of the targets that may have been meant otherwise, and how many others there are."""
        node = blank(kind)
        doubtful = [
            f"{row.sheet}!{row.at(column)}: {doubt}"
            for row in rows
            for column in table.own(kind)
            if isinstance(text := row.cells.get(column), str)
            and (doubt := other_reading(node, column.own_field, text, self._plan.cetak.gaya))
        ]
        if doubtful:
            others = f" Begitu pula {len(doubtful) - 1} sel lain." if len(doubtful) > 1 else ""
            self._remarks.append(doubtful[0] + others)

    def _parents(self, table: Table, rows: Sequence[Row]) -> ByRow:
        if table.reference is None:
            return dict.fromkeys((row.number for row in rows), Plan.id)
        own = table.levels[0]
        before = {row.number: self._matching.old_parent(given(table, own, row)) for row in rows}
        return self._named(table, table.reference, rows, before)

    def _lines(self, rows: Sequence[Row]) -> ByRow:
        ids = ((row.number, given(KONTRIBUSI, Kontribusi, row)) for row in rows)
        before = {number: self._matching.old_field(Kontribusi, node_id, "subkomponen") for number, node_id in ids}
        return self._named(KONTRIBUSI, SubKomponen, rows, before)

    def _named(self, table: Table, kind: type[Node], rows: Sequence[Row], before: ByRow) -> ByRow:
        references = References(kind, *(chains(plan, (kind,), Totals(plan)) for plan in (self._plan, self._old)))
        return named(table, kind, rows, references, before, self._problems.append)

    def _within(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Return the entries that the form has room for."""
        for entry in entries[MAX_PENANDATANGAN:] if entries and entries[0].kind is Penandatangan else ():
            reason = f"Formulir memuat paling banyak {MAX_PENANDATANGAN} penandatangan; baris ini tidak dibaca."
            self._problems.append(Problem(entry.rows[0].sheet, f"Baris {entry.rows[0].number}", reason))
        return entries[:MAX_PENANDATANGAN] if entries and entries[0].kind is Penandatangan else entries

    def _nodes(self, table: Table, entries: Sequence[Entry]) -> dict[Id, list[Node]]:
        nodes = defaultdict[Id, list[Node]](list)
        for entry in entries:
            for field, reason in entry.notes:
                named_elsewhere = field == "subkomponen"
                column = table.find(*((SubKomponen, JALUR) if named_elsewhere else (entry.kind, field)))
                self._problems.append(entry.rows[0].problem(column, reason))
            old = self._matching.old(entry.kind, entry.id) or blank(entry.kind, entry.id, entry.values)
            node = replace(cast(Any, old), **entry.values)
            nodes[entry.parent].append(filled(node, table.own(entry.kind), entry.rows, self._problems.append))
        return nodes

    def _assembled(self, node: Node) -> Node:
        """Return a node with all below it as it was read."""
        fields = {}
        for name, kind in CHILDREN.get(type(node), NO_CHILDREN).items():
            read = self._below.get(kind)
            below = getattr(node, name) if read is None else read.get(node.id, ())
            fields[name] = tuple(map(self._assembled, below))
        return cast(Node, replace(cast(Any, node), **fields)) if fields else node


def _pruned(plan: Plan) -> Plan:
    """Return a plan without what names a node that is gone, and without findings that were not understood."""
    kept = {node.id: type(node) for node in walk(plan)}
    sasaran = tuple(
        replace(node, indikator=tuple(replace(below, kontribusi=_taking(below, kept)) for below in node.indikator))
        for node in plan.sasaran
    )
    about = {node_id for node_id, kind in kept.items() if kind is not Pengecualian}
    pengecualian = tuple(node for node in plan.pengecualian if node.temuan and node.simpul in about)
    return replace(plan, sasaran=sasaran, pengecualian=pengecualian)


def _taking(indikator: Indikator, kept: Mapping[Id, type[Node]]) -> tuple[Kontribusi, ...]:
    return tuple(node for node in indikator.kontribusi if kept.get(node.subkomponen) is SubKomponen)

"""How a plan is laid out in each view: trees of keys, which item models turn into rows.

An outline maps the key of each row to the keys of the rows below it; `ROOT` holds the top ones. A key is the id
of a node, except for a row that groups the Kontribusi of one RO under an Indikator: see `group_key`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.plan import RO, Id, Indikator, Kontribusi, Node, Plan
from renaksi_desktop.domain.totals import BudgetLine, Totals
from renaksi_desktop.domain.words import holds

Key: TypeAlias = str
Outline: TypeAlias = Mapping[Key, tuple[Key, ...]]
ROOT: Final = ""


def group_key(indikator_id: Id, ro_id: Id) -> Key:
    """Return the key of the row that groups what one RO pays for one Indikator."""
    return f"{indikator_id}/{ro_id}"


def group_of(key: Key) -> tuple[Id, Id]:
    """Return the ids (Indikator, RO) of a group's key; the second is empty where the key is a node's id."""
    indikator_id, _, ro_id = key.partition("/")
    return indikator_id, ro_id


def nodes_of(key: Key, index: Index) -> tuple[Node, ...]:
    """Return the nodes that a row stands for: one, or the Kontribusi of a group; none where they are gone."""
    node_id, ro_id = group_of(key)
    node = index.nodes.get(node_id)
    if not ro_id:
        return () if node is None else (node,)
    below = node.kontribusi if isinstance(node, Indikator) else ()
    return tuple(kontribusi for kontribusi in below if ro_of(kontribusi, index) == ro_id)


def ro_of(kontribusi: Kontribusi, index: Index) -> Id:
    """Return the id of the RO that a Kontribusi takes from."""
    ro = index.above(kontribusi.subkomponen, RO)
    return ro.id if ro else ""


def plan_tree(plan: Plan, totals: Totals) -> Outline:
    """Sasaran > Indikator > RO > Kontribusi, each RO at the place of its first Kontribusi."""
    outline = {ROOT: _ids(plan.sasaran)}
    for sasaran in plan.sasaran:
        outline[sasaran.id] = _ids(sasaran.indikator)
        for indikator in sasaran.indikator:
            outline.update(_groups(indikator, totals))
    return outline


def _groups(indikator: Indikator, totals: Totals) -> Outline:
    groups: dict[Key, tuple[Key, ...]] = {}
    for kontribusi in indikator.kontribusi:
        key = group_key(indikator.id, totals.lines[kontribusi.subkomponen].ro.id)
        groups[key] = (*groups.get(key, ()), kontribusi.id)
    return {indikator.id: tuple(groups), **groups}


def target_rows(plan: Plan, only: Id = ROOT) -> Outline:
    """A flat list: each Sasaran as a heading, followed by its Indikator. With `only`, just that Sasaran."""
    keys: list[Key] = []
    for sasaran in plan.sasaran:
        if only in (ROOT, sasaran.id):
            keys += [sasaran.id, *_ids(sasaran.indikator)]
    return {ROOT: tuple(keys)}


def indikator_rows(plan: Plan, search: str = "") -> Outline:
    """A flat list of the Indikator that match `search`, those of each Sasaran behind it as a heading.

    Every word of `search` must stand somewhere in the kode and uraian of the Indikator and its Sasaran.
    """
    keys: list[Key] = []
    for sasaran in plan.sasaran:
        above = f"{sasaran.kode} {sasaran.uraian}"
        found = [node.id for node in sasaran.indikator if holds(f"{above} {node.kode} {node.uraian}", search)]
        keys += [sasaran.id, *found] if found else []
    return {ROOT: tuple(keys)}


def matrix_columns(totals: Totals, ro_id: Id = "") -> tuple[Id, ...]:
    """The SubKomponen that have money: an Anggaran, or shares without one. With `ro_id`, only those of one RO."""
    return tuple(
        key
        for key, line in totals.lines.items()
        if (line.subkomponen.anggaran or totals.shared(key)) and ro_id in ("", line.ro.id)
    )


def kontribusi_rows(indikator: Indikator | None) -> Outline:
    """A flat list of what pays for one Indikator."""
    return {ROOT: _ids(indikator.kontribusi) if indikator else ()}


def budget_tree(plan: Plan) -> Outline:
    """RO > Komponen > SubKomponen."""
    outline = {ROOT: _ids(plan.anggaran)}
    for ro in plan.anggaran:
        outline[ro.id] = _ids(ro.komponen)
        outline.update((komponen.id, _ids(komponen.subkomponen)) for komponen in ro.komponen)
    return outline


def budget_lines(totals: Totals, indikator: Indikator, search: str = "") -> Outline:
    """A flat list of the SubKomponen that do not pay for `indikator` yet and match `search`.

    Every word of `search` must stand somewhere in the kode and nama of the SubKomponen, its Komponen and its RO.
    """
    taken = {kontribusi.subkomponen for kontribusi in indikator.kontribusi}

    def fits(line: BudgetLine) -> bool:
        return holds(" ".join(f"{node.kode} {node.nama}" for node in line), search)

    return {ROOT: tuple(key for key, line in totals.lines.items() if key not in taken and fits(line))}


def _ids(nodes: Iterable[Node]) -> tuple[Id, ...]:
    return tuple(node.id for node in nodes)

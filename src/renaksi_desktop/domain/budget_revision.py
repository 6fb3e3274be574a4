"""A budget taken onto a plan: what stays is known by its path of codes, and all that changes is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple, cast

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.budget_merge import BudgetNode, Merging, gone
from renaksi_desktop.domain.difference import Difference, difference
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.entry import show_field
from renaksi_desktop.domain.fields import FIELDS
from renaksi_desktop.domain.findings import Place
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.plan import (
    RO,
    Dokumen,
    Kontribusi,
    Node,
    Plan,
    SubKomponen,
)
from renaksi_desktop.domain.resplitting import Offer, offers, resplit
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.wording import place

NAME: Final = "Perbarui anggaran"
"""What the Undo menu calls the step."""


class Change(NamedTuple):
    """One thing that changes, as an officer reads it: where, what stood there, what stands there afterwards."""

    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Revision:
    """What a budget does to a plan. `plan` is the plan afterwards, `edit` takes a plan there.

    `added`, `removed` and `renamed` hold RO, Komponen and Sub Komponen; `changed` the Anggaran of Sub Komponen and
    what the budget says of the document, as the Pagu. `offers` are the lines whose Kontribusi no longer fit.
    """

    plan: Plan
    edit: Edit
    added: tuple[Change, ...] = ()
    removed: tuple[Change, ...] = ()
    renamed: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()
    offers: tuple[Offer, ...] = ()

    def taking(self, chosen: Sequence[Offer] = ()) -> Edit:
        """Return the edit that takes the budget over and shares these lines out again, as one step."""
        return edits.compose(NAME, self.edit, resplit(chosen)) if chosen else self.edit


def revise(
    plan: Plan,
    ro: Sequence[RO],
    *,
    dokumen: Mapping[str, Any] | None = None,
    keep: bool = False,
    names_cut: bool = False,
) -> Revision:
    """Return what taking the budget `ro` onto a plan does.

    A node whose path of codes is the same keeps its id, and so its Kontribusi; `0A` is the same as A, and an RO
    without its program is the one RO that has the rest of its kode. The order is that of `ro`. What `ro` does not
    hold goes with its Kontribusi, or stays with `keep`. `dokumen` are fields of the document to be set as well.
    """
    merging = Merging(keep, names_cut)
    edit = Edit(NAME, lambda before: _taken(before, ro, dokumen or {}, merging))
    after = edit.apply(plan)
    changes = difference(plan, after)
    fields = tuple(_field_changes(changes, Index.of(after)))
    return Revision(
        after,
        edit,
        added=tuple(Change(where, "", said) for where, said in _nodes(changes.added, after)),
        removed=tuple(Change(where, said, "") for where, said in _nodes(changes.removed, plan)),
        renamed=tuple(change for name, change in fields if name == "nama"),
        changed=tuple(change for name, change in fields if name != "nama"),
        offers=offers(plan, after),
    )


def _nodes(nodes: Iterable[Node], plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield where the parts of the budget among these nodes stand in a plan, and what each is."""
    index, shares = Index.of(plan), dict[str, list[int]]()
    for node in nodes:
        if isinstance(node, Kontribusi):
            shares.setdefault(node.subkomponen, []).append(node.jumlah)
    for node in nodes:
        if isinstance(node, BudgetNode):
            yield place(Place(node.id), index), _said(node, shares.get(node.id, []), plan)


def _said(node: BudgetNode, shares: Sequence[int], plan: Plan) -> str:
    """Return "Pengadaan, 61.559.000, beserta 2 Kontribusi sejumlah 40.000.000"."""
    gaya = plan.cetak.gaya
    amount = [show_field(node, "anggaran", gaya)] if isinstance(node, SubKomponen) else []
    along = [f"beserta {len(shares)} Kontribusi sejumlah {format_rupiah(sum(shares), gaya)}"] if shares else []
    return ", ".join(filter(None, (node.nama, *amount, *along)))


def _field_changes(changes: Difference, index: Index) -> Iterator[tuple[str, Change]]:
    """Yield each changed field of the budget and of the document by its name."""
    gaya = index.plan.cetak.gaya
    for change in changes.fields:
        if isinstance(change.node, BudgetNode | Dokumen):
            before = show_field(replace(change.node, **{change.field: change.old}), change.field, gaya)
            where = place(Place(change.node.id), index)
            if isinstance(change.node, Dokumen):
                where = f"{where}, {FIELDS[Dokumen][change.field].label}"
            yield change.field, Change(where, before, show_field(change.node, change.field, gaya))


def _taken(plan: Plan, ro: Sequence[RO], dokumen: Mapping[str, Any], merging: Merging) -> Plan:
    merged = cast("tuple[RO, ...]", merging.siblings(plan.anggaran, ro))
    removed = tuple(gone(plan.anggaran, {node.id: node for node in merged}))
    plan = edits.remove(*removed).apply(plan) if removed else plan
    return replace(plan, anggaran=merged, dokumen=replace(plan.dokumen, **dokumen))

"""What a pasted row becomes that stands past the last row of a table: a new node, and what it stands below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from renaksi_desktop.domain import kode
from renaksi_desktop.domain.errors import EntryRefused
from renaksi_desktop.domain.kode import Coded
from renaksi_desktop.domain.plan import (
    RO,
    Indikator,
    Komponen,
    Kontribusi,
    Node,
    NodeT,
    Plan,
    Sasaran,
    SubKomponen,
    below,
    new_id,
)
from renaksi_desktop.domain.totals import BudgetLine, Totals


class Grown(NamedTuple):
    """A node to add, and its parent, which may be one that is to be added before."""

    node: Node
    parent: Node


def target_row(
    plan: Plan, own: str, added: Sequence[Grown], *, has_target: bool, only: Sasaran | None = None
) -> Grown:
    """Return the Sasaran or Indikator of a row whose kode is `own`, or blank.

    Into an empty plan a whole one can be pasted: there a row without targets is a Sasaran, unless its kode counts
    on from the last Indikator and not from the last Sasaran. Every other row is an Indikator of the last Sasaran,
    or of the `only` one that is looked at.

    Raises:
        EntryRefused: an Indikator before any Sasaran.
    """
    if not plan.sasaran and not has_target and _begins_sasaran(plan, own, added, _last(Sasaran, plan, added)):
        return _coded(Sasaran, own, plan, added)
    sasaran = only or _last(Sasaran, plan, added)
    return _below(sasaran, Indikator, own, added, "Belum ada Sasaran untuk Indikator ini.")


def budget_row(plan: Plan, own: str, added: Sequence[Grown]) -> Grown:
    """Return the RO, Komponen or Sub Komponen that the shape of its kode makes of a row, below the last one above.

    Raises:
        EntryRefused: a kode of none of the three shapes, or nothing for the row to stand below.
    """
    if kode.well_formed(RO, own):
        return _coded(RO, own, plan, added)
    ro = _last(RO, plan, added)
    if kode.well_formed(Komponen, own):
        return _below(ro, Komponen, own, added, "Belum ada RO untuk Komponen ini.")
    if kode.well_formed(SubKomponen, own):
        komponen = None if ro is None else _last(Komponen, ro, added)
        return _below(komponen, SubKomponen, own, added, "Belum ada Komponen untuk Sub Komponen ini.")
    raise EntryRefused(f"“{own}” bukan kode RO, Komponen, atau Sub Komponen.")


def kontribusi_row(totals: Totals, indikator: Indikator, names: Sequence[str]) -> Grown:
    """A Kontribusi of nothing yet; `names` are RO, Komponen and Sub Komponen as the form writes them, "A - nama".

    Raises:
        EntryRefused: the budget has no such line, or it pays for the Indikator already.
    """
    kodes = [name.partition(" - ")[0].strip() for name in names]
    line = _line(totals, kodes)
    if line is None:
        raise EntryRefused(f"Anggaran {'/'.join(kodes)} tidak ada di rencana ini.")
    if any(kontribusi.subkomponen == line.subkomponen.id for kontribusi in indikator.kontribusi):
        raise EntryRefused(f"Anggaran {line.kode} sudah membiayai Indikator ini.")
    return Grown(Kontribusi(new_id(), line.subkomponen.id), indikator)


def _line(totals: Totals, kodes: Sequence[str]) -> BudgetLine | None:
    return next((line for line in totals.lines.values() if [node.kode for node in line] == kodes), None)


def _begins_sasaran(plan: Plan, own: str, added: Sequence[Grown], last: Sasaran | None) -> bool:
    if last is None or not own:
        return True
    return own != _next(Indikator, last, added) or own == _next(Sasaran, plan, added)


def _below(parent: Node | None, kind: type[Coded], own: str, added: Sequence[Grown], refusal: str) -> Grown:
    if parent is None:
        raise EntryRefused(refusal)
    return _coded(kind, own, parent, added)


def _coded(kind: type[Coded], own: str, parent: Node, added: Sequence[Grown]) -> Grown:
    """Return a new last child with its own kode, or with the one that follows where that has no right shape."""
    return Grown(kind(new_id(), own if kode.well_formed(kind, own) else _next(kind, parent, added)), parent)


def _next(kind: type[Coded], parent: Node, added: Sequence[Grown]) -> str:
    return kode.following(_children(kind, parent, added), kind)


def _last(kind: type[NodeT], parent: Node, added: Sequence[Grown]) -> NodeT | None:
    return next(reversed(_children(kind, parent, added)), None)


def _children(kind: type[NodeT], parent: Node, added: Sequence[Grown]) -> list[NodeT]:
    new = (row.node for row in added if row.parent.id == parent.id)
    return [*below(parent, kind), *(node for node in new if isinstance(node, kind))]

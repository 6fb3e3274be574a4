"""A budget taken onto a plan: what stays is known by its path of codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, cast

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.budget_merge import Merging, gone
from renaksi_desktop.domain.plan import RO, Plan
from renaksi_desktop.domain.resplitting import Offer, offers


class Revision(NamedTuple):
    """A plan with another budget, and the lines whose Kontribusi stand to the Anggaran otherwise than before."""

    plan: Plan
    offers: tuple[Offer, ...]


def revise(
    plan: Plan,
    ro: Sequence[RO],
    *,
    dokumen: Mapping[str, Any] | None = None,
    keep: bool = False,
    names_cut: bool = False,
) -> Revision:
    """Return what taking the budget `ro` onto a plan makes of it; `comparison.compare` tells what that changes.

    A node whose path of codes is the same keeps its id, and so its Kontribusi; `0A` is the same as A, and an RO
    without its program is the one RO that has the rest of its kode. The order is that of `ro`. What `ro` does not
    hold goes with its Kontribusi, or stays with `keep`. `dokumen` are fields of the document to be set as well.
    With `names_cut` the beginning of a name is the name that is there.
    """
    merged = cast("tuple[RO, ...]", Merging(keep, names_cut).siblings(plan.anggaran, ro))
    removed = tuple(gone(plan.anggaran, {node.id: node for node in merged}))
    left = edits.remove(*removed).apply(plan) if removed else plan
    after = replace(left, anggaran=merged, dokumen=replace(plan.dokumen, **(dokumen or {})))
    return Revision(after, offers(plan, after))

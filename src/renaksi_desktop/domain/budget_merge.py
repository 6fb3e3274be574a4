"""One budget merged into another: what has the same path of codes is the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from renaksi_desktop.domain.kode import well_formed
from renaksi_desktop.domain.plan import CHILDREN, NO_CHILDREN, RO, Komponen, Node, SubKomponen

BudgetNode: TypeAlias = RO | Komponen | SubKomponen


@dataclass(frozen=True, slots=True)
class Merging:
    """How a budget is taken over: with or without what it does not hold, and with names that it may have cut."""

    keep: bool
    names_cut: bool

    def siblings(self, old: Sequence[BudgetNode], new: Sequence[BudgetNode]) -> tuple[BudgetNode, ...]:
        """Return the new siblings in their order, each with the id of its namesake; what is kept stands last."""
        left: dict[str, BudgetNode] = {}
        for node in old:
            left.setdefault(_key(node), node)
        merged, matched = list[BudgetNode](), set[str]()
        for node in new:
            same = _namesake(left, node)
            if same is not None and same.id not in matched:
                matched.add(same.id)
                node = self._onto(same, node)
            merged.append(node)
        if self.keep:
            merged += [node for node in old if node.id not in matched]
        return tuple(merged)

    def _onto(self, old: BudgetNode, new: BudgetNode) -> BudgetNode:
        """Return `old` with what `new` says of it, `old` itself where that is the same."""
        fields: dict[str, Any] = {"nama": self._nama(old.nama, new.nama)}
        if isinstance(new, SubKomponen):
            fields["anggaran"] = new.anggaran
        for name in CHILDREN.get(type(old), NO_CHILDREN):
            fields[name] = self.siblings(getattr(old, name), getattr(new, name))
        return (
            old if all(getattr(old, name) == value for name, value in fields.items()) else replace(old, **fields)
        )

    def _nama(self, old: str, new: str) -> str:
        """A blank name says nothing, and neither does the beginning of the name where names are cut."""
        return old if not new or (self.names_cut and old.casefold().startswith(new.casefold())) else new


def gone(old: Iterable[Node], left: Mapping[str, Node]) -> Iterator[Node]:
    """Yield the outermost nodes that are not left."""
    for node in old:
        same = left.get(node.id)
        if same is None:
            yield node
            continue
        for name in CHILDREN.get(type(node), NO_CHILDREN):
            yield from gone(getattr(node, name), {child.id: child for child in getattr(same, name)})


def _key(node: BudgetNode) -> str:
    """Return what a node is known by among its siblings."""
    return re.sub("^0(?=[A-Z]$)", "", node.kode) if isinstance(node, SubKomponen) else node.kode


def _namesake(left: Mapping[str, BudgetNode], node: BudgetNode) -> BudgetNode | None:
    key = _key(node)
    if key in left or not isinstance(node, RO) or well_formed(RO, key):
        return left.get(key)
    ends = [same for kode, same in left.items() if kode.endswith(f".{key}")]
    return ends[0] if key and len(ends) == 1 else None

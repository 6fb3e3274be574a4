"""Every change to a plan: a pure function `Plan -> Plan` with a name that the Undo menu shows.

An edit finds its node by id in the plan it is applied to, touches only the fields it names, and shares every
untouched subtree with the old plan. New ids are made when the edit is made, so applying it twice to the same
plan gives equal plans.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias, cast

from renaksi_desktop.domain import bulan as months
from renaksi_desktop.domain import kode
from renaksi_desktop.domain.errors import EditRefused
from renaksi_desktop.domain.fields import FIELDS, MAX_PENANDATANGAN, NAMES
from renaksi_desktop.domain.plan import (
    CHILDREN,
    NO_CHILDREN,
    REFERENCES,
    SINGLES,
    Id,
    Indikator,
    Kontribusi,
    Node,
    Plan,
    SubKomponen,
    Target,
    below,
    new_id,
    walk,
)


def _all_below(kind: type[Node]) -> set[type[Node]]:
    direct = set(CHILDREN.get(kind, NO_CHILDREN).values())
    return direct.union(*map(_all_below, direct))


_BELOW: Final = {kind: _all_below(kind) for kind in NAMES}
"""For each type of node the types that can stand anywhere below it, so that a search skips whole branches."""

Path: TypeAlias = tuple[tuple[str, int], ...]
"""From the plan down to a node: (field, place in it) at each level."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One step of work. `name` is Indonesian and completes "Urungkan ..."; `apply` raises EditRefused."""

    name: str
    apply: Callable[[Plan], Plan]


def change(node: Node, **fields: Any) -> Edit:
    """Set fields of `node` to values within the bounds of `fields.FIELDS`."""
    what = " dan ".join(FIELDS[type(node)][name].label for name in fields)
    name = " ".join(dict.fromkeys(("Ubah", what, NAMES[type(node)])))  # a Kontribusi is called as its amount is
    return Edit(name, lambda plan: _update(plan, node, fields))


def set_targets(indikator: Indikator, values: Mapping[int, Target | None]) -> Edit:
    """Set the targets of some months (Bulan 1..12) of one Indikator."""

    def apply(plan: Plan) -> Plan:
        path = _path(plan, indikator)
        old = cast(Indikator, _at(plan, path))
        target = tuple(values.get(bulan, old.target[bulan - 1]) for bulan in months.BULAN)
        return cast(Plan, _replaced(plan, path, replace(old, target=target)))

    return Edit("Ubah target " + ", ".join(map(months.label, sorted(values))), apply)


def add(node: Node, parent: Node, index: int | None = None) -> Edit:
    """Put `node` below `parent`, before its child number `index`, or last."""
    return Edit(f"Tambah {NAMES[type(node)]}", lambda plan: _insert(plan, node, parent, index))


def add_kontribusi(indikator: Indikator, lines: Mapping[SubKomponen, int]) -> Edit:
    """Let each of these SubKomponen pay the given rupiah to `indikator`, in this order."""
    new = [Kontribusi(new_id(), line.id, jumlah) for line, jumlah in lines.items()]
    return compose("Tambah Kontribusi", *(add(kontribusi, indikator) for kontribusi in new))


def remove(*nodes: Node) -> Edit:
    """Take out nodes with all that is below them, and what names one that goes (see `plan.REFERENCES`)."""

    def apply(plan: Plan) -> Plan:
        subtrees = [_at(plan, _path(plan, node)) for node in nodes]
        gone = {node.id for subtree in subtrees for node in walk(subtree)}
        return _without(plan, {node.id for node in nodes} | _orphans(plan, gone))

    return Edit(f"Hapus {_names(nodes)}", apply)


def duplicate(node: Node, *, with_kontribusi: bool = True) -> Edit:
    """Put a copy of `node` and of all below it, with ids and the next kode of its own, right behind it."""
    copy = _copy(node, with_kontribusi=with_kontribusi)

    def apply(plan: Plan) -> Plan:
        *above, (name, index) = _path(plan, node)
        parent = _at(plan, tuple(above))
        siblings = getattr(parent, name)
        own = {"kode": kode.following(siblings, type(node))} if isinstance(node, kode.Coded) else {}
        return _insert(plan, _with(copy, own), parent, index + 1)

    return Edit(f"Gandakan {NAMES[type(node)]}", apply)


def rearrange(nodes: Sequence[Node], parent: Node, before: Node | None = None) -> Edit:
    """Take `nodes` out and put them below `parent` in this order, right before its child `before`, or last."""
    ids = {node.id for node in nodes}

    def apply(plan: Plan) -> Plan:
        current = [_at(plan, _path(plan, node)) for node in nodes]
        end = None if before is None else _path(plan, before)[-1][1]
        there = below(_at(plan, _path(plan, parent)), type(nodes[0]))
        return _moved(plan, current, parent, sum(node.id not in ids for node in there[:end]))

    return Edit(f"Pindahkan {_names(nodes)}", apply)


def shift(node: Node, step: int) -> Edit:
    """Move `node` one place up (-1) or down (1) among its siblings.

    Past their end an Indikator goes on to the next Sasaran; anything else stays, since with its parent the
    meaning of a Kontribusi or of a budget line would change.
    """

    def apply(plan: Plan) -> Plan:
        *above, (name, index) = _path(plan, node)
        parent = _at(plan, tuple(above))
        current = getattr(parent, name)[index]
        if 0 <= index + step < len(getattr(parent, name)):
            return _moved(plan, [current], parent, index + step)
        if not above or not isinstance(node, Indikator):
            return plan
        *higher, (parents_name, parent_index) = above
        parents = getattr(_at(plan, tuple(higher)), parents_name)
        if not 0 <= parent_index + step < len(parents):
            return plan
        parent = parents[parent_index + step]
        return _moved(plan, [current], parent, 0 if step > 0 else len(getattr(parent, name)))

    return Edit(f"Pindahkan {NAMES[type(node)]}", apply)


def renumber(siblings: Sequence[kode.Coded]) -> Edit:
    """Give these siblings consecutive kode, in the pattern of their type, in the order of the plan."""
    kodes = kode.consecutive(siblings)
    steps = [change(node, kode=new) for node, new in zip(siblings, kodes, strict=True)]
    return compose(f"Nomori ulang {_names(siblings)}", *steps)


def compose(name: str, *edits: Edit) -> Edit:
    """Make one step of several edits, applied in order."""

    def apply(plan: Plan) -> Plan:
        for edit in edits:
            plan = edit.apply(plan)
        return plan

    return Edit(name, apply)


def one_step(name: str, steps: Sequence[Edit]) -> Edit:
    """Return the edit itself where there is one, else all of them under `name`, which tells their number."""
    return steps[0] if len(steps) == 1 else compose(name.format(len(steps)), *steps)


def _names(nodes: Iterable[Node]) -> str:
    return " dan ".join(dict.fromkeys(NAMES[type(node)] for node in nodes))


def _path(plan: Plan, node: Node) -> Path:
    """Return where the node with the id and type of `node` stands in `plan`."""
    path = () if isinstance(node, Plan) else _below(plan, node.id, type(node))
    if path is None:
        raise EditRefused("Bagian yang hendak diubah sudah tidak ada di rencana ini.")
    return path


def _below(parent: Node, node_id: Id, kind: type[Node]) -> Path | None:
    for name, child_kind in CHILDREN.get(type(parent), NO_CHILDREN).items():
        if child_kind is kind:
            for index, child in enumerate(getattr(parent, name)):
                if child.id == node_id:
                    return ((name, index),)
        elif kind in _BELOW[child_kind]:
            for index, child in enumerate(getattr(parent, name)):
                if path := _below(child, node_id, kind):
                    return ((name, index), *path)
    return None


def _at(plan: Plan, path: Path) -> Node:
    node: Node = plan
    for name, index in path:
        node = getattr(node, name)[index]
    return node


def _replaced(node: Node, path: Path, new: Node) -> Node:
    """Return `node` with what stands at `path` below it replaced by `new`."""
    if not path:
        return new
    (name, index), *rest = path
    siblings = getattr(node, name)
    child = _replaced(siblings[index], tuple(rest), new)
    return _with(node, {name: (*siblings[:index], child, *siblings[index + 1 :])})


def _with(node: Node, fields: Mapping[str, Any]) -> Node:
    return replace(node, **fields)


def _update(plan: Plan, node: Node, fields: Mapping[str, Any]) -> Plan:
    if node.id in SINGLES:
        return cast(Plan, _with(plan, {node.id: _with(getattr(plan, node.id), fields)}))
    path = _path(plan, node)
    return cast(Plan, _replaced(plan, path, _with(_at(plan, path), fields)))


def _moved(plan: Plan, nodes: Sequence[Node], parent: Node, first: int) -> Plan:
    """Take nodes out and put them below `parent`, the first of them as its child number `first`."""
    plan = _without(plan, {node.id for node in nodes})
    for place, node in enumerate(nodes, first):
        plan = _insert(plan, node, parent, place)
    return plan


def _insert(plan: Plan, node: Node, above: Node, index: int | None) -> Plan:
    path = _path(plan, above)
    parent = _at(plan, path)
    for name, kind in CHILDREN.get(type(parent), NO_CHILDREN).items():
        if isinstance(node, kind):
            siblings = list(getattr(parent, name))
            siblings.insert(len(siblings) if index is None else index, node)
            return _checked(cast(Plan, _replaced(plan, path, _with(parent, {name: tuple(siblings)}))), node)
    place = NAMES.get(type(parent), "tingkat teratas")
    raise EditRefused(f"{NAMES[type(node)]} tidak dapat diletakkan di bawah {place}.")


def _checked(plan: Plan, new: Node) -> Plan:
    """Return a plan into which `new` was put, if all that it refers to is there and the form has room for it."""
    if len(plan.penandatangan) > MAX_PENANDATANGAN:
        raise EditRefused(f"Formulir memuat paling banyak {MAX_PENANDATANGAN} penandatangan.")
    owed = {node.subkomponen for node in walk(new) if isinstance(node, Kontribusi)}
    if any(_below(plan, line, SubKomponen) is None for line in owed):
        raise EditRefused("Sub Komponen yang membiayai sudah tidak ada di rencana ini.")
    return plan


def _without(plan: Plan, ids: set[Id]) -> Plan:
    return cast(Plan, _pruned(plan, ids)) if ids else plan


def _orphans(plan: Plan, gone: set[Id]) -> set[Id]:
    """Return the ids of what names one of these nodes, or one that goes with them."""
    naming = {node.id: getattr(node, REFERENCES[type(node)]) for node in walk(plan) if type(node) in REFERENCES}
    orphans: set[Id] = set()
    while more := {node_id for node_id, named in naming.items() if named in gone} - orphans:
        orphans, gone = orphans | more, more
    return orphans


def _pruned(node: Node, ids: set[Id]) -> Node:
    """Return `node` without the nodes of these ids, and itself where none of them is below it."""
    changed = {}
    for name in CHILDREN.get(type(node), NO_CHILDREN):
        old = getattr(node, name)
        new = tuple(_pruned(child, ids) for child in old if child.id not in ids)
        if len(new) != len(old) or any(a is not b for a, b in zip(new, old, strict=True)):
            changed[name] = new
    return _with(node, changed) if changed else node


def _copy(node: Node, *, with_kontribusi: bool) -> Node:
    fields: dict[str, Any] = {"id": new_id()}
    for name, kind in CHILDREN.get(type(node), NO_CHILDREN).items():
        keep = with_kontribusi or kind is not Kontribusi
        fields[name] = (
            tuple(_copy(child, with_kontribusi=with_kontribusi) for child in getattr(node, name)) if keep else ()
        )
    return _with(node, fields)

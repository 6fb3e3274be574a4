"""What is different between two plans, on ids and fields.

One description serves whoever follows a plan: the writer of the working copy, the row signals of the Qt models,
the comparison of two files, the merge and the revision matrix. Subtrees that both plans share are skipped
unread, so the difference made by one edit costs little however large the plan is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from renaksi_desktop.domain.fields import FIELDS
from renaksi_desktop.domain.plan import CHILDREN, NO_CHILDREN, SINGLES, Id, Node, Plan, walk


class FieldChange(NamedTuple):
    """A field of a node that both plans hold. `node` is the new one."""

    node: Node
    field: str
    old: Any
    new: Any


class ChildrenChange(NamedTuple):
    """The ids below `parent` (as it is in the new plan), in order, before and after."""

    parent: Node
    field: str
    old: tuple[Id, ...]
    new: tuple[Id, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """All differences between two plans.

    `added` and `removed` hold every single node, also those below an added or removed one. `children` has an
    entry for each parent in the new plan whose list of children is another than before; a node that moved
    between parents is in two of these lists and neither added nor removed. `renewed` are all nodes of the new
    plan that are other values than their namesakes in the old one: changed themselves, or somewhere below.
    """

    added: tuple[Node, ...] = ()
    removed: tuple[Node, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    children: tuple[ChildrenChange, ...] = ()
    renewed: tuple[Node, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.fields or self.children)


def difference(old: Plan, new: Plan) -> Difference:
    """Compare two plans; an empty (false) difference means that they are equal."""
    found = _Findings()
    for name in SINGLES:
        found.compare(getattr(old, name), getattr(new, name))
    found.compare(old, new)
    found.match_moved()
    return Difference(
        added=tuple(node for key, node in found.came.items() if key not in found.gone),
        removed=tuple(node for key, node in found.gone.items() if key not in found.came),
        fields=tuple(found.fields),
        children=tuple(found.children),
        renewed=tuple(found.renewed),
    )


@dataclass(slots=True)
class _Findings:
    # By type as well: a foreign file may use an id for another type of node than ours does.
    gone: dict[tuple[type[Node], Id], Node] = field(default_factory=dict)
    came: dict[tuple[type[Node], Id], Node] = field(default_factory=dict)
    fields: list[FieldChange] = field(default_factory=list)
    children: list[ChildrenChange] = field(default_factory=list)
    renewed: list[Node] = field(default_factory=list)

    def compare(self, before: Node, after: Node) -> None:
        """Compare a node that stands below the same parent in both plans, and all below it."""
        if before is after:
            return
        self._own(before, after)
        for name in CHILDREN.get(type(after), NO_CHILDREN):
            old, new = getattr(before, name), getattr(after, name)
            if old is not new:
                self._lists(old, new)

    def match_moved(self) -> None:
        """Compare what left one parent and came to another; list the children of what is wholly new."""
        for key, node in self.came.items():
            self._own(self.gone.get(key), node)

    def _own(self, before: Node | None, after: Node) -> None:
        """Note differences in a node's own fields and in the list of its children, without descending."""
        if before is not None:
            self.renewed.append(after)
            for name in FIELDS.get(type(after), ()):
                old, new = getattr(before, name), getattr(after, name)
                if old is not new and old != new:
                    self.fields.append(FieldChange(after, name, old, new))
        for name in CHILDREN.get(type(after), NO_CHILDREN):
            ids = _ids(getattr(before, name)) if before is not None else ()
            if ids != (new_ids := _ids(getattr(after, name))):
                self.children.append(ChildrenChange(after, name, ids, new_ids))

    def _lists(self, old: tuple[Node, ...], new: tuple[Node, ...]) -> None:
        left = {node.id: node for node in old}
        for node in new:
            if (same := left.pop(node.id, None)) is not None:
                self.compare(same, node)
            else:
                self.came.update(((type(below), below.id), below) for below in walk(node))
        for node in left.values():
            self.gone.update(((type(below), below.id), below) for below in walk(node))


def _ids(nodes: tuple[Node, ...]) -> tuple[Id, ...]:
    return tuple(node.id for node in nodes)


class RowStep(NamedTuple):
    """Remove rows first..last, or insert rows that then stand at first..last."""

    insert: bool
    first: int
    last: int


def row_steps(old: Sequence[str], new: Sequence[str]) -> Iterator[RowStep]:
    """Yield the steps that turn the list of keys `old` into `new`, in the order in which to do them.

    Removals come first, from the back; then insertions, from the front, each of the keys that stand at those
    places in `new`. As many rows as possible stay untouched, so that a view keeps its selection and editor.
    """
    if [*old] == [*new]:
        return
    kept = _longest_common_order(old, new)
    yield from _runs([row for row, key in enumerate(old) if key not in kept], insert=False)
    yield from _runs([row for row, key in enumerate(new) if key not in kept], insert=True)


def _runs(rows: list[int], *, insert: bool) -> Iterator[RowStep]:
    """Join neighbouring rows to one step each; removals last run first, so that earlier rows keep their place."""
    runs = [[row for _, row in run] for _, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0])]
    for run in runs if insert else reversed(runs):
        yield RowStep(insert, run[0], run[-1])


def _longest_common_order(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """Return a largest set of keys that stand in the same order in both lists."""
    if old == new:
        return set(old)
    place = {key: row for row, key in enumerate(new)}
    ends: list[int] = []  # ends[n]: the smallest place at which a run of n + 1 keys can end
    tails: list[str] = []
    before: dict[str, str | None] = {}
    for key in old:
        if (row := place.get(key)) is None:
            continue
        length = bisect_left(ends, row)
        before[key] = tails[length - 1] if length else None
        ends[length:] = [row, *ends[length + 1 :]]
        tails[length:] = [key, *tails[length + 1 :]]
    kept, key_or_none = set(), tails[-1] if tails else None
    while key_or_none is not None:
        kept.add(key_or_none)
        key_or_none = before[key_or_none]
    return kept

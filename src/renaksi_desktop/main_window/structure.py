"""The commands that add, remove, copy and order the parts of a plan, applied to what is in focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QObject, Signal

from renaksi_desktop.domain import edits, kode
from renaksi_desktop.domain.kode import Coded
from renaksi_desktop.domain.plan import (
    RO,
    Id,
    Indikator,
    Komponen,
    Kontribusi,
    Node,
    Plan,
    Sasaran,
    SubKomponen,
    new_id,
)
from renaksi_desktop.models.session import PlanSession

_PARENTS: dict[type[Coded], type[Node]] = {
    Sasaran: Plan,
    Indikator: Sasaran,
    RO: Plan,
    Komponen: RO,
    SubKomponen: Komponen,
}
_CODED = (RO, Komponen, SubKomponen, Sasaran, Indikator)


class Structure(QObject):
    """Each command does nothing where what is in focus does not suit it; `parts` and `can_add` say so before."""

    added = Signal(str)
    """A node was added, by id, and is in focus; it wants its text next."""

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def parts(self) -> tuple[Node, ...]:
        """Return what is in focus, if it is a part of the plan that these commands work on."""
        return tuple(node for node in self._session.focused() if isinstance(node, (*_CODED, Kontribusi)))

    def coded(self) -> Coded | None:
        """Return what is in focus, if it is one part that has a kode."""
        nodes = self.parts()
        return nodes[0] if len(nodes) == 1 and isinstance(nodes[0], _CODED) else None

    def can_add(self, kind: type[Coded]) -> bool:
        return self._parent_for(kind) is not None

    def add(self, kind: type[Coded]) -> None:
        """Add an empty node with the next kode, behind the one of its type that is in focus, or last."""
        parent = self._parent_for(kind)
        if parent is None:
            return
        siblings = self._session.index.below(parent, kind)
        before = self._session.focus(kind)
        place = siblings.index(before) + 1 if before in siblings else len(siblings)
        node = kind(new_id(), kode.following(siblings, kind, place))
        if self._session.apply(edits.add(node, parent, place)):
            self._session.select(node.id)
            self.added.emit(node.id)

    def remove(self) -> None:
        nodes = self.parts()
        if nodes:
            after = self._neighbour(nodes)
            self._session.apply(edits.remove(*nodes))
            self._session.select(after)

    def duplicate(self) -> None:
        node = self.coded()
        if node is not None:
            self._session.apply(edits.duplicate(node))

    def shift(self, step: int) -> None:
        """Move what is in focus one place up (-1) or down (1)."""
        nodes = self.parts()
        if len(nodes) == 1:
            self._session.apply(edits.shift(nodes[0], step))
            self._session.select(nodes[0].id)

    def renumber(self) -> None:
        """Renumber what is in focus together with its siblings."""
        node = self.coded()
        if node is not None:
            siblings = cast(Sequence[Coded], self._session.index.siblings(node))
            self._session.apply(edits.renumber(siblings))

    def _parent_for(self, kind: type[Coded]) -> Node | None:
        above = _PARENTS[kind]
        return self._session.plan if above is Plan else self._session.focus(above)

    def _neighbour(self, nodes: Sequence[Node]) -> Id:
        """Return the id of what comes into focus once these siblings are gone."""
        index = self._session.index
        gone = {node.id for node in nodes}
        siblings = [node.id for node in index.siblings(nodes[0])]
        first = siblings.index(nodes[0].id)
        left = siblings[:first][-1:] + [node_id for node_id in siblings[first:] if node_id not in gone]
        parent = index.parent(nodes[0].id) or self._session.plan
        return left[0] if left else parent.id

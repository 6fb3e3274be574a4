"""The commands that add, remove, copy and order the parts of a plan, applied to what is in focus."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from renaksi_desktop.domain import edits, kode, wording
from renaksi_desktop.domain.kode import Coded
from renaksi_desktop.domain.outline import group_of
from renaksi_desktop.domain.plan import (
    RO,
    Indikator,
    Komponen,
    Kontribusi,
    Node,
    Sasaran,
    SubKomponen,
    below,
    new_id,
)
from renaksi_desktop.domain.structure import Spot, next_to, spot_for
from renaksi_desktop.models.session import PlanSession

_CODED = (RO, Komponen, SubKomponen, Sasaran, Indikator)


class Structure(QObject):
    """Each command does nothing where what is in focus does not suit it; `parts` and `can_add` say so before."""

    added = Signal(str)
    """A node was added, by id, and is in focus; it wants its text next."""
    removed = Signal(str)
    """Something was taken out, with the sentence that says what."""
    told = Signal(str)
    """Something was done that may not be in view, with the sentence that says what."""

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
        return self._spot(kind) is not None

    def add(self, kind: type[Coded]) -> None:
        """Add an empty node with the next kode, behind the one of its type that is in focus, or last."""
        spot = self._spot(kind)
        if spot is not None:
            siblings = below(spot.parent, kind)
            node = kind(new_id(), kode.following(siblings, kind, spot.place))
            if self._session.apply(edits.add(node, *spot)):
                self._begin(node)

    def remove(self) -> None:
        """Take out all that is in focus, and say what that was: it can be undone, so nothing is asked."""
        nodes, before = self.parts(), self._session.index
        if nodes and self._session.apply(edits.remove(*nodes)):
            self._session.select(next_to(before, nodes))
            told = wording.removal(nodes, before, self._session.index)
            self.removed.emit(self.tr("Dihapus: {}.").format(told))

    def duplicate(self, *, with_kontribusi: bool = True) -> None:
        """Put a copy behind what is in focus."""
        node = self.coded()
        if node is not None and self._session.apply(edits.duplicate(node, with_kontribusi=with_kontribusi)):
            siblings = self._session.index.siblings(node)
            self._begin(siblings[siblings.index(node) + 1])

    def shift(self, step: int) -> None:
        """Move what is in focus one place up (-1) or down (1)."""
        nodes = self.parts()
        if len(nodes) == 1:
            self._session.apply(edits.shift(nodes[0], step))
            self._session.select(nodes[0].id)

    def renumber(self) -> None:
        """Renumber what is in focus together with its siblings, and say how many have another kode now."""
        node = self.coded()
        if node is None:
            return
        siblings = self._session.index.siblings(node)
        moved = sum(old.kode != new for old, new in zip(siblings, kode.consecutive(siblings), strict=True))
        if self._session.apply(edits.renumber(siblings)):
            done = self.tr("{} kode dinomori ulang.").format(moved)
            self.told.emit(done if moved else self.tr("Kode sudah berurutan."))

    def _begin(self, node: Node) -> None:
        """Put a new node in focus, to be given its text."""
        self._session.select(node.id)
        self.added.emit(node.id)

    def _spot(self, kind: type[Coded]) -> Spot | None:
        return spot_for(self._session.index, kind, group_of(self._session.current)[0])

"""Every node of one plan by its id, and what it stands below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Self, cast

from renaksi_desktop.domain.difference import Difference
from renaksi_desktop.domain.plan import Id, Kontribusi, Node, NodeT, Plan, below, children


class Index:
    """Look-ups by id over one plan."""

    def __init__(self, nodes: dict[Id, Node], parents: dict[Id, Id]) -> None:
        self.nodes: Final = nodes
        self._parents: Final = parents

    @classmethod
    def of(cls, plan: Plan) -> Self:
        """Make the index of a plan by walking all of it."""
        nodes: dict[Id, Node] = {plan.id: plan}
        parents: dict[Id, Id] = {}
        level: list[Node] = [plan]
        for parent in level:
            for child in children(parent):
                nodes[child.id], parents[child.id] = child, parent.id
                level.append(child)
        return cls(nodes, parents)

    def after(self, difference: Difference) -> Index:
        """Return the index of the plan to which `difference` leads, without walking what stayed the same."""
        nodes, parents = dict(self.nodes), self._parents
        for node in difference.removed:
            del nodes[node.id]
        nodes.update((node.id, node) for node in (*difference.renewed, *difference.added))
        if difference.children:
            parents = {node_id: parent for node_id, parent in parents.items() if node_id in nodes}
            for change in difference.children:
                parents.update(dict.fromkeys(change.new, change.parent.id))
        return Index(nodes, parents)

    @property
    def plan(self) -> Plan:
        """The plan of which this is the index."""
        return cast(Plan, self.nodes[Plan.id])

    def get(self, node_id: Id, kind: type[NodeT]) -> NodeT | None:
        """Return the node with this id if it is there and of this type."""
        node = self.nodes.get(node_id)
        return node if isinstance(node, kind) else None

    def parent(self, node_id: Id) -> Node | None:
        """Return what a node stands below; None for the plan itself, and for an id that is not there."""
        return self.nodes.get(self._parents.get(node_id, ""))

    def above(self, node_id: Id, kind: type[NodeT]) -> NodeT | None:
        """Return the nearest node of this type among a node and what it stands below."""
        for node in self.upwards(node_id):
            if isinstance(node, kind):
                return node
        return None

    def upwards(self, node_id: Id) -> Iterator[Node]:
        """Yield a node and all that it stands below, the plan last; nothing for an id that is not there."""
        node = self.nodes.get(node_id)
        while node is not None:
            yield node
            node = self.parent(node.id)

    def touched(self, difference: Difference) -> set[Id]:
        """Return the ids of all nodes that look different after a difference that led to this plan.

        Those are the changed ones, what they stand below, and the budget lines whose remainder moved.
        """
        moved = (*difference.added, *difference.removed, *difference.renewed)
        lines = {node.subkomponen for node in moved if isinstance(node, Kontribusi)}
        above_lines = (node.id for line in lines for node in self.upwards(line))
        return {*(node.id for node in difference.renewed), *above_lines}

    def siblings(self, node: NodeT) -> tuple[NodeT, ...]:
        """Return the children of `node`'s parent that are of its type, itself among them."""
        parent = self.parent(node.id)
        return () if parent is None else below(parent, type(node))

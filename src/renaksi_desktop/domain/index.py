"""Every node of one plan by its id, with its parent."""

from __future__ import annotations

from typing import Final, TypeVar

from renaksi_desktop.domain.plan import CHILDREN, Id, Node, Plan, children

NodeT = TypeVar("NodeT", bound=Node)


class Index:
    """Look-ups by id over one plan, made once for it."""

    def __init__(self, plan: Plan) -> None:
        self.nodes: Final[dict[Id, Node]] = {plan.id: plan}
        self.parents: Final[dict[Id, Node]] = {}
        parents: list[Node] = [plan]
        for parent in parents:
            for child in children(parent):
                self.nodes[child.id] = child
                self.parents[child.id] = parent
                parents.append(child)

    def get(self, node_id: Id, kind: type[NodeT]) -> NodeT | None:
        """Return the node with this id if it is there and of this type."""
        node = self.nodes.get(node_id)
        return node if isinstance(node, kind) else None

    def above(self, node_id: Id, kind: type[NodeT]) -> NodeT | None:
        """Return the nearest node of this type among a node and what it stands below."""
        node = self.nodes.get(node_id)
        while node is not None and not isinstance(node, kind):
            node = self.parents.get(node.id)
        return node

    def siblings(self, node: Node) -> tuple[Node, ...]:
        """Return the children of `node`'s parent that are of its type, itself among them."""
        return self.below(self.parents[node.id], type(node))

    @staticmethod
    def below(parent: Node, kind: type[NodeT]) -> tuple[NodeT, ...]:
        """Return the children of `parent` that are of this type."""
        names = [name for name, child in CHILDREN.get(type(parent), {}).items() if child is kind]
        return tuple(child for name in names for child in getattr(parent, name))

"""Values of cells as the fields of a plan, with what did not fit listed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, Generic, TypeVar

from renaksi_desktop.domain import entry
from renaksi_desktop.domain.errors import EntryRefused
from renaksi_desktop.domain.kode import Coded
from renaksi_desktop.domain.plan import Node
from renaksi_desktop.spreadsheets.form.found import Found, Line
from renaksi_desktop.spreadsheets.form.shapes import coded, typed
from renaksi_desktop.spreadsheets.sheet import Problem

CodedT = TypeVar("CodedT", bound=Coded)


class Taking:
    """Reads values, and collects the problems of those that could not be read."""

    def __init__(self) -> None:
        self.problems: Final[list[Problem]] = []

    def field(self, node: Node, name: str, found: Found | None) -> Any:
        """Return what a cell means for a field of a node; where it is bad or missing, what the node has."""
        if found is None:
            return getattr(node, name)
        return self._parsed(node, name, typed(found.value), found.line, found.column)

    def text(self, node: Node, name: str, text: str, line: Line) -> Any:
        """Return what a text of a row means for a field of a node."""
        return self._parsed(node, name, text, line, 0)

    def named(self, node: Coded, text: str, line: Line) -> dict[str, Any]:
        """Return the fields of a node whose kode and name are in a text "kode - nama"."""
        own, name = coded(type(node), text)
        second = "nama" if hasattr(node, "nama") else "uraian"
        return {"kode": self.text(node, "kode", own, line), second: self.text(node, second, name, line)}

    def _parsed(self, node: Node, name: str, text: str, line: Line, column: int) -> Any:
        try:
            return entry.parse_field(node, name, text)
        except EntryRefused as reason:
            self.problems.append(line.problem(str(reason), column))
            return getattr(node, name)


class Known(Generic[CodedT]):
    """The nodes of a plan that is there already, each found once: by its kode, or by its name if it has none."""

    def __init__(self, nodes: Iterable[CodedT]) -> None:
        self._nodes: Final = [*nodes]

    def pop(self, kind: type[CodedT], text: str) -> CodedT | None:
        """Return the node that a text "kode - nama" means, and none the next time."""
        own, name = coded(kind, text)  # type: ignore[arg-type]
        for node in self._nodes:
            if node.kode == own and (own or _name(node) == name):
                self._nodes.remove(node)
                return node
        return None


def _name(node: Coded) -> str:
    return node.uraian if hasattr(node, "uraian") else node.nama

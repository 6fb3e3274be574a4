"""A plan to JSON: every id, no default, the same bytes for the same plan."""

from __future__ import annotations

from typing import Any

from renaksi_desktop.domain.fields import Plain
from renaksi_desktop.domain.plan import CHILDREN, NO_CHILDREN, Node, Plan
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.interchange import layout
from renaksi_desktop.interchange.syntax import text


def write_json(plan: Plan) -> bytes:
    """Return the plan as UTF-8 JSON in the format of docs/format-json.md; `read_json` gives an equal plan.

    A Kontribusi below zero, which the checks call an error, is written as it is; reading refuses it.
    """
    writer = _Writer(plan)
    dokumen = writer.fields(plan.dokumen)
    dokumen["penandatangan"] = writer.nodes(plan.penandatangan)
    if cetak := writer.fields(plan.cetak):
        dokumen["cetak"] = cetak
    whole: dict[str, Plain] = {
        "format": layout.FORMAT,
        "versi": layout.VERSION,
        "dokumen": dokumen,
        "anggaran": writer.nodes(plan.anggaran),
        "sasaran": writer.nodes(plan.sasaran),
    }
    if plan.pengecualian:
        whole["pengecualian"] = writer.nodes(plan.pengecualian)
    return text(whole).encode()


class _Writer:
    def __init__(self, plan: Plan) -> None:
        self._kinds = layout.kinds(Totals(plan).lines)

    def nodes(self, nodes: tuple[Node, ...]) -> list[Plain]:
        return [{"id": node.id} | self.fields(node) for node in nodes]

    def fields(self, node: Node) -> dict[str, Plain]:
        """Return what must be there, then what is below, then what differs from its default."""
        kind, children = type(node), CHILDREN.get(type(node), NO_CHILDREN)
        plain: dict[str, Plain] = {}
        for name in layout.REQUIRED[kind]:
            value: Any = getattr(node, name)
            plain[name] = self.nodes(value) if name in children else self._kinds[kind][name].plain(value)
        for name, default in layout.DEFAULTS[kind].items():
            if (value := getattr(node, name)) != default:
                plain[name] = self._kinds[kind][name].plain(value)
        return plain

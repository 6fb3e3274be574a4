"""The texts of a plan that are printed on the form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi_desktop.domain.fields import FIELDS, Text
from renaksi_desktop.domain.plan import Cantuman, Cetak, Indikator, Node, Plan, walk

_TEXTS: Final[dict[type[Node], tuple[str, ...]]] = {
    kind: tuple(
        name for name, field in fields.items() if isinstance(field.kind, Text) and name != "penanggung_jawab"
    )
    for kind, fields in FIELDS.items()
    if kind is not Cetak
}


def printed(plan: Plan) -> Iterator[str]:
    """Yield what the officer wrote and the form shows; numbers, dates, choices and anchors are not texts."""
    if Cantuman.TTE in plan.cetak.cantuman:
        yield plan.cetak.kalimat_tte
    for node in walk(plan):
        for name in _TEXTS.get(type(node), ()):
            yield getattr(node, name)
        if isinstance(node, Indikator):
            yield from (value for value in (*node.target, node.target_tahunan) if isinstance(value, str))

"""A plan made from an earlier one: last year's, or that of another unit."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace
from enum import Enum, auto
from typing import Any, Final, TypeAlias, cast

from renaksi_desktop.domain.plan import (
    CHILDREN,
    NO_CHILDREN,
    SINGLES,
    Dokumen,
    Id,
    Indikator,
    Kontribusi,
    Node,
    Plan,
    SubKomponen,
    new_id,
    walk,
)


class Part(Enum):
    """What of the earlier plan is taken over only by choice."""

    TARGET = auto()
    """The monthly targets and the target tahunan."""
    ANGGARAN = auto()
    """All rupiah: the Anggaran of each SubKomponen, each Kontribusi, the Pagu."""
    UNIT = auto()
    """What belongs to one unit: its name, the place, who signs and who answers for an Indikator."""


_FIELDS: Final[dict[Part, dict[type[Node], tuple[str, ...]]]] = {
    Part.TARGET: {Indikator: ("target", "target_tahunan")},
    Part.ANGGARAN: {Dokumen: ("pagu",), SubKomponen: ("anggaran",), Kontribusi: ("jumlah",)},
    Part.UNIT: {
        Plan: ("penandatangan",),
        Dokumen: ("unit_kerja", "tempat"),
        Indikator: ("penanggung_jawab",),
    },
}
_FIXED: Final = (Plan.id, *SINGLES)
"""Ids that are the same in every plan."""

_Changes: TypeAlias = dict[type[Node], dict[str, Any]]


def renewed(plan: Plan, tahun: int, kept: Collection[Part] = ()) -> Plan:
    """Return a plan of another year with the structure, the names and the budget lines of `plan`.

    Of each part that is not `kept` every field is as in a new plan; a Kontribusi stays, with 0 rupiah, so that
    it is still known which line pays for what. No date and no revision is taken over, and no id, since this is
    another document.
    """
    changes: _Changes = {Dokumen: {"tahun": tahun, "tanggal": None, "revisi": None}}
    for part in set(Part).difference(kept):
        for kind, names in _FIELDS[part].items():
            blank = {field.name: field.default for field in fields(kind) if field.name in names}
            changes.setdefault(kind, {}).update(blank)
    ids = {node.id: new_id() for node in walk(plan) if node.id not in _FIXED}
    return cast(Plan, _renewed(plan, changes, ids))


def _renewed(node: Node, changes: _Changes, ids: dict[Id, Id]) -> Node:
    new = dict(changes.get(type(node), {}))
    for name in CHILDREN.get(type(node), NO_CHILDREN):
        new.setdefault(name, tuple(_renewed(child, changes, ids) for child in getattr(node, name)))
    if isinstance(node, Plan):
        new |= {name: _renewed(getattr(node, name), changes, ids) for name in SINGLES}
    if isinstance(node, Kontribusi):
        new["subkomponen"] = ids[node.subkomponen]
    if node.id in ids:
        new["id"] = ids[node.id]
    return replace(node, **new)

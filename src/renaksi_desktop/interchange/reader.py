"""JSON to a plan: nothing is guessed, and what does not fit is refused with its place."""

from __future__ import annotations

from typing import Any, Final

from renaksi_desktop.domain.fields import MAX_NODES, MAX_PENANDATANGAN, Uuid, Whole
from renaksi_desktop.domain.plan import (
    CHILDREN,
    NO_CHILDREN,
    RO,
    Cetak,
    Dokumen,
    Id,
    Node,
    Penandatangan,
    Pengecualian,
    Plan,
    Sasaran,
    new_id,
)
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.interchange import layout
from renaksi_desktop.interchange.syntax import Item, parse

_UUID: Final = Uuid()
_TOP: Final = ("format", "versi", "dokumen", "anggaran", "sasaran")
_ANY_VERSION: Final = Whole(1, 999)
_EMPTY: Final = Item(())
_NOTHING: Final = Item([])


def read_json(data: bytes) -> Plan:
    """Return the plan in `data`; ids that are there are kept, the missing ones are made.

    Raises:
        JsonRefused: not JSON, or not a plan in the format of docs/format-json.md.
    """
    top = _current_version(parse(data)).members(_TOP, ["pengecualian"])
    dokumen = top["dokumen"].members(
        [*layout.REQUIRED[Dokumen], "penandatangan"], [*layout.DEFAULTS[Dokumen], "cetak"]
    )
    reader = _Reader()
    signatories = reader.nodes(Penandatangan, dokumen.pop("penandatangan"), MAX_PENANDATANGAN)
    cetak = dokumen.pop("cetak", _EMPTY).members((), layout.DEFAULTS[Cetak])
    anggaran = reader.nodes(RO, top["anggaran"])
    reader.kinds = layout.kinds(Totals(Plan(anggaran=anggaran)).lines)
    sasaran = reader.nodes(Sasaran, top["sasaran"])
    return Plan(
        dokumen=Dokumen(**reader.fields(Dokumen, dokumen)),
        cetak=Cetak(**reader.fields(Cetak, cetak)),
        penandatangan=signatories,
        anggaran=anggaran,
        sasaran=sasaran,
        pengecualian=reader.exceptions(top.get("pengecualian", _NOTHING)),
    )


def _current_version(top: Item) -> Item:
    """Refuse other formats and versions before their keys are judged by the rules of this one."""
    pairs = top.pairs()
    if "format" not in pairs or pairs["format"].plain != layout.FORMAT:
        raise top.refused(f'bukan rencana: "format" harus "{layout.FORMAT}"')
    if "versi" in pairs and pairs["versi"].value(_ANY_VERSION) != layout.VERSION:
        raise pairs["versi"].refused(f"program ini hanya mengenal versi {layout.VERSION}")
    return top


class _Reader:
    """Reads nodes, and sees to it that no id is there twice and that a file can hold them."""

    def __init__(self) -> None:
        self.kinds = layout.kinds({})
        self._seen: set[Id] = set()
        self._count = 0

    def nodes(self, kind: type[Node], item: Item, limit: int | None = None) -> tuple[Any, ...]:
        """Read a list of nodes of one type and all below them; there may be at most `limit`."""
        items = item.items()
        if limit is not None and len(items) > limit:
            raise item.refused(f"paling banyak {limit}")
        return tuple(self._node(kind, entry) for entry in items)

    def exceptions(self, item: Item) -> tuple[Pengecualian, ...]:
        """Read the accepted findings; all that they may be about was read before."""
        known = frozenset({Plan.id, Dokumen.id, Cetak.id, *self._seen})
        self.kinds[Pengecualian]["simpul"] = layout.Known(known)
        return self.nodes(Pengecualian, item)

    def fields(self, kind: type[Node], members: dict[str, Item]) -> dict[str, Any]:
        """Read the fields of a node that are there."""
        return {name: members[name].value(read) for name, read in self.kinds[kind].items() if name in members}

    def _node(self, kind: type[Node], item: Item) -> Node:
        self._count += 1
        if self._count > MAX_NODES:
            raise item.refused(f"rencana lebih dari {MAX_NODES} bagian")
        members = item.members(layout.REQUIRED[kind], ["id", *layout.DEFAULTS[kind]])
        fields = self.fields(kind, members) | {"id": self._id(members.get("id"))}
        for name, child in CHILDREN.get(kind, NO_CHILDREN).items():
            fields[name] = self.nodes(child, members[name])
        return kind(**fields)

    def _id(self, item: Item | None) -> Id:
        if item is None:
            return new_id()
        found: Id = item.value(_UUID)
        if found in self._seen:
            raise item.refused("id itu sudah dipakai di tempat lain")
        self._seen.add(found)
        return found

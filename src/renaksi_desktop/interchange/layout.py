"""What both directions share: the shape of each object, and how a Kontribusi names its Sub Komponen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from renaksi_desktop.domain.fields import FIELDS, RUPIAH, Kind, Plain
from renaksi_desktop.domain.plan import (
    CHILDREN,
    NO_CHILDREN,
    Cetak,
    Dokumen,
    Id,
    Indikator,
    Kontribusi,
    Node,
    Penandatangan,
    Pengecualian,
)
from renaksi_desktop.domain.totals import BudgetLine

FORMAT: Final = "renaksi"
VERSION: Final = 1

_OPTIONAL: Final[dict[type[Node], frozenset[str]]] = {
    Dokumen: frozenset({"revisi", "pagu", "catatan", "tempat", "tanggal"}),
    Cetak: frozenset(FIELDS[Cetak]),
    Penandatangan: frozenset({"peran", "awalan", "nip", "pangkat"}),
    Pengecualian: frozenset({"isian", "bulan", "data"}),
    Indikator: frozenset({"satuan", "jenis_target", "polaritas", "target_tahunan", "penanggung_jawab"}),
}
_NONE: Final = frozenset[str]()

REQUIRED: Final[dict[type[Node], tuple[str, ...]]] = {
    kind: (
        *(name for name in table if name not in _OPTIONAL.get(kind, _NONE)),
        *CHILDREN.get(kind, NO_CHILDREN),
    )
    for kind, table in FIELDS.items()
}
"""The keys that every object of a type has, in the order of writing: fields, then children."""

DEFAULTS: Final[dict[type[Node], dict[str, Any]]] = {
    kind: {field.name: field.default for field in fields(kind) if field.name in _OPTIONAL.get(kind, _NONE)}
    for kind in FIELDS
}
"""The keys that may be absent, in the order of writing, each with the value that is not written."""


class Reference:
    """A Sub Komponen, named by its path of codes ("DR.3165.QIA.002/055/A").

    Where two lines of the budget have the same path, each is named by its id, so that any plan can be written.
    """

    def __init__(self, lines: Mapping[Id, BudgetLine]) -> None:
        often = Counter(line.kode for line in lines.values())
        self._names = {id_: line.kode if often[line.kode] == 1 else id_ for id_, line in lines.items()}
        self._ids = {name: id_ for id_, name in self._names.items()} | {id_: id_ for id_ in lines}
        self._ambiguous = {kode for kode, times in often.items() if times > 1}

    def read(self, plain: Plain) -> Id:
        if not isinstance(plain, str):
            raise ValueError("harus berupa teks")
        if plain in self._ambiguous:
            raise ValueError("jalur kode itu milik lebih dari satu Sub Komponen; tulis id-nya")
        if plain not in self._ids:
            raise ValueError("Sub Komponen itu tidak ada dalam daftar anggaran")
        return self._ids[plain]

    def plain(self, value: Id) -> Plain:
        return self._names[value]


@dataclass(frozen=True, slots=True)
class Known:
    """The id of a part of the plan, one of `ids`."""

    ids: Collection[Id]

    def read(self, plain: Plain) -> Id:
        if not isinstance(plain, str) or plain not in self.ids:
            raise ValueError("bagian itu tidak ada dalam rencana")
        return plain

    def plain(self, value: Id) -> Plain:
        return value


def kinds(lines: Mapping[Id, BudgetLine]) -> dict[type[Node], dict[str, Kind]]:
    """Return the kind of every field in JSON, for a plan with these lines of budget."""
    own: dict[type[Node], dict[str, Kind]] = {
        node: {name: field.kind for name, field in table.items()} for node, table in FIELDS.items()
    }
    own[Kontribusi] = {"subkomponen": Reference(lines), "jumlah": RUPIAH}
    return own

"""The sheet Dokumen of the kertas kerja: one row for each particular of the plan and of how it is printed."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final, NamedTuple

from renaksi_desktop.domain.fields import FIELDS, Choice, Choices, Kind, Tanggal, Whole
from renaksi_desktop.domain.plan import Cantuman, Cetak, Dokumen, Kolom, Plan
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.domain.wording import spoken
from renaksi_desktop.spreadsheets.kertas_kerja.tables import capital

SHEET: Final = "Dokumen"
PART, NAME, CONTENT, NOTE = TITLES = ("Bagian", "Isian", "Isi", "Keterangan")
YES, NO = ANSWERS = ("ya", "tidak")

_TICKED: Final[dict[type[StrEnum], str]] = {Kolom: "Kolom", Cantuman: "Cantumkan"}
"""What stands before each word of what is chosen one by one."""


class Particular(NamedTuple):
    """A row: the field of which node it holds, or whether `word` is among the words of that field."""

    part: str
    name: str
    node: type[Dokumen | Cetak]
    field: str
    word: StrEnum | None = None

    @property
    def kind(self) -> Kind:
        """The kind of the field's values."""
        return FIELDS[self.node][self.field].kind

    def value(self, plan: Plan) -> Any:
        """Return what the field holds in a plan."""
        return getattr(getattr(plan, self.node.id), self.field)

    @property
    def answers(self) -> tuple[str, ...]:
        """What can be chosen, where something is."""
        if self.word is not None:
            return ANSWERS
        return tuple(map(spoken, self.kind.enum)) if isinstance(self.kind, Choice) else ()

    @property
    def note(self) -> str:
        """What may stand there, where the name does not say it."""
        kind = self.kind
        if self.word is not None:
            return " atau ".join(ANSWERS)
        if isinstance(kind, Tanggal):
            return "misalnya 29 Agustus 2025"
        if isinstance(kind, Whole):
            unit = f" {kind.unit}" if kind.unit else ""
            bounds = "rupiah" if kind.rupiah else f"{kind.low} sampai {kind.high}{unit}"
            return f"{bounds}, boleh kosong" if kind.optional else bounds
        return "pilih dari daftar" if isinstance(kind, Choice) else ""


def _of(part: str, node: type[Dokumen | Cetak]) -> list[Particular]:
    rows: list[Particular] = []
    for name, field in FIELDS[node].items():
        if isinstance(field.kind, Choices):
            before = _TICKED[field.kind.enum]
            rows += [Particular(part, f"{before} {spoken(word)}", node, name, word) for word in field.kind.enum]
        else:
            rows.append(Particular(part, capital(field.label), node, name))
    return rows


PARTICULARS: Final = (*_of("Dokumen", Dokumen), *_of("Pengaturan cetak", Cetak))


class Sum(NamedTuple):
    """A row that is calculated, in rupiah: see `columns.Column`."""

    name: str
    formula: str
    derive: Callable[[Totals], int]


SUMS: Final = (
    Sum("Total Kontribusi", "SUM(Kontribusi[Kontribusi])", lambda totals: totals.total),
    Sum("Anggaran semua Sub Komponen", "SUM(Anggaran[Anggaran])", lambda totals: totals.budget),
    Sum(
        "Selisih keduanya",
        "SUM(Anggaran[Anggaran])-SUM(Kontribusi[Kontribusi])",
        lambda totals: totals.budget - totals.total,
    ),
)
SUMS_PART: Final = "Jumlah"

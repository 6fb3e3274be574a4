"""What a reader is told of the words that can be chosen, and of fields that need an example: one line each."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from renaksi_desktop.domain.plan import JenisTarget, Node, Penandatangan, Polaritas

EXPLANATIONS: Final[Mapping[type[StrEnum], Mapping[Any, str]]] = {
    JenisTarget: {
        JenisTarget.KONSTAN: "Sama setiap bulan. Triwulan: nilai yang sama.",
        JenisTarget.KUMULATIF: "Jumlah sampai bulan itu, tidak pernah turun. Triwulan: bulan terakhirnya.",
        JenisTarget.NON_KUMULATIF: "Tiap bulan sendiri, jumlahnya target tahunan. Triwulan: jumlah tiga bulannya.",
        JenisTarget.PROGRES: "B01–B11 persen kemajuan, B12 target tahunan. Triwulan: bulan terakhirnya.",
        JenisTarget.AKHIR_TAHUN: "Hanya B12 yang terisi. Triwulan: hanya triwulan IV.",
        JenisTarget.BERKALA: "Hanya B03, B06, B09, dan B12 yang terisi. Triwulan: bulan terakhirnya.",
        JenisTarget.KUALITATIF: "Berupa teks, misalnya WTP. Triwulan: bulan terakhirnya.",
    },
    Polaritas: {
        Polaritas.MAKSIMUM: "Makin besar makin baik.",
        Polaritas.MINIMUM: "Makin kecil makin baik; target kumulatif tidak boleh naik.",
        Polaritas.STABIL: "Bertahan pada nilai tertentu.",
    },
}
"""For each enumeration that needs it, what its words mean."""


EXAMPLES: Final[Mapping[type[Node], Mapping[str, str]]] = {
    Penandatangan: {"peran": "Mengetahui, Pihak Kedua", "awalan": "Plt., Plh., a.n."},
}
"""For fields whose name alone does not tell, what is written there."""


def explained(word: StrEnum) -> str:
    """Return the explanation of a word, or the empty text where it needs none."""
    return EXPLANATIONS.get(type(word), {}).get(word, "")

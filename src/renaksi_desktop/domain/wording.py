"""What a finding says to a reader: one Indonesian sentence, and the place it is about."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Final

from renaksi_desktop.domain.bulan import label
from renaksi_desktop.domain.fields import NAMES, clean
from renaksi_desktop.domain.findings import Code, Datum, Finding, Place
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.plan import (
    SINGLES,
    Cantuman,
    Gaya,
    JenisTarget,
    Kolom,
    Node,
    Pengecualian,
    Periode,
    Plan,
    below,
)
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.target import format_target

_LONGEST: Final = 80
"""Characters of one name within a sentence."""

_MOST_NAMED: Final = 8
"""Characters that one sentence names one by one."""

_VALUE: Final = re.compile(r"\{\d\}")

SENTENCES: Final[dict[Code, str]] = {
    Code.KONTRIBUSI_NEGATIF: "Kontribusi {0} kurang dari nol.",
    Code.KONTRIBUSI_BERLEBIH: "Kontribusi {0} melebihi Anggaran Sub Komponen, yaitu {1}.",
    Code.KONTRIBUSI_GANDA: "Sub Komponen {0} sudah tercantum pada Indikator ini.",
    Code.PEMBAGIAN_BERLEBIH: "Jumlah Kontribusi {0} melebihi Anggaran {1}, kelebihan {2}.",
    Code.PEMBAGIAN_BERSISA: "Anggaran {0} belum habis dibagi, sisa {1}.",
    Code.TOTAL_BUKAN_PAGU: "Total Kontribusi {0} berbeda dari Pagu {1}, selisih {2}.",
    Code.TANPA_ANGGARAN: "Indikator belum mempunyai Anggaran.",
    Code.KODE_SALAH_BENTUK: "Kode “{0}” tidak sesuai bentuknya, contoh yang benar: {1}.",
    Code.KODE_GANDA: "Kode {0} dipakai lebih dari sekali.",
    Code.KODE_DUA_NAMA: "Kode {0} sudah dipakai dengan nama lain: “{1}”.",
    Code.NOMOR_MELOMPAT: "Penomoran melompat, {0} tidak ada.",
    Code.KRO_TIDAK_DIKENAL: "KRO {0} tidak ada dalam daftar referensi.",
    Code.ISIAN_KOSONG: "Isian {0} masih kosong.",
    Code.PENANDATANGAN_KOSONG: "Penandatangan belum ada.",
    Code.NIP_TIDAK_DICETAK: "NIP terisi, tetapi tidak dicetak; pilih NIP pada pengaturan halaman bila diperlukan.",
    Code.DRAF_DITANDATANGANI: "Tanda air DRAF dan tanda tangan elektronik dipilih bersama.",
    Code.JANGKAR_KURANG: "Penandatangan ke-{0} belum mempunyai karakter jangkar untuk tanda tangan elektronik.",
    Code.JANGKAR_GANDA: "Karakter jangkar “{0}” juga tercetak di tempat lain, yaitu pada “{1}”.",
    Code.JANGKAR_TIDAK_COCOK: "Karakter “{0}” tidak cocok sebagai jangkar; pilih lambang seperti # atau ^.",
    Code.B12_KOSONG: "Target B12 masih kosong.",
    Code.B12_BUKAN_TAHUNAN: "Target B12 {0} berbeda dari target tahunan {1}.",
    Code.JUMLAH_BUKAN_TAHUNAN: "Jumlah target bulanan {0} berbeda dari target tahunan {1}.",
    Code.BULAN_KOSONG: "Target {0} masih kosong.",
    Code.BULAN_LUAR_JADWAL: "Target {0} terisi, padahal jenis target {1} tidak memakai bulan itu.",
    Code.TARGET_BERUBAH: "Target berubah dari {1} pada {0} menjadi {2}, padahal jenisnya {3}.",
    Code.TARGET_TURUN: "Target turun dari {1} pada {0} menjadi {2}, padahal jenisnya {3}.",
    Code.TARGET_NAIK: "Target naik dari {1} pada {0} menjadi {2}, padahal jenisnya {3} dengan polaritas minimum.",
    Code.TARGET_BUKAN_ANGKA: "Target “{0}” bukan angka, padahal jenisnya {1}.",
    Code.TARGET_BUKAN_TEKS: "Target {0} berupa angka, padahal jenisnya {1}.",
    Code.PERSEN_LUAR_BATAS: "Persentase {0} di luar 0 sampai 100.",
    Code.SARAN_JENIS: "Jenis target belum dipilih; isinya berpola {0}.",
}
"""For each code its sentence, in which {n} is the nth of the finding's data."""

_SPOKEN: Final[dict[StrEnum, str]] = {
    Kolom.NIP: "NIP",
    Periode.BULANAN: "bulanan (B01–B12)",
    Periode.TRIWULAN: "triwulan (I–IV)",
    Periode.KEDUANYA: "bulanan dan triwulan",
    Cantuman.LANJUTAN: "tulisan “(lanjutan)”",
    Cantuman.HALAMAN: "nomor halaman",
    Cantuman.REVISI: "nomor revisi",
    Cantuman.DRAF: "tanda air DRAF",
    Cantuman.TTE: "tanda tangan elektronik",
}
"""The words of enumerations that a reader writes otherwise than we do."""


def sentence(finding: Finding, plan: Plan) -> str:
    """Return the finding as one sentence, with numbers in the style of the plan."""
    return SENTENCES[finding.code].format(*(_shown(datum, plan.cetak.gaya) for datum in finding.data))


def kind_of_finding(code: Code) -> str:
    """Return what all findings of a code say, whatever their values: "Anggaran … belum habis dibagi, sisa …"."""
    return _VALUE.sub("…", SENTENCES[code]).removesuffix(".")


def place(where: Place, index: Index) -> str:
    """Return where that is, as a reader names it: "Sasaran 01 > Indikator 02, B12"."""
    chain = list(index.upwards(where.node))
    names = [_name(node, parent) for node, parent in pairwise(chain)]
    path = " > ".join(reversed(names)) or "Rencana"
    return f"{path}, {label(where.bulan)}" if where.bulan else path


def removal(nodes: Sequence[Node], before: Index, after: Index) -> str:
    """Return what was taken out with `nodes`, `after` it: "Sasaran 01 > Indikator 02 beserta 3 Kontribusi"."""
    taken = {node.id for node in nodes}
    gone = [node for node_id, node in before.nodes.items() if node_id not in after.nodes]
    named = place(Place(nodes[0].id), before) if len(nodes) == 1 else counted(nodes)
    others = [node for node in gone if node.id not in taken and not isinstance(node, Pengecualian)]
    return f"{named} beserta {counted(others)}" if others else named


def counted(nodes: Iterable[Node]) -> str:
    """Return "2 Indikator dan 14 Kontribusi", or "1 RO, 2 Komponen, dan 9 Sub Komponen"."""
    counts = Counter(NAMES[type(node)] for node in nodes)
    *most, last = [f"{count} {name}" for name, count in counts.items()]
    return f"{', '.join(most)}{',' if len(most) > 1 else ''} dan {last}" if most else last


def unprintable(characters: str) -> str:
    """Return what a reader is told of characters that the typefaces of the form lack: "☺ (U+263A)" and others."""
    names = ", ".join(map(_character, characters[:_MOST_NAMED]))
    more = len(characters) - _MOST_NAMED
    return (
        f"Huruf formulir tidak mempunyai {names}{f' dan {more} lainnya' if more > 0 else ''}; tercetak sebagai □."
    )


def _character(character: str) -> str:
    """Return a character with its number; one that would show nothing, or disturb its line, is a number only."""
    number = f"U+{ord(character):04X}"
    return f"{character} ({number})" if unicodedata.category(character)[0] in "LNPS" else number


def spoken(word: StrEnum) -> str:
    """Return a word of an enumeration as a reader writes it: "akhir tahun", "NIP"."""
    return _SPOKEN.get(word) or word.value.replace("_", " ")


def _shown(datum: Datum, gaya: Gaya) -> str:
    if isinstance(datum, JenisTarget):
        return spoken(datum)
    if isinstance(datum, int):
        return format_rupiah(datum, gaya)
    return format_target(datum, gaya) if isinstance(datum, Decimal) else _short(datum)


def _short(text: str) -> str:
    text = clean(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _name(node: Node, parent: Node) -> str:
    """Return "Indikator 02"; what has no kode is counted, as in the NO column of the form: "Kontribusi ke-2"."""
    name = NAMES[type(node)]
    if node.id in SINGLES:
        return name
    return f"{name} {_short(getattr(node, 'kode', '')) or _ordinal(node, parent)}"


def _ordinal(node: Node, parent: Node) -> str:
    alike = [child.id for child in below(parent, type(node))]
    return f"ke-{alike.index(node.id) + 1}"

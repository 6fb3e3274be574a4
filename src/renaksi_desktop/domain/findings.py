"""What the checks of a plan find: how grave, what, where, and the values that a sentence about it needs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from renaksi_desktop.domain.plan import Id

Datum: TypeAlias = int | Decimal | str
"""An int is rupiah; a Decimal a target; a text is shown as it is."""


class Severity(StrEnum):
    """How grave a finding is: an error is missing in a final print, a warning may be meant."""

    ERROR = "galat"
    WARNING = "peringatan"
    INFO = "informasi"


class Code(StrEnum):
    """What was found; the values are stable, so that other programs and stored reasons may rely on them."""

    KONTRIBUSI_NEGATIF = "kontribusi-negatif"
    KONTRIBUSI_BERLEBIH = "kontribusi-berlebih"
    KONTRIBUSI_GANDA = "kontribusi-ganda"
    PEMBAGIAN_BERLEBIH = "pembagian-berlebih"
    PEMBAGIAN_BERSISA = "pembagian-bersisa"
    TOTAL_BUKAN_PAGU = "total-bukan-pagu"
    TANPA_ANGGARAN = "tanpa-anggaran"
    KODE_SALAH_BENTUK = "kode-salah-bentuk"
    KODE_GANDA = "kode-ganda"
    KODE_DUA_NAMA = "kode-dua-nama"
    NOMOR_MELOMPAT = "nomor-melompat"
    KRO_TIDAK_DIKENAL = "kro-tidak-dikenal"
    ISIAN_KOSONG = "isian-kosong"
    PENANDATANGAN_KOSONG = "penandatangan-kosong"
    NIP_TIDAK_DICETAK = "nip-tidak-dicetak"
    DRAF_DITANDATANGANI = "draf-ditandatangani"
    JANGKAR_KURANG = "jangkar-kurang"
    JANGKAR_GANDA = "jangkar-ganda"
    JANGKAR_TIDAK_COCOK = "jangkar-tidak-cocok"
    B12_KOSONG = "b12-kosong"
    B12_BUKAN_TAHUNAN = "b12-bukan-tahunan"
    JUMLAH_BUKAN_TAHUNAN = "jumlah-bukan-tahunan"
    BULAN_KOSONG = "bulan-kosong"
    BULAN_LUAR_JADWAL = "bulan-luar-jadwal"
    TARGET_BERUBAH = "target-berubah"
    TARGET_TURUN = "target-turun"
    TARGET_NAIK = "target-naik"
    TARGET_BUKAN_ANGKA = "target-bukan-angka"
    TARGET_BUKAN_TEKS = "target-bukan-teks"
    PERSEN_LUAR_BATAS = "persen-luar-batas"
    SARAN_JENIS = "saran-jenis"


class Place(NamedTuple):
    """The cell that a finding is about: a node, perhaps one of its fields, perhaps a month (Bulan 1..12)."""

    node: Id
    field: str | None = None
    bulan: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `data` are the values that its sentence names; see `wording.sentence`."""

    severity: Severity
    code: Code
    where: Place
    data: tuple[Datum, ...] = ()

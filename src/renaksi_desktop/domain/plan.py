"""The plan as one immutable value: frozen, slotted nodes in tuples, whose order is the order on the form.

Every node has a stable `id` (a uuid in canonical text) that survives saving, mailing and importing. Money is
whole rupiah. What can be derived (the Anggaran of an Indikator, totals, remainders) is not stored here: see
`totals`. The nouns are those of the printed form "Rencana Aksi Perjanjian Kinerja".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Final, TypeAlias, TypeVar

Id: TypeAlias = str
Target: TypeAlias = Decimal | str
"""One month's target: a number in the Indikator's own unit, or text where the target is qualitative."""

BLANK_TARGETS: Final[tuple[Target | None, ...]] = (None,) * 12


class JenisTarget(StrEnum):
    """How the twelve targets of an Indikator relate to each other; an undeclared kind is not checked."""

    KONSTAN = "konstan"
    KUMULATIF = "kumulatif"
    NON_KUMULATIF = "non_kumulatif"
    PROGRES = "progres"
    AKHIR_TAHUN = "akhir_tahun"
    BERKALA = "berkala"
    KUALITATIF = "kualitatif"


class Polaritas(StrEnum):
    """Which direction of an Indikator is better: higher, lower, or holding still."""

    MAKSIMUM = "maksimum"
    MINIMUM = "minimum"
    STABIL = "stabil"


class Kertas(StrEnum):
    """Paper of the printed form, always landscape; F4 is the Indonesian folio of 330 x 215 mm."""

    A4 = "A4"
    F4 = "F4"
    A3 = "A3"
    LEGAL = "Legal"


class Gaya(StrEnum):
    """Style of numbers and dates: `resmi` as on the printed original, or `indonesia`."""

    RESMI = "resmi"
    INDONESIA = "indonesia"


class Kolom(StrEnum):
    """What the form shows of an Indikator or a Penandatangan only by choice."""

    SATUAN = "satuan"
    TARGET_TAHUNAN = "target_tahunan"
    NIP = "nip"


class Periode(StrEnum):
    """Which columns stand below TARGET: B01..B12, the four quarters, or the quarters beside the months."""

    BULANAN = "bulanan"
    TRIWULAN = "triwulan"
    KEDUANYA = "bulanan_dan_triwulan"


class Cantuman(StrEnum):
    """Marks of the form that can be chosen one by one.

    `lanjutan`: "(lanjutan)" where an Indikator continues on a page; `halaman`: "Halaman 2 dari 5" in the foot;
    `revisi`: "Revisi ke-2" below the title, where the plan is a revision; `draf`: DRAF across each page; `tte`:
    an anchor for an electronic signature (tanda tangan elektronik) made elsewhere, and its sentence in the foot.
    """

    LANJUTAN = "lanjutan"
    HALAMAN = "halaman"
    REVISI = "revisi"
    DRAF = "draf"
    TTE = "tte"


@dataclass(frozen=True, slots=True)
class Dokumen:
    """What stands around the table. `tahun` is the budget year, `pagu` the DIPA of the unit in rupiah."""

    id: ClassVar[Id] = "dokumen"
    judul: str = "RENCANA AKSI PERJANJIAN KINERJA"
    tahun: int = 2025
    unit_kerja: str = ""
    instansi: str = ""
    revisi: int | None = None
    pagu: int | None = None
    catatan: str = ""
    tempat: str = ""
    tanggal: date | None = None


@dataclass(frozen=True, slots=True)
class Cetak:
    """How the form is printed.

    `huruf` is the size of the table's text in points; None fits it to the paper and the columns. The margins and
    the room for a signature, `ruang_tanda_tangan`, are millimetres. `jangkar` holds the anchor character of each
    Penandatangan, in their order.
    """

    id: ClassVar[Id] = "cetak"
    kertas: Kertas = Kertas.A4
    gaya: Gaya = Gaya.RESMI
    kolom: tuple[Kolom, ...] = ()
    periode: Periode = Periode.BULANAN
    cantuman: tuple[Cantuman, ...] = (Cantuman.LANJUTAN, Cantuman.HALAMAN, Cantuman.REVISI)
    huruf: int | None = None
    margin_atas: int = 10
    margin_bawah: int = 10
    margin_kiri: int = 10
    margin_kanan: int = 10
    ruang_tanda_tangan: int = 17
    jangkar: str = "#^"
    kalimat_tte: str = (
        "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan"
        " oleh Balai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara."
    )


@dataclass(frozen=True, slots=True)
class Penandatangan:
    """Who signs. `peran` stands above ("Mengetahui"), `awalan` before the jabatan ("Plt.", "a.n. ...")."""

    id: Id
    jabatan: str = ""
    nama: str = ""
    peran: str = ""
    awalan: str = ""
    nip: str = ""
    pangkat: str = ""


@dataclass(frozen=True, slots=True)
class SubKomponen:
    """The budget line that carries the money: `anggaran` in rupiah."""

    id: Id
    kode: str = ""
    nama: str = ""
    anggaran: int = 0


@dataclass(frozen=True, slots=True)
class Komponen:
    """A budget line below an RO; its kode ("055") is local to that RO."""

    id: Id
    kode: str = ""
    nama: str = ""
    subkomponen: tuple[SubKomponen, ...] = ()


@dataclass(frozen=True, slots=True)
class RO:
    """Rincian Output; its kode is program.kegiatan.KRO.RO, as in DR.3165.QIA.002."""

    id: Id
    kode: str = ""
    nama: str = ""
    komponen: tuple[Komponen, ...] = ()


@dataclass(frozen=True, slots=True)
class Kontribusi:
    """`jumlah` rupiah of one SubKomponen (its id) counted to the Indikator that holds this."""

    id: Id
    subkomponen: Id
    jumlah: int = 0


@dataclass(frozen=True, slots=True)
class Indikator:
    """A measure of a Sasaran. `target` always has twelve entries, B01 first; None is a blank month."""

    id: Id
    kode: str = ""
    uraian: str = ""
    target: tuple[Target | None, ...] = BLANK_TARGETS
    satuan: str = ""
    jenis_target: JenisTarget | None = None
    polaritas: Polaritas | None = None
    target_tahunan: Target | None = None
    penanggung_jawab: str = ""
    kontribusi: tuple[Kontribusi, ...] = ()


@dataclass(frozen=True, slots=True)
class Sasaran:
    """An objective. Its NO. on the form is its place in the plan, not its kode."""

    id: Id
    kode: str = ""
    uraian: str = ""
    indikator: tuple[Indikator, ...] = ()


@dataclass(frozen=True, slots=True)
class Pengecualian:
    """A finding of the checks that is meant as it is, and why: `alasan`. It is printed nowhere.

    `temuan` is a word of `findings.Code`; `simpul`, `isian` and `bulan` are the finding's place, a blank `isian`
    for the node as a whole; `data` are the values it was accepted with, so that it holds for these only.
    """

    id: Id
    temuan: str
    simpul: Id
    isian: str = ""
    bulan: int | None = None
    data: tuple[str, ...] = ()
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan; what its nodes name by id (see `REFERENCES`) is in it too."""

    id: ClassVar[Id] = "plan"
    dokumen: Dokumen = field(default_factory=Dokumen)
    cetak: Cetak = field(default_factory=Cetak)
    penandatangan: tuple[Penandatangan, ...] = ()
    anggaran: tuple[RO, ...] = ()
    sasaran: tuple[Sasaran, ...] = ()
    pengecualian: tuple[Pengecualian, ...] = ()


Node: TypeAlias = (
    Plan
    | Dokumen
    | Cetak
    | Penandatangan
    | RO
    | Komponen
    | SubKomponen
    | Sasaran
    | Indikator
    | Kontribusi
    | Pengecualian
)
NodeT = TypeVar("NodeT", bound=Node)

SINGLES: Final = ("dokumen", "cetak")
"""The fields of `Plan` that hold exactly one node, whose id is the name of the field."""

CHILDREN: Final[dict[type[Node], dict[str, type[Node]]]] = {
    Plan: {"penandatangan": Penandatangan, "anggaran": RO, "sasaran": Sasaran, "pengecualian": Pengecualian},
    RO: {"komponen": Komponen},
    Komponen: {"subkomponen": SubKomponen},
    Sasaran: {"indikator": Indikator},
    Indikator: {"kontribusi": Kontribusi},
}
"""For each type with children: its fields that are tuples of nodes, and the type of those nodes."""

NO_CHILDREN: Final[dict[str, type[Node]]] = {}

REFERENCES: Final[dict[type[Node], str]] = {Kontribusi: "subkomponen", Pengecualian: "simpul"}
"""For each type that names another node by id: its field that does. It goes when that node goes.

A Kontribusi names a SubKomponen; a Pengecualian any node that is none itself.
"""


def new_id() -> Id:
    """Return an id that no other node anywhere has."""
    import uuid  # opening a plan makes no id, and starts 3 ms earlier without it

    return str(uuid.uuid4())


def children(node: Node) -> Iterator[Node]:
    """Yield the direct children of `node`, in order; for a plan also its dokumen and cetak, first."""
    if isinstance(node, Plan):
        yield node.dokumen
        yield node.cetak
    for name in CHILDREN.get(type(node), NO_CHILDREN):
        yield from getattr(node, name)


def walk(node: Node) -> Iterator[Node]:
    """Yield `node` and everything below it, parents before children."""
    yield node
    for child in children(node):
        yield from walk(child)


def below(node: Node, kind: type[NodeT]) -> tuple[NodeT, ...]:
    """Return the children of `node` that are of this type, in order."""
    names = [name for name, child in CHILDREN.get(type(node), NO_CHILDREN).items() if child is kind]
    return tuple(child for name in names for child in getattr(node, name))


def every_indikator(plan: Plan) -> Iterator[Indikator]:
    """Yield all Indikator of a plan, in the order of the form."""
    for sasaran in plan.sasaran:
        yield from sasaran.indikator
